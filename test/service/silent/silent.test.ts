import {
  betterHandling,
  DEFAULT_RETENTION_AFTER_PROBLEM,
  DEFAULT_SILENT_ASSUMPTIONS,
  hiddenDissatisfaction,
  keptAfterProblems,
  retentionAfterProblemSchema,
  SERVICE_SILENT_ASSUMPTIONS,
  silentAssumptionsSchema,
} from "goodwill/service";
import type {
  HandledProblems,
  ProblemHandling,
  RetentionAfterProblem,
  SilentAssumptions,
} from "goodwill/service";
import { customerId } from "goodwill/customer";
import { money } from "goodwill/shared";
import type { Trace } from "goodwill/shared";
import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import type * as z from "zod";
import {
  DEPARTURES_DUE_TO_ATTITUDE,
  NEVER_RETURN,
  RETENTION_AFTER_PROBLEM,
  SERVICE_SILENT,
  SILENT,
  TELLING,
} from "../../golden/silent-majority.js";

function addsUp({ value, parts }: Trace): boolean {
  if (parts === undefined) return true;
  const sum = parts.reduce((total, part) => total + part.value, 0);
  return Math.abs(sum - value) <= 1e-9 * Math.max(1, Math.abs(value)) && parts.every(addsUp);
}

describe("the silent majority", () => {
  test("SRV-3: the shares assumed are those of SRV-3", () => {
    const { silentShare, neverReturnShare, telling, attitudeShare, satisfiedTell } =
      DEFAULT_SILENT_ASSUMPTIONS;
    expect([silentShare.low, silentShare.high]).toEqual(SILENT);
    expect(Object.values(neverReturnShare)).toEqual([NEVER_RETURN, NEVER_RETURN, NEVER_RETURN]);
    expect(telling.map(({ share, people }) => [share, people.low, people.high])).toEqual(
      TELLING.dissatisfied,
    );
    expect(satisfiedTell).toBe(TELLING.satisfied);
    expect(attitudeShare).toBe(DEPARTURES_DUE_TO_ATTITUDE);
    expect(SERVICE_SILENT_ASSUMPTIONS.silentShare).toEqual({
      low: SERVICE_SILENT,
      expected: SERVICE_SILENT,
      high: SERVICE_SILENT,
    });
    expect(DEFAULT_RETENTION_AFTER_PROBLEM).toEqual(RETENTION_AFTER_PROBLEM);
  });

  test("SRV-3: 30 complaints stand for 70 to 570 more who are silent, 91 percent of whom are lost", () => {
    const { complained, low, expected, high } = hiddenDissatisfaction(
      30,
      DEFAULT_SILENT_ASSUMPTIONS,
      {
        valuePerCustomer: money(10_000, "EUR"),
      },
    );
    expect(complained).toBe(30);
    expect(low.hidden).toBeCloseTo(70, 9);
    expect(low.dissatisfied).toBeCloseTo(100, 9);
    expect(high.hidden).toBeCloseTo(570, 9);
    expect(expected.hidden).toBeCloseTo((30 * 0.825) / 0.175, 9);
    expect(low.lost).toBeCloseTo(63.7, 9);
    expect(low.lostToAttitude).toBeCloseTo(63.7 * 0.83, 9);
    // 80 percent tell 8, 20 percent tell 20: 10.4 each; at the highest 12.
    expect(low.peopleTold).toBeCloseTo(728, 9);
    expect(high.peopleTold).toBeCloseTo(6840, 9);
    expect(low.peopleToldIfSatisfied).toBeCloseTo(210, 9);
    expect(low.moneyAtRisk).toEqual(money(637_000, "EUR"));
  });

  test("SRV-3: of those dissatisfied with service 96 percent are silent: 24 for each who complains", () => {
    const { low, high } = hiddenDissatisfaction(1, SERVICE_SILENT_ASSUMPTIONS);
    expect(low.hidden).toBeCloseTo(24, 9);
    expect(high.hidden).toBe(low.hidden);
    expect(low.lost).toBeCloseTo(21.84, 9);
    expect(low.moneyAtRisk).toBeUndefined();
  });

  test("SRV-3: a customer who complains twice is one", () => {
    const [one, two] = [customerId("C-1"), customerId("C-2")];
    const found = hiddenDissatisfaction([{ customer: one }, { customer: two }, { customer: one }]);
    expect(found).toEqual(hiddenDissatisfaction(2));
  });

  test("SRV-3: no more are dissatisfied than there are customers", () => {
    const { low, high } = hiddenDissatisfaction(30, DEFAULT_SILENT_ASSUMPTIONS, { customers: 200 });
    expect(low.hidden).toBeCloseTo(70, 9);
    expect(high.hidden).toBe(170);
    expect(() => hiddenDissatisfaction(30, DEFAULT_SILENT_ASSUMPTIONS, { customers: 29 })).toThrow(
      RangeError,
    );
  });

  test("SRV-3: every assumption can be replaced, and what cannot be meant is an error", () => {
    const half = { low: 0.5, expected: 0.5, high: 0.5 };
    const own: SilentAssumptions = {
      silentShare: half,
      neverReturnShare: half,
      telling: [{ share: 1, people: { low: 1, expected: 2, high: 3 } }],
      attitudeShare: 0.25,
      satisfiedTell: 4,
    };
    expect(hiddenDissatisfaction(8, own).expected).toMatchObject({
      dissatisfied: 16,
      hidden: 8,
      lost: 4,
      lostToAttitude: 1,
      peopleTold: 16,
      peopleToldIfSatisfied: 32,
    });
    const broken =
      (part: Partial<SilentAssumptions>): (() => unknown) =>
      () =>
        hiddenDissatisfaction(8, { ...own, ...part });
    expect(broken({ silentShare: { ...half, high: 1 } })).toThrow(/below 1/);
    expect(broken({ silentShare: { ...half, low: 0.6 } })).toThrow(/rise/);
    expect(broken({ neverReturnShare: { ...half, high: 1.1 } })).toThrow(RangeError);
    expect(broken({ telling: [{ share: 0.9, people: half }] })).toThrow(/add up to 1/);
    expect(broken({ attitudeShare: NaN })).toThrow(RangeError);
    expect(broken({ satisfiedTell: -1 })).toThrow(RangeError);
    expect(() => hiddenDissatisfaction(-1)).toThrow(RangeError);
    expect(() => hiddenDissatisfaction(1.5)).toThrow(RangeError);
  });

  test("SRV-3: the trace adds up, and low is below expected below high", () => {
    fc.assert(
      fc.property(fc.nat(100_000), (complaints) => {
        const { low, expected, high } = hiddenDissatisfaction(complaints);
        expect([low, expected, high].map(({ trace }) => addsUp(trace))).toEqual([true, true, true]);
        expect(low.trace.value).toBe(low.dissatisfied);
        expect(low.hidden <= expected.hidden && expected.hidden <= high.hidden).toBe(true);
        expect(low.lost <= expected.lost && expected.lost <= high.lost).toBe(true);
      }),
    );
  });
});

