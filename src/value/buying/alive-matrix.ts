import { aliveProbability } from "./alive-probability.js";
import type { BuyingModel } from "./buying-model.js";

/** How many histories are tried. */
export interface AliveMatrixOptions {
  /** How long the customers have been known, in the unit of the model's parameters, above 0. */
  readonly age: number;
  /** The most repeat purchases, a whole number of at least 1: each number from 1 on is tried. */
  readonly mostFrequency: number;
  /** Into how many even steps the age is cut, a whole number of at least 1: each end of a step is a last purchase. */
  readonly steps: number;
}

/** A history, and how likely such a customer still is one. */
export interface AliveHistory {
  /** Repeat purchases. */
  readonly frequency: number;
  /** Time from the first purchase to the last, in the unit of the model. */
  readonly recency: number;
  /** The probability, 0 to 1. */
  readonly aliveProbability: number;
}

const TASK = "make an alive matrix";

/**
 * Who would still be a customer, by how often and how lately they bought?
 *
 * All customers are known for the same time. Without a repeat purchase there is no time of the last one, so that
 * frequencies begin at 1. For BG/BB, whose time is opportunities, the steps must cut the age into whole numbers, and
 * more purchases than opportunities are left out.
 *
 * @param model - The model of buying: a fit, or parameters.
 * @param options - How long customers have been known, the most repeat purchases, and the steps of the last purchase.
 * @returns One row a history, by frequency, then by recency, both rising; the last recency is the age.
 * @throws RangeError when the age is not above 0, the frequency or the steps are no whole number of at least 1, an age
 * in opportunities is not cut into whole ones, or a parameter of the model is not valid; TypeError when the kind of
 * model is not known.
 * @example
 * ```ts
 * import { aliveMatrix } from "goodwill/value";
 *
 * const parameters = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
 * const cells = aliveMatrix({ kind: "bg-nbd", parameters }, { age: 39, mostFrequency: 9, steps: 3 });
 * cells.length; // => 27
 * const often = cells.slice(-3).map((one) => [one.recency, one.aliveProbability.toFixed(2)]);
 * often; // => [[13, "0.00"], [26, "0.33"], [39, "0.93"]]
 * ```
 */
export function aliveMatrix(
  model: BuyingModel,
  { age, mostFrequency, steps }: AliveMatrixOptions,
): readonly AliveHistory[] {
  if (!(age > 0 && age < Infinity)) throw cannot(`age must be above 0, got ${String(age)}`);
  requireCount(mostFrequency, "mostFrequency");
  requireCount(steps, "steps");
  const isCounted = model.kind === "bg-bb";
  if (isCounted && !Number.isInteger(age / steps)) {
    throw cannot(
      `steps must cut an age in opportunities into whole ones, got ${String(age)} in ${String(steps)}`,
    );
  }
  const recencies = Array.from({ length: steps }, (_, step) =>
    // The last step is the age itself: a product and quotient may exceed it by rounding.
    step === steps - 1 ? age : (age * (step + 1)) / steps,
  );
  return Array.from({ length: mostFrequency }, (_, before) => before + 1).flatMap((frequency) =>
    recencies
      .filter((recency) => !isCounted || frequency <= recency)
      .map((recency) => ({
        ...{ frequency, recency },
        aliveProbability: aliveProbability(model, { frequency, recency, age }),
      })),
  );
}

function requireCount(value: number, name: string): void {
  if (Number.isSafeInteger(value) && value >= 1) return;
  throw cannot(`${name} must be a whole number of at least 1, got ${String(value)}`);
}

function cannot(why: string): RangeError {
  return new RangeError(`Cannot ${TASK}: ${why}`);
}
