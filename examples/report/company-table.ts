import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

/** A row of a file: cells by column; an empty cell is absent. */
export type Cells = Readonly<Record<string, string>>;

/** Where a file of the simulated company lies. */
export function companyFile(name: string): URL {
  return new URL(`../company/data/${name}`, import.meta.url);
}

/** The rows of a CSV file of the simulated company. */
export function companyTable(name: string): readonly Cells[] {
  const text = readFileSync(companyFile(name), "utf8");
  return parse<Record<string, string>>(text, { columns: true }).map((row) =>
    Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== "")),
  );
}
