import { compareText } from "../../shared/text-order.js";
// Figures of members added up. Internal: not part of the package's surface.

import { exactAmount } from "../../shared/money/exact-amount.js";
import { orderedEntries } from "../../shared/ordered-map.js";
import type { Instant } from "../../shared/time/instant.js";
import { addFractions, roundFraction } from "../accounting/exact-fraction.js";
import type { ExactFraction } from "../accounting/exact-fraction.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import { tierStandingAt } from "../tier/tier-standing.js";
import { walletBalance } from "../view/wallet-balance.js";
import type { MemberRun, ProgrammeRun } from "./member-run.js";
import type { SimulatedFigures, SimulatedPoints } from "./simulation-figures.js";

/** Sums over members; they do not grow with the number of members. */
export interface FiguresTally {
  members: number;
  readonly tiers: Map<string, number>;
  readonly points: Map<string, SimulatedPoints>;
  /** Outstanding points by currency, amount and points of their value. */
  readonly valued: Map<
    string,
    { readonly value: readonly [string, number, number]; points: bigint }
  >;
  unvalued: number;
}

/** What one member holds. */
export interface MemberFigures {
  readonly tier: string | undefined;
  readonly points: ReadonlyMap<string, SimulatedPoints>;
}

const TASK = "simulate a programme";

/** Figures before any member. */
export function newTally(): FiguresTally {
  return { members: 0, tiers: new Map(), points: new Map(), valued: new Map(), unvalued: 0 };
}

/** Adds a member, settled at the moment. */
export function addMember(
  tally: FiguresTally,
  { state }: MemberRun,
  { asOf, run }: { readonly asOf: Instant; readonly run: ProgrammeRun },
): MemberFigures {
  const points = new Map<string, SimulatedPoints>();
  if (state.account === undefined) return { tier: undefined, points };
  const { programme } = run;
  const tier = tierStandingAt(state, { asOf, programme })?.tier;
  tally.members += 1;
  if (tier !== undefined) tally.tiers.set(tier, (tally.tiers.get(tier) ?? 0) + 1);
  for (const kind of Object.keys(state.wallets)) {
    const own = pointsOf(state, kind, asOf);
    points.set(kind, own);
    const before = tally.points.get(kind);
    tally.points.set(kind, before === undefined ? own : combinedPoints(before, own, 1));
  }
  addWorth(tally, state);
  return { tier, points };
}

function pointsOf(state: LoyaltyState, kind: string, asOf: Instant): SimulatedPoints {
  const { issued, pending, active, reserved, redeemed, expired, clawedBack, deficit } =
    walletBalance(state, kind, { asOf });
  return { issued, pending, active, reserved, redeemed, expired, clawedBack, deficit };
}

/** Lots of a ledger that is settled: what is open or set aside has not expired. */
function addWorth(tally: FiguresTally, state: LoyaltyState): void {
  for (const [, { open, reserved, value }] of orderedEntries(state.lots)) {
    const outstanding = open + reserved;
    if (outstanding === 0) continue;
    if (value === undefined) {
      tally.unvalued = safeSum(tally.unvalued, outstanding);
      continue;
    }
    const { currency, amount, points } = value;
    const name = `${currency} ${String(amount)} ${String(points)}`;
    const sum = tally.valued.get(name);
    if (sum !== undefined) sum.points += BigInt(outstanding);
    else tally.valued.set(name, { value: [currency, amount, points], points: BigInt(outstanding) });
  }
}

/** The sum of points, or with -1 what is left when others are taken away. */
export function combinedPoints(
  a: SimulatedPoints,
  b: SimulatedPoints,
  sign: 1 | -1,
): SimulatedPoints {
  const both = (field: keyof SimulatedPoints): number => safeSum(a[field], sign * b[field]);
  return {
    issued: both("issued"),
    pending: both("pending"),
    active: both("active"),
    reserved: both("reserved"),
    redeemed: both("redeemed"),
    expired: both("expired"),
    clawedBack: both("clawedBack"),
    deficit: both("deficit"),
  };
}

function safeSum(a: number, b: number): number {
  const sum = a + b;
  if (Number.isSafeInteger(sum)) return sum;
  throw new RangeError(
    `Cannot ${TASK}: points must be at most 2^53 - 1 together, got ${String(sum)}`,
  );
}

/** The figures of all members added. */
export function figuresOf(
  tally: FiguresTally,
  { commands, refused }: ProgrammeRun,
): SimulatedFigures {
  return {
    members: tally.members,
    membersByTier: Object.fromEntries(sorted(tally.tiers)),
    points: Object.fromEntries(sorted(tally.points)),
    liability: Object.fromEntries(sorted(liabilityOf(tally))),
    unvaluedPoints: tally.unvalued,
    commands,
    refused: Object.fromEntries(sorted(refused)),
  };
}

function liabilityOf({ valued }: FiguresTally): Map<string, number> {
  const worth = new Map<string, ExactFraction>();
  for (const { value, points } of valued.values()) {
    const [currency, amount, per] = value;
    const part = { numerator: points * BigInt(amount), denominator: BigInt(per) };
    const before = worth.get(currency);
    worth.set(currency, before === undefined ? part : addFractions(before, part));
  }
  const rounded = new Map<string, number>();
  for (const [currency, exact] of worth) {
    rounded.set(currency, exactAmount(TASK, roundFraction(exact, "half-even"), currency));
  }
  return rounded;
}

function sorted<Value>(map: ReadonlyMap<string, Value>): (readonly [string, Value])[] {
  return [...map].toSorted(([a], [b]) => compareText(a, b));
}
