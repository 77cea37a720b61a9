import {
  importancePerformance,
  keyDrivers,
  type DriverRow,
  type ImportancePoint,
  type KeyDrivers,
  type KeyDriversRefusal,
} from "goodwill/experience";
import { driverChart, importancePerformanceChart } from "goodwill/chart";
import type { Result } from "goodwill/shared";
import type { Naming } from "./naming.js";
import { chart, heading, table, text, type Block, type Page } from "./page.js";
import { numberAt, type Survey } from "./survey.js";
import { amount, capitalised, decimal, listed, many, percent, pValue } from "./wording.js";

/** What moves the outcome that the mapping names. */
export interface DriverFindings {
  readonly outcome: string;
  /** The answers to outcome and drivers. */
  readonly rows: readonly DriverRow[];
  readonly found: Result<KeyDrivers, KeyDriversRefusal>;
}

/** The drivers of the mapping's outcome over all waves; `undefined` when it names none. */
export function driverFindings({ mapping, rows: cells }: Survey): DriverFindings | undefined {
  const { drivers } = mapping;
  if (drivers === undefined) return undefined;
  const { outcome, columns } = drivers;
  const rows = cells.map((row): DriverRow => {
    const answers: Record<string, number> = {};
    for (const column of [outcome, ...columns]) {
      const value = numberAt(row, column, mapping);
      if (value !== undefined) answers[column] = value;
    }
    return answers;
  });
  return { outcome, rows, found: keyDrivers(rows, { outcome, drivers: columns }) };
}

/** What moves overall satisfaction, and where importance and performance part. */
export function driversPage(findings: DriverFindings, survey: Survey, naming: Naming): Page {
  const { outcome, found } = findings;
  return {
    title: `What moves ${naming.name(outcome)}`,
    blocks: found.ok
      ? [
          ...driverBlocks(found.value, naming),
          ...quadrantBlocks(found.value, { findings, survey, naming }),
        ]
      : [text(`It could not be computed: ${refusalText(found.error, naming)}.`)],
  };
}

/** The strongest driver in a sentence; `undefined` where none could be found. */
export function driverSentence(
  { outcome, found }: DriverFindings,
  { name }: Naming,
): string | undefined {
  const first = found.ok ? found.value.drivers.toSorted((a, b) => a.rank - b.rank)[0] : undefined;
  if (first === undefined || first.importanceShare === 0) return undefined;
  return `${capitalised(name(first.driver))} moves ${name(outcome)} most: ${percent(first.importanceShare)} of what the drivers explain together.`;
}

function refusalText(refusal: KeyDriversRefusal, { name }: Naming): string {
  switch (refusal.code) {
    case "no-answers":
      return `nobody answered ${listed(refusal.columns.map(name))}`;
    case "too-few-rows":
      return `${many(refusal.have, "complete row")}, and ${amount(refusal.needed)} are needed`;
    case "no-variation":
      return `all answers to ${name(refusal.column)} are equal`;
    case "rank-deficient":
      return `${listed(refusal.columns.map(name))} ${refusal.columns.length === 1 ? "follows" : "follow"} from the other columns`;
  }
}

function driverBlocks(found: KeyDrivers, { name, labels }: Naming): Block[] {
  const method =
    found.method === "lmg"
      ? "A share is what a driver explains, averaged over all orders in which drivers can enter"
      : "A share is a driver's relative weight after Johnson";
  return [
    text(
      `${found.method === "lmg" ? "LMG" : "Johnson"} split of R² = ${decimal(found.rSquared)} over ${amount(found.n)} complete answers (${amount(found.dropped)} incomplete).`,
      `${method}; it is not proof of a cause.`,
    ),
    table(
      ["driver", "share", "rank", "coefficient", "p"],
      found.drivers
        .toSorted((a, b) => a.rank - b.rank)
        .map(({ driver, importanceShare, rank, coefficient, p }) => [
          name(driver),
          percent(importanceShare),
          String(rank),
          decimal(coefficient),
          pValue(p),
        ]),
    ),
    chart((drawing) => driverChart(found, { ...drawing, labels })),
  ];
}

/** Stated importance where the survey asked for it, derived importance from the drivers, and mean performance. */
function quadrantBlocks(
  found: KeyDrivers,
  {
    findings,
    survey,
    naming,
  }: { readonly findings: DriverFindings; readonly survey: Survey; readonly naming: Naming },
): Block[] {
  const { factors } = survey.mapping.table;
  const points = found.drivers.flatMap(({ driver, importanceShare }): ImportancePoint[] => {
    const factor = Object.keys(factors).find((one) => factors[one]?.experience === driver);
    const stated =
      factor === undefined
        ? undefined
        : meanOf(survey.ratings, (rating) => rating.factors[factor]?.importance);
    const performance = meanOf(findings.rows, (row) => row[driver]);
    if (performance === undefined) return [];
    return [
      {
        factor: driver,
        ...(stated !== undefined && { stated }),
        derived: importanceShare,
        performance,
      },
    ];
  });
  const result = importancePerformance(points, { centre: "data" });
  const head = ["factor", "performance", "stated", "by what is said", "derived"];
  return [
    heading("Importance and performance"),
    text("The lines that part the quadrants stand at the means."),
    table(
      [...head, `by what moves ${naming.name(found.outcome)}`],
      result.factors.map(({ factor, performance, stated, derived }) => [
        naming.name(factor),
        decimal(performance),
        decimal(stated?.importance),
        quadrantText(stated?.quadrant),
        percent(derived?.importance),
        quadrantText(derived?.quadrant),
      ]),
    ),
    chart((drawing) => importancePerformanceChart(result, { ...drawing, labels: naming.labels })),
  ];
}

function quadrantText(quadrant: string | undefined): string {
  return quadrant?.replaceAll("-", " ") ?? "-";
}

function meanOf<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => number | undefined,
): number | undefined {
  let sum = 0;
  let n = 0;
  for (const row of rows) {
    const value = valueOf(row);
    if (value === undefined) continue;
    sum += value;
    n += 1;
  }
  return n === 0 ? undefined : sum / n;
}
