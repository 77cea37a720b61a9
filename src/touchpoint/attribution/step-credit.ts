import type { AttributionModel } from "./attribution.js";
import type { AttributionPolicy } from "./attribution-policy.js";

/** A path whose touchpoints are numbers. */
export interface NumberedPath {
  /** The touchpoints in order. */
  readonly steps: readonly number[];
  /** Days before the end, by step; absent when not known. */
  readonly daysBefore: readonly number[] | undefined;
  /** The touchpoints by name. */
  readonly names: readonly string[];
  /** The names of touchpoints that count as coming directly. */
  readonly direct: ReadonlySet<string>;
}

/** Models that share each path's outcome among its own steps, whatever the other paths. */
export type StepModel = Exclude<AttributionModel, "markov">;

/** Writes the share of each step into `shares`, which is as long as the path; they add up to 1. */
export type StepCredit = (path: NumberedPath, shares: number[]) => void;

/** How the model shares the outcome of one path among its steps. */
export function stepCredit(model: StepModel, policy: AttributionPolicy): StepCredit {
  switch (model) {
    case "first":
      return (_, shares) => {
        giveAll(shares, 0);
      };
    case "last":
      return (_, shares) => {
        giveAll(shares, shares.length - 1);
      };
    case "last-non-direct":
      return ({ names, direct }, shares) => {
        let step = names.length - 1;
        while (step >= 0 && direct.has(names[step]!)) step -= 1;
        // When every step was direct, the last keeps it.
        giveAll(shares, step < 0 ? names.length - 1 : step);
      };
    case "linear":
      return (_, shares) => {
        shares.fill(1 / shares.length);
      };
    case "position-based":
      return (_, shares) => {
        shareByPosition(shares, policy);
      };
    case "time-decay":
      return (path, shares) => {
        shareByDecay(path, { shares, policy });
      };
    case "shapley":
      return shareAmongDistinct;
  }
}

function giveAll(shares: number[], step: number): void {
  shares.fill(0);
  shares[step] = 1;
}

function shareByPosition(
  shares: number[],
  { firstShare, lastShare }: Pick<AttributionPolicy, "firstShare" | "lastShare">,
): void {
  const last = shares.length - 1;
  if (last === 0) {
    shares[0] = 1;
    return;
  }
  // Without steps between, first and last keep their proportion.
  const ends = last === 1 ? firstShare + lastShare : 1;
  shares.fill((1 - firstShare - lastShare) / (last - 1));
  shares[0] = firstShare / ends;
  shares[last] = lastShare / ends;
}

function shareByDecay(
  { daysBefore, steps }: NumberedPath,
  { shares, policy }: { readonly shares: number[]; readonly policy: AttributionPolicy },
): void {
  const last = steps.length - 1;
  // Measured from the last step, so that a path long ago does not vanish.
  const latest = daysBefore?.[last] ?? 0;
  let sum = 0;
  for (let step = 0; step <= last; step += 1) {
    const halvings =
      daysBefore === undefined
        ? (last - step) / policy.halfLifeSteps
        : (daysBefore[step]! - latest) / policy.halfLifeDays;
    const weight = 2 ** -halvings;
    shares[step] = weight;
    sum += weight;
  }
  for (let step = 0; step <= last; step += 1) shares[step]! /= sum;
}

/** Each distinct touchpoint gets the same, at its first step. */
function shareAmongDistinct({ steps }: NumberedPath, shares: number[]): void {
  shares.fill(0);
  const seen = new Set<number>();
  steps.forEach((touchpoint, step) => {
    if (seen.has(touchpoint)) return;
    seen.add(touchpoint);
    shares[step] = 1;
  });
  for (let step = 0; step < shares.length; step += 1) shares[step]! /= seen.size;
}
