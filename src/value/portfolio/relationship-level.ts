/** How many customers there are of a kind. */
export type CustomerNumberBand = "many" | "medium" | "few";

/** How much a customer of a kind leaves. */
export type MarginBand = "high" | "medium" | "low";

/** How many customers there are, and what they leave. */
export interface RelationshipBands {
  /** How many customers. */
  readonly customers: CustomerNumberBand;
  /** How much one leaves. */
  readonly margin: MarginBand;
}

/**
 * How close a relationship is worth being:
 *
 * - `basic`: the firm sells.
 * - `reactive`: and asks the customer to say when something is wrong.
 * - `accountable`: and asks after the sale whether it is as expected.
 * - `proactive`: and comes back with ideas from time to time.
 * - `partnership`: and works with the customer to improve its results.
 */
export type RelationshipLevel = "basic" | "reactive" | "accountable" | "proactive" | "partnership";

/** From when on customers are many and margins high; a bound that is met counts as reached. */
export interface RelationshipBandPolicy {
  /** Number of customers from which they are not few. */
  readonly mediumCustomers: number;
  /** Number of customers from which they are many, above `mediumCustomers`. */
  readonly manyCustomers: number;
  /** Margin as a share of the revenue from which it is not low, 0 to 1. */
  readonly mediumMarginShare: number;
  /** Margin as a share of the revenue from which it is high, above `mediumMarginShare`. */
  readonly highMarginShare: number;
}

/**
 * From 100 customers medium, from 10,000 many; from a margin of 10 percent medium, from 30 percent high.
 *
 * @remarks Kotler gives no figures, and these have no other source: put in the firm's own.
 */
export const DEFAULT_RELATIONSHIP_BAND_POLICY: RelationshipBandPolicy = {
  mediumCustomers: 100,
  manyCustomers: 10_000,
  mediumMarginShare: 0.1,
  highMarginShare: 0.3,
};

const LEVELS: Readonly<
  Record<CustomerNumberBand, Readonly<Record<MarginBand, RelationshipLevel>>>
> = {
  many: { high: "accountable", medium: "reactive", low: "basic" },
  medium: { high: "proactive", medium: "accountable", low: "reactive" },
  few: { high: "partnership", medium: "proactive", low: "accountable" },
};

/**
 * How close a relationship do these customers deserve (VAL-5)?
 *
 * The fewer the customers and the more each leaves, the closer.
 *
 * @remarks Kotler (2000, Marketing Management, Millennium edition, chapter 2, levels of relationship marketing).
 * @param bands - How many customers, and how much one leaves.
 * @returns The level.
 * @throws RangeError when a band is none.
 * @example
 * ```ts
 * import { relationshipLevel } from "goodwill/value";
 *
 * relationshipLevel({ customers: "few", margin: "high" }); // => "partnership"
 * relationshipLevel({ customers: "many", margin: "low" }); // => "basic"
 * ```
 */
export function relationshipLevel({ customers, margin }: RelationshipBands): RelationshipLevel {
  const level = Object.hasOwn(LEVELS, customers) ? LEVELS[customers] : undefined;
  if (level === undefined || !Object.hasOwn(level, margin)) {
    throw new RangeError(
      `Cannot choose a relationship level: customers must be many, medium or few and margin high, medium or low, ` +
        `got ${customers} and ${margin}`,
    );
  }
  return level[margin];
}

/**
 * Are these customers many or few, and is what one leaves high or low?
 *
 * @param figures - Number of customers, and margin as a share of the revenue (below 0 for a loss).
 * @param policy - The bounds; {@link DEFAULT_RELATIONSHIP_BAND_POLICY} when absent.
 * @returns The bands, for {@link relationshipLevel}.
 * @throws RangeError when the number is not whole or below 0, the margin is above 1 or no number, or the bounds do not
 * rise.
 * @example
 * ```ts
 * import { relationshipBands, relationshipLevel } from "goodwill/value";
 *
 * const bands = relationshipBands({ customers: 40, marginShare: 0.3 });
 * bands; // => { customers: "few", margin: "high" }
 * relationshipLevel(bands); // => "partnership"
 * ```
 */
export function relationshipBands(
  { customers, marginShare }: { readonly customers: number; readonly marginShare: number },
  policy: RelationshipBandPolicy = DEFAULT_RELATIONSHIP_BAND_POLICY,
): RelationshipBands {
  const { mediumCustomers, manyCustomers, mediumMarginShare, highMarginShare } = policy;
  if (!(0 < mediumCustomers && mediumCustomers < manyCustomers)) {
    throw cannot(
      `customers must rise from medium to many, got ${String(mediumCustomers)} and ${String(manyCustomers)}`,
    );
  }
  if (!(mediumMarginShare < highMarginShare && highMarginShare <= 1)) {
    throw cannot(
      `margins must rise from medium to high, got ${String(mediumMarginShare)} and ${String(highMarginShare)}`,
    );
  }
  if (!(Number.isSafeInteger(customers) && customers >= 0)) {
    throw cannot(`customers must be a whole number of at least 0, got ${String(customers)}`);
  }
  if (!(Number.isFinite(marginShare) && marginShare <= 1)) {
    throw cannot(`marginShare must be a number of at most 1, got ${String(marginShare)}`);
  }
  return {
    customers: bandOf(customers, ["few", mediumCustomers, "medium", manyCustomers, "many"]),
    margin: bandOf(marginShare, ["low", mediumMarginShare, "medium", highMarginShare, "high"]),
  };
}

function bandOf<Band>(value: number, bands: readonly [Band, number, Band, number, Band]): Band {
  const [low, mediumFrom, medium, highFrom, high] = bands;
  if (value >= highFrom) return high;
  return value >= mediumFrom ? medium : low;
}

function cannot(why: string): RangeError {
  return new RangeError(`Cannot find relationship bands: ${why}`);
}
