import type { RandomSource } from "../../shared/random.js";
import { compareText } from "../../shared/text-order.js";

/** A channel, an outcome and a time. @internal */
export interface Stratum {
  /** The channel. */
  readonly channel: string;
  /** The outcome. */
  readonly outcome: string;
  /** The part of the month, from 1. */
  readonly monthPart: number;
  /** The part of the day, from 1. */
  readonly dayPart: number;
}

/** Strata by channel, outcome and time: the same object for the same stratum. @internal */
export type StrataFound = Map<string, Map<string, Map<number, Stratum>>>;

/** More than the hours of a day, so that two parts make one number. */
const DAY_PARTS = 32;

/** The stratum of these, noted when it is new. @internal */
export function stratumOf(found: StrataFound, one: Stratum): Stratum {
  let outcomes = found.get(one.channel);
  if (outcomes === undefined) {
    outcomes = new Map();
    found.set(one.channel, outcomes);
  }
  let times = outcomes.get(one.outcome);
  if (times === undefined) {
    times = new Map();
    outcomes.set(one.outcome, times);
  }
  const time = one.monthPart * DAY_PARTS + one.dayPart;
  const known = times.get(time);
  if (known !== undefined) return known;
  times.set(time, one);
  return one;
}

/** Strata by name and time. @internal */
export function strataInOrder(found: StrataFound): readonly Stratum[] {
  return inOrder(found).flatMap(([, outcomes]) =>
    inOrder(outcomes).flatMap(([, times]) =>
      [...times].sort(([a], [b]) => a - b).map(([, one]) => one),
    ),
  );
}

/** Strata by chance: channels, outcomes within a channel and times within an outcome stay together. @internal */
export function strataByChance(found: StrataFound, random: RandomSource): readonly Stratum[] {
  return shuffled(inOrder(found), random).flatMap(([, outcomes]) =>
    shuffled(inOrder(outcomes), random).flatMap(([, times]) =>
      shuffled(
        [...times].sort(([a], [b]) => a - b),
        random,
      ).map(([, one]) => one),
    ),
  );
}

function inOrder<Value>(map: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] {
  return [...map].sort(([a], [b]) => compareText(a, b));
}

/** Fisher and Yates, as Durstenfeld (1964) wrote it. */
function shuffled<Value>(values: readonly Value[], random: RandomSource): readonly Value[] {
  const list = [...values];
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const held = list[last]!;
    list[last] = list[other]!;
    list[other] = held;
  }
  return list;
}
