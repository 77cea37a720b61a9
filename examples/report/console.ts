import { isFigure, type Page } from "./page.js";

/** A page as text for a terminal; charts are left to the HTML report. */
export function pageText({ title, blocks }: Page): string {
  const parts = blocks.flatMap((block) => {
    if (block.kind === "text") return [wrapped(block.text)];
    return block.kind === "table" ? [tableText(block.head, block.rows)] : [];
  });
  return [`${title}\n${"=".repeat(title.length)}`, ...parts].join("\n\n");
}

const WIDTH = 110;

function wrapped(text: string): string {
  const lines = [""];
  for (const word of text.split(" ").filter((one) => one !== "")) {
    const line = lines.at(-1) as string;
    if (line === "") lines[lines.length - 1] = word;
    else if (line.length + word.length < WIDTH) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join("\n");
}

function tableText(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? "").length)));
  const line = (row: readonly string[], right: (column: number) => boolean): string =>
    row
      .map((cell, column) =>
        right(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd();
  const numeric = (column: number): boolean =>
    rows.length > 0 && rows.every((row) => isFigure(row[column] ?? ""));
  return [
    line(head, numeric),
    widths.map((width) => "-".repeat(width)).join("  "),
    ...rows.map((row) => line(row, numeric)),
  ]
    .map((one) => `  ${one}`)
    .join("\n");
}
