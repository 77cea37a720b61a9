import { groupRecommendations, ownershipCombine, type OwnershipRow } from "goodwill/care";
import { aggregate, seededRandom } from "goodwill/shared";
import type { BenchmarkCase } from "./cases.js";

const PRODUCTS = Array.from({ length: 500 }, (_, i) => `product ${i}`);
const GROUPS = Array.from({ length: 60 }, (_, i) => `group ${i}`);

/** Three groups and about eight products each; every group has favourites that seven in ten of it own. */
function rows(customers: number): readonly OwnershipRow[] {
  const random = seededRandom(7);
  const pick = (below: number): number => Math.floor(random() * below);
  return Array.from({ length: customers }, (_, i) => {
    const groups = [0, 1, 2].map((part) => part * 20 + pick(20));
    const favourites = groups.filter(() => random() < 0.7).map((group) => group * 3);
    const others = Array.from({ length: 5 }, () => pick(PRODUCTS.length));
    return {
      customer: `C-${i}`,
      groups: groups.map((group) => GROUPS[group]!),
      owned: [...favourites, ...others].map((product) => PRODUCTS[product]!),
    };
  });
}

/** Recommendations to groups: counting, and counting with what is lacked by each. */
export function careRecommendationCases(short: boolean): Record<string, () => BenchmarkCase> {
  const customers = short ? 10_000 : 100_000;
  const text = customers.toLocaleString("en");
  return {
    [`ownership of ${text} customers counted by group`]: () => {
      const given = rows(customers);
      return {
        run: () => aggregate(given, ownershipCombine()),
        items: customers,
        unit: "customers",
      };
    },
    [`recommendations to ${text} customers of 60 groups`]: () => {
      const given = rows(customers);
      return { run: () => groupRecommendations(given), items: customers, unit: "customers" };
    },
  };
}
