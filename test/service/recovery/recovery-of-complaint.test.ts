import { customerId } from "goodwill/customer";
import {
  complaintRemedies,
  decideComplaint,
  DEFAULT_RECOVERY_POLICY,
  evolveComplaint,
  NO_COMPLAINT,
  proposeRecovery,
  recoveryAuthority,
  recoveryCaseOfComplaint,
  recoveryGranted,
  recoveryGrantsOfComplaint,
  recoveryPolicySchema,
  replayComplaint,
  SERVICE_SENTENCES,
} from "goodwill/service";
import type {
  AuthorityPolicy,
  Complaint,
  ComplaintCommand,
  ComplaintEvent,
  RecoveryAuthority,
  RecoveryCase,
  RecoveryPolicy,
  RemedyKind,
} from "goodwill/service";
import { addMilliseconds, explain, instant } from "goodwill/shared";
import type { Instant, Money } from "goodwill/shared";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ANY_CASE, cny, failure } from "./cases.js";

const START = instant("2026-03-02T09:00:00Z");
const DAY_MS = 86_400_000;

function after(days: number): Instant {
  return addMilliseconds(START, days * DAY_MS);
}

function received(part: Partial<Complaint> = {}): ComplaintEvent {
  const record: Complaint = {
    id: "c-1",
    customer: customerId("ann"),
    at: START,
    receivedBy: "mei",
    channel: "chat",
    kind: "product",
    subject: "The kettle leaks",
    severity: "medium",
    ...part,
  };
  return { kind: "receive", id: "E-1", complaint: record.id, at: record.at, by: "mei", record };
}

function grants(
  amounts: Partial<Record<RemedyKind, number>>,
): AuthorityPolicy["levels"][number]["grants"] {
  return [
    { remedy: "apology" },
    ...Object.entries(amounts).map(([remedy, minor]) => ({ remedy, upTo: cny(minor) })),
  ];
}

const ALL = (minor: number): Partial<Record<RemedyKind, number>> => ({
  ...{ refund: minor, credit: minor, points: minor, gift: minor, discount: minor },
  ...{ replacement: minor, repair: minor },
});

const AUTHORITY: AuthorityPolicy = {
  levels: [
    {
      ...{ level: 1, name: "front line", grants: grants({ credit: 300_00, gift: 100_00 }) },
      ...{ severity: "medium", withinDays: 5, earlier: 1 },
    },
    {
      ...{ level: 2, name: "supervisor", grants: grants(ALL(1500_00)) },
      ...{ together: [cny(2000_00)], withinDays: 20, stakes: [cny(10_000_00)] },
    },
    { level: 4, name: "manager", grants: grants(ALL(9000_00)), together: [cny(12_000_00)] },
  ],
  safetyLevel: 4,
  staff: { mei: 1, ning: 2, wang: 4 },
};

const STAFF: Readonly<Record<string, string>> = {
  "front line": "mei",
  supervisor: "ning",
  manager: "wang",
};

/** The policy of recovery whose authority is that over complaints, asked about one complaint. */
function policyFor(record: Complaint, asOf: Instant, earlier = 0): RecoveryPolicy {
  const question = { complaint: record, asOf, earlier };
  const authority = recoveryAuthority(AUTHORITY, { currency: "CNY", question });
  return { ...DEFAULT_RECOVERY_POLICY, authority };
}

