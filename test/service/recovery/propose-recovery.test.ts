import { customerId } from "goodwill/customer";
import {
  DEFAULT_RECOVERY_POLICY,
  proposeRecovery,
  recoveryGranted,
  SERVICE_SENTENCES,
} from "goodwill/service";
import type { RecoveryCase, RecoveryPolicy } from "goodwill/service";
import { explain, instant } from "goodwill/shared";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ANY_CASE, ANY_POLICY, cny, failure, GRADES } from "./cases.js";

const POLICY = DEFAULT_RECOVERY_POLICY;

function amountOf(more: Partial<RecoveryCase>, policy: RecoveryPolicy = POLICY): number {
  return proposeRecovery(failure(more), policy).amount.amount;
}

describe("SRV-5: how much is paid", () => {
  test("SRV-5: a share of the price by severity", () => {
    expect(GRADES.map((severity) => amountOf({ severity }))).toEqual([
      100_00, 250_00, 500_00, 1000_00,
    ]);
  });

  test("SRV-5: as far as it is the firm's fault, and the damage too", () => {
    const harm = cny(50_00);
    expect(amountOf({ harm })).toBe(300_00);
    expect(amountOf({ harm, fault: "shared" })).toBe(150_00);
    expect(amountOf({ harm, fault: "third-party" })).toBe(150_00);
    expect(amountOf({ harm, fault: "customer" })).toBe(0);
  });

  test("SRV-5: at least the minimum where the firm has a fault, and only there", () => {
    expect(amountOf({ paid: cny(0) })).toBe(30_00);
    expect(amountOf({ paid: cny(0), fault: "shared" })).toBe(30_00);
    expect(amountOf({ paid: cny(0), fault: "third-party" })).toBe(0);
    expect(amountOf({ paid: cny(0), fault: "customer" })).toBe(0);
  });

  test("SRV-5: more for earlier failures and for value, each within its bound", () => {
    expect([0, 1, 2, 3].map((earlierFailures) => amountOf({ earlierFailures }))).toEqual([
      250_00, 313_00, 375_00, 375_00,
    ]);
    expect(["A", "B", "C"].map((valueClass) => amountOf({ valueClass }))).toEqual([
      300_00, 275_00, 250_00,
    ]);
    const value = { addedShareByClass: { A: 5 }, atMostShare: 0.1 };
    expect(amountOf({ valueClass: "A" }, { ...POLICY, value })).toBe(275_00);
    expect(amountOf({ valueClass: "toString" })).toBe(250_00);
  });

  test("SRV-5: value by band, the highest reached, where no class is given", () => {
    const bands = [
      { from: cny(1000_00), addedShare: 0.05 },
      { from: cny(9000_00), addedShare: 0.2 },
    ];
    const policy = { ...POLICY, value: { ...POLICY.value, bands } };
    const worth = [999_99, 1000_00, 9000_00].map((minor) =>
      amountOf({ customerValue: cny(minor) }, policy),
    );
    expect(worth).toEqual([250_00, 263_00, 300_00]);
    expect(amountOf({ customerValue: cny(9000_00), valueClass: "C" }, policy)).toBe(250_00);
  });

  test("SRV-5: rounded by the policy, never below the minimum", () => {
    const rounding = { toMinorUnits: 1000, rounding: "down" as const };
    const policy = { ...POLICY, rounding };
    expect(amountOf({ paid: cny(100_50) })).toBe(30_00);
    expect(amountOf({ paid: cny(139_00) })).toBe(35_00);
    expect(amountOf({ paid: cny(139_00) }, policy)).toBe(30_00);
    const minimum = { ...POLICY.minimum, medium: cny(35_00) };
    expect(amountOf({ paid: cny(0) }, { ...policy, minimum })).toBe(35_00);
  });

  test("SRV-5: sentences say money in decimals with its currency, the numbers stay minor units", () => {
    const sought = { kind: "refund", amount: cny(400_00) } as const;
    const given = failure({ sought, paid: cny(139_00) });
    const { trace, reasons, refused } = proposeRecovery(given, POLICY, { handler: "frontline" });
    expect([trace.value, trace.params]).toEqual([35_00, { amount: "35.00 CNY" }]);
    expect(explain(trace, SERVICE_SENTENCES)).toBe(
      [
        "Compensation: 35.00 CNY.",
        "  Price of 139.00 CNY, severity medium, a share of 0.25: 34.75 CNY.",
        "  Rounded (up) to multiples of 1.00 CNY: 0.25 CNY.",
      ].join("\n"),
    );
    const said = [...reasons, ...refused.map(({ reason }) => reason)];
    expect(said.map((reason) => explain(reason, SERVICE_SENTENCES))).toEqual([
      "The cause is not known yet; the customer is told when it is.",
      "frontline may grant the 35.00 CNY.",
      "400.00 CNY is asked for; the rules give 35.00 CNY.",
    ]);
  });

  test("SRV-5: a risk to safety counts as critical", () => {
    const proposal = proposeRecovery(failure({ severity: "low", safety: true }), POLICY);
    expect([proposal.severity, proposal.amount.amount]).toEqual(["critical", 1000_00]);
    expect(proposal.apology.by).toBe("head-of-service");
    expect(proposal.reasons[0]).toEqual({
      code: "recovery-safety",
      params: { severity: "low", counted: "critical" },
    });
    expect(
      proposeRecovery(failure({ severity: "critical", safety: true }), {
        ...POLICY,
        safetySeverity: "low",
      }).severity,
    ).toBe("critical");
  });

  test("SRV-5: each cap holds, and is named", () => {
    const granted = { inCase: cny(0), toCustomer: cny(900_00), inPeriod: cny(7000_00) };
    const cap = (caps: Partial<RecoveryPolicy["caps"]>): readonly unknown[] => {
      const { amount, trace } = proposeRecovery(failure({ severity: "critical", granted }), {
        ...POLICY,
        caps: { periodDays: 30, ...caps },
      });
      const part = trace.parts?.find(({ code }) => code === "recovery-cap");
      return [amount.amount, part?.params?.["cap"]];
    };
    expect(cap({})).toEqual([1000_00, undefined]);
    expect(cap({ perCase: cny(700_00) })).toEqual([700_00, "case"]);
    expect(cap({ perCustomer: cny(1000_00) })).toEqual([100_00, "customer"]);
    expect(cap({ perPeriod: cny(7050_00) })).toEqual([50_00, "period"]);
    expect(cap({ perPeriod: cny(1_00) })).toEqual([0, "period"]);
    expect(cap({ perCase: cny(1000_00) })).toEqual([1000_00, undefined]);
    expect(cap({ perCase: cny(999_99) })).toEqual([999_99, "case"]);
  });

  test("SRV-5: nobody grants more than the highest authority, in however many steps", () => {
    const authority = [{ level: "frontline", upTo: cny(600_00) }];
    const policy = { ...POLICY, authority };
    expect(amountOf({ severity: "critical" }, policy)).toBe(600_00);
    const granted = { inCase: cny(500_00), toCustomer: cny(500_00), inPeriod: cny(500_00) };
    expect(amountOf({ severity: "critical", granted }, policy)).toBe(100_00);
  });
});

