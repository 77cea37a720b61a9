import {
  DEFAULT_SERVICE_GUARANTEE,
  guaranteeRemedy,
  SERVICE_SENTENCES,
  serviceClocks,
  slaLedger,
} from "goodwill/service";
import type { GuaranteeClaim, GuaranteeOptions, ServiceGuarantee } from "goodwill/service";
import { explain, instant, money } from "goodwill/shared";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ALWAYS, OFFICE, june } from "../deadline/calendars.js";

const MINUTE_MS = 60_000;
const price = money(10_000, "CNY");

const steps: ServiceGuarantee["steps"] = [
  { laterThanMinutes: 10, remedies: [{ kind: "points", points: 50 }] },
  {
    laterThanMinutes: 30,
    remedies: [
      { kind: "refund-share", share: { numerator: 1, denominator: 3 } },
      { kind: "credit", amount: money(500, "CNY") },
    ],
  },
  { laterThanMinutes: 120, remedies: [{ kind: "refund", amount: money(12_000, "CNY") }] },
];
const guarantee: ServiceGuarantee = {
  id: "half-hour",
  graceMinutes: 5,
  measuredIn: "elapsed",
  steps,
};

function claim(lateMinutes: number, more: Partial<GuaranteeOptions> = {}): GuaranteeClaim {
  const lateMilliseconds = lateMinutes * MINUTE_MS;
  const ledger = { stop: june(1, "12:00"), lateMilliseconds, overMilliseconds: 0 };
  return guaranteeRemedy(ledger, { guarantee, price, ...more });
}

function codes({ reasons }: GuaranteeClaim): readonly string[] {
  return reasons.map(({ code }) => code);
}