describe("customers kept after a problem", () => {
  const of = (
    severity: "minor" | "major",
    handling: ProblemHandling,
    customers = 100,
  ): HandledProblems => ({
    severity,
    handling,
    customers,
  });

  test.each([
    ["minor", [37, 46, 70, 95]],
    ["major", [9, 19, 54, 82]],
  ] as const)(
    "SRV-3: of 100 with a %s problem so many stay, by how it was handled",
    (severity, kept) => {
      const handlings = ["silent", "unresolved", "resolved", "resolved-quickly"] as const;
      const found = keptAfterProblems(handlings.map((handling) => of(severity, handling)));
      expect(found.rows.map((row) => Math.round(row.kept * 1e9) / 1e9)).toEqual(kept);
      expect(found.kept + found.lost).toBeCloseTo(400, 9);
      expect(found.trace.value).toBe(found.kept);
      expect(addsUp(found.trace)).toBe(true);
      expect(found.lostMoney).toBeUndefined();
    },
  );

  test("SRV-3: money lost is the sum of its rows, to the minor unit", () => {
    const problems = [
      of("minor", "silent", 1),
      of("minor", "unresolved", 1),
      of("major", "resolved", 0.5),
    ];
    const { rows, lostMoney } = keptAfterProblems(problems, {
      valuePerCustomer: money(101, "EUR"),
    });
    expect(rows.map((row) => row.lostMoney?.amount)).toEqual([64, 55, 23]);
    expect(lostMoney).toEqual(money(142, "EUR"));
    expect(keptAfterProblems([], { valuePerCustomer: money(1, "JPY") }).lostMoney).toEqual(
      money(0, "JPY"),
    );
  });

  test("SRV-3: what better handling is worth: the customers kept in addition", () => {
    const { moreKept, worth, now, then } = betterHandling(
      [of("minor", "silent", 50), of("minor", "unresolved", 50), of("major", "silent", 10)],
      [of("minor", "resolved-quickly"), of("major", "resolved", 10)],
      { valuePerCustomer: money(1000, "EUR") },
    );
    expect(moreKept).toBeCloseTo(95 - 41.5 + 5.4 - 0.9, 9);
    expect(worth).toEqual(money(58_000, "EUR"));
    expect(now.customers).toBe(then.customers);
    expect(betterHandling([of("minor", "resolved")], [of("minor", "silent")]).moreKept).toBeCloseTo(
      -33,
      9,
    );
  });

  test("SRV-3: the same customers are compared, of each severity", () => {
    expect(() => betterHandling([of("minor", "silent")], [of("major", "resolved")])).toThrow(
      /minor/,
    );
    expect(() => betterHandling([of("minor", "silent", 9)], [of("minor", "resolved", 8)])).toThrow(
      RangeError,
    );
  });

  test("SRV-3: the shares are the caller's to replace; broken ones are errors", () => {
    const { minor, major } = DEFAULT_RETENTION_AFTER_PROBLEM;
    const retention: RetentionAfterProblem = { minor: { ...minor, silent: 0.5 }, major };
    expect(keptAfterProblems([of("minor", "silent")], { retention }).kept).toBe(50);
    const bad = { minor: { ...minor, silent: 1.5 }, major };
    expect(() => keptAfterProblems([of("minor", "silent")], { retention: bad })).toThrow(
      RangeError,
    );
    expect(() => keptAfterProblems([of("minor", "silent", -1)])).toThrow(RangeError);
  });
});