describe("SRV-5: from a complaint to its recovery", () => {
  test("SRV-5: the complaint gives what it knows, as it is judged by now", () => {
    const events: ComplaintEvent[] = [
      received({ amount: cny(999_00), recurrent: true, remedySought: " refund ", cause: "seal" }),
      {
        ...{ kind: "assess", id: "E-2", complaint: "c-1", at: after(1), by: "mei" },
        ...{ severity: "high", safety: true },
      },
    ];
    const facts = { fault: "ours", paid: cny(480_00) } as const;
    expect(recoveryCaseOfComplaint(replayComplaint(events), facts)).toEqual({
      id: "c-1",
      customer: "ann",
      channel: "chat",
      severity: "high",
      safety: true,
      fault: "ours",
      paid: cny(480_00),
      earlierFailures: 1,
      sought: { kind: "refund" },
    });
    expect(recoveryCaseOfComplaint(NO_COMPLAINT, facts)).toBeUndefined();
  });

  test("SRV-5: what is given goes before what the complaint says", () => {
    const state = replayComplaint([received({ recurrent: true, remedySought: "refund" })]);
    const given = recoveryCaseOfComplaint(state, {
      ...{ fault: "shared", paid: cny(0), harm: cny(5), valueClass: "A", explanation: "rain" },
      ...{ earlierFailures: 3, sought: { kind: "repair" } },
    });
    expect(given).toMatchObject({
      ...{ earlierFailures: 3, sought: { kind: "repair" }, harm: cny(5), valueClass: "A" },
      explanation: "rain",
    });
    const words = recoveryCaseOfComplaint(
      replayComplaint([received({ remedySought: "toString" })]),
      { fault: "ours", paid: cny(1) },
    );
    expect([words?.sought, words?.earlierFailures]).toEqual([undefined, 0]);
  });

  test("SRV-5: a proposal's remedies are those of an answer, an apology always", () => {
    const restorations = [{ kind: "repair", cost: cny(20_00) }] as const;
    expect(
      complaintRemedies(proposeRecovery(failure({ restorations }), DEFAULT_RECOVERY_POLICY)),
    ).toEqual([
      { kind: "apology" },
      { kind: "repair", amount: cny(20_00) },
      { kind: "credit", amount: cny(30_00) },
    ]);
    const none = proposeRecovery(failure({ fault: "customer" }), DEFAULT_RECOVERY_POLICY);
    expect(complaintRemedies(none)).toEqual([{ kind: "apology" }]);
  });

  test("SRV-5: what answers granted counts once, by answer, in the currency", () => {
    const answer = (
      part: { readonly id: string; readonly complaint: string; readonly days: number },
      amounts: readonly (Money | undefined)[],
    ): ComplaintEvent => ({
      ...{ kind: "answer", id: part.id, complaint: part.complaint, at: after(part.days) },
      ...{ by: "mei", finding: "upheld" },
      remedies: amounts.map((amount) => ({
        kind: "credit",
        ...(amount !== undefined && { amount }),
      })),
    });
    const yen: Money = { amount: 7, currency: "JPY" };
    const first = answer({ id: "E-2", complaint: "c-1", days: 1 }, [cny(100), undefined, cny(50)]);
    const events = [
      received(),
      received({ id: "c-2", customer: customerId("bob") }),
      first,
      first,
      answer({ id: "E-2", complaint: "c-2", days: 2 }, [yen, cny(1000)]),
      answer({ id: "E-3", complaint: "c-2", days: 3 }, [yen]),
      answer({ id: "E-3", complaint: "c-1", days: 4 }, [cny(10)]),
    ];
    const found = recoveryGrantsOfComplaint(events, { currency: "CNY" });
    expect(found).toEqual([
      { case: "c-1", customer: "ann", at: after(1), amount: cny(150) },
      { case: "c-2", customer: "bob", at: after(2), amount: cny(1000) },
      { case: "c-1", customer: "ann", at: after(4), amount: cny(10) },
    ]);
    expect(
      recoveryGranted(found, {
        ...{ case: "c-1", customer: customerId("ann"), asOf: after(5) },
        ...{ periodDays: 30, currency: "CNY" },
      }),
    ).toEqual({ inCase: cny(160), toCustomer: cny(160), inPeriod: cny(1160) });
    expect(recoveryGrantsOfComplaint([received(), first], { currency: "JPY" })).toEqual([]);
    expect(() => recoveryGrantsOfComplaint([first], { currency: "CNY" })).toThrow(
      'each begins with "receive", got "answer"',
    );
  });
});

