import { compareText } from "../../shared/text-order.js";
import { aggregate, requireSameConfiguration } from "../../shared/aggregation.js";
import type { Aggregation, ConfiguredAccumulator } from "../../shared/aggregation.js";
import type { CurrencyCode } from "../../shared/money/currency.js";
import { exactAmount } from "../../shared/money/exact-amount.js";
import { plainDate } from "../../shared/time/plain-date.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import { plainDateAt } from "../../shared/time/time-zone.js";
import type { PointValue } from "../programme/point-kind.js";
import { addFractions, multiplyFractions, roundFraction } from "./exact-fraction.js";
import type { ExactFraction } from "./exact-fraction.js";
import { expectedShareOf, requireExpectedRedemption } from "./expected-share.js";
import { lotAtMoment, vintageStart } from "./points-vintage.js";
import type {
  CurrencyLiability,
  PointsLiability,
  PointsLiabilityOptions,
  VintageLiability,
} from "./vintage-liability.js";
import type { VintageLot } from "./vintage-lot.js";

/** Points by vintage and value that can be stored, sent and merged. */
export interface PointsLiabilitySums extends ConfiguredAccumulator {
  /**
   * By the text `vintage currency amount points`, or `vintage` alone without a value: issued, redeemed, outstanding.
   */
  readonly points: Record<string, [number, number, number]>;
}

const TASK = "tell the points liability";

const NONE: ExactFraction = { numerator: 0n, denominator: 1n };

/**
 * What are the outstanding points worth, by when they were earned, as an aggregation?
 *
 * The same as {@link pointsLiability}, for many members: on a stream, or in parts that are merged. Nothing is rounded
 * before the figure is read, so that every way to split the lots gives the same amounts.
 *
 * @param options - The moment, zone and length of a vintage, and what share is expected to be redeemed.
 * @returns The aggregation; rows are lots.
 * @throws RangeError where a share is not between 0 and 1 or the steps by age do not begin at 0 and ascend; in
 * `addInput` and `mergeAccumulators` where a number of a lot is no integer of at least 0 or a sum leaves the safe
 * integers.
 * @example
 * ```ts
 * import { pointsLiabilityCombine } from "goodwill/loyalty";
 * import { aggregate, instant, timeZone } from "goodwill/shared";
 *
 * const liability = pointsLiabilityCombine({
 *   asOf: instant("2026-03-01T00:00:00Z"),
 *   zone: timeZone("Europe/Berlin"),
 *   by: "year",
 *   expected: { form: "fixed", share: 0.8 },
 * });
 * aggregate([], liability).currencies; // => []
 * ```
 */
export function pointsLiabilityCombine(
  options: PointsLiabilityOptions,
): Aggregation<VintageLot, PointsLiabilitySums, PointsLiability> {
  const { asOf, zone, by, expected } = options;
  requireExpectedRedemption(expected);
  const today = plainDateAt(asOf, zone);
  const createAccumulator = (): PointsLiabilitySums => ({
    version: 1,
    configuration: JSON.stringify([asOf, zone, by, expected]),
    points: {},
  });
  return {
    createAccumulator,
    addInput: (accumulator, lot) => {
      const { issued, redeemed, outstanding } = lotAtMoment(lot, asOf, TASK);
      if (lot.earnedAt > asOf) return accumulator;
      const key = keyOf(vintageStart(lot.earnedAt, options), lot.value);
      addPoints(accumulator, key, [issued, redeemed, outstanding]);
      return accumulator;
    },
    mergeAccumulators: (a, b) => {
      const merged = createAccumulator();
      requireSameConfiguration("points liability", [merged, a, b]);
      for (const part of [a, b]) {
        for (const [key, points] of Object.entries(part.points)) addPoints(merged, key, points);
      }
      return merged;
    },
    extractOutput: ({ points }) => {
      const groups = groupsOf(points);
      const vintages = groups.flatMap((group) => vintageOfGroup(group, { expected, today }));
      return {
        asOf,
        vintages,
        currencies: currenciesOf(vintages),
        unvalued: groups.flatMap(({ currency, vintage, outstanding }) =>
          currency === undefined && outstanding > 0 ? [{ vintage, outstanding }] : [],
        ),
      };
    },
  };
}

