import { isFigure, type Block, type Page } from "./page.js";

/** A page as text for a terminal; charts are left to the HTML report. */
export function pageText({ title, blocks }: Page): string {
  return [underlined(title, "="), ...blocks.flatMap(blockText)].join("\n\n");
}

const WIDTH = 110;

function blockText(block: Block): string[] {
  switch (block.kind) {
    case "heading":
      return [underlined(block.text, "-")];
    case "text":
      return [wrapped(block.text, WIDTH).join("\n")];
    case "list":
      return [block.items.map((item) => `- ${wrapped(item, WIDTH - 2).join("\n  ")}`).join("\n")];
    case "table":
      return [tableText(block.head, block.rows)];
    case "chart":
      return [];
  }
}

function underlined(words: string, mark: string): string {
  return `${words}\n${mark.repeat(columnsOf(words))}`;
}

function wrapped(text: string, width: number): readonly string[] {
  const lines = [""];
  for (const word of text.split(" ").filter((one) => one !== "")) {
    const line = lines.at(-1) as string;
    if (line === "") lines[lines.length - 1] = word;
    else if (columnsOf(line) + 1 + columnsOf(word) <= width)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** How many columns of a terminal a text takes: Chinese, Japanese and Korean characters take two. */
function columnsOf(text: string): number {
  const wide = text.match(
    /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/g,
  );
  return text.length + (wide?.length ?? 0);
}

/** Cells of a column in words wrap where the table would grow wider than the terminal. */
function tableText(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const figures = head.map(
    (_, column) => rows.length > 0 && rows.every((row) => isFigure(row[column] ?? "")),
  );
  const all = [head, ...rows];
  const natural = head.map((_, column) =>
    all.reduce((widest, row) => Math.max(widest, columnsOf(row[column] ?? "")), 0),
  );
  const widths = fitted(natural, figures);
  const lines = (row: readonly string[]): string[] => {
    const cells = head.map((_, column) => wrapped(row[column] ?? "", widths[column] ?? WIDTH));
    const height = Math.max(...cells.map((cell) => cell.length));
    return Array.from({ length: height }, (_, line) =>
      cells
        .map((cell, column) => {
          const words = cell[line] ?? "";
          const space = " ".repeat(Math.max(0, (widths[column] ?? 0) - columnsOf(words)));
          return figures[column] === true ? space + words : words + space;
        })
        .join("  ")
        .trimEnd(),
    );
  };
  return [
    ...lines(head),
    widths.map((width) => "-".repeat(width)).join("  "),
    ...rows.flatMap(lines),
  ]
    .map((line) => `  ${line}`)
    .join("\n");
}

/** The widest columns of words give way, as far as they can be read. */
function fitted(natural: readonly number[], figures: readonly boolean[]): readonly number[] {
  const widths = [...natural];
  const total = (): number => widths.reduce((sum, width) => sum + width + 2, 0);
  while (total() > WIDTH) {
    const words = widths.map((width, column) => (figures[column] === true ? 0 : width));
    const widest = Math.max(...words);
    if (widest <= 24) break;
    widths[words.indexOf(widest)] = widest - 1;
  }
  return widths;
}
