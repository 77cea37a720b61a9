import type { Purchase } from "goodwill/customer";
import {
  addDays,
  addMonths,
  plainDateAt,
  type Instant,
  type PlainDate,
  type TimeZone,
} from "goodwill/shared";
import {
  aliveMatrix,
  cohortRetention,
  customerOutlooks,
  dailyPurchases,
  DEFAULT_RFM_SEGMENTS,
  fitBgNbd,
  fitGammaGamma,
  fitMbgNbd,
  fitParetoNbd,
  giniIndex,
  holdoutReport,
  lorenzCurve,
  purchaseSummaries,
  rfmGrid,
  rfmScores,
  rfmValues,
  segmentMigration,
  spendFrequencyCorrelation,
  spendHistories,
  topShare,
  trackingCurve,
  type AliveHistory,
  type CohortRetention,
  type CustomerOutlook,
  type HoldoutReport,
  type LorenzPoint,
  type PurchaseSummary,
  type RfmGrid,
  type SegmentMigration,
  type TrackingPoint,
} from "goodwill/value";

/** What was bought, and how the value of a customer is looked at. */
export interface ValueBase {
  readonly purchases: readonly Purchase[];
  readonly zone: TimeZone;
  /** The end of the log. */
  readonly asOf: Instant;
  /** How many months at the end are kept to judge the forecasts. */
  readonly holdoutMonths: number;
  /** Margin as a share of what is spent. */
  readonly margin: number;
}

/** A model that was tried: how likely it makes the data, and how it forecast the months kept back. */
export interface TriedModel {
  readonly name: string;
  readonly logLikelihood: number;
  readonly report: HoldoutReport;
}

/** What the customers are worth. */
export interface ValueFindings {
  readonly tried: readonly TriedModel[];
  /** The name of the model that makes the data of the calibration most likely; with it everything below is found. */
  readonly chosen: string;
  readonly tracking: readonly TrackingPoint[];
  /** The first day of the months kept back. */
  readonly holdoutStart: PlainDate;
  /** Correlation of spend and frequency, which the model of spend takes to be none. */
  readonly spendCorrelation: number | undefined;
  /** All customers, highest lifetime value first. */
  readonly outlooks: readonly (CustomerOutlook & PurchaseSummary)[];
  /** Alive probability of customers who bought first when the log begins, by frequency and recency. */
  readonly alive: readonly AliveHistory[];
  readonly concentration: {
    readonly gini: number;
    readonly topFifthShare: number;
    readonly curve: readonly LorenzPoint[];
  };
  readonly grid: RfmGrid;
  readonly migration: SegmentMigration;
  readonly cohorts: CohortRetention;
}

const MODELS = [
  { name: "BG/NBD", fit: fitBgNbd },
  { name: "MBG/NBD", fit: fitMbgNbd },
  { name: "Pareto/NBD", fit: fitParetoNbd },
] as const;

const CURRENCY = "CNY";

/** Weeks of a month, the half-year ahead in weeks, and the firm's rate a month. */
const MONTH_WEEKS = 365.25 / 12 / 7;
const AHEAD_WEEKS = 26;
const RATE_MONTHLY = 0.01;

/** From purchases to segments, forecasts, and values. */
export function valueFindings(base: ValueBase): ValueFindings {
  const { purchases, zone, asOf, margin } = base;
  const options = { zone, currency: CURRENCY, returns: "undo" } as const;
  const today = plainDateAt(asOf, zone);
  const calibrationEnd = addMonths(today, -base.holdoutMonths);
  const { customers: calibration } = purchaseSummaries(purchases, {
    ...options,
    observedUntil: calibrationEnd,
    holdoutUntil: today,
  });
  const fits = MODELS.map(({ name, fit }) => ({ name, model: fit(calibration), fit }));
  const best = fits.toSorted((a, b) => b.model.logLikelihood - a.model.logLikelihood)[0]!;
  const { customers } = purchaseSummaries(purchases, { ...options, observedUntil: today });
  const spends = spendHistories(customers).rows;
  const model = best.fit(customers);
  const { outlooks } = customerOutlooks(customers, {
    model,
    spendModel: fitGammaGamma(spends),
    within: AHEAD_WEEKS,
    lifetime: {
      marginShare: margin,
      discount: { rate: RATE_MONTHLY, period: MONTH_WEEKS },
      horizon: { periods: 24 },
    },
  });
  const days = dailyPurchases(purchases, { zone });
  return {
    tried: fits.map(({ name, model }) => ({
      name,
      logLikelihood: model.logLikelihood,
      report: holdoutReport(model, calibration),
    })),
    chosen: best.name,
    tracking: trackingCurve(best.model, days, { until: today }),
    holdoutStart: addDays(calibrationEnd, 1),
    spendCorrelation: spendFrequencyCorrelation(spends),
    outlooks: outlooks
      .map((outlook, i) => ({ ...customers[i]!, ...outlook }))
      .toSorted((a, b) => (b.lifetimeValue ?? 0) - (a.lifetimeValue ?? 0)),
    // Histories as long as the longest, with steps of a twelfth of it.
    alive: aliveMatrix(model, {
      age: Math.max(...customers.map(({ age }) => age)),
      mostFrequency: Math.max(...customers.map(({ frequency }) => frequency)),
      steps: 12,
    }),
    ...segmentFindings(base, { calibrationEnd, today }),
    cohorts: cohortRetention(purchases, { ...options, by: "quarter", returns: "lower-spend" }),
  };
}

/** How value is spread, and how customers moved between segments in the months kept back. */
function segmentFindings(
  { purchases, zone }: ValueBase,
  { calibrationEnd, today }: { readonly calibrationEnd: PlainDate; readonly today: PlainDate },
): Pick<ValueFindings, "concentration" | "grid" | "migration"> {
  const scoresOn = (asOf: PlainDate) => {
    const { values } = rfmValues(purchases, {
      asOf,
      zone,
      currency: CURRENCY,
      returns: "lower-spend",
    });
    return rfmScores(values, { segments: DEFAULT_RFM_SEGMENTS });
  };
  const [before, after] = [scoresOn(calibrationEnd), scoresOn(today)];
  const amounts = after.customers.map(({ amount }) => Math.max(0, amount));
  return {
    concentration: {
      gini: giniIndex(amounts) ?? 0,
      topFifthShare: topShare(amounts, { share: 0.2 }) ?? 0,
      curve: lorenzCurve(amounts, { points: 101 }),
    },
    grid: rfmGrid(after),
    migration: segmentMigration(before.customers, after.customers, {
      order: DEFAULT_RFM_SEGMENTS.map(({ name }) => name),
    }),
  };
}
