import { seededRandom } from "goodwill/shared";
import {
  expectedPurchases,
  fitParetoNbd,
  type ParetoNbdModel,
  type ParetoNbdParameters,
  type PurchaseHistory,
} from "goodwill/value";
import { minimise } from "../../src/shared/optimisation/minimise.js";
import { simulateBuyers } from "../../test/value/buying/simulated-buyers.js";
import type { BenchmarkCase } from "./cases.js";

/** The published model of the CDNOW sample, times in weeks. */
const MODEL: ParetoNbdModel = {
  kind: "pareto-nbd",
  parameters: { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 },
};

/** Customers of twelve weeks of first purchases, seen for up to 39 weeks, in whole days. */
function histories(customers: number): PurchaseHistory[] {
  const age = Array.from({ length: 84 }, (_, day) => 27 + day / 7);
  const buyers = simulateBuyers(MODEL, { customers, age, random: seededRandom(5) });
  return buyers.map(({ frequency, recency, age: observed }) => {
    const day = Math.min(observed, Math.ceil(7 * recency) / 7);
    return { frequency, recency: day, age: observed };
  });
}

/** The hypergeometric function by its plain series. */
function seriesOf(a: number, { b, c, z }: { b: number; c: number; z: number }): number {
  let [sum, term] = [1, 1];
  for (let k = 0; k < 5000 && Math.abs(term) > 1e-14 * sum; k += 1) {
    term *= (((a + k) * (b + k)) / ((c + k) * (k + 1))) * z;
    sum += term;
  }
  return sum;
}

/** The textbook: two hypergeometric functions for each customer. */
function textbookLeaving(
  { r, alpha, s, beta }: ParetoNbdParameters,
  { frequency, recency, age }: PurchaseHistory,
): number {
  const c = r + s + frequency + 1;
  const [far, b] = alpha >= beta ? [alpha, s + 1] : [beta, r + frequency];
  const gap = Math.abs(alpha - beta);
  const at = (time: number): number =>
    seriesOf(c - 1, { b, c, z: gap / (far + time) }) * (far + time) ** (1 - c);
  return (at(recency) - at(age)) / (c - 1);
}

function textbookLogLikelihood(
  parameters: ParetoNbdParameters,
  rows: readonly PurchaseHistory[],
): number {
  const { r, alpha, s, beta } = parameters;
  return rows.reduce((sum, row) => {
    let gammas = 0;
    for (let i = 0; i < row.frequency; i += 1) gammas += Math.log(r + i);
    const stays = (alpha + row.age) ** -(r + row.frequency) * (beta + row.age) ** -s;
    const either = stays + s * textbookLeaving(parameters, row);
    return sum + gammas + r * Math.log(alpha) + s * Math.log(beta) + Math.log(either);
  }, 0);
}

/** The usual way to fit: row by row, with a gradient by differences; six digits are all it can give. */
function textbookFit(rows: readonly PurchaseHistory[]): number {
  const loss = (at: Float64Array): number => {
    const [r, alpha, s, beta] = Array.from(at, Math.exp) as [number, number, number, number];
    return -textbookLogLikelihood({ r, alpha, s, beta }, rows) / rows.length;
  };
  const found = minimise(
    (at, gradient) => {
      at.forEach((value, i) => {
        gradient[i] = (loss(at.with(i, value + 1e-5)) - loss(at.with(i, value - 1e-5))) / 2e-5;
      });
      return loss(at);
    },
    {
      start: [0.6, 13, 0.5, 13].map(Math.log),
      lower: [-10, -10, -10, -10],
      upper: [10, 10, 10, 10],
      gradientTolerance: 1e-6,
      maximumIterations: 100,
    },
  );
  return -found.value * rows.length;
}

function textbookPurchases(
  parameters: ParetoNbdParameters,
  row: PurchaseHistory,
  within: number,
): number {
  const { r, alpha, s, beta } = parameters;
  const [a, b] = [alpha + row.age, beta + row.age];
  const odds = s * textbookLeaving(parameters, row) * a ** (r + row.frequency) * b ** s;
  const mean = (((r + row.frequency) * b) / (a * (s - 1))) * (1 - (b / (b + within)) ** (s - 1));
  return mean / (1 + odds);
}

/** The benchmarks of Pareto/NBD by name; `short` shrinks those that take long. */
export function valueParetoCases(short: boolean): Record<string, () => BenchmarkCase> {
  return {
    "Pareto/NBD fit of a sample, against a textbook fit": () => {
      const rows = histories(short ? 300 : 2357);
      const [ours, theirs] = [fitParetoNbd(rows).logLikelihood, textbookFit(rows)];
      if (!(Math.abs(ours - theirs) < 1e-4)) {
        throw new Error(
          `the log-likelihood is ${String(ours)}, the textbook says ${String(theirs)}`,
        );
      }
      return {
        run: () => fitParetoNbd(rows).logLikelihood,
        baseline: () => textbookFit(rows),
        items: rows.length,
        unit: "customers",
        aim: "2,357 customers under 120 ms",
      };
    },
    "Pareto/NBD fit of a large log": () => {
      const rows = histories(short ? 1000 : 23_570);
      return {
        run: () => fitParetoNbd(rows).logLikelihood,
        items: rows.length,
        unit: "customers",
        aim: "23,570 customers under 700 ms",
      };
    },
    "Pareto/NBD expected purchases, against the textbook series": () => {
      const rows = histories(short ? 500 : 2357);
      const { parameters } = MODEL;
      for (const row of rows) {
        const [ours, theirs] = [
          expectedPurchases(MODEL, row, { within: 39 }),
          textbookPurchases(parameters, row, 39),
        ];
        // The difference of two series loses digits that the library keeps.
        if (!(Math.abs(ours - theirs) < 1e-6 * ours)) {
          throw new Error(`${String(ours)} is expected, the textbook says ${String(theirs)}`);
        }
      }
      return {
        run: () =>
          rows.reduce((sum, row) => sum + expectedPurchases(MODEL, row, { within: 39 }), 0),
        baseline: () => rows.reduce((sum, row) => sum + textbookPurchases(parameters, row, 39), 0),
        items: rows.length,
        unit: "predictions",
        aim: "1,000,000 predictions/s",
      };
    },
  };
}
