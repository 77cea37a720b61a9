import { readFileSync } from "node:fs";
import type { SurvivalRow } from "goodwill/value";

/** One line of the table summary(survfit(...)) of R prints. */
export interface ReferencePoint {
  readonly strata: string;
  readonly time: number;
  readonly n_risk: number;
  readonly n_event: number;
  readonly survival: number;
  readonly se: number;
  readonly lower95: number;
  readonly upper95: number;
}

/** A log-rank test of R. */
export interface ReferenceLogRank {
  readonly chisq: number;
  readonly df: number;
  readonly p: number;
  readonly observed: readonly number[];
  readonly expected: readonly number[];
}

/** The reference file. */
export interface SurvivalReference {
  readonly lung: {
    readonly all: readonly ReferencePoint[];
    readonly by_sex: readonly ReferencePoint[];
    readonly logrank_sex: ReferenceLogRank;
  };
  readonly telco: {
    readonly all: readonly ReferencePoint[];
    readonly by_contract: readonly ReferencePoint[];
    readonly rmst72: number;
    readonly logrank_contract: ReferenceLogRank;
  };
}

/** A row with its group. */
export interface GroupedRow extends SurvivalRow {
  readonly group: string;
}

/** Patients by sex. */
export function lungRows(path: string): GroupedRow[] {
  return cellsOf(path).map(([, time, status, , sex]) => ({
    time: Number(time),
    event: status === "2",
    group: sex!,
  }));
}

/** Subscribers by contract; those of tenure 0 have not been at risk yet, and R drops them. */
export function telcoRows(path: string): GroupedRow[] {
  return cellsOf(path)
    .map((cells) => ({
      time: Number(cells[5]),
      event: cells.at(-1) === "Yes",
      group: cells[15]!,
    }))
    .filter(({ time }) => time > 0);
}

function cellsOf(path: string): string[][] {
  const [, ...lines] = readFileSync(path, "utf8").trim().split(/\r?\n/);
  return lines.map((line) => line.split(",").map((cell) => cell.replaceAll('"', "")));
}