describe("SRV-5: apology, explanation, remedy", () => {
  test("SRV-5: who is sorry, for what and by which channel", () => {
    const apology = (more: Partial<RecoveryCase>): unknown =>
      proposeRecovery(failure(more), POLICY).apology;
    expect(apology({})).toEqual({ kind: "responsibility", by: "supervisor", channel: "chat" });
    expect(apology({ severity: "high", fault: "shared" })).toEqual({
      kind: "shared-responsibility",
      by: "manager",
      channel: "phone",
    });
    expect(apology({ fault: "third-party" })).toMatchObject({ kind: "regret" });
    expect(apology({ fault: "customer" })).toMatchObject({ kind: "regret" });
  });

  test("SRV-5: the cause is explained, and looked for until it is known", () => {
    const explained = (more: Partial<RecoveryCase>): unknown =>
      proposeRecovery(failure(more), POLICY).explanation;
    expect(explained({})).toEqual({ kind: "cause-sought" });
    expect(explained({ explanation: "a flat tyre" })).toEqual({
      kind: "cause",
      text: "a flat tyre",
    });
    expect(explained({ explanation: "x", fault: "third-party" })).toMatchObject({
      kind: "third-party",
    });
    expect(explained({ explanation: "x", fault: "customer" })).toMatchObject({ kind: "guidance" });
  });

  test("SRV-5: what was paid for is delivered after all, and then not paid back", () => {
    const restorations = [
      { kind: "repair", cost: cny(80_00) },
      { kind: "replacement", cost: cny(400_00) },
    ] as const;
    const given = failure({ severity: "high", harm: cny(120_00), restorations });
    const first = proposeRecovery(given, POLICY);
    expect(first.restoration?.kind).toBe("repair");
    expect([first.amount.amount, first.total.amount]).toEqual([120_00, 200_00]);
    const sought = proposeRecovery({ ...given, sought: { kind: "replacement" } }, POLICY);
    expect(sought.restoration?.kind).toBe("replacement");
    expect([sought.total.amount, sought.grantedBy, sought.refused]).toEqual([
      520_00,
      "supervisor",
      [],
    ]);
    const money = proposeRecovery({ ...given, sought: { kind: "refund" } }, POLICY);
    expect([money.restoration, money.amount.amount]).toEqual([undefined, 620_00]);
  });

  test("SRV-5: a restoration uses up the caps, too", () => {
    const restorations = [{ kind: "repair", cost: cny(80_00) }] as const;
    const given = failure({ severity: "high", harm: cny(120_00), restorations });
    const caps = { perCase: cny(150_00), periodDays: 365 };
    const { amount, total } = proposeRecovery(given, { ...POLICY, caps });
    expect([amount.amount, total.amount]).toEqual([70_00, 150_00]);
  });

  test("SRV-2: who may grant it, and whom the handler must ask", () => {
    const level = (paid: number, handler?: string): readonly unknown[] => {
      const given = failure({ severity: "critical", paid: cny(paid) });
      const options = handler === undefined ? {} : { handler };
      const { grantedBy, escalateTo } = proposeRecovery(given, POLICY, options);
      return [grantedBy, escalateTo];
    };
    expect(level(1000_00, "frontline")).toEqual(["supervisor", "supervisor"]);
    expect(level(1000_00, "supervisor")).toEqual(["supervisor", undefined]);
    expect(level(1001_00, "supervisor")).toEqual(["manager", "manager"]);
    expect(level(1001_00)).toEqual(["manager", undefined]);
    expect(() => level(1, "janitor")).toThrow(
      'the handler must be a level of policy.authority, got "janitor"',
    );
  });

  test("SRV-2: a sum cannot be split to stay below a limit", () => {
    const granted = { inCase: cny(190_00), toCustomer: cny(190_00), inPeriod: cny(190_00) };
    const given = failure({ paid: cny(0), granted });
    expect(proposeRecovery(given, POLICY, { handler: "frontline" }).escalateTo).toBe("supervisor");
  });

  test("SRV-2: nobody is asked to grant nothing, whatever was granted before", () => {
    const granted = { inCase: cny(50_000_00), toCustomer: cny(0), inPeriod: cny(0) };
    const used = proposeRecovery(failure({ granted }), POLICY, { handler: "frontline" });
    expect([used.total.amount, used.grantedBy, used.escalateTo]).toEqual([
      0,
      "frontline",
      undefined,
    ]);
    expect(used.reasons.map(({ code }) => code)).toEqual(["recovery-cause-sought"]);
  });

  test.each([
    [{ kind: "credit" }, {}, []],
    [{ kind: "credit", amount: cny(250_00) }, {}, []],
    [
      { kind: "credit", amount: cny(400_00) },
      {},
      [["recovery-asked-more", 150_00, { asked: "400.00 CNY", granted: "250.00 CNY" }]],
    ],
    [
      { kind: "points" },
      { severity: "critical" },
      [
        [
          "recovery-kind-not-given",
          undefined,
          { kind: "points", severity: "critical", instead: "refund" },
        ],
      ],
    ],
    [
      { kind: "refund", amount: cny(10_00) },
      { fault: "customer" },
      [["recovery-nothing-due", 10_00, { fault: "customer" }]],
    ],
    [
      { kind: "refund" },
      { granted: { inCase: cny(50_000_00), toCustomer: cny(0), inPeriod: cny(0) } },
      [["recovery-cap-used", undefined, { cap: "case", limit: "50000.00 CNY" }]],
    ],
    [
      { kind: "refund" },
      {
        fault: "customer",
        granted: { inCase: cny(50_000_00), toCustomer: cny(0), inPeriod: cny(0) },
      },
      [["recovery-nothing-due", undefined, { fault: "customer" }]],
    ],
    [{ kind: "repair" }, {}, [["recovery-not-available", undefined, { kind: "repair" }]]],
    [
      { kind: "repair" },
      { fault: "customer" },
      [["recovery-not-restored", undefined, { kind: "repair", fault: "customer" }]],
    ],
    [
      { kind: "repair" },
      { restorations: [{ kind: "repair", cost: cny(60_000_00) }] },
      [
        [
          "recovery-beyond-caps",
          undefined,
          { kind: "repair", cost: "60000.00 CNY", left: "50000.00 CNY" },
        ],
      ],
    ],
  ] as const)("SRV-5: asked for %j, with %j: not granted is %j", (sought, more, refused) => {
    const proposal = proposeRecovery(failure({ sought, ...more }), POLICY);
    expect(
      proposal.refused.map(({ reason, amount }) => [reason.code, amount?.amount, reason.params]),
    ).toEqual(refused);
  });

  test("SRV-5: asking for less does not lower it", () => {
    const sought = { kind: "credit", amount: cny(1_00) } as const;
    expect(amountOf({ sought })).toBe(250_00);
  });
});