describe("SRV-2: authority is written once", () => {
  test("SRV-2: the levels of complaints, by number, are those of recovery", () => {
    const policy = { ...AUTHORITY, levels: [...AUTHORITY.levels].reverse() };
    const [first, second, third] = recoveryAuthority(policy, { currency: "CNY" });
    expect(first).toEqual({
      level: "front line",
      kinds: { credit: cny(300_00), gift: cny(100_00) },
    });
    expect([second?.level, second?.upTo, second?.kinds?.repair]).toEqual([
      "supervisor",
      cny(2000_00),
      cny(1500_00),
    ]);
    expect(third?.level).toBe("manager");
    const euro = recoveryAuthority(AUTHORITY, { currency: "EUR" });
    expect(euro[0]).toEqual({
      level: "front line",
      kinds: {
        credit: { amount: 0, currency: "EUR" },
        gift: { amount: 0, currency: "EUR" },
      },
    });
    const derived = {
      ...DEFAULT_RECOVERY_POLICY,
      authority: recoveryAuthority(policy, { currency: "CNY" }),
    };
    expect(recoveryPolicySchema.parse(derived)).toEqual(derived);
  });

  test("SRV-2: who may not apologise, or not decide the complaint, decides nothing", () => {
    const silent = { level: 1, name: "shop", grants: grants({ gift: 1 }).slice(1) };
    const policy = { ...AUTHORITY, levels: [silent, ...AUTHORITY.levels.slice(1)] };
    const decides = (levels: readonly RecoveryAuthority[]): unknown =>
      levels.map((one) => one.decides);
    expect(decides(recoveryAuthority(policy, { currency: "CNY" }))).toEqual([
      false,
      undefined,
      undefined,
    ]);
    const asked = (complaint: Partial<Complaint>, asOf = START, earlier = 0): unknown =>
      decides(
        recoveryAuthority(AUTHORITY, {
          currency: "CNY",
          question: { complaint: { at: START, severity: "low", ...complaint }, asOf, earlier },
        }),
      );
    expect(asked({})).toEqual([undefined, undefined, undefined]);
    expect(asked({ severity: "high" })).toEqual([false, undefined, undefined]);
    expect(asked({ safety: true })).toEqual([false, false, undefined]);
    expect(asked({ amount: cny(10_000_01) })).toEqual([undefined, false, undefined]);
    expect(asked({}, after(21))).toEqual([false, false, undefined]);
    expect(asked({}, START, 2)).toEqual([false, undefined, undefined]);
    expect(() => asked({}, after(-1))).toThrow("asOf must not lie before");
  });

  test("SRV-2: the kind decides who grants it, and nobody's kind is not proposed", () => {
    const authority = recoveryAuthority(AUTHORITY, { currency: "CNY" });
    const policy = { ...DEFAULT_RECOVERY_POLICY, authority };
    const by = (more: Partial<RecoveryCase>): unknown =>
      proposeRecovery(failure(more), policy).grantedBy;
    expect(by({})).toBe("front line");
    expect(by({ sought: { kind: "refund" } })).toBe("supervisor");
    expect(by({ paid: cny(1200_00) })).toBe("front line");
    expect(by({ paid: cny(1201_00) })).toBe("supervisor");
    // What was granted before counts, so that an amount is not split: 1250 and 250 are 1500.
    const again = (before: number): Partial<RecoveryCase> => ({
      granted: { inCase: cny(before), toCustomer: cny(before), inPeriod: cny(before) },
    });
    expect(by(again(50_00))).toBe("front line");
    expect(by(again(50_01))).toBe("supervisor");
    expect(by(again(1250_00))).toBe("supervisor");
    expect(by(again(1250_01))).toBe("manager");
    const only = authority.map((one) => ({ ...one, kinds: { credit: cny(100_00) } }));
    const proposal = proposeRecovery(failure({ sought: { kind: "refund" } }), {
      ...policy,
      authority: only,
    });
    expect(proposal.compensation).toEqual({ kind: "credit", amount: cny(100_00) });
    expect(proposal.refused.map(({ reason }) => reason.code)).toEqual(["recovery-kind-not-given"]);
    expect(proposal.trace.parts?.at(-1)?.params).toMatchObject({
      cap: "authority",
      limit: "100.00 CNY",
    });
    const restorations = [{ kind: "repair", cost: cny(1) }] as const;
    const unrestored = proposeRecovery(failure({ restorations }), {
      ...policy,
      authority: only,
    });
    expect(unrestored.restoration).toBeUndefined();
  });

  test("SRV-2: levels that grant less than those below them, or nobody grants, are refused", () => {
    const propose = (authority: readonly RecoveryAuthority[]): (() => unknown) => {
      const policy = { ...DEFAULT_RECOVERY_POLICY, authority };
      return () => proposeRecovery(failure(), policy);
    };
    const kinds = { credit: cny(5), refund: cny(5) };
    expect(propose([{ level: "a", kinds }, { level: "b" }])).toThrow(
      'policy.authority[1].kinds must be named by all levels or none, got "b"',
    );
    expect(
      propose([
        { level: "a", kinds },
        { level: "b", kinds: { refund: cny(9) } },
      ]),
    ).toThrow('kinds.credit must be at least that of the level before, got "nothing"');
    expect(propose([{ level: "a", kinds: { gift: cny(5) } }])).toThrow(
      "policy.kinds.critical must name one the highest level of authority may grant",
    );
    expect(propose([{ level: "a", kinds: { credit: { amount: 1, currency: "EUR" } } }])).toThrow(
      'policy.authority[0].kinds.credit must be in CNY, got "EUR"',
    );
  });

  test("SRV-2: where no level may decide, the proposal says so", () => {
    const levels = AUTHORITY.levels.map((one) => ({ ...one, withinDays: 30 }));
    const question = { complaint: { at: START, severity: "low" as const }, asOf: after(31) };
    const authority = recoveryAuthority({ ...AUTHORITY, levels }, { currency: "CNY", question });
    const { grantedBy, reasons } = proposeRecovery(failure(), {
      ...DEFAULT_RECOVERY_POLICY,
      authority,
    });
    expect(grantedBy).toBe("manager");
    expect(reasons.map((reason) => explain(reason, SERVICE_SENTENCES))).toContain(
      "No level may decide this case; manager is the highest.",
    );
  });

  test("SRV-2: whoever the proposal names may answer with it, also a second time", () => {
    const rounds = fc.record({
      first: ANY_CASE,
      second: ANY_CASE,
      days: fc.integer({ min: 0, max: 30 }),
      stakes: fc.integer({ min: 0, max: 2_000_000 }),
      earlier: fc.integer({ min: 0, max: 3 }),
    });
    const named = new Set<string>();
    fc.assert(
      fc.property(rounds, ({ first, second, days, stakes, earlier }) => {
        const { severity, safety } = first;
        const events: ComplaintEvent[] = [
          received({ severity, amount: cny(stakes), ...(safety !== undefined && { safety }) }),
        ];
        let state = replayComplaint(events);
        [first, second].forEach((facts, round) => {
          const asOf = after(days + round);
          const granted = recoveryGranted(recoveryGrantsOfComplaint(events, { currency: "CNY" }), {
            ...{ case: "c-1", customer: customerId("ann"), asOf },
            ...{ periodDays: 365, currency: "CNY" },
          });
          const given = recoveryCaseOfComplaint(state, { ...facts, granted })!;
          const policy = policyFor(state.record!, asOf, earlier);
          const proposal = proposeRecovery(given, policy);
          named.add(proposal.grantedBy);
          const command: ComplaintCommand = {
            ...({ kind: "answer", finding: "upheld" } as const),
            ...{ id: `A-${String(round)}`, complaint: "c-1", at: asOf },
            by: STAFF[proposal.grantedBy]!,
            remedies: complaintRemedies(proposal),
          };
          const options = { authority: AUTHORITY, earlier };
          const decided = decideComplaint(state, command, options);
          expect(decided.ok || decided.error).toBe(true);
          const reopened: ComplaintCommand = {
            kind: "reopen",
            ...{ id: `R-${String(round)}`, complaint: "c-1" },
            ...{ at: asOf, by: "mei", why: "not content" },
          };
          events.push(command, reopened);
          state = evolveComplaint(evolveComplaint(state, command), reopened);
        });
      }),
    );
    expect([...named].sort()).toEqual(["front line", "manager", "supervisor"]);
  });
});
