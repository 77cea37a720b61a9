import {
  auditRecoveries,
  DEFAULT_RECOVERY_POLICY,
  proposeRecovery,
  RECOVERY_FACTS,
  SERVICE_SENTENCES,
} from "goodwill/service";
import type { DecidedRecovery, RecoveryCase, RemedyKind } from "goodwill/service";
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
      "3 equal cases got from 10000 to 25000 minor units.",
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
});