describe("SRV-5: properties of every case and policy", () => {
  test("SRV-5: equal facts give equal remedies, whoever the customer is", () => {
    fc.assert(
      fc.property(ANY_CASE, ANY_POLICY, fc.string({ minLength: 1 }), (given, policy, other) => {
        const one = proposeRecovery(given, policy, { handler: "frontline" });
        const again = proposeRecovery(
          { ...given, id: `${other}-2`, customer: customerId(`${other}-3`) },
          policy,
          { handler: "head-of-service" },
        );
        expect([again.compensation, again.restoration, again.total, again.trace]).toEqual([
          one.compensation,
          one.restoration,
          one.total,
          one.trace,
        ]);
      }),
    );
  });

  test("SRV-5: value only adds: never below the floor, which is the same for all", () => {
    fc.assert(
      fc.property(ANY_CASE, ANY_POLICY, (given, policy) => {
        const rest = Object.entries(given).filter(([name]) => name !== "valueClass");
        const nobody = Object.fromEntries(rest) as unknown as RecoveryCase;
        const plain = proposeRecovery(nobody, policy);
        const amounts = ["C", "B", "A"].map((valueClass) => {
          const proposal = proposeRecovery({ ...nobody, valueClass }, policy);
          expect(proposal.floor).toEqual(plain.amount);
          return proposal.amount.amount;
        });
        expect(amounts).toEqual([...amounts].sort((a, b) => a - b));
        expect(amounts[0]).toBe(plain.amount.amount);
        const { toMinorUnits } = policy.rounding;
        const most = plain.amount.amount * (1 + policy.value.atMostShare) + 2 * toMinorUnits + 1;
        // Rounding may add up to one unit to either amount.
        expect(amounts[2]).toBeLessThanOrEqual(most);
      }),
    );
  });

  test("SRV-5: a worse failure never gets less", () => {
    fc.assert(
      fc.property(ANY_CASE, ANY_POLICY, (given, policy) => {
        const totals = GRADES.map(
          (severity) => proposeRecovery({ ...given, severity, safety: false }, policy).total.amount,
        );
        expect(totals).toEqual([...totals].sort((a, b) => a - b));
      }),
    );
  });

  test("SRV-5: caps and the highest authority hold", () => {
    fc.assert(
      fc.property(ANY_CASE, ANY_POLICY, (given, policy) => {
        const { total } = proposeRecovery(given, policy);
        const { caps, authority } = policy;
        const { inCase = cny(0), toCustomer = cny(0), inPeriod = cny(0) } = given.granted ?? {};
        const within = (cap: number, used: number): void => {
          expect(total.amount).toBeLessThanOrEqual(Math.max(0, cap - used));
        };
        within(caps.perCase!.amount, inCase.amount);
        within(caps.perCustomer!.amount, toCustomer.amount);
        within(caps.perPeriod!.amount, inPeriod.amount);
        within(authority.at(-1)!.upTo!.amount, inCase.amount);
      }),
    );
  });

  test("SRV-5: the parts of the trace add up to the amount, and every reason has its sentence", () => {
    fc.assert(
      fc.property(ANY_CASE, ANY_POLICY, (given, policy) => {
        const { trace, amount, reasons, refused } = proposeRecovery(given, policy);
        const sum = (trace.parts ?? []).reduce((total, { value }) => total + value, 0);
        expect([trace.value, sum]).toEqual([amount.amount, amount.amount]);
        for (const one of [trace, ...reasons, ...refused.map(({ reason }) => reason)]) {
          expect(explain(one, SERVICE_SENTENCES)).not.toContain("{");
        }
      }),
    );
  });
});

