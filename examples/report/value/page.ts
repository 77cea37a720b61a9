import {
  aliveMatrixChart,
  classMigrationChart,
  cohortTriangleChart,
  lorenzChart,
  rfmHeatMap,
  trackingChart,
} from "goodwill/chart";
import { chart, heading, table, text, type Block, type Page } from "../page.js";
import { amount, chance, decimal, listed, many, percent } from "../wording.js";
import type { ValueFindings } from "./findings.js";

/** What the customers are worth: who is still one, what is to be expected, on whom it hangs, and whether to trust it. */
export function valuePage(findings: ValueFindings): Page {
  return {
    title: "What the customers are worth",
    blocks: [
      ...outlookBlocks(findings),
      heading("Can the forecast be trusted?"),
      ...holdoutBlocks(findings),
      heading("On whom does it hang?"),
      ...concentrationBlocks(findings),
      heading("Segments, and who moved"),
      ...segmentBlocks(findings),
      heading("Who comes back"),
      chart((drawing) => cohortTriangleChart(findings.cohorts, drawing)),
    ],
  };
}

/** How many customers the table names. */
const NAMED = 8;

function outlookBlocks({ outlooks, chosen, alive }: ValueFindings): Block[] {
  const total = outlooks.reduce((sum, { lifetimeValue = 0 }) => sum + lifetimeValue, 0);
  const remaining = outlooks.reduce((sum, { aliveProbability }) => sum + aliveProbability, 0);
  return [
    text(
      `Of ${many(outlooks.length, "customer")} who ever bought, ${decimal(remaining, 0)} are still customers, as ${chosen} sees it.`,
      `The margin of the next two years is worth ${yuan(total)} today.`,
    ),
    table(
      ["customer", "orders again", "last order", "still a customer", "next half-year", "worth"],
      outlooks
        .slice(0, NAMED)
        .map(
          ({ customer, frequency, last, aliveProbability, expectedPurchases, lifetimeValue }) => [
            customer,
            amount(frequency),
            last,
            chance(aliveProbability),
            decimal(expectedPurchases),
            yuan(lifetimeValue ?? 0),
          ],
        ),
    ),
    chart((drawing) => aliveMatrixChart(alive, { timeUnit: "weeks", ...drawing })),
  ];
}

function holdoutBlocks(findings: ValueFindings): Block[] {
  const { tried, chosen, tracking, holdoutStart, spendCorrelation } = findings;
  const [{ report }] = tried as [ValueFindings["tried"][number]];
  return [
    text(
      `The last half-year was kept back: ${many(report.customers, "customer")} then made ${amount(report.actualTotal)} purchases.`,
      `${chosen} makes the time before most likely and is used here.`,
      `Spend and frequency correlate at ${decimal(spendCorrelation)}; the model of spend takes it to be 0.`,
    ),
    table(
      ["forecast by", "log-likelihood", "purchases", "mean error", "AUC", "Brier"],
      [
        ...tried.map(({ name, logLikelihood, report: { model } }) => [
          name,
          decimal(logLikelihood, 1),
          decimal(model.total, 0),
          decimal(model.meanAbsoluteError),
          decimal(model.areaUnderCurve),
          decimal(model.brierScore, 3),
        ]),
        [
          "rate so far",
          "-",
          decimal(report.naive.total, 0),
          decimal(report.naive.meanAbsoluteError),
          decimal(report.naive.areaUnderCurve),
          decimal(report.naive.brierScore, 3),
        ],
      ],
    ),
    chart((drawing) => trackingChart(tracking, { holdoutStart, timeUnit: "weeks", ...drawing })),
  ];
}

function concentrationBlocks({ concentration }: ValueFindings): Block[] {
  const { gini, topFifthShare, curve } = concentration;
  return [
    text(`The best fifth of the customers brought ${percent(topFifthShare)} of all that was paid.`),
    chart((drawing) => lorenzChart([{ points: curve, gini }], drawing)),
  ];
}

function segmentBlocks({ grid, migration }: ValueFindings): Block[] {
  const grown = migration.balances
    .filter(({ closing, opening }) => closing > opening)
    .map(
      ({ segment, opening, closing }) => `${segment} from ${amount(opening)} to ${amount(closing)}`,
    );
  return [
    chart((drawing) =>
      rfmHeatMap(grid, { measure: "meanAmount", currency: "CNY", minorDigits: 2, ...drawing }),
    ),
    text(
      `In the last half-year ${many(migration.came, "customer")} came.`,
      grown.length > 0 ? `Grown: ${listed(grown)}.` : "",
    ),
    // RFM segments have no order: nobody is said to have gone up or down.
    chart((drawing) => classMigrationChart(migration, drawing)),
  ];
}

function yuan(minorUnits: number): string {
  return `${amount(Math.round(minorUnits / 100))} CNY`;
}
