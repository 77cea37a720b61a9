import type { ChartSpecification } from "goodwill/chart";

/** A paragraph, a table, or a chart. */
export type Block =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "table";
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: "chart"; readonly chart: (theme: "light" | "dark") => ChartSpecification };

/** One page of the report: each room of the library adds its own. */
export interface Page {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A paragraph. */
export function text(...sentences: readonly string[]): Block {
  return { kind: "text", text: sentences.join(" ") };
}

/** A table; numbers are recognised by their look and set to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): Block {
  return { kind: "table", head, rows };
}

/** A chart, drawn once for a light and once for a dark background. */
export function chart(draw: (theme: "light" | "dark") => ChartSpecification): Block {
  return { kind: "chart", chart: draw };
}

/** A number with a fixed count of decimals, and a dash where there is none. */
export function decimal(value: number | undefined, digits = 2): string {
  return value === undefined
    ? "-"
    : (Math.round(value * 10 ** digits) / 10 ** digits + 0).toFixed(digits);
}

/** A share as a percentage. */
export function percent(share: number | undefined): string {
  return share === undefined ? "-" : `${decimal(100 * share, 0)}%`;
}

/** A p-value as it is read. */
export function pValue(p: number | undefined): string {
  if (p === undefined) return "-";
  return p < 0.001 ? "<.001" : p.toFixed(3).replace(/^0/, "");
}

/** An interval. */
export function range(
  interval: { readonly lower: number; readonly upper: number } | undefined,
  digits = 2,
): string {
  return interval === undefined
    ? "-"
    : `${decimal(interval.lower, digits)} to ${decimal(interval.upper, digits)}`;
}

/** Whether a cell is set to the right. */
export function isFigure(cell: string): boolean {
  return /^[-<]?[\d.]/.test(cell) || cell === "-";
}
