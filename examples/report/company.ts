import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { answerSchema, improvementSchema, scoresBy, themeCountSchema } from "goodwill/experience";
import { siftRows } from "goodwill/shared";
import { parse } from "csv-parse/sync";
import { earlyWarning, type EarlyWarning } from "./early-warning-page.js";
import type { ScoreGroup, ScoreQuestions } from "./scores-page.js";
import type { CostedImprovements } from "./study-findings.js";

const COMPANY = new URL("../company/data/", import.meta.url);

/** What the simulated company can spend on improvements, in {@link COST_UNIT}. */
const BUDGET = 90;

const COST_UNIT = "thousand yuan";

/** The ratings of the simulated company. */
export const COMPANY_RATINGS = fileURLToPath(new URL("ratings.csv", COMPANY));

/** What the company could do, and what it can spend on it. */
export function companyImprovements(): CostedImprovements {
  const rows = JSON.parse(companyFile("improvements.json")) as unknown[];
  return { candidates: siftAll(improvementSchema, rows), budget: BUDGET, costUnit: COST_UNIT };
}

/** The answers to the company's three questions, by wave. */
export function companyQuestions(): ScoreQuestions {
  const answers = siftAll(answerSchema, companyRows("answers.csv", ["score"], ["touchpoint"]));
  const groups = (question: string): ScoreGroup[] =>
    scoresBy(answers, { question, by: "wave" }).map(({ group = "", scores }) => ({
      group,
      scores,
    }));
  return {
    nps: groups("nps"),
    csat: { groups: groups("csat"), scale: { min: 1, max: 5 }, satisfiedFrom: 4 },
    ces: { groups: groups("ces"), scale: { min: 1, max: 7 }, easyFrom: 5 },
  };
}

/** The company's complaints of the last quarter held against their past. */
export function companyWarning(): EarlyWarning {
  return earlyWarning(
    siftAll(themeCountSchema, companyRows("theme_counts.csv", ["count", "exposure"])),
  );
}

function companyFile(name: string): string {
  return readFileSync(new URL(name, COMPANY), "utf8");
}

/** Rows of a company file with some columns as numbers and some dropped. */
function companyRows(
  name: string,
  numbers: readonly string[],
  dropped: readonly string[] = [],
): unknown[] {
  return parse<Record<string, string>>(companyFile(name), { columns: true }).map((row) =>
    Object.fromEntries(
      Object.entries(row)
        .filter(([column, cell]) => cell !== "" && !dropped.includes(column))
        .map(([column, cell]) => [column, numbers.includes(column) ? Number(cell) : cell]),
    ),
  );
}

/** The company's own files hold without exception; a rejected row would be a defect of the generator. */
function siftAll<Row>(
  schema: Parameters<typeof siftRows<Row>>[0],
  rows: Iterable<unknown>,
): readonly Row[] {
  const { accepted, rejected } = siftRows(schema, rows);
  const [first] = rejected;
  if (first !== undefined)
    throw new Error(`row ${String(first.index)}: ${JSON.stringify(first.issues)}`);
  return accepted;
}
