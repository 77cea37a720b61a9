import { chartSvg } from "./chart-svg.js";
import { isFigure, type Block, type Page } from "./page.js";

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
<style>${STYLE}</style>
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
  if (block.kind === "text") {
    return `<p>${escaped(block.text).replace(/^Step \d\./, "<strong>$&</strong>")}</p>`;
  }
  if (block.kind === "chart") {
    const [light, dark] = [
      await chartSvg(block.chart("light")),
      await chartSvg(block.chart("dark")),
    ];
    return `<figure><div class="light">${light}</div><div class="dark">${dark}</div></figure>`;
  }
  const { head, rows } = block;
  const numeric = head.map(
    (_, column) => rows.length > 0 && rows.every((row) => isFigure(row[column] ?? "")),
  );
  const cells = (row: readonly string[], tag: "th" | "td"): string =>
    row
      .map((cell, column) => {
        const attributes = `${tag === "th" ? ' scope="col"' : ""}${numeric[column] === true ? ' class="figure"' : ""}`;
        return `<${tag}${attributes}>${escaped(cell)}</${tag}>`;
      })
      .join("");
  return `<div class="table"><table><thead><tr>${cells(head, "th")}</tr></thead><tbody>${rows
    .map((row) => `<tr>${cells(row, "td")}</tr>`)
    .join("")}</tbody></table></div>`;
}

function anchor(title: string): string {
  return title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

const STYLE = `
:root { --ink: #1c2430; --quiet: #566273; --paper: #fff; --line: #d9dee6; --link: #1a5fb4; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ee; --quiet: #9aa6b5; --paper: #14181f; --line: #333c48; --link: #8ab8f5; } }
body { margin: 0 auto; max-width: 56rem; padding: 1rem; font: 1rem/1.55 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
h1 { font-size: 1.6rem; line-height: 1.2; } h2 { font-size: 1.25rem; border-top: 1px solid var(--line); padding-top: 1.5rem; margin-top: 2.5rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; list-style: none; } a { color: var(--link); }
p { max-width: 44rem; } footer { margin-top: 3rem; color: var(--quiet); font-size: .875rem; }
.table { overflow-x: auto; } table { border-collapse: collapse; font-size: .875rem; font-variant-numeric: tabular-nums; }
th, td { padding: .35rem .75rem .35rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
th { color: var(--quiet); font-weight: 600; } td:first-child { white-space: nowrap; } .figure { text-align: right; white-space: nowrap; }
figure { margin: 1.25rem 0; } figure svg { max-width: 100%; height: auto; } .dark { display: none; }
@media (prefers-color-scheme: dark) { .light { display: none; } .dark { display: block; } }
@media print { .light { display: block; } .dark { display: none; } h2 { break-before: page; } figure, table { break-inside: avoid; } }
`;
