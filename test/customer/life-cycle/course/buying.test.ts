import fc from "fast-check";
import {
  DEFAULT_LIFECYCLE_POLICY,
  lifecycleHistory,
  lifecycleStage,
  relationshipRung,
  type LifecyclePolicy,
  type Purchase,
} from "goodwill/customer";
import { instantFromEpochMilliseconds, money, timeZone } from "goodwill/shared";
import { describe, expect, it } from "vitest";
import { at, LIN } from "../facts.js";

const DAY_MS = 86_400_000;
const ASKED = at("2011-06-01");
// In St. John's the clock went back over midnight: 2010-11-07 00:01 became 2010-11-06 23:01.
const zone = timeZone("America/St_Johns");
const BACK = Date.parse("2010-11-07T02:31:00Z");

interface Line {
  readonly product: string;
  readonly quantity: number;
}

function row(id: string, when: number, lines: readonly Line[], returnOf?: string): Purchase {
  const sign = returnOf === undefined ? 1 : -1;
  const amountOf = ({ quantity }: Line) => money(sign * quantity * 100, "EUR");
  const total = money(
    lines.reduce((sum, line) => sum + amountOf(line).amount, 0),
    "EUR",
  );
  return {
    id,
    customer: LIN.id,
    at: instantFromEpochMilliseconds(when),
    lines: lines.map((line) => ({
      product: line.product,
      quantity: sign * line.quantity,
      amount: amountOf(line),
    })),
    total,
    ...(returnOf !== undefined && { returnOf }),
  };
}

/** A purchase, with what of it is given back: as many pieces of each product, at so many moments. */
const anyBought = fc.record({
  when: fc.oneof(
    fc.nat({ max: 500 }).map((days) => BACK - days * DAY_MS),
    // In the minute of the seventh before, in the hour of the sixth that comes again, and around them.
    fc.constantFrom(-7200, -45, -30, -1, 0, 30, 1800, 3539, 3600).map((s) => BACK + s * 1000),
  ),
  lines: fc.uniqueArray(
    fc.record({
      product: fc.constantFrom("tea", "cup", "pot"),
      quantity: fc.integer({ min: 1, max: 3 }),
      back: fc.array(fc.tuple(fc.nat({ max: 100 }), fc.integer({ min: 0, max: 3 })), {
        maxLength: 2,
      }),
    }),
    { selector: ({ product }) => product, minLength: 1, maxLength: 3 },
  ),
});

describe("CUS-7: what was given back was not bought", () => {
  it("CUS-7: rhythm, repurchases and extensions are those of what was kept, written down plainly", () => {
    fc.assert(
      fc.property(
        fc.array(anyBought, { maxLength: 8 }),
        fc.boolean(),
        fc.constantFrom("product" as const, "category" as const),
        (list, sameDayOnce, extensionBy) => {
          const policy: LifecyclePolicy = { ...DEFAULT_LIFECYCLE_POLICY, sameDayOnce, extensionBy };
          const rows: Purchase[] = [];
          const kept: Purchase[] = [];
          for (const [index, { when, lines }] of list.entries()) {
            const id = `P-${index}`;
            rows.push(row(id, when, lines));
            const rest: Line[] = [];
            for (const { product, quantity, back } of lines) {
              let left = quantity;
              for (const [number, [days, wished]] of back.entries()) {
                const given = Math.min(left, wished);
                if (given === 0) continue;
                left -= given;
                const moment = when + days * DAY_MS;
                rows.push(
                  row(
                    `R-${index}-${product}-${number}`,
                    moment,
                    [{ product, quantity: given }],
                    id,
                  ),
                );
              }
              if (left > 0) rest.push({ product, quantity: left });
            }
            if (rest.length > 0) kept.push(row(id, when, rest));
          }
          fc.pre(kept.length > 0);
          const options = { asOf: ASKED, zone, policy };
          const whole = lifecycleStage(LIN, { purchases: rows }, options);
          const plain = lifecycleStage(LIN, { purchases: kept }, options);
          expect(whole.findings).toEqual([]);
          expect(whole.outcomes).toEqual(plain.outcomes);
          expect([whole.stage, whole.exit]).toEqual([plain.stage, plain.exit]);
          const rung = relationshipRung(LIN, { purchases: rows }, options);
          expect(rung).toEqual(relationshipRung(LIN, { purchases: kept }, options));
          // The history sweeps through all moments and must end in the same place.
          const span = { from: at("2009-01-01"), to: ASKED, zone, policy };
          expect(lifecycleHistory(LIN, { purchases: rows }, span).closing.rung).toBe(rung.rung);
        },
      ),
      { numRuns: 250 },
    );
  });

  it("CUS-7: four thousand purchases with two thousand returns take no more than one sweep", () => {
    const first = Date.parse("2010-01-01T12:00:00Z");
    const purchases: Purchase[] = [];
    for (let index = 0; index < 4000; index += 1) {
      const when = first + index * DAY_MS * 0.75;
      purchases.push(row(`P-${index}`, when, [{ product: `p${index}`, quantity: 1 }]));
      if (index % 2 === 1) continue;
      const late = first + (3000 + index / 100) * DAY_MS;
      purchases.push(
        row(`R-${index}`, late, [{ product: `p${index}`, quantity: 1 }], `P-${index}`),
      );
    }
    const begun = performance.now();
    const asOf = at("2019-06-01");
    const position = lifecycleStage(LIN, { purchases }, { asOf, zone });
    const span = { from: at("2009-01-01"), to: asOf, zone };
    const { closing } = lifecycleHistory(LIN, { purchases }, span);
    expect(performance.now() - begun).toBeLessThan(3000);
    expect(position.outcomes.map(({ kind, count }) => [kind, count])).toEqual([
      ["repurchase", 1999],
      ["extension", 1999],
    ]);
    expect([position.findings, closing.rung]).toEqual([[], "lost"]);
  });
});
