import type { ChartSpecification } from "goodwill/chart";
import * as vega from "vega";
import { compile } from "vega-lite";

/** Draws a chart as SVG text, without a browser; a warning of the compiler or the renderer is an error. */
export async function chartSvg(specification: ChartSpecification): Promise<string> {
  const logger = strictLogger();
  const { spec } = compile(specification, { logger });
  const view = new vega.View(vega.parse(spec), { renderer: "none", logger });
  return named(await view.toSVG(), specification.description);
}

/** In a browser Vega names the element around the drawing; in a file the drawing has to say itself what it shows. */
function named(svg: string, description: string): string {
  const text = description
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;");
  const role = `role="graphics-document" aria-roledescription="visualization" aria-label="${text}"`;
  return svg.replace("<svg ", () => `<svg ${role} `);
}

function strictLogger(): vega.LoggerInterface {
  const silent: vega.LoggerInterface = {
    level: () => silent,
    error: fail,
    warn: fail,
    info: () => silent,
    debug: () => silent,
  };
  return silent;
}

function fail(...messages: readonly unknown[]): never {
  throw new Error(messages.map(String).join(" "));
}
