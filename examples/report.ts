/**
 * From a file of ratings to what to do next.
 *
 * - `npm run demo`: the simulated company of `examples/company`.
 * - `npm run demo -- survey.csv`: a CSV file that a mapping of `examples/mappings` fits.
 * - `npm run demo -- survey.csv --mapping my.json`: any CSV file, with a mapping that says which column holds what.
 * - `--out my-report.html`: where to write the report; `reports/report.html` by default.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import {
  COMPANY_RATINGS,
  companyComplaintDesk,
  companyCustomers,
  companyImprovements,
  companyJourneys,
  companyNextQuarter,
  companyQuestions,
  companyService,
  companyValue,
  companyWarning,
} from "./report/company.js";
import { carePage } from "./report/care/page.js";
import { pageText } from "./report/console.js";
import { customerPage } from "./report/customer/page.js";
import { driverFindings, driversPage } from "./report/drivers-page.js";
import { earlyWarningPage } from "./report/early-warning-page.js";
import { experiencePage } from "./report/experience-page.js";
import { reportHtml } from "./report/html.js";
import { journeyPage } from "./report/journey/page.js";
import { servicePage } from "./report/journey/service-page.js";
import { leftOutPage } from "./report/left-out-page.js";
import { findMapping, readMapping, UnusableFile } from "./report/mapping.js";
import { namingOf } from "./report/naming.js";
import type { Page } from "./report/page.js";
import { scoresPage } from "./report/scores-page.js";
import { studyFindings } from "./report/study-findings.js";
import { summaryPage, type Findings } from "./report/summary-page.js";
import { complaintPage } from "./report/service/page.js";
import { readSurveyFile } from "./report/survey-file.js";
import { surveyQuestions } from "./report/survey-questions.js";
import { surveyOf, type Survey } from "./report/survey.js";
import { valuePage } from "./report/value/page.js";
import { many } from "./report/wording.js";

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
    const { path, mapping: mappingPath, out } = argumentsOf(argv);
    const file = await readSurveyFile(path ?? COMPANY_RATINGS, progress);
    const mapping =
      mappingPath === undefined ? findMapping(file.columns, file.name) : readMapping(mappingPath);
    const steps = file.rows.length >= MANY_ROWS ? progress : () => undefined;
    steps(`checking ${many(file.rows.length, "row")}`);
    const survey = surveyOf(file, mapping);
    const pages = reportPages(survey, { isCompany: path === undefined, progress: steps });
    for (const page of pages) print(`${pageText(page)}\n`);
    progress("drawing the charts");
    writeReport(out, await reportHtml(mapping.title, pages));
    print(`The report with charts is in ${out}.`);
    return 0;
  } catch (error) {
    if (!(error instanceof UnusableFile || isArgumentError(error))) throw error;
    progress(error.message);
    return 1;
  }
}

/** From so many rows on the steps take seconds, and each is announced. */
const MANY_ROWS = 20_000;

function argumentsOf(argv: readonly string[]): { path?: string; mapping?: string; out: string } {
  const { positionals, values } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      mapping: { type: "string" },
      out: { type: "string", default: "reports/report.html" },
    },
  });
  const [path, ...others] = positionals;
  if (others.length > 0)
    throw new UnusableFile(
      `One file at a time: got ${many(positionals.length, "file")}, ${positionals.join(", ")}.`,
    );
  return {
    ...(path !== undefined && { path }),
    ...(values.mapping !== undefined && { mapping: values.mapping }),
    out: values.out,
  };
}

/** The company keeps its scores, complaints and candidate improvements in files of their own. */
function reportPages(
  survey: Survey,
  { isCompany, progress }: Pick<Output, "progress"> & { readonly isCompany: boolean },
): readonly Page[] {
  if (survey.mapping.drivers !== undefined) progress("finding the drivers");
  const drivers = driverFindings(survey);
  const findings: Findings = {
    ...(survey.study && {
      study: studyFindings(survey, survey.study, {
        progress,
        improvements: isCompany ? companyImprovements() : undefined,
      }),
    }),
    questions: isCompany ? companyQuestions() : surveyQuestions(survey),
    ...(drivers && { drivers }),
    ...(isCompany && { warning: companyWarning() }),
  };
  const { study, questions, warning } = findings;
  const naming = namingOf(survey.mapping);
  const leftOut = leftOutPage(survey);
  const value = isCompany ? companyValue() : undefined;
  return [
    summaryPage(findings, survey, naming),
    ...(study ? [experiencePage(study, naming)] : []),
    ...(Object.keys(questions).length > 0 ? [scoresPage(questions)] : []),
    ...(drivers ? [driversPage(drivers, survey, naming)] : []),
    ...(warning ? [earlyWarningPage(warning)] : []),
    ...(value
      ? [
          customerPage(companyCustomers()),
          journeyPage(companyJourneys(), "Journeys on the website, 2025Q4"),
          servicePage(companyService()),
          valuePage(value),
          carePage(companyNextQuarter()),
          complaintPage(companyComplaintDesk(value)),
        ]
      : []),
    ...(leftOut ? [leftOut] : []),
  ];
}

function writeReport(out: string, html: string): void {
  try {
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, html);
  } catch (error) {
    throw new UnusableFile(`Cannot write the report to ${out}: ${(error as Error).message}.`);
  }
}

function isArgumentError(error: unknown): error is TypeError {
  return (
    error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")
  );
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await main(process.argv.slice(2));
}
