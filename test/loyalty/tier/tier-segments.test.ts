import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TierPolicy } from "../../../src/loyalty/programme/tier-policy.js";
import { tierSegments } from "../../../src/loyalty/tier/tier-segments.js";
import { instant } from "../../../src/shared/time/instant.js";
import { plainDate } from "../../../src/shared/time/plain-date.js";
import { counted, enrolledAt, tierAt, tiered } from "./tier-story.js";

const AT = "2026-03-01T09:00:00Z";
const asOf = instant(AT);
const day = plainDate("2026-03-01");

function parts(
  policy: Partial<TierPolicy>,
  before: number,
  spend: number,
): readonly (readonly [string | undefined, number, number])[] {
  const programme = tiered(policy);
  const ledger = counted(enrolledAt(programme, "2026-01-05T09:00:00Z"), "2026-02-01", before);
  const adding = { day, amounts: { spend } };
  return tierSegments(ledger, { asOf, programme, adding }).map(
    ({ tier, share: { numerator, denominator } }) => [tier, numerator, denominator],
  );
}

describe("at which tier an order earns that reaches one", () => {
  test("LOY-3, T3: it is rated at the tier before, the tier after, or each part at its own", () => {
    expect(parts({ crossing: "before" }, 8000, 5000)).toEqual([["bronze", 1, 1]]);
    expect(parts({ crossing: "after" }, 8000, 5000)).toEqual([["silver", 1, 1]]);
    expect(parts({ crossing: "split" }, 8000, 5000)).toEqual([
      ["bronze", 2, 5],
      ["silver", 3, 5],
    ]);
  });

  test("LOY-3, T3: an order over two thresholds has three parts", () => {
    expect(parts({ crossing: "split" }, 4000, 24_000)).toEqual([
      ["bronze", 1, 4],
      ["silver", 5, 12],
      ["gold", 1, 3],
    ]);
    expect(parts({ crossing: "after" }, 4000, 24_000)).toEqual([["gold", 1, 1]]);
  });

  test("LOY-3, T3: an order that reaches a tier to the penny has nothing beyond it", () => {
    expect(parts({ crossing: "split" }, 8000, 2000)).toEqual([["bronze", 1, 1]]);
    expect(parts({ crossing: "after" }, 8000, 2000)).toEqual([["silver", 1, 1]]);
    expect(parts({ crossing: "after" }, 8000, 1999)).toEqual([["bronze", 1, 1]]);
  });

  test("LOY-3, T3: where a tier begins with the next period, or none is reached, there is one part", () => {
    expect(parts({ crossing: "split", upgrade: "next-period" }, 8000, 5000)).toEqual([
      ["bronze", 1, 1],
    ]);
    expect(parts({ crossing: "split" }, 21_000, 5000)).toEqual([["gold", 1, 1]]);
    expect(parts({ crossing: "split" }, 1000, 0)).toEqual([["bronze", 1, 1]]);
  });

  test("LOY-3, T3: all requirements are met by the last of them, any by the first", () => {
    const asks = [
      { metric: "spend", atLeast: 300 },
      { metric: "nights", atLeast: 3 },
    ] as const;
    for (const [reach, numerator] of [
      [{ all: asks }, 3],
      [{ any: asks }, 2],
    ] as const) {
      const programme = tiered({
        tiers: [{ id: "blue" }, { id: "gold", reach }],
        crossing: "split",
      });
      const ledger = enrolledAt(programme, "2026-01-05T09:00:00Z");
      const adding = { day, amounts: { spend: 750, nights: 4, visits: 1 } };
      const [first] = tierSegments(ledger, { asOf, programme, adding });
      // 300 of 750 are two fifths, 3 of 4 nights three quarters.
      const denominator = numerator === 3 ? 4 : 5;
      expect(first).toEqual({ tier: "blue", share: { numerator, denominator } });
    }
  });

  test("LOY-3: the parts of any order are above 0, climb, sum to exactly 1, and end where it ends", () => {
    const amounts = fc.record({
      spend: fc.integer({ min: 0, max: 2 ** 52 }),
      nights: fc.integer({ min: 0, max: 2 ** 40 }),
    });
    fc.assert(
      fc.property(amounts, amounts, fc.boolean(), (before, adding, isAll) => {
        const name = isAll ? "all" : "any";
        const asks = (spend: number, nights: number) =>
          ({
            [name]: [
              { metric: "spend", atLeast: spend },
              { metric: "nights", atLeast: nights },
            ],
          }) as never;
        const programme = tiered({
          crossing: "split",
          tiers: [
            { id: "blue" },
            { id: "silver", reach: asks(2 ** 51, 2 ** 39) },
            { id: "gold", reach: asks(2 ** 52, 2 ** 40) },
          ],
        });
        const empty = enrolledAt(programme, "2026-01-05T09:00:00Z");
        const ledger = { ...empty, qualifying: [{ keys: ["2026-02-01"], values: [before] }] };
        const options = { asOf, programme, adding: { day, amounts: adding } };
        const segments = tierSegments(ledger, options);
        let sum: readonly [bigint, bigint] = [0n, 1n];
        for (const { share } of segments) {
          expect(share.numerator).toBeGreaterThan(0);
          expect(Number.isSafeInteger(share.numerator + share.denominator)).toBe(true);
          const [n, d] = [BigInt(share.numerator), BigInt(share.denominator)];
          sum = [sum[0] * d + n * sum[1], sum[1] * d];
        }
        expect(sum[0]).toBe(sum[1]);
        const order = ["blue", "silver", "gold"];
        const places = segments.map(({ tier }) => order.indexOf(tier!));
        expect(places).toEqual([...new Set(places)].sort());
        expect(segments[0]!.tier).toBe(tierAt(ledger, programme, AT)[0]);
      }),
    );
  });
});
