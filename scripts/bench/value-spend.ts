import { seededRandom } from "goodwill/shared";
import {
  expectedSpend,
  fitBgBb,
  fitGammaGamma,
  fitShiftedBetaGeometric,
  type PurchaseHistory,
  type SpendHistory,
} from "goodwill/value";
import type { BenchmarkCase } from "./cases.js";
import { plainBgBb, plainGammaGamma, plainShiftedBetaGeometric } from "./value-spend-baselines.js";

/** A number between 0 and 1 that bunches at both ends, and one above 0 with a long tail: shapes near those of a shop. */
const uneven = (random: () => number): number => Math.sin((Math.PI / 2) * random()) ** 2;
const skewed = (random: () => number): number => Math.exp(3 + 0.6 * (random() + random() - 1) * 3);

function spends(count: number): SpendHistory[] {
  const random = seededRandom(31);
  return Array.from({ length: count }, () => {
    const own = skewed(random);
    const frequency = 1 + Math.floor(6 * random() ** 3);
    let total = 0;
    for (let k = 0; k < frequency; k += 1) total += own * skewed(random);
    return { frequency, meanSpend: Math.round((100 * total) / frequency / 20) / 100 };
  });
}

function donors(count: number): PurchaseHistory[] {
  const random = seededRandom(32);
  return Array.from({ length: count }, () => {
    const buys = uneven(random);
    const leaves = 0.4 * random() ** 2;
    let frequency = 0;
    let recency = 0;
    for (let time = 1; time <= 6 && random() >= leaves; time += 1) {
      if (random() >= buys) continue;
      frequency += 1;
      recency = time;
    }
    return { frequency, recency, age: 6 };
  });
}

/** Customers left of the segment of high spenders in Fader and Hardie (2007). */
const HIGH_END = { remaining: [1000, 869, 743, 653, 593, 551, 517, 491] };

/** The benchmarks of spend, of purchases at opportunities, and of contracts; `short` shrinks those that take long. */
export function valueSpendCases(short: boolean): Record<string, () => BenchmarkCase> {
  const count = short ? 1000 : 10_000;
  const few = short ? 200 : 1000;
  const text = count.toLocaleString("en-US");
  return {
    [`Gamma-Gamma fit of ${text} customers`]: () => {
      const rows = spends(count);
      return {
        run: () => fitGammaGamma(rows),
        baseline: () => plainGammaGamma(rows),
        items: count,
        unit: "customers",
        aim: "under 100 ms for 10,000, with standard errors",
      };
    },
    [`expected spend of ${text} customers`]: () => {
      const rows = spends(count);
      const model = {
        kind: "gamma-gamma",
        parameters: { p: 6.25, q: 3.74, v: 15.44 },
      } as const;
      return {
        run: () => {
          let sum = 0;
          for (const row of rows) {
            const spend = expectedSpend(model, row);
            if (spend.ok) sum += spend.value;
          }
          return sum;
        },
        items: count,
        unit: "customers",
      };
    },
    [`BG/BB fit of ${few.toLocaleString("en-US")} customers, rows`]: () => {
      const rows = donors(few);
      return {
        run: () => fitBgBb(rows),
        baseline: () => plainBgBb(rows),
        items: few,
        unit: "customers",
        aim: "under 10 ms",
      };
    },
    "sBG fit of a cohort of 7 renewals": () => ({
      run: () => fitShiftedBetaGeometric([HIGH_END]),
      baseline: () => plainShiftedBetaGeometric(HIGH_END.remaining),
      items: 1,
      unit: "cohorts",
      aim: "under 1 ms",
    }),
  };
}
