import { readFileSync } from "node:fs";
import {
  aliveProbability,
  expectedPurchases,
  NEW_CUSTOMER,
  purchaseDistribution,
  purchaseLogLikelihood,
  purchaseProbability,
  residualTransactions,
  type BgNbdModel,
  type MbgNbdModel,
} from "goodwill/value";
import { describe, expect, test } from "vitest";
import golden from "../../../golden/value-bg.json" with { type: "json" };
import { sharedData } from "../../../shared-data.js";

type Kind = "bgnbd" | "mbgnbd";

function modelOf(kind: string, values: readonly (number | string)[]): BgNbdModel | MbgNbdModel {
  const [r, alpha, a, b] = values.map(Number) as [number, number, number, number];
  return { kind: kind === "bgnbd" ? "bg-nbd" : "mbg-nbd", parameters: { r, alpha, a, b } };
}

/** Relative distance; values below 1e-290 may be 0 in doubles. */
function error(got: number, exact: number | string): number {
  const expected = Number(exact);
  if (Math.abs(expected) < 1e-290 && Math.abs(got) < 1e-290) return 0;
  // NaN is as wrong as can be.
  return Math.abs(got - expected) <= Infinity ? Math.abs(got / expected - 1) : Infinity;
}

interface Case {
  readonly model: string;
  readonly parameters: readonly number[];
  readonly frequency: number;
  readonly recency: number;
  readonly age: number;
  readonly within: number;
  readonly logLikelihood: string;
  readonly alive: string;
  readonly expected: string;
}

function worstOf(cases: readonly Case[]): number {
  return cases.reduce((worst, one) => {
    const model = modelOf(one.model, one.parameters);
    const { within } = one;
    return Math.max(
      worst,
      error(purchaseLogLikelihood(model, one), one.logLikelihood),
      error(aliveProbability(model, one), one.alive),
      error(expectedPurchases(model, one, { within }), one.expected),
    );
  }, 0);
}

describe("VAL-3: predictions of BG/NBD and MBG/NBD against many-digit arithmetic", () => {
  test("VAL-3: extreme but valid inputs, to 1e-11", () => {
    expect(golden.cases.length).toBe(87);
    expect(worstOf(golden.cases)).toBeLessThan(1e-11);
  });

  const file = sharedData("data/value/ref/stress_btyd.json");
  test.skipIf(file === undefined)("VAL-3: all 951 extreme inputs, to 1e-11", () => {
    interface Raw extends Omit<Case, "parameters"> {
      readonly params: readonly number[];
      readonly x: number;
      readonly t_x: number;
      readonly T: number;
      readonly t: number;
      readonly loglik: string;
      readonly p_alive: string;
    }
    const { cases } = JSON.parse(readFileSync(file!, "utf8")) as { readonly cases: readonly Raw[] };
    const own = cases.filter(({ model }) => model !== "pnbd");
    expect(own).toHaveLength(951);
    const worst = worstOf(
      own.map((one) => ({
        ...{ model: one.model, parameters: one.params, within: one.t },
        ...{ frequency: one.x, recency: one.t_x, age: one.T },
        ...{ logLikelihood: one.loglik, alive: one.p_alive, expected: one.expected },
      })),
    );
    expect(worst).toBeLessThan(1e-11);
  });

  test.each(["bgnbd", "mbgnbd"] as const)(
    "VAL-3: twenty CDNOW customers under %s, to 1e-11",
    (kind) => {
      const model = modelOf(kind, golden.parameters[kind]);
      for (const customer of golden.customers) {
        const exact = customer[kind];
        expect(error(purchaseLogLikelihood(model, customer), exact.logLikelihood)).toBeLessThan(
          1e-12,
        );
        expect(error(aliveProbability(model, customer), exact.alive)).toBeLessThan(1e-12);
        const span = { within: 39 };
        expect(error(expectedPurchases(model, customer, span), exact.expected)).toBeLessThan(1e-11);
        expect(error(purchaseProbability(model, customer, span), exact.any)).toBeLessThan(1e-11);
      }
    },
  );

  test.each(["bgnbd", "mbgnbd"] as const)(
    "VAL-3: new customers under %s, to 1e-12",
    (kind: Kind) => {
      const model = modelOf(kind, golden.parameters[kind]);
      for (const [within, exact] of Object.entries(golden.newCustomers[kind])) {
        const got = expectedPurchases(model, NEW_CUSTOMER, { within: Number(within) });
        expect(error(got, exact)).toBeLessThan(1e-12);
      }
    },
  );

  test("VAL-3: the distribution of the number of purchases of a new customer, to 1e-12", () => {
    const model = modelOf("bgnbd", golden.parameters.bgnbd);
    const { within, bgnbd } = golden.distribution;
    const got = purchaseDistribution(model, NEW_CUSTOMER, { within, most: 10 });
    got.forEach((chance, k) => {
      expect(error(chance, bgnbd[k]!)).toBeLessThan(1e-12);
    });
    expect(got).toHaveLength(bgnbd.length);
  });
});

describe("VAL-3: discounted purchases to come", () => {
  const models = [
    modelOf("bgnbd", golden.parameters.bgnbd),
    modelOf("mbgnbd", golden.parameters.mbgnbd),
    modelOf("bgnbd", [2, 30, 1, 8]),
    modelOf("mbgnbd", [0.05, 0.5, 1.0000001, 0.3]),
    modelOf("bgnbd", [5, 100, 0.01, 0.04]),
  ];
  const histories = [
    NEW_CUSTOMER,
    { frequency: 2, recency: 30.43, age: 38.86 },
    { frequency: 40, recency: 38, age: 38.86 },
  ];

  test.each([0.0027, 0.1, 3])(
    "VAL-3: the same as summing expected purchases at a rate of %d",
    (rate) => {
      // By parts the integral is that of rate exp(-rate u) E(u): Simpson's rule in log u is another way.
      for (const model of models) {
        for (const history of histories) {
          const steps = 4000;
          const [from, to] = [Math.log(1e-9 / rate), Math.log(45 / rate)];
          const width = (to - from) / steps;
          let sum = 0;
          for (let i = 0; i <= steps; i += 1) {
            const within = Math.exp(from + i * width);
            const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
            const expected = expectedPurchases(model, history, { within });
            sum += weight * rate * within * Math.exp(-rate * within) * expected;
          }
          const got = residualTransactions(model, history, { rateContinuous: rate });
          expect(error(got, (sum * width) / 3)).toBeLessThan(1e-9);
        }
      }
    },
  );

  test("VAL-3: with hardly any discount it is all that is ever bought, (a + b + x - 1) / (a - 1)", () => {
    const model = modelOf("bgnbd", [2, 30, 4, 8]);
    const history = { frequency: 3, recency: 20, age: 30 };
    const all = ((4 + 8 + 3 - 1) / 3) * aliveProbability(model, history);
    const got = residualTransactions(model, history, { rateContinuous: 1e-9 });
    expect(error(got, all)).toBeLessThan(1e-6);
    expect(got).toBeLessThan(all);
  });
});