/**
 * What are the outstanding points worth, by when they were earned, and how much of it is expected to be redeemed?
 *
 * Outstanding is what can still be redeemed: open points whose lot has not expired, whether or not that is recorded,
 * and reserved points. Each lot counts at its own recorded value; face value and liability of a vintage are computed
 * exactly and rounded once each, a tie to the even neighbour, and breakage is the difference. Currencies are never
 * mixed. Points without a value are handed back by themselves. Lots earned after the moment are left out. Give the
 * lots that are redeemed in full as well where the expectation is `of-issued`.
 *
 * @remarks What redeeming would cost at the points' stated value, less expected breakage, as management and a
 * programme that must fund its points need it. The contract liability of IFRS 15 for points issued together is what
 * {@link recogniseRevenue} leaves of the amount allocated to them; it can lie below, as the allocation shares the
 * discount between goods and points.
 * @param lots - Lots of one or many members, such as those of a loyalty ledger.
 * @param options - The moment, zone and length of a vintage, and what share is expected to be redeemed.
 * @returns The vintages, the sums, and the points without a value.
 * @throws RangeError where a share is not between 0 and 1, the steps by age do not begin at 0 and ascend, a number of
 * a lot is no integer of at least 0, or a sum leaves the safe integers.
 * @example
 * ```ts
 * import { pointsLiability } from "goodwill/loyalty";
 * import { instant, timeZone } from "goodwill/shared";
 *
 * const gone = { reserved: 0, redeemed: 0, clawedBack: 0, transferred: 0, settledDebt: 0 };
 * const value = { points: 100, amount: 500, currency: "EUR" } as const;
 * const lot = { earnedAt: instant("2026-02-13T09:30:00Z"), original: 250, open: 250, ...gone, value };
 * const { vintages } = pointsLiability([lot], {
 *   asOf: instant("2026-03-01T00:00:00Z"),
 *   zone: timeZone("Europe/Berlin"),
 *   by: "month",
 *   expected: { form: "fixed", share: 0.8 },
 * });
 * vintages.map(({ vintage, liability }) => [vintage, liability.amount]); // => [["2026-02-01", 1000]]
 * ```
 */
export function pointsLiability(
  lots: Iterable<VintageLot>,
  options: PointsLiabilityOptions,
): PointsLiability {
  return aggregate(lots, pointsLiabilityCombine(options));
}

function keyOf(vintage: PlainDate, value: PointValue | undefined): string {
  if (value === undefined) return vintage;
  for (const [name, count] of Object.entries({ points: value.points, amount: value.amount })) {
    if (Number.isSafeInteger(count) && count >= 1) continue;
    throw new RangeError(
      `Cannot ${TASK}: ${name} of a value must be an integer of at least 1, got ${String(count)}`,
    );
  }
  return `${vintage} ${value.currency} ${String(value.amount)} ${String(value.points)}`;
}

function addPoints(
  { points }: PointsLiabilitySums,
  key: string,
  more: readonly [number, number, number],
): void {
  const sums = (points[key] ??= [0, 0, 0]);
  more.forEach((value, index) => {
    const sum = sums[index]! + value;
    if (!Number.isSafeInteger(sum)) {
      throw new RangeError(`Cannot ${TASK}: points must be a safe integer, got ${String(sum)}`);
    }
    sums[index] = sum;
  });
}

/** All points of one vintage and currency; without a currency those without a value. */
interface VintageGroup {
  readonly vintage: PlainDate;
  readonly currency: CurrencyCode | undefined;
  issued: number;
  redeemed: number;
  outstanding: number;
  /** The exact value of what is outstanding, in minor units. */
  face: ExactFraction;
}

function groupsOf(points: PointsLiabilitySums["points"]): VintageGroup[] {
  const groups = new Map<string, VintageGroup>();
  for (const [key, [issued, redeemed, outstanding]] of Object.entries(points)) {
    const [vintage = "", currency, amount = "0", per = "1"] = key.split(" ");
    const id = `${vintage} ${currency ?? ""}`;
    const group = groups.get(id) ?? {
      ...{ vintage: plainDate(vintage), currency: currency as CurrencyCode | undefined },
      ...{ issued: 0, redeemed: 0, outstanding: 0, face: NONE },
    };
    group.issued += issued;
    group.redeemed += redeemed;
    group.outstanding += outstanding;
    const face = { numerator: BigInt(outstanding) * BigInt(amount), denominator: BigInt(per) };
    group.face = addFractions(group.face, face);
    groups.set(id, group);
  }
  return [...groups].toSorted(([a], [b]) => compareText(a, b)).map(([, group]) => group);
}

function vintageOfGroup(
  group: VintageGroup,
  { expected, today }: Pick<PointsLiabilityOptions, "expected"> & { readonly today: PlainDate },
): VintageLiability[] {
  const { vintage, currency, issued, redeemed, outstanding, face } = group;
  if (currency === undefined || outstanding === 0) return [];
  const share = expectedShareOf(expected, { points: group, today });
  const whole = exactAmount(TASK, roundFraction(face, "half-even"), currency);
  const owed = Number(roundFraction(multiplyFractions(face, share), "half-even"));
  return [
    {
      ...{ vintage, currency, issued, redeemed, outstanding },
      expectedShare: Number(share.numerator) / Number(share.denominator),
      faceValue: { amount: whole, currency },
      breakage: { amount: whole - owed, currency },
      liability: { amount: owed, currency },
    },
  ];
}

function currenciesOf(vintages: readonly VintageLiability[]): CurrencyLiability[] {
  const codes = [...new Set(vintages.map(({ currency }) => currency))].toSorted();
  return codes.map((currency) => {
    const own = vintages.filter((one) => one.currency === currency);
    const sum = (field: "faceValue" | "breakage" | "liability") => {
      const all = own.reduce((total, one) => total + BigInt(one[field].amount), 0n);
      return { amount: exactAmount(TASK, all, currency), currency };
    };
    return {
      currency,
      outstanding: own.reduce((total, one) => total + one.outstanding, 0),
      faceValue: sum("faceValue"),
      breakage: sum("breakage"),
      liability: sum("liability"),
    };
  });
}
