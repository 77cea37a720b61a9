import { chartSvg } from "./chart-svg.js";
import { isFigure, type Block, type Drawing, type Page } from "./page.js";
import { REPORT_STYLE } from "./style.js";

/** A phone held upright, without the margins of the page. */
const NARROW_WIDTH = 340;

/** Every chart is there once for each ground and width; the style shows the one that fits. */
const DRAWINGS: readonly (Drawing & { readonly name: string })[] = [
  { name: "light wide", theme: "light" },
  { name: "dark wide", theme: "dark" },
  { name: "light narrow", theme: "light", width: NARROW_WIDTH },
  { name: "dark narrow", theme: "dark", width: NARROW_WIDTH },
];

/** The report as one HTML file with everything inside: no script, no font, no request. */
export async function reportHtml(title: string, pages: readonly Page[]): Promise<string> {
  const sections: string[] = [];
  for (const page of pages) sections.push(await sectionHtml(page));
  const links = pages.map(
    (page) => `<li><a href="#${anchor(page.title)}">${escaped(page.title)}</a></li>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<header><h1>${escaped(title)}</h1><nav aria-label="Pages"><ul>${links.join("")}</ul></nav></header>
<main>
${sections.join("\n")}
</main>
<footer>Made with goodwill.</footer>
</body>
</html>
`;
}

async function sectionHtml({ title, blocks }: Page): Promise<string> {
  const parts: string[] = [];
  for (const block of blocks) parts.push(await blockHtml(block));
  return `<section id="${anchor(title)}"><h2>${escaped(title)}</h2>\n${parts.join("\n")}\n</section>`;
}

async function blockHtml(block: Block): Promise<string> {
  switch (block.kind) {
    case "heading":
      return `<h3>${escaped(block.text)}</h3>`;
    case "text":
      return `<p>${escaped(block.text)}</p>`;
    case "list":
      return `<ul>${block.items.map((item) => `<li>${escaped(item)}</li>`).join("")}</ul>`;
    case "chart":
      return chartHtml(block.chart);
    case "table":
      return tableHtml(block.head, block.rows);
  }
}

async function chartHtml(draw: Extract<Block, { kind: "chart" }>["chart"]): Promise<string> {
  const drawn: string[] = [];
  for (const { name, ...drawing } of DRAWINGS)
    drawn.push(`<div class="${name}">${await chartSvg(draw(drawing))}</div>`);
  return `<figure>${drawn.join("")}</figure>`;
}

/** A table that scrolls inside its box can be reached and scrolled with the keyboard. */
function tableHtml(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const figures = head.map(
    (_, column) => rows.length > 0 && rows.every((row) => isFigure(row[column] ?? "")),
  );
  const cells = (row: readonly string[], tag: "th" | "td"): string =>
    row
      .map((cell, column) => {
        const attributes = `${tag === "th" ? ' scope="col"' : ""}${figures[column] === true ? ' class="figure"' : ""}`;
        return `<${tag}${attributes}>${escaped(cell)}</${tag}>`;
      })
      .join("");
  const body = rows.map((row) => `<tr>${cells(row, "td")}</tr>`).join("");
  const name = escaped(`Table: ${head.join(", ")}`);
  return `<div class="table" role="region" tabindex="0" aria-label="${name}"><table><thead><tr>${cells(head, "th")}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function anchor(title: string): string {
  return title.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "-");
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