describe("SRV-5: what is not valid", () => {
  test.each([
    [{ earlierFailures: -1 }, "earlierFailures must be a whole number of at least 0, got -1"],
    [{ paid: cny(-1) }, "paid must be a whole number of minor units of at least 0, got -1"],
    [{ harm: { amount: 1, currency: "EUR" } }, 'harm must be in CNY, got "EUR"'],
    [{ severity: "awful" as "low" }, 'severity must be a grade, got "awful"'],
    [
      { fault: "nobody" as "ours" },
      'fault must be ours, shared, third-party or customer, got "nobody"',
    ],
  ] as const)("SRV-5: a case with %j is refused", (more, message) => {
    expect(() => proposeRecovery(failure(more), POLICY)).toThrow(message);
  });

  test.each([
    [
      { priceShare: { ...POLICY.priceShare, high: 0.1 } },
      "policy.priceShare.high must be at least that of medium, got 0.1",
    ],
    [
      { minimum: { ...POLICY.minimum, critical: cny(1) } },
      "policy.minimum.critical must be at least that of high, got 1",
    ],
    [{ faultShare: { ...POLICY.faultShare, ours: 1.5 } }, "policy.faultShare.ours must be a share"],
    [{ authority: [] }, "policy.authority must not be empty"],
    [
      {
        authority: [
          { level: "a", upTo: cny(5) },
          { level: "b", upTo: cny(4) },
        ],
      },
      "policy.authority[1].upTo must be at least that of the level before, got 4",
    ],
    [{ authority: [{ level: "a" }, { level: "b" }] }, "others follow it"],
    [{ authority: [{ level: "a", upTo: cny(5) }, { level: "a" }] }, "must stand once"],
    [{ kinds: { ...POLICY.kinds, low: [] } }, "policy.kinds.low must not be empty"],
    [{ caps: { periodDays: 0 } }, "policy.caps.periodDays must be a whole number of at least 1"],
    [{ rounding: { toMinorUnits: 0, rounding: "up" } }, "policy.rounding.toMinorUnits must be"],
    [{ value: { addedShareByClass: { A: -0.1 }, atMostShare: 1 } }, "got -0.1"],
  ] as const)("SRV-5: a policy with %j is refused", (more, message) => {
    expect(() => proposeRecovery(failure(), { ...POLICY, ...more })).toThrow(message);
  });
});

