import type { ChartSpecification } from "goodwill/chart";
import * as vega from "vega";
import { compile } from "vega-lite";
import { textWidth } from "../../src/chart/frame/wording.js";

/** A chart drawn, with whatever compiler or renderer had to complain about. */
export interface Rendering {
  readonly svg: string;
  readonly complaints: readonly string[];
}

/** Draws a chart and keeps every warning and error. */
export async function render(specification: ChartSpecification): Promise<Rendering> {
  const complaints: string[] = [];
  const logger: vega.LoggerInterface = {
    level: () => logger,
    error: (...messages: readonly unknown[]) => (complaints.push(messages.join(" ")), logger),
    warn: (...messages: readonly unknown[]) => (complaints.push(messages.join(" ")), logger),
    info: () => logger,
    debug: () => logger,
  };
  const { spec } = compile(specification, { logger });
  const view = new vega.View(vega.parse(spec), { renderer: "none", logger });
  return { svg: await view.toSVG(), complaints };
}

/** A line of text of a drawing and the box it takes, in pixels of the whole drawing. */
export interface DrawnText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Every text of an SVG as Vega writes it, with its place; turned texts, the titles of vertical axes, have their sides
 * swapped.
 */
export function drawnTexts(svg: string): DrawnText[] {
  const shifts: (readonly [number, number])[] = [];
  const texts: DrawnText[] = [];
  for (const match of svg.matchAll(
    /<(\/?)(g|text)\b([^>]*)>(.*?)(?=<\/?(?:g|path|line|rect|svg|text)\b)/gs,
  )) {
    const [, closing, tag, attributes = "", inside = ""] = match;
    if (tag === "g" && closing === "/") shifts.pop();
    else if (tag === "g") shifts.push(shiftOf(attributes));
    else if (closing !== "/") texts.push(...linesOf(attributes, inside, shifts));
  }
  return texts;
}

function shiftOf(attributes: string): readonly [number, number] {
  const [, x = "0", y = "0"] =
    /transform="translate\(([-\d.e]+),([-\d.e]+)\)/.exec(attributes) ?? [];
  return [Number(x), Number(y)];
}

function linesOf(
  attributes: string,
  inside: string,
  shifts: readonly (readonly [number, number])[],
): DrawnText[] {
  const attribute = (name: string): string | undefined =>
    new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1];
  const fontSize = Number.parseFloat(attribute("font-size") ?? "");
  const weight = attribute("font-weight") === "bold" ? "bold" : "normal";
  const anchor = { start: 0, middle: 0.5, end: 1 }[attribute("text-anchor") ?? "start"]!;
  const isTurned = attributes.includes("rotate(-90)");
  const all = [...shifts, shiftOf(attributes)];
  const x = all.reduce((sum, [shift]) => sum + shift, 0);
  const y = all.reduce((sum, [, shift]) => sum + shift, 0);
  const lines = [...inside.matchAll(/<tspan([^>]*)>(.*?)<\/tspan>/gs)].map(
    ([, own = "", text = ""]) => ({
      text,
      dy: Number(/dy="([-\d.]+)"/.exec(own)?.[1] ?? 0),
    }),
  );
  let down = 0;
  return (lines.length > 0 ? lines : [{ text: inside, dy: 0 }]).map(({ text, dy }) => {
    down += dy;
    const plain = text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
    const width = textWidth(plain, fontSize, weight);
    const along = { from: -anchor * width, to: (1 - anchor) * width };
    const across = { from: down - 0.75 * fontSize, to: down + 0.25 * fontSize };
    return isTurned
      ? {
          text: plain,
          left: x + across.from,
          right: x + across.to,
          top: y - along.to,
          bottom: y - along.from,
        }
      : {
          text: plain,
          left: x + along.from,
          right: x + along.to,
          top: y + across.from,
          bottom: y + across.to,
        };
  });
}

/** Pairs of texts that lie on one another. */
export function overlapping(texts: readonly DrawnText[]): string[] {
  return texts.flatMap((a, index) =>
    texts.slice(index + 1).flatMap((b) => {
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      return wide > 0 && high > 0 ? [`${a.text} / ${b.text}`] : [];
    }),
  );
}

/** Texts that reach beyond the edge of the drawing. */
export function outside(svg: string, texts: readonly DrawnText[]): string[] {
  const [, width = "", height = ""] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  return texts
    .filter(
      ({ left, right, top, bottom }) =>
        left < 0 || right > Number(width) || top < 0 || bottom > Number(height),
    )
    .map(
      ({ text, left, right, top, bottom }) =>
        `${text} (${left} to ${right}, ${top} to ${bottom} of ${width} x ${height})`,
    );
}
