import { earlierComplaints, resolveWithin } from "goodwill/service";
import type { AuthorityPolicy, AuthorityQuestion } from "goodwill/service";
import { customerId } from "goodwill/customer";
import { addMilliseconds, explain, money } from "goodwill/shared";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { after, AUTHORITY, complaint, refund } from "./story.js";

const DAY = 24 * 60;

function question(part: Partial<AuthorityQuestion> = {}): AuthorityQuestion {
  return { complaint: complaint(), remedies: [], asOf: after(0), ...part };
}

function codesOf(asked: AuthorityQuestion, level = 1): readonly string[] {
  const { reasons, ...decision } = resolveWithin(asked, { level, policy: AUTHORITY });
  return [`${decision.decision} ${String(decision.level)}`, ...reasons.map(({ code }) => code)];
}

describe("who may resolve a complaint", () => {
  test("SRV-2: within its authority a level resolves at once", () => {
    const { decision, level, name, reasons } = resolveWithin(question(), {
      level: 1,
      policy: AUTHORITY,
    });
    expect([decision, level, name]).toEqual(["resolve", 1, "front line"]);
    expect(reasons).toEqual([
      { code: "complaint-within-authority", params: { level: 1, name: "front line" } },
    ]);
  });

  test.each([
    ["the value", question({ remedies: [refund(5001)] }), "escalate 2", "complaint-remedy-beyond"],
    [
      "the value given before",
      question({ remedies: [refund(1)], granted: [refund(5000)] }),
      "escalate 2",
      "complaint-remedy-beyond",
    ],
    [
      "the kind of remedy",
      question({ remedies: [{ kind: "credit" }] }),
      "escalate 3",
      "complaint-remedy-not-granted",
    ],
    [
      "the stakes",
      question({ complaint: complaint({ amount: money(100_001, "EUR") }) }),
      "escalate 2",
      "complaint-stakes-beyond",
    ],
    [
      "the time open",
      question({ asOf: after(10 * DAY + 1) }),
      "escalate 2",
      "complaint-open-too-long",
    ],
    ["repeat", question({ earlier: 2 }), "escalate 2", "complaint-repeated"],
    [
      "severity",
      question({ complaint: complaint({ severity: "critical" }) }),
      "escalate 2",
      "complaint-too-severe",
    ],
    [
      "safety",
      question({ complaint: complaint({ safety: true }) }),
      "escalate 2",
      "complaint-safety-first",
    ],
    [
      "a long time open",
      question({ asOf: after(21 * DAY) }),
      "escalate 3",
      "complaint-open-too-long",
    ],
  ])("SRV-2: it goes up by %s, to the lowest level that may", (_, asked, decision, code) => {
    const [said, first] = codesOf(asked);
    expect([said, first]).toEqual([decision, code]);
  });

  test.each([-1, 1.5, Number.NaN])("SRV-2: a level of %d is none", (level) => {
    expect(() => resolveWithin(question(), { level, policy: AUTHORITY })).toThrow(
      `level must be whole and at least 0, got ${level}`,
    );
  });

  test("SRV-2: the days that are said to be too long are more than the limit said", () => {
    const { reasons } = resolveWithin(question({ asOf: after(10 * DAY + 1) }), {
      level: 1,
      policy: AUTHORITY,
    });
    expect(reasons[0]?.params).toEqual({ level: 1, days: 10.1, limit: 10 });
  });

  test("SRV-2: a limit itself is within", () => {
    const asked = question({
      complaint: complaint({ severity: "high", amount: money(100_000, "EUR") }),
      remedies: [refund(5000), { kind: "apology" }],
      asOf: after(10 * DAY),
      earlier: 1,
    });
    expect(codesOf(asked)).toEqual(["resolve 1", "complaint-within-authority"]);
  });

  test("SRV-2: an amount in a currency not named is not granted; one at stake does not bind", () => {
    const yen = { kind: "refund", amount: money(1, "JPY") };
    expect(codesOf(question({ remedies: [yen] }))[0]).toBe("nobody undefined");
    const stakes = question({ complaint: complaint({ amount: money(9_999_999, "JPY") }) });
    expect(codesOf(stakes)[0]).toBe("resolve 1");
  });

  test("SRV-2: nobody may where the highest level may not, all remedies together", () => {
    const credit = { kind: "credit", amount: money(300_000, "EUR") };
    const asked = question({ remedies: [refund(300_001), credit] });
    const { decision, level, reasons } = resolveWithin(asked, { level: 3, policy: AUTHORITY });
    expect([decision, level]).toEqual(["nobody", undefined]);
    expect(reasons.map(({ code }) => code)).toEqual(["complaint-remedies-together-beyond"]);
    expect(codesOf(question({ remedies: [refund(300_000), credit] }), 3)[0]).toBe("resolve 3");
  });

  test("SRV-2: who has no authority escalates to the lowest level, and is told why", () => {
    expect(codesOf(question(), 0)).toEqual(["escalate 1", "complaint-without-authority"]);
  });

  test("SRV-2: the order in which levels are written makes no difference", () => {
    const policy = { ...AUTHORITY, levels: [...AUTHORITY.levels].reverse() };
    const asked = question({ remedies: [refund(5001)] });
    expect(resolveWithin(asked, { level: 1, policy })).toEqual(
      resolveWithin(asked, { level: 1, policy: AUTHORITY }),
    );
  });

  test("SRV-2: granting more never lowers the level it goes to", () => {
    const level = (amount: number): number =>
      resolveWithin(question({ remedies: [refund(amount)] }), { level: 1, policy: AUTHORITY })
        .level ?? 9;
    const amounts = fc.integer({ min: 0, max: 700_000 });
    fc.assert(
      fc.property(amounts, amounts, (a, b) => level(Math.min(a, b)) <= level(Math.max(a, b))),
    );
    expect([5000, 5001, 50_001, 500_001].map(level)).toEqual([1, 2, 3, 9]);
  });

  test("SRV-2: the reasons carry what their sentences need", () => {
    const sentence = "{remedy} comes to {amount}; level {level} may grant up to {limit}.";
    const [reason] = resolveWithin(question({ remedies: [refund(5001)] }), {
      level: 1,
      policy: AUTHORITY,
    }).reasons;
    expect(explain(reason!, { "complaint-remedy-beyond": sentence })).toBe(
      "refund comes to 50.01 EUR; level 1 may grant up to 50.00 EUR.",
    );
  });

  test("SRV-2: broken policies and questions are errors", () => {
    const ask =
      (part: Partial<AuthorityPolicy>, asked = question()): (() => unknown) =>
      () =>
        resolveWithin(asked, { level: 1, policy: { ...AUTHORITY, ...part } });
    const [first] = AUTHORITY.levels;
    expect(ask({ levels: [] })).toThrow(RangeError);
    expect(ask({ levels: [first!, first!], safetyLevel: 1 })).toThrow(/each once/);
    expect(ask({ safetyLevel: 7 })).toThrow(/safetyLevel/);
    expect(
      ask({
        levels: [{ ...first!, grants: [{ remedy: "refund", upTo: money(-1, "EUR") }] }],
        safetyLevel: 1,
      }),
    ).toThrow(RangeError);
    expect(ask({ levels: [{ ...first!, withinDays: -1 }], safetyLevel: 1 })).toThrow(/withinDays/);
    expect(ask({}, question({ asOf: after(-1) }))).toThrow(/asOf/);
    expect(ask({}, question({ earlier: -1 }))).toThrow(/earlier/);
    expect(ask({}, question({ remedies: [refund(-5)] }))).toThrow(RangeError);
  });
});

