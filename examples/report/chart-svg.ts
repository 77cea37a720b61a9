import type { ChartSpecification } from "goodwill/chart";
import * as vega from "vega";
import { compile, type TopLevelSpec } from "vega-lite";

/** Draws a chart as SVG text, without a browser; a warning of the renderer is an error. */
export async function chartSvg(specification: ChartSpecification): Promise<string> {
  const { spec } = compile(specification as TopLevelSpec);
  const view = new vega.View(vega.parse(spec), { renderer: "none", logLevel: vega.Warn });
  view.logger(strictLogger());
  return view.toSVG();
}

function strictLogger(): vega.LoggerInterface {
  const silent: vega.LoggerInterface = {
    level: (() => silent) as vega.LoggerInterface["level"],
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
