import type { ChartSpecification } from "goodwill/chart";

/** The ground a chart is drawn on and, for a narrow screen, its width in pixels. */
export interface Drawing {
  readonly theme: "light" | "dark";
  readonly width?: number;
}

/** A heading inside a page, a paragraph, a list, a table, or a chart. */
export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | {
      readonly kind: "table";
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: "chart"; readonly chart: (drawing: Drawing) => ChartSpecification };

/** One page of the report: each room of the library adds its own. */
export interface Page {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A heading inside a page. */
export function heading(words: string): Block {
  return { kind: "heading", text: words };
}

/** A paragraph. */
export function text(...sentences: readonly string[]): Block {
  return { kind: "text", text: sentences.filter((sentence) => sentence !== "").join(" ") };
}

/** A list of sentences. */
export function list(items: readonly string[]): Block {
  return { kind: "list", items };
}

/** A table; numbers are recognised by their look and set to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): Block {
  return { kind: "table", head, rows };
}

/** A chart, drawn for a light and for a dark ground, for a wide and for a narrow screen. */
export function chart(draw: (drawing: Drawing) => ChartSpecification): Block {
  return { kind: "chart", chart: draw };
}

/** Whether a cell is a figure, a range of figures, or a dash for none: it is set to the right. */
export function isFigure(cell: string): boolean {
  return cell === "-" || /^[-+<]?[\d.,]+%?( to -?[\d.,]+%?| or more)?$/.test(cell);
}