describe("SRV-5: what was granted before", () => {
  const ann = customerId("ann");
  const asOf = instant("2026-06-01T00:00:00Z");
  const options = { case: "c-1", customer: ann, asOf, periodDays: 30, currency: "CNY" } as const;

  test("SRV-5: by case, customer and period, half-open at the far end", () => {
    const grant = (id: string, customer: string, at: string, minor: number) => ({
      case: id,
      customer: customerId(customer),
      at: instant(at),
      amount: cny(minor),
    });
    const granted = recoveryGranted(
      [
        grant("c-1", "ann", "2025-01-01T00:00:00Z", 1),
        grant("c-1", "ann", "2026-06-01T00:00:00Z", 10),
        grant("c-2", "ann", "2026-05-02T00:00:00Z", 100),
        grant("c-2", "ann", "2026-05-02T00:00:00.001Z", 1000),
        grant("c-3", "bob", "2026-05-20T00:00:00Z", 10_000),
        grant("c-1", "ann", "2026-06-01T00:00:00.001Z", 100_000),
      ],
      options,
    );
    expect(granted).toEqual({ inCase: cny(11), toCustomer: cny(1010), inPeriod: cny(11_010) });
  });

  test("SRV-5: a period of no days is refused", () => {
    expect(() => recoveryGranted([], { ...options, periodDays: 0 })).toThrow(
      "periodDays must be a whole number of at least 1, got 0",
    );
  });
});