describe("SRV-4: a guarantee with an automatic remedy", () => {
  test("SRV-4: a clock of a case goes to the guarantee as it is, overnight time included", () => {
    const calendars = { desk: OFFICE, "day-and-night": ALWAYS };
    const events = [{ kind: "opened" as const, at: june(1, "09:00") }];
    const clocks = serviceClocks({ id: "C-1", events }, { calendars, asOf: june(2, "09:01") });
    const first = clocks.ok ? clocks.value.find(({ clock }) => clock === "first-response") : null;
    expect([first?.due, first?.overMilliseconds]).toEqual([june(1, "17:00"), MINUTE_MS]);
    const elapsed = guaranteeRemedy(first!, { guarantee, price });
    expect([elapsed.lateMinutes, elapsed.isFinal]).toEqual([16 * 60 + 1, false]);
    const business = { ...guarantee, measuredIn: "business" as const };
    expect(guaranteeRemedy(first!, { guarantee: business, price }).lateMinutes).toBe(1);
  });

  test("SRV-4: one minute late, and the price is refunded; in time, nothing", () => {
    const promised = (stop: string): GuaranteeClaim => {
      const ledger = slaLedger(
        june(1, "12:00"),
        { minutes: 30 },
        { calendar: ALWAYS, stop: june(1, stop) },
      );
      if (!ledger.ok) throw new Error(ledger.error.code);
      return guaranteeRemedy(ledger.value, { guarantee: DEFAULT_SERVICE_GUARANTEE, price });
    };
    expect(promised("12:31")).toEqual({
      guarantee: "late-is-free",
      lateMinutes: 1,
      isFinal: true,
      step: DEFAULT_SERVICE_GUARANTEE.steps[0],
      remedies: [{ kind: "refund", amount: price }],
      reasons: [
        {
          code: "guarantee-late",
          params: { lateMinutes: 1, measuredIn: "elapsed", laterThanMinutes: 0 },
        },
        { code: "guarantee-refund", params: { amount: "100.00 CNY" } },
      ],
    });
    expect(promised("12:30")).toEqual({
      guarantee: "late-is-free",
      lateMinutes: 0,
      isFinal: true,
      remedies: [],
      reasons: [{ code: "guarantee-in-time", params: {} }],
    });
  });

  test("SRV-4: later than the grace and than a step counts, exactly as late does not", () => {
    expect(codes(claim(5))).toEqual(["guarantee-within-grace"]);
    expect(claim(10).reasons).toEqual([
      { code: "guarantee-below-first-step", params: { lateMinutes: 10, firstMinutes: 10 } },
    ]);
    expect(claim(10 + 1 / 60_000).remedies).toEqual([{ kind: "points", points: 50 }]);
    expect(claim(30).step?.laterThanMinutes).toBe(10);
    expect(claim(120).step?.laterThanMinutes).toBe(30);
    const lenient = { ...guarantee, graceMinutes: 60 };
    expect(claim(60, { guarantee: lenient }).reasons).toEqual([
      { code: "guarantee-within-grace", params: { lateMinutes: 60, graceMinutes: 60 } },
    ]);
  });

  test("SRV-4: the highest step holds; a share is rounded up and a refund never above the price", () => {
    expect(claim(31).remedies).toEqual([
      { kind: "refund", amount: money(3334, "CNY") },
      { kind: "credit", amount: money(500, "CNY") },
    ]);
    const most = claim(121);
    expect(most.remedies).toEqual([{ kind: "refund", amount: price }]);
    expect(most.reasons.slice(1)).toEqual([
      { code: "guarantee-refund", params: { amount: "120.00 CNY" } },
      {
        code: "guarantee-capped",
        params: { cap: "price", asked: "120.00 CNY", left: "100.00 CNY" },
      },
    ]);
    expect(most.reasons.slice(1).map((reason) => explain(reason, SERVICE_SENTENCES))).toEqual([
      "A refund of 120.00 CNY is promised.",
      "Of 120.00 CNY the cap of the price leaves 100.00 CNY.",
    ]);
  });

  test("SRV-4: caps are used up in order, what was granted before included", () => {
    const caps = { perCase: money(3500, "CNY"), perPeriod: money(9000, "CNY") };
    const capped = { guarantee: { ...guarantee, caps } };
    expect(claim(31, capped).remedies).toEqual([
      { kind: "refund", amount: money(3334, "CNY") },
      { kind: "credit", amount: money(166, "CNY") },
    ]);
    const granted = { ...capped, grantedInPeriod: money(8000, "CNY") };
    expect(claim(31, granted).remedies).toEqual([{ kind: "refund", amount: money(1000, "CNY") }]);
    expect(codes(claim(31, granted))).toEqual([
      "guarantee-late",
      "guarantee-refund",
      "guarantee-capped",
      "guarantee-credit",
      "guarantee-capped",
    ]);
    const used = { ...capped, grantedInPeriod: money(9001, "CNY") };
    expect(claim(31, used).remedies).toEqual([]);
    expect(claim(11, used).remedies).toEqual([{ kind: "points", points: 50 }]);
  });

  test("SRV-4: lateness is measured in all time or in business time, and may still grow", () => {
    const calendar = OFFICE;
    const asOf = june(8, "09:20");
    const ledger = slaLedger(june(5, "16:00"), { minutes: 60 }, { calendar, asOf });
    if (!ledger.ok) throw new Error(ledger.error.code);
    const elapsed = guaranteeRemedy(ledger.value, { guarantee, price });
    expect([elapsed.lateMinutes, elapsed.isFinal]).toEqual([64 * 60 + 20, false]);
    const business = { guarantee: { ...guarantee, measuredIn: "business" as const }, price };
    expect(guaranteeRemedy(ledger.value, business)).toMatchObject({
      lateMinutes: 20,
      remedies: [{ kind: "points", points: 50 }],
    });
  });

  test("SRV-4: later is never less where steps rise, and money never above its caps", () => {
    const someMinutes = fc.integer({ min: 0, max: 200 });
    const someAmount = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(someMinutes, someMinutes, someAmount, someAmount, (a, b, perCase, granted) => {
        const caps = { perCase: money(perCase, "CNY"), perPeriod: money(9000, "CNY") };
        const options = {
          guarantee: { ...guarantee, caps },
          grantedInPeriod: money(granted, "CNY"),
        };
        const total = (late: number): number =>
          claim(late, options).remedies.reduce(
            (sum, one) => (one.kind === "points" ? sum : sum + one.amount.amount),
            0,
          );
        expect(total(Math.max(a, b))).toBeGreaterThanOrEqual(total(Math.min(a, b)));
        expect(total(a)).toBeLessThanOrEqual(Math.min(perCase, Math.max(0, 9000 - granted)));
      }),
    );
  });

  const withStep = (step: ServiceGuarantee["steps"][number]): Partial<ServiceGuarantee> => ({
    steps: [step],
  });
  const refund = { kind: "refund", amount: money(1, "CNY") } as const;

  test.each<[string, Partial<ServiceGuarantee>, RegExp]>([
    [
      "a negative grace",
      { graceMinutes: -1 },
      /guarantee half-hour must have graceMinutes of at least 0, got -1/,
    ],
    ["no steps", { steps: [] }, /must have a step, got none/],
    ["steps that do not rise", { steps: [steps[1]!, steps[1]!] }, /least first, got 30/],
    ["a negative step", withStep({ laterThanMinutes: -0.5, remedies: [refund] }), /got -0.5/],
    ["a step without remedy", withStep({ laterThanMinutes: 3, remedies: [] }), /none later than 3/],
    [
      "a share above 1",
      withStep({
        laterThanMinutes: 0,
        remedies: [{ kind: "refund-share", share: { numerator: 3, denominator: 2 } }],
      }),
      /share must be above 0 to 1, got 3 of 2/,
    ],
    [
      "a refund of nothing",
      withStep({ laterThanMinutes: 0, remedies: [{ kind: "refund", amount: money(0, "CNY") }] }),
      /a refund must be at least 1 minor units, got 0/,
    ],
    [
      "half a point",
      withStep({ laterThanMinutes: 0, remedies: [{ kind: "points", points: 0.5 }] }),
      /points must be a whole number of at least 1, got 0.5/,
    ],
    ["a negative cap", { caps: { perCase: money(-1, "CNY") } }, /a cap must be at least 0/],
  ])("SRV-4: %s is refused", (_, more, message) => {
    expect(() => claim(1, { guarantee: { ...guarantee, ...more } })).toThrow(message);
  });

  test("SRV-4: a refund without a price, and two currencies, are refused", () => {
    const ledger = {
      stop: instant("2026-06-01T12:00:00Z"),
      lateMilliseconds: 31 * MINUTE_MS,
      overMilliseconds: 0,
    };
    expect(() => guaranteeRemedy(ledger, { guarantee })).toThrow(/price must be given/);
    const caps = { perCase: money(1, "EUR") };
    expect(() => claim(31, { guarantee: { ...guarantee, caps } })).toThrow(/currency must be/);
    expect(() => claim(31, { price: money(-1, "CNY") })).toThrow(/the price must be at least 0/);
    expect(() => claim(31, { grantedInPeriod: money(-1, "CNY") })).toThrow(
      /grantedInPeriod must be/,
    );
  });
});
