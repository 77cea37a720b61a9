/**
 * From a log of interactions to a journey report: `npx tsx examples/recipes/journey-report.ts log.csv`.
 *
 * Without a file it reads the web log of the simulated company. The columns are those of an `Interaction`: id,
 * customer, at, touchpoint, channel, direction, kind, and, where they are known, outcome, feeling and topic. A row that
 * does not hold is named with its line, and the report is made of the others.
 *
 *     --outcome purchase        what counts as success
 *     --gap-minutes 30          after so long a pause a visit is over
 *     --way-days 30             after so long a pause a way to the outcome is over
 *     --funnel a,b,c            the stages of the funnel
 *     --sources a,b,c           the touchpoints that share the outcomes; all when absent
 *     --out reports/journeys.html
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { siftInteractions } from "goodwill/touchpoint";
import { pageText } from "../report/console.js";
import { reportHtml } from "../report/html.js";
import { journeyFindings, type JourneyQuestions } from "../report/journey/findings.js";
import { journeyPage } from "../report/journey/page.js";
import { UnusableFile } from "../report/mapping.js";
import { readSurveyFile, type CsvRow } from "../report/survey-file.js";

const COMPANY_LOG = fileURLToPath(new URL("../company/data/visits.csv", import.meta.url));

/** Where lines go: the terminal, or a test. */
export type Print = (line: string) => void;

/** Makes the report; returns the exit code: 0, or 1 with a message where nothing can be made. */
export async function main(
  argv: readonly string[] = [],
  print: Print = (line) => console.log(line),
): Promise<number> {
  try {
    const { path, out, questions } = argumentsOf(argv);
    const { rows, lines, name } = await readSurveyFile(path, print);
    const { accepted, rejected } = siftInteractions(rows.map(interactionOf));
    for (const { index, issues } of rejected) {
      const said = issues.map((issue) => `${issue.path}: ${issue.message}`).join("; ");
      print(`Line ${String(lines[index])} was left out: ${said}.`);
    }
    if (accepted.length === 0) throw new UnusableFile(`No row of ${name} is an interaction.`);
    const page = journeyPage(journeyFindings(accepted, questions));
    print(pageText(page));
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, await reportHtml("Journeys", [page]));
    print(`The report with charts is in ${out}.`);
    return 0;
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error;
    print(error.message);
    return 1;
  }
}

const COLUMNS = new Set([
  ...["id", "customer", "at", "source", "touchpoint", "channel", "direction", "kind"],
  ...["outcome", "feeling", "topic"],
]);

/** A row of the log; an empty cell is an absent value, and a column of another use is dropped. */
function interactionOf(row: CsvRow): unknown {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([column, cell]) => COLUMNS.has(column) && cell !== "")
      .map(([column, cell]) => [column, column === "feeling" ? Number(cell) : cell]),
  );
}

function argumentsOf(argv: readonly string[]): {
  path: string;
  out: string;
  questions: JourneyQuestions;
} {
  const { positionals, values } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      outcome: { type: "string", default: "purchase" },
      "gap-minutes": { type: "string", default: "30" },
      "way-days": { type: "string", default: "30" },
      funnel: { type: "string" },
      sources: { type: "string" },
      out: { type: "string", default: "reports/journeys.html" },
    },
  });
  const names = (list: string | undefined): string[] | undefined => list?.split(",");
  const funnel = names(values.funnel);
  const sources = names(values.sources);
  const [path = COMPANY_LOG] = positionals;
  return {
    path,
    out: values.out,
    questions: {
      outcome: values.outcome,
      gapMinutes: numberOf(values["gap-minutes"], "gap-minutes"),
      wayDays: numberOf(values["way-days"], "way-days"),
      ...(funnel && { funnel }),
      ...(sources && { sources }),
    },
  };
}

function numberOf(text: string, option: string): number {
  const number = Number(text);
  if (number > 0) return number;
  throw new UnusableFile(`--${option} must be a number above 0, got ${text}.`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await main(process.argv.slice(2));
}