describe("earlier complaints of the same customer", () => {
  const now = complaint({ id: "K-9" });
  const before = (id: string, days: number, duplicateOf?: string): typeof now => ({
    ...now,
    id,
    at: addMilliseconds(now.at, -days * DAY * 60_000),
    ...(duplicateOf !== undefined && { duplicateOf }),
  });

  test("SRV-2: those before it within the days count, others' and later ones do not", () => {
    const others = [
      now,
      before("K-1", 365),
      before("K-2", 365.001),
      before("K-3", -1),
      { ...before("K-4", 5), customer: customerId("C-2") },
    ];
    expect(earlierComplaints(now, others)).toBe(1);
    expect(earlierComplaints(now, others, { withinDays: 400 })).toBe(2);
    expect(() => earlierComplaints(now, others, { withinDays: -1 })).toThrow(RangeError);
  });

  test("SRV-5: only those of the same kind count where asked", () => {
    const others = [before("K-1", 30), { ...before("K-2", 20), kind: "attitude" }];
    expect(earlierComplaints(now, others)).toBe(2);
    expect(earlierComplaints(now, others, { sameKind: false })).toBe(2);
    expect(earlierComplaints(now, others, { sameKind: true })).toBe(1);
  });

  test("SRV-2: duplicates count once, and the own matter not at all", () => {
    const others = [before("K-1", 30), before("K-2", 29, "K-1"), before("K-3", 28, "K-2")];
    expect(earlierComplaints(now, others)).toBe(1);
    expect(earlierComplaints({ ...now, duplicateOf: "K-3" }, others)).toBe(0);
    expect(earlierComplaints(now, [...others, before("K-8", 1, "K-9")])).toBe(1);
  });
});
