import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { answerSchema, improvementSchema, scoresBy, themeCountSchema } from "goodwill/experience";
import {
  instant,
  plainDate,
  quarterPeriod,
  siftRows,
  timeZone,
  type RejectedRow,
} from "goodwill/shared";
import { siftInteractions, type Interaction } from "goodwill/touchpoint";
import {
  DELIVERY_BLUEPRINT,
  PLANNED_JOURNEY,
  TOUCHPOINTS,
} from "../company/generator/service-design.js";
import { companyCare, companyClasses } from "./care/company-care.js";
import { careFindings, type CareFindings } from "./care/findings.js";
import { companyFile, companyTable } from "./company-table.js";
import {
  companyContacts,
  companyPurchases,
  companyRecords,
  companySignals,
  companyTruth,
} from "./customer/company-customers.js";
import { customerFindings, type CustomerFindings } from "./customer/findings.js";
import { earlyWarning, type EarlyWarning } from "./early-warning-page.js";
import type { servicePage } from "./journey/service-page.js";
import { journeyFindings, type JourneyFindings } from "./journey/findings.js";
import type { ScoreGroup, ScoreQuestions } from "./scores-page.js";
import type { CostedImprovements } from "./study-findings.js";
import { serviceFindings, type ServiceFindings } from "./service/findings.js";
import { valueFindings, type ValueFindings } from "./value/findings.js";

/** What the simulated company can spend on improvements, in {@link COST_UNIT}. */
const BUDGET = 90;

const COST_UNIT = "thousand yuan";

/** The ratings of the simulated company. */
export const COMPANY_RATINGS = fileURLToPath(companyFile("ratings.csv"));

/** What the company could do, and what it can spend on it. */
export function companyImprovements(): CostedImprovements {
  const rows = JSON.parse(readFileSync(companyFile("improvements.json"), "utf8")) as unknown[];
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

/** The company's customers on the last day of the log, as its departments know them. */
export function companyCustomers(): CustomerFindings {
  return customerFindings({
    records: companyRecords(),
    purchases: companyPurchases(),
    contacts: companyContacts(),
    signals: companySignals(),
    truth: companyTruth(),
    zone: timeZone("Asia/Shanghai"),
    asOf: instant("2026-01-01T00:00:00Z"),
  });
}

/** The journeys on the company's website in the last quarter. */
export function companyJourneys(): JourneyFindings {
  return journeyFindings(companyLog("visits.csv"), {
    outcome: "purchase",
    gapMinutes: 30,
    wayDays: 30,
    funnel: ["product-page", "basket", "checkout", "order"],
    sources: ["search-ad", "social-ad", "price-portal", "friend-link", "newsletter", "direct"],
    planned: PLANNED_JOURNEY,
    rules: [{ when: { topic: "delivery-date" }, obstacle: "day of delivery not shown" }],
  });
}

/** Where the company meets its customers, and how a parcel comes to them. */
export function companyService(): Parameters<typeof servicePage>[0] {
  return {
    log: [...companyLog("interactions.csv"), ...companyLog("visits.csv")],
    catalogue: TOUCHPOINTS,
    blueprint: DELIVERY_BLUEPRINT,
  };
}

/** What the company's customers are worth, on the last day of its log. */
export function companyValue(): ValueFindings {
  return valueFindings({
    purchases: companyPurchases(),
    zone: timeZone("Asia/Shanghai"),
    asOf: instant("2025-12-31T15:59:59Z"),
    holdoutMonths: 6,
    margin: 0.3,
  });
}

/** What the company does for its customers in the quarter after its log. */
export function companyNextQuarter(): CareFindings {
  return careFindings({
    customers: companyCare(),
    period: quarterPeriod(plainDate("2026-01-01")),
    asOf: instant("2025-12-31T15:59:59Z"),
    seed: 2026,
  });
}

/** What went wrong by the end of the log, what comes of it, and the contact centre in the week to come. */
export function companyComplaintDesk({ outlooks }: ValueFindings): ServiceFindings {
  const worth = outlooks.reduce((sum, { lifetimeValue = 0 }) => sum + lifetimeValue, 0);
  return serviceFindings({
    asOf: instant("2025-12-31T15:59:59Z"),
    purchases: companyPurchases(),
    classes: companyClasses(),
    valuePerCustomer: { amount: Math.round(worth / outlooks.length), currency: "CNY" },
    seed: 2026,
  });
}

/** A log of the company; a row that does not hold would be a defect of the generator. */
function companyLog(name: string): readonly Interaction[] {
  const { accepted, rejected } = siftInteractions(companyRows(name, ["feeling"], ["purchase"]));
  requireNone(rejected);
  return accepted;
}

/** Rows of a company file with some columns as numbers and some dropped. */
function companyRows(
  name: string,
  numbers: readonly string[],
  dropped: readonly string[] = [],
): unknown[] {
  return companyTable(name).map((row) =>
    Object.fromEntries(
      Object.entries(row)
        .filter(([column]) => !dropped.includes(column))
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
  requireNone(rejected);
  return accepted;
}

function requireNone([first]: readonly RejectedRow[]): void {
  if (first !== undefined)
    throw new Error(`row ${String(first.index)}: ${JSON.stringify(first.issues)}`);
}
