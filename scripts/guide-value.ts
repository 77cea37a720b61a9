/** The charts of what customers are worth: a music shop of 2,400 customers over eighteen months, drawn from a seed. */
import {
  aliveMatrixChart,
  classMigrationChart,
  cohortTriangleChart,
  lorenzChart,
  rfmHeatMap,
  survivalChart,
  trackingChart,
  type ChartOptions,
  type ChartSpecification,
  type SurvivalChartCurve,
} from "goodwill/chart";
import { plainDate, seededRandom, timeZone, type PlainDate } from "goodwill/shared";
import {
  aliveMatrix,
  cohortRetention,
  dailyPurchases,
  fitBgNbd,
  giniIndex,
  lorenzCurve,
  purchaseSummaries,
  rfmGrid,
  rfmScores,
  rfmValues,
  segmentMigration,
  survivalCurve,
  trackingCurve,
  type PurchaseRow,
} from "goodwill/value";

const DAY_MS = 86_400_000;
const ZONE = timeZone("UTC");
const CURRENCY = "USD";
const SHOP = { zone: ZONE, currency: CURRENCY } as const;
const CUSTOMERS = 2400;

/** Customers join in the first eight months; the model sees half of the time. */
const JOINING_DAYS = 240;
const DAYS = 546;
const HALF_DAYS = 273;
const CLUB_MONTHS = 36;
const ALIVE = { age: 39, mostFrequency: 25, steps: 39 };

/** Classes by what was spent in half of the time, in cents, the lowest first. */
const CLASSES = [
  { id: "nothing", least: 0 },
  { id: "up to 50", least: 1 },
  { id: "50 to 200", least: 5000 },
  { id: "above 200", least: 20_000 },
] as const;

function dateOf(day: number): PlainDate {
  return plainDate(new Date(Date.UTC(2026, 0, 1) + day * DAY_MS).toISOString().slice(0, 10));
}

/** Buying at a pace of one's own, and leaving after a purchase with a chance of one's own. */
function purchasesOf(index: number, random: () => number): { day: number; row: PurchaseRow }[] {
  const customer = `c-${String(index)}`;
  const pace = 12 + 180 * random() ** 2;
  const leaving = 0.5 * random();
  const basket = 1500 + 6000 * random() ** 3;
  const purchases: { day: number; row: PurchaseRow }[] = [];
  let day = Math.floor(JOINING_DAYS * random());
  while (day < DAYS) {
    const amount = Math.round(basket * (0.5 + random()));
    const total = { amount, currency: CURRENCY } as const;
    purchases.push({ day, row: { customer, date: dateOf(day), total } });
    if (random() < leaving) break;
    day += Math.max(1, Math.round(-pace * Math.log(1 - random())));
  }
  return purchases;
}

/** The class of each customer of the first half by what was spent from one day up to another. */
function classesOf(
  purchases: readonly { day: number; row: PurchaseRow }[],
  { from, until }: { readonly from: number; readonly until: number },
) {
  const spent = new Map<string, number>();
  for (const { day, row } of purchases) {
    if (day >= HALF_DAYS && !spent.has(row.customer)) continue;
    const amount = day >= from && day < until ? row.total.amount : 0;
    spent.set(row.customer, (spent.get(row.customer) ?? 0) + amount);
  }
  return [...spent].map(([customer, amount]) => ({
    customer,
    segment: CLASSES.findLast(({ least }) => amount >= least)?.id ?? "nothing",
  }));
}

/** The shop's club: members who pay by the month leave sooner than those who pay by the year. */
function membersOfClub(random: () => number): SurvivalChartCurve[] {
  return [
    { label: "paid by the month", pace: 11, members: 220 },
    { label: "paid by the year", pace: 40, members: 140 },
  ].map(({ label, pace, members }) => {
    const rows = Array.from({ length: members }, () => {
      const stay = Math.ceil(-pace * Math.log(1 - random()));
      const known = Math.ceil(CLUB_MONTHS * random());
      return { time: Math.min(stay, known), event: stay <= known };
    });
    return { label, ...survivalCurve(rows) };
  });
}

/** The charts by file name. */
export function valueCharts(options: ChartOptions): Record<string, ChartSpecification> {
  const random = seededRandom(19_970_101);
  const purchases = Array.from({ length: CUSTOMERS }, (_, index) =>
    purchasesOf(index, random),
  ).flat();
  const rows = purchases.map(({ row }) => row);
  const { values } = rfmValues(rows, { ...SHOP, asOf: dateOf(DAYS - 1) });
  const amounts = values.map(({ amount }) => amount);
  const early = purchases.filter(({ day }) => day < HALF_DAYS).map(({ row }) => row);
  const { customers } = purchaseSummaries(early, { ...SHOP, observedUntil: dateOf(HALF_DAYS - 1) });
  const model = fitBgNbd(customers);
  return {
    "rfm.svg": rfmHeatMap(rfmGrid(rfmScores(values)), options),
    "lorenz.svg": lorenzChart(
      [{ points: lorenzCurve(amounts, { points: 200 }), gini: giniIndex(amounts) }],
      options,
    ),
    "cohorts.svg": cohortTriangleChart(cohortRetention(rows, SHOP), options),
    "survival.svg": survivalChart(membersOfClub(random), { ...options, timeUnit: "months" }),
    "tracking.svg": trackingChart(trackingCurve(model, dailyPurchases(rows, SHOP)), {
      ...{ ...options, holdoutStart: dateOf(HALF_DAYS), timeUnit: "weeks" },
      measure: "repeat purchases",
    }),
    "alive.svg": aliveMatrixChart(aliveMatrix(model, ALIVE), {
      ...{ ...options, timeUnit: "weeks", age: ALIVE.age },
    }),
    "class-migration.svg": classMigrationChart(
      segmentMigration(
        classesOf(purchases, { from: 0, until: HALF_DAYS }),
        classesOf(purchases, { from: HALF_DAYS, until: DAYS }),
      ),
      {
        ...{ ...options, classes: CLASSES.map(({ id }) => id), order: "rising" },
        dates: { before: "first 39 weeks", after: "next 39 weeks" },
      },
    ),
  };
}
