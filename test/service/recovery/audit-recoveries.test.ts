import {
  auditRecoveries,
  DEFAULT_RECOVERY_POLICY,
  proposeRecovery,
  RECOVERY_FACTS,
  SERVICE_SENTENCES,
} from "goodwill/service";
import type {
  DecidedRecovery,
  RecoveryAuthority,
  RecoveryCase,
  RecoveryPolicy,
  RemedyKind,
} from "goodwill/service";
import { explain } from "goodwill/shared";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ANY_CASE, cny, failure } from "./cases.js";

function decided(
  id: string,
  minor: number,
  more: {
    readonly by?: string;
    readonly kinds?: readonly RemedyKind[];
    readonly facts?: Partial<RecoveryCase>;
  } = {},
): DecidedRecovery {
  const { by, kinds = ["credit"], facts = {} } = more;
  return {
    case: failure({ id, ...facts }),
    kinds,
    amount: cny(minor),
    ...(by !== undefined && { by }),
  };
}

describe("SRV-5: consistent for equal cases", () => {
  test("SRV-5: unequal amounts of equal cases are found, with who decided", () => {
    const audit = auditRecoveries([
      decided("c-1", 250_00, { by: "bob" }),
      decided("c-2", 100_00, { by: "eve" }),
      decided("c-3", 250_00, { by: "ann" }),
      decided("c-4", 900_00, { facts: { severity: "high" } }),
    ]);
    expect([audit.cases, audit.groups, audit.unequal.length]).toEqual([4, 1, 1]);
    const [found] = audit.unequal;
    expect(found?.remedies).toEqual([
      { kinds: ["credit"], amount: cny(250_00), cases: ["c-1", "c-3"], by: ["ann", "bob"] },
      { kinds: ["credit"], amount: cny(100_00), cases: ["c-2"], by: ["eve"] },
    ]);
    expect(found?.spread).toEqual(cny(150_00));
    expect(found?.facts).toMatchObject({
      severity: "medium",
      paid: "1000.00 CNY",
      safety: "false",
    });
    expect(found?.reasons.map((reason) => explain(reason, SERVICE_SENTENCES))).toEqual([
      "3 equal cases got from 100.00 CNY to 250.00 CNY.",
      "Different people decided the 3 equal cases: ann+bob, eve.",
    ]);
  });

  test("SRV-5: kinds count, too, in any order; the same decider is said", () => {
    const audit = auditRecoveries([
      decided("c-1", 100, { by: "bob", kinds: ["credit", "repair"] }),
      decided("c-2", 100, { by: "bob", kinds: ["repair", "credit"] }),
      decided("c-3", 100, { by: "bob", kinds: [] }),
    ]);
    expect(audit.unequal[0]?.spread.amount).toBe(0);
    expect(audit.unequal[0]?.reasons.map(({ code }) => code)).toEqual([
      "recovery-unequal-kind",
      "recovery-unequal-same-decider",
    ]);
  });

  test("SRV-5: each fact that decides sets cases apart, and none that does not", () => {
    const others: readonly Partial<RecoveryCase>[] = [
      { severity: "high" },
      { safety: true },
      { fault: "shared" },
      { paid: cny(1) },
      { harm: cny(1) },
      { valueClass: "A" },
      { customerValue: cny(1) },
      { earlierFailures: 1 },
      { granted: { inCase: cny(1), toCustomer: cny(1), inPeriod: cny(1) } },
      { restorations: [{ kind: "repair", cost: cny(1) }] },
      { sought: { kind: "refund" } },
    ];
    for (const facts of others) {
      const audit = auditRecoveries([decided("c-1", 1), decided("c-2", 2, { facts })]);
      expect([Object.keys(facts), audit.groups]).toEqual([Object.keys(facts), 0]);
    }
    const same = { channel: "phone", harm: cny(0), safety: false, explanation: "rain" };
    expect(
      auditRecoveries([decided("c-1", 1), decided("c-2", 2, { facts: same })]).unequal,
    ).toHaveLength(1);
  });

  test("SRV-5: grants to others never set cases apart; those before do only where a cap binds", () => {
    const granted = (inCase: number, toCustomer: number, inPeriod: number): DecidedRecovery =>
      decided(`c-${String(inPeriod)}`, inPeriod, {
        facts: {
          granted: { inCase: cny(inCase), toCustomer: cny(toCustomer), inPeriod: cny(inPeriod) },
        },
      });
    expect(auditRecoveries([granted(0, 0, 1), granted(0, 0, 2), granted(0, 0, 3)]).groups).toBe(1);
    expect(auditRecoveries([granted(0, 5, 1), granted(0, 6, 2)]).groups).toBe(0);
    const policy = DEFAULT_RECOVERY_POLICY;
    const groupsOf = (rows: readonly DecidedRecovery[]): number =>
      auditRecoveries(rows, { policy }).groups;
    expect(groupsOf([granted(0, 5, 1), granted(0, 6, 2), decided("c-9", 1)])).toBe(1);
    // The case is worth 250; the customer's cap of 100000 leaves 249, 249 and 248.
    const bound = [99_751_00, 99_751_00, 99_752_00].map((used, i) => granted(0, used, i));
    expect(groupsOf(bound)).toBe(1);
    expect(groupsOf(bound.slice(1))).toBe(0);
    expect(groupsOf([granted(0, 99_750_00, 1), decided("c-9", 1)])).toBe(1);
    const [found] = auditRecoveries(bound, { policy }).unequal;
    expect(found?.facts.granted).toBe("caps leave 249.00 CNY");
  });

  test("SRV-5: by a policy, values that add the same are equal facts", () => {
    const rows = [{}, { valueClass: "C" }, { valueClass: "gone" }, { customerValue: cny(9) }].map(
      (facts, i) => decided(`c-${String(i)}`, i, { facts }),
    );
    const policy = DEFAULT_RECOVERY_POLICY;
    expect(auditRecoveries(rows).groups).toBe(0);
    expect(auditRecoveries(rows, { policy }).unequal[0]?.remedies).toHaveLength(4);
    const best = decided("c-9", 9, { facts: { valueClass: "A" } });
    expect(auditRecoveries([rows[0]!, best], { policy }).groups).toBe(0);
  });

  test("SRV-5: an audit that compared nothing says so", () => {
    const apart = [decided("c-1", 1), decided("c-2", 2, { facts: { severity: "high" } })];
    const { groups, unequal, reasons } = auditRecoveries(apart);
    expect([groups, unequal]).toEqual([0, []]);
    expect(reasons.map((reason) => explain(reason, SERVICE_SENTENCES))).toEqual([
      "Of the 2 cases no two have equal facts: nothing could be compared.",
    ]);
    expect(auditRecoveries([apart[0]!, apart[0]!]).reasons).toEqual([]);
  });

  test("SRV-5: with a policy, a case that does not fit it is refused", () => {
    const euro = decided("c-1", 1, { facts: { paid: { amount: 1, currency: "EUR" } } });
    expect(() => auditRecoveries([euro], { policy: DEFAULT_RECOVERY_POLICY })).toThrow(
      'Cannot audit recoveries: paid must be in CNY, got "EUR"',
    );
  });

  test("SRV-5: fewer facts make wider groups", () => {
    const rows = [decided("c-1", 1), decided("c-2", 2, { facts: { valueClass: "A" } })];
    expect(auditRecoveries(rows).unequal).toEqual([]);
    const facts = RECOVERY_FACTS.filter((name) => name !== "value");
    expect(auditRecoveries(rows, { facts }).unequal).toHaveLength(1);
    expect(() => auditRecoveries(rows, { facts: [] })).toThrow("facts must not be empty");
  });

  test("SRV-5: held against a policy, it says which amount is as the policy gives it", () => {
    const audit = auditRecoveries([decided("c-1", 250_00), decided("c-2", 100_00)], {
      policy: DEFAULT_RECOVERY_POLICY,
    });
    expect(audit.unequal[0]?.remedies.map(({ asPolicy }) => asPolicy)).toEqual([1, 0]);
    expect(audit.unequal[0]?.reasons.at(-1)).toEqual({
      code: "recovery-unequal-policy",
      params: { cases: 2, kept: 1 },
    });
  });

  test("SRV-5: what is granted as proposed is never unequal, and the order of cases does not matter", () => {
    fc.assert(
      fc.property(fc.array(ANY_CASE, { maxLength: 8 }), (cases) => {
        const rows = [...cases, ...cases].map((one, i): DecidedRecovery => {
          const given = { ...one, id: `c-${String(i)}` };
          const { compensation, amount } = proposeRecovery(given, DEFAULT_RECOVERY_POLICY);
          return {
            case: given,
            kinds: compensation === undefined ? [] : [compensation.kind],
            amount,
          };
        });
        const audit = auditRecoveries(rows);
        expect(audit.unequal).toEqual([]);
        const unfair = rows.map((row, i) => (i % 2 === 0 ? { ...row, amount: cny(i) } : row));
        expect(auditRecoveries([...unfair].reverse())).toEqual(auditRecoveries(unfair));
      }),
      { numRuns: 30 },
    );
  });

  test("SRV-5: what a policy treats as equal facts, it gives equal remedies", () => {
    const kinds = (minor: number): NonNullable<RecoveryAuthority["kinds"]> => ({
      ...{ refund: cny(minor), credit: cny(2 * minor), repair: cny(minor) },
      replacement: cny(3 * minor),
    });
    const byKind: RecoveryPolicy = {
      ...DEFAULT_RECOVERY_POLICY,
      authority: [{ level: "desk", kinds: kinds(500_00), upTo: cny(30_000_00) }],
    };
    const history = fc.record({
      inCase: fc.constantFrom(0, 100_00, 29_900_00),
      toCustomer: fc.constantFrom(0, 100_00, 99_900_00),
      valueClass: fc.constantFrom("A", "C", "D"),
    });
    let groups = 0;
    fc.assert(
      fc.property(ANY_CASE, fc.array(history, { minLength: 8, maxLength: 12 }), (one, many) => {
        for (const policy of [DEFAULT_RECOVERY_POLICY, byKind]) {
          const rows = many.map(({ inCase, toCustomer, valueClass }, i): DecidedRecovery => {
            const granted = { inCase: cny(inCase), toCustomer: cny(toCustomer), inPeriod: cny(i) };
            const given = { ...one, id: `c-${String(i)}`, granted, valueClass };
            const { compensation, restoration, amount } = proposeRecovery(given, policy);
            const forms = [compensation?.kind, restoration?.kind];
            return { case: given, kinds: forms.filter((kind) => kind !== undefined), amount };
          });
          const audit = auditRecoveries(rows, { policy });
          groups += audit.groups;
          expect(audit.unequal).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
    expect(groups).toBeGreaterThan(40);
  });
});
