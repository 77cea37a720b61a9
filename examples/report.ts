/**
 * From a file of ratings to what to do next.
 *
 * npm run demo                                      the simulated company of examples/company npm run demo --
 * survey.csv                        a CSV file that a mapping of examples/mappings fits npm run demo -- survey.csv
 * --mapping my.json      any CSV file, with a mapping that says which column holds what npm run demo -- survey.csv
 * --out my-report.html   where to write the report; reports/report.html by default
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { siftRows } from "goodwill/shared";
import {
  answerSchema,
  improvementSchema,
  scoresBy,
  themeCountSchema,
  type ImprovementCandidates,
} from "goodwill/experience";
import { parse } from "csv-parse/sync";
import { pageText } from "./report/console.js";
import { driversPage } from "./report/drivers-page.js";
import { earlyWarningPage } from "./report/early-warning-page.js";
import { experiencePage } from "./report/experience-page.js";
import { reportHtml } from "./report/html.js";
import { findMapping, readMapping, UnusableFile } from "./report/mapping.js";
import type { Page } from "./report/page.js";
import { scoresPage, type ScoreGroup, type ScoreQuestions } from "./report/scores-page.js";
import { readSurveyFile } from "./report/survey-file.js";
import { numberAt, surveyOf, type Survey } from "./report/survey.js";

const COMPANY = new URL("company/data/", import.meta.url);

/** What the simulated company can spend on improvements, in thousand yuan. */
const COMPANY_BUDGET = 90;

/** Complaints about single rows shown in the terminal; the rest is counted. */
const COMPLAINTS_SHOWN = 5;

/** Where the report goes to: lines for the reader, lines about progress. */
export interface Output {
  readonly print: (line: string) => void;
  readonly progress: (line: string) => void;
}

const TERMINAL: Output = {
  print: (line) => console.log(line),
  progress: (line) => console.error(line),
};

/** Runs the report; returns the exit code: 0, or 1 with a message where a file cannot be used. */
export async function main(
  argv: readonly string[] = [],
  { print, progress }: Output = TERMINAL,
): Promise<number> {
  try {
    const { positionals, values } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        mapping: { type: "string" },
        out: { type: "string", default: "reports/report.html" },
      },
    });
    const [path] = positionals;
    const file = await readSurveyFile(
      path ?? fileURLToPath(new URL("ratings.csv", COMPANY)),
      progress,
    );
    const mapping =
      values.mapping === undefined
        ? findMapping(file.columns, file.name)
        : readMapping(values.mapping);
    const survey = surveyOf(file, mapping);
    const pages = path === undefined ? companyPages(survey) : surveyPages(survey);
    for (const page of pages) print(`${pageText(page)}\n`);
    complain(survey, print);
    progress("drawing the charts");
    mkdirSync(dirname(values.out), { recursive: true });
    writeFileSync(values.out, await reportHtml(mapping.title, pages));
    print(`The report with charts is in ${values.out}.`);
    return 0;
  } catch (error) {
    if (!(error instanceof UnusableFile || isArgumentError(error))) throw error;
    progress((error as Error).message);
    return 1;
  }
}

function surveyPages(survey: Survey, improvements?: ImprovementCandidates): readonly Page[] {
  const questions = questionsOf(survey);
  const drivers = driversPage(survey);
  return [
    ...(survey.study ? [experiencePage(survey, survey.study, improvements)] : []),
    ...(Object.keys(questions).length > 0 ? [scoresPage(questions)] : []),
    ...(drivers ? [drivers] : []),
  ];
}

/** The company keeps its scores, complaints and candidate improvements in files of their own. */
function companyPages(survey: Survey): readonly Page[] {
  const candidates = siftAll(
    improvementSchema,
    JSON.parse(companyFile("improvements.json")) as unknown[],
  );
  const answers = siftAll(answerSchema, companyRows("answers.csv", ["score"], ["touchpoint"]));
  const counts = siftAll(themeCountSchema, companyRows("theme_counts.csv", ["count", "exposure"]));
  const groups = (question: string): ScoreGroup[] =>
    scoresBy(answers, { question, by: "wave" }).map(({ group = "", scores }) => ({
      group,
      scores,
    }));
  const [experience, ...others] = surveyPages(survey, { candidates, budget: COMPANY_BUDGET });
  return [
    ...(experience ? [experience] : []),
    scoresPage({
      nps: groups("nps"),
      csat: { groups: groups("csat"), scale: { min: 1, max: 5 }, satisfiedFrom: 4 },
      ces: { groups: groups("ces"), scale: { min: 1, max: 7 }, easyFrom: 5 },
    }),
    ...others,
    earlyWarningPage(counts),
  ];
}

function questionsOf(survey: Survey): ScoreQuestions {
  const { scores, table } = survey.mapping;
  const groups = (column: string): ScoreGroup[] =>
    survey.waves.map((wave) => ({
      group: wave,
      scores: survey.rows
        .filter((row) => table.wave === undefined || (row[table.wave] ?? "") === wave)
        .map((row) => numberAt(row, column, survey.mapping)),
    }));
  const { nps, csat, ces } = scores;
  return {
    ...(nps && { nps: groups(nps.column) }),
    ...(csat && { csat: { ...csat, groups: groups(csat.column) } }),
    ...(ces && { ces: { ...ces, groups: groups(ces.column) } }),
  };
}

function complain({ complaints }: Survey, print: (line: string) => void): void {
  if (complaints.length === 0) return;
  print(`${String(complaints.length)} cells could not be used; their rows were left out:`);
  for (const complaint of complaints.slice(0, COMPLAINTS_SHOWN)) print(`  ${complaint}`);
  if (complaints.length > COMPLAINTS_SHOWN)
    print(`  and ${String(complaints.length - COMPLAINTS_SHOWN)} more`);
  print("");
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

function isArgumentError(error: unknown): boolean {
  return (
    error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")
  );
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await main(process.argv.slice(2));
}
