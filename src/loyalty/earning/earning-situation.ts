// An occasion made ready for its rules. Internal: not part of the package's surface.

import type { LoyaltyProgramme } from "../programme/programme.js";
import type {
  EarningFacts,
  EarningLine,
  EarningOccasion,
  EarningOptions,
} from "./earning-occasion.js";
import { splitByWeights } from "./largest-remainder.js";
import type { OccasionClock } from "./occasion-clock.js";

/** An occasion, its member and its clock, with what each line earns on. */
export interface EarningSituation {
  /** What happened. */
  readonly occasion: EarningOccasion;
  /** To whom. */
  readonly facts: EarningFacts;
  /** By which rules. */
  readonly programme: LoyaltyProgramme;
  /** When, on the programme's clock. */
  readonly clock: OccasionClock;
  /** Whether it is an order, with lines. */
  readonly isOrder: boolean;
  /** Its lines; none for an activity. */
  readonly lines: readonly EarningLine[];
  /** What each line earns on, in minor units; 0 where it does not. */
  readonly lineBasis: readonly number[];
  /** Units of each line; 0 where it does not earn. */
  readonly lineUnits: readonly number[];
  /** What all lines earn on together. */
  readonly basis: number;
  /** Why no line of an order earns; absent where one does, and for an activity. */
  readonly noLines?: "no-lines" | "paid-by-points";
}

/** Makes an occasion ready. */
export function earningSituation(
  occasion: EarningOccasion,
  facts: EarningFacts,
  { programme }: EarningOptions,
): EarningSituation {
  const lines = occasion.lines ?? [];
  requireLines(lines, occasion.quantity ?? 1);
  const paid = paidByLine(lines, occasion.paidByPoints ?? 0, programme);
  const lineBasis: number[] = [];
  const lineUnits: number[] = [];
  let basis = 0;
  let units = 0;
  lines.forEach((line, index) => {
    const left = line.amount - (paid?.[index] ?? 0);
    // A line wholly paid by points does not earn; one that was free does, where a rule counts units.
    const earns = line.earns !== false && (left > 0 || line.amount === 0);
    lineBasis.push(earns ? left : 0);
    lineUnits.push(earns ? line.quantity : 0);
    if (!earns) return;
    basis += left;
    units += line.quantity;
  });
  const isOrder = occasion.lines !== undefined;
  const mayEarn = lines.some(({ earns }) => earns !== false);
  return {
    occasion,
    facts,
    programme,
    clock: { at: occasion.at, zone: programme.zone },
    isOrder,
    lines,
    lineBasis,
    lineUnits,
    basis,
    ...(isOrder && units === 0 && { noLines: mayEarn ? "paid-by-points" : "no-lines" }),
  };
}

/** What points paid of each line, in proportion to all lines; undefined where it does not matter. */
function paidByLine(
  lines: readonly EarningLine[],
  paid: number,
  { earningPolicy }: LoyaltyProgramme,
): readonly number[] | undefined {
  if (!Number.isSafeInteger(paid) || paid < 0) {
    throw new RangeError(
      `Cannot earn points: what is paid by points must be an integer of at least 0, got ${String(paid)}`,
    );
  }
  if (paid === 0 || earningPolicy.paidByPoints === "earns") return undefined;
  const amounts = lines.map(({ amount }) => amount);
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  return total === 0 ? undefined : splitByWeights(Math.min(paid, total), amounts);
}

function requireLines(lines: readonly EarningLine[], activityUnits: number): void {
  let amounts = 0;
  let units = activityUnits;
  let isSound = Number.isSafeInteger(units) && units >= 1;
  for (const { quantity, amount } of lines) {
    if (!(quantity >= 1 && amount >= 0)) isSound = false;
    amounts += amount;
    units += quantity;
    // A fraction or a number too large makes the sums so, too.
    if (!Number.isSafeInteger(amounts) || !Number.isSafeInteger(units)) isSound = false;
  }
  if (isSound) return;
  const got = JSON.stringify(lines.map(({ quantity, amount }) => [quantity, amount]));
  throw new RangeError(
    "Cannot earn points: quantities must be integers of at least 1 and amounts of at least 0, with sums of at most " +
      `2^53 - 1, got lines ${got} and quantity ${String(activityUnits)}`,
  );
}