describe("the schemas of assumptions", () => {
  test("SRV-3: they agree with the interfaces and take the defaults, and nothing that cannot be meant", () => {
    expectTypeOf<z.infer<typeof silentAssumptionsSchema>>().toExtend<SilentAssumptions>();
    expectTypeOf<keyof z.infer<typeof silentAssumptionsSchema>>().toEqualTypeOf<
      keyof SilentAssumptions
    >();
    expectTypeOf<z.infer<typeof retentionAfterProblemSchema>>().toExtend<RetentionAfterProblem>();
    for (const one of [DEFAULT_SILENT_ASSUMPTIONS, SERVICE_SILENT_ASSUMPTIONS]) {
      expect(silentAssumptionsSchema.parse(one)).toEqual(one);
    }
    expect(retentionAfterProblemSchema.parse(DEFAULT_RETENTION_AFTER_PROBLEM)).toEqual(
      DEFAULT_RETENTION_AFTER_PROBLEM,
    );
    const refused: readonly unknown[] = [
      { ...DEFAULT_SILENT_ASSUMPTIONS, silentShare: { low: 0.7, expected: 0.8, high: 1 } },
      { ...DEFAULT_SILENT_ASSUMPTIONS, silentShare: { low: 0.7, expected: 0.6, high: 0.9 } },
      { ...DEFAULT_SILENT_ASSUMPTIONS, telling: [] },
    ];
    for (const one of refused) expect(silentAssumptionsSchema.safeParse(one).success).toBe(false);
  });
});
