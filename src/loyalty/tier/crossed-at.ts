import { plainDateAt } from "../../shared/time/time-zone.js";
import type { QualifyingEntry } from "../ledger/event-base.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import type { TierPolicy, TierQualification } from "../programme/tier-policy.js";
import type { QualifiedAmounts } from "./qualified-amounts.js";
import { spellsOn, tierCalendar } from "./tier-calendar.js";
import type { TierOptions } from "./tier-options.js";
import { requirementsOf } from "./tier-qualification.js";
import { amountsThrough } from "./tier-walk.js";

/** Where in an order tiers are reached: parts of a common denominator, ascending, each tier higher than the last. */
export interface CrossedThresholds {
  /** All of the order. */
  readonly denominator: bigint;
  /** The tiers reached, by their place, and how much of the order it takes. */
  readonly thresholds: readonly { readonly place: number; readonly at: bigint }[];
}

/** A part of the order, from 0 to 1. */
interface Part {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** The finest common denominator: where shares would need a larger one, a threshold is rounded up to it. */
const FINEST = 1_000_000_000_000n;

/** Where in an order the tiers above one are reached that the whole of it reaches; none where it reaches none. */
export function crossedAt(
  state: LoyaltyState,
  options: TierOptions & { readonly adding: QualifyingEntry; readonly above: number },
): CrossedThresholds {
  const { adding, above, asOf, programme } = options;
  const calendar = tierCalendar(state, programme);
  if (calendar === undefined) return { denominator: 1n, thresholds: [] };
  const today = plainDateAt(asOf, calendar.zone);
  const counted = spellsOn(today, calendar).filter(
    ({ counts }) => counts.start <= adding.day && adding.day < counts.end,
  );
  const reached = counted.flatMap(({ counts }) =>
    partsOf(amountsThrough(state, counts, today), adding.amounts, calendar.policy),
  );
  const crossed = ascending(reached.filter(({ place }) => place > above));
  const common = crossed.reduce((all, { part }) => commonMultiple(all, part.denominator), 1n);
  const denominator = common > BigInt(Number.MAX_SAFE_INTEGER) ? FINEST : common;
  const thresholds = crossed.map(({ place, part }) => ({
    place,
    at: (part.numerator * denominator + part.denominator - 1n) / part.denominator,
  }));
  return { denominator, thresholds };
}

interface Crossing {
  readonly place: number;
  readonly part: Part;
}

/** By the part it takes; of those that take no less than a higher tier, only the higher. */
function ascending(reached: readonly Crossing[]): readonly Crossing[] {
  const sorted = [...reached].sort((a, b) => compareParts(a.part, b.part) || b.place - a.place);
  const crossed: Crossing[] = [];
  for (const one of sorted) {
    if (one.place > (crossed.at(-1)?.place ?? 0)) crossed.push(one);
  }
  return crossed;
}

/** The part of the order that reaches each tier it reaches. */
function partsOf(
  before: QualifiedAmounts,
  adding: QualifyingEntry["amounts"],
  { tiers }: TierPolicy,
): readonly Crossing[] {
  return tiers.flatMap(({ reach }, place) => {
    const part = reach && partFor(before, adding, reach);
    return part === undefined ? [] : [{ place, part }];
  });
}

function partFor(
  before: QualifiedAmounts,
  adding: QualifyingEntry["amounts"],
  reach: TierQualification,
): Part | undefined {
  const parts = requirementsOf(reach).map(({ metric, atLeast }): Part | undefined => {
    const missing = atLeast - before[metric];
    if (missing <= 0) return { numerator: 0n, denominator: 1n };
    const added = adding[metric] ?? 0;
    if (added < missing) return undefined;
    return { numerator: BigInt(missing), denominator: BigInt(added) };
  });
  const met = parts.filter((part) => part !== undefined).sort(compareParts);
  if ("any" in reach) return met[0];
  return met.length === parts.length ? met.at(-1) : undefined;
}

function compareParts(a: Part, b: Part): number {
  const [left, right] = [a.numerator * b.denominator, b.numerator * a.denominator];
  return left < right ? -1 : left > right ? 1 : 0;
}

function commonMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y > 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}
