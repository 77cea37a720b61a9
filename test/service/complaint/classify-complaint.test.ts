import { classifyComplaint, COMPLAINT_KINDS, lintComplaintRules } from "goodwill/service";
import type { ComplaintRule } from "goodwill/service";
import { describe, expect, test } from "vitest";

const LATE: ComplaintRule = {
  id: "late",
  kind: "late-delivery",
  any: ["late", "not arrived", "迟到", "deliver*"],
};

function outcome(text: string, rules: readonly ComplaintRule[] = [LATE], product?: string): string {
  const found = classifyComplaint({ text, ...(product !== undefined && { product }) }, rules);
  return found.kind ?? found.outcome;
}

describe("the kind of a complaint, by rules", () => {
  test("SRV-1: the catalogue has the kinds of SRV-1, each id once, each with finer kinds", () => {
    expect(COMPLAINT_KINDS.map(({ id }) => id)).toEqual([
      "product",
      "attitude",
      "service-quality",
      "incident",
      "late-delivery",
      "specification",
      "packaging",
    ]);
    const service = COMPLAINT_KINDS.find(({ id }) => id === "service-quality");
    expect(service?.subKinds.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["delivery", "installation", "repair"]),
    );
    for (const { subKinds } of COMPLAINT_KINDS) {
      expect(new Set(subKinds.map(({ id }) => id)).size).toBe(subKinds.length);
      expect(subKinds.length).toBeGreaterThan(0);
    }
  });

  test.each([
    ["It was LATE.", "late-delivery"],
    ["ＬＡＴＥ again", "late-delivery"],
    ["läte", "late-delivery"],
    ["not\n  arrived!", "late-delivery"],
    ["see you later", "unmatched"],
    ["a chocolate", "unmatched"],
    ["lately", "unmatched"],
    ["the translate page", "unmatched"],
    ["not yet arrived", "unmatched"],
    ["delivery, delivered", "late-delivery"],
    ["undelivered", "unmatched"],
    ["师傅迟到了两个小时", "late-delivery"],
    ["货物迟 到", "unmatched"],
    ["快递late了", "late-delivery"],
    ["", "unmatched"],
  ])(
    "SRV-1: words are whole, in any case, width and accent; Chinese ones stand anywhere: %s",
    (text, expected) => {
      expect(outcome(text)).toBe(expected);
    },
  );

  test("SRV-1: one of any, each of all, none of none, and the product", () => {
    const rule: ComplaintRule = {
      id: "r",
      kind: "product",
      any: ["broken", "cracked"],
      all: ["glass"],
      none: ["window"],
      products: ["kettle"],
    };
    expect(outcome("broken glass", [rule], "kettle")).toBe("product");
    expect(outcome("broken", [rule], "kettle")).toBe("unmatched");
    expect(outcome("glass", [rule], "kettle")).toBe("unmatched");
    expect(outcome("broken window glass", [rule], "kettle")).toBe("unmatched");
    expect(outcome("broken glass", [rule], "lamp")).toBe("unmatched");
    expect(outcome("broken glass", [rule])).toBe("unmatched");
    const { fired } = classifyComplaint({ text: "broken, cracked glass", product: "kettle" }, [
      rule,
    ]);
    expect(fired).toEqual([
      { rule: "r", kind: "product", priority: 0, keywords: ["glass", "broken", "cracked"] },
    ]);
  });

  test("SRV-1: the higher priority decides; a conflict of equals is told, not guessed", () => {
    const rude: ComplaintRule = { id: "rude", kind: "attitude", any: ["rude"] };
    const text = "late and rude";
    const both = classifyComplaint({ text }, [LATE, rude]);
    expect([both.outcome, both.kind, both.fired.map(({ rule }) => rule)]).toEqual([
      "conflict",
      undefined,
      ["late", "rude"],
    ]);
    expect(outcome(text, [LATE, { ...rude, priority: 1 }])).toBe("attitude");
    expect(outcome(text, [LATE, { ...rude, priority: -1 }])).toBe("late-delivery");
    expect(outcome(text, [LATE, { ...rude, kind: "late-delivery" }])).toBe("late-delivery");
  });

  test("SRV-1: finer kinds that differ leave the kind; safety is said by any rule that fires", () => {
    const one: ComplaintRule = { id: "a", kind: "product", subKind: "defect", any: ["kettle"] };
    const other: ComplaintRule = { ...one, id: "b", subKind: "wear", priority: 0 };
    const fire: ComplaintRule = {
      id: "fire",
      kind: "incident",
      any: ["fire"],
      safety: true,
      priority: -5,
    };
    const found = classifyComplaint({ text: "kettle on fire" }, [one, other, fire]);
    expect([found.kind, found.subKind, found.safety]).toEqual(["product", undefined, true]);
    expect(classifyComplaint({ text: "kettle" }, [one, fire])).toMatchObject({
      subKind: "defect",
      safety: false,
    });
  });

  test("SRV-1: a rule without a condition or with an empty keyword is an error", () => {
    expect(() => outcome("x", [{ id: "r", kind: "product" }])).toThrow(/condition/);
    expect(() => outcome("x", [{ id: "r", kind: "product", any: ["!"] }])).toThrow(
      /letter or digit/,
    );
  });
});

describe("rules that cannot be meant", () => {
  const codes = (...rules: readonly ComplaintRule[]): readonly string[] =>
    lintComplaintRules(rules, { kinds: COMPLAINT_KINDS }).map(
      ({ code, index }) => `${index} ${code}`,
    );
  const other = (part: Partial<ComplaintRule>): ComplaintRule => ({
    id: "other",
    kind: "attitude",
    ...part,
  });

  test("SRV-1: good rules have no findings", () => {
    expect(
      codes(LATE, other({ any: ["rude"] }), other({ id: "x", any: ["late"], priority: 1 })),
    ).toEqual([]);
  });

  test("SRV-1: ids, kinds and keywords are looked at", () => {
    expect(codes(LATE, { ...LATE, kind: "late-delivery" })).toEqual(["1 complaint-rule-id-twice"]);
    expect(codes(other({ kind: "weather", any: ["x"] }))).toEqual([
      "0 complaint-rule-kind-unknown",
    ]);
    expect(codes(other({ subKind: "late", any: ["x"] }))).toEqual([
      "0 complaint-rule-sub-kind-unknown",
    ]);
    expect(codes(other({ any: ["rude", "?"] }))).toEqual(["0 complaint-rule-keyword-empty"]);
    expect(codes(other({}))).toEqual(["0 complaint-rule-without-condition"]);
    expect(lintComplaintRules([other({ kind: "weather", any: ["x"] })])).toEqual([]);
  });

  test("SRV-1: a rule without a condition is found alone: it beats no other", () => {
    expect(codes({ id: "bare", kind: "product" }, other({ any: ["rude"] }))).toEqual([
      "0 complaint-rule-without-condition",
    ]);
  });

  test("SRV-1: a rule that forbids what it needs never fires", () => {
    const never = ["0 complaint-rule-never-fires"];
    expect(codes(other({ all: ["very rude"], none: ["rude"] }))).toEqual(never);
    expect(codes(other({ any: ["very rude", "rudely"], none: ["rude*"] }))).toEqual(never);
    expect(codes(other({ any: [] }))).toEqual(never);
    expect(codes(other({ any: ["x"], products: [] }))).toEqual(never);
    expect(codes(other({ any: ["very rude", "unkind"], none: ["rude"] }))).toEqual([]);
    expect(codes(other({ any: ["rude*"], none: ["rude"] }))).toEqual([]);
  });

  test("SRV-1: a rule that fires only where another of higher priority does, never decides", () => {
    const beaten = ["1 complaint-rule-always-beaten"];
    const first = { ...LATE, priority: 1 };
    expect(codes(first, other({ any: ["too late", "not arrived"] }))).toEqual(beaten);
    expect(codes(first, other({ any: ["too late", "rude"] }))).toEqual([]);
    expect(codes(first, other({ all: ["late", "rude"] }))).toEqual(beaten);
    expect(codes(first, other({ any: ["late"], kind: "late-delivery" }))).toEqual([]);
    expect(codes({ ...first, none: ["sofa"] }, other({ any: ["late"] }))).toEqual([]);
    expect(
      codes({ ...first, none: ["red sofa"] }, other({ any: ["late"], none: ["sofa"] })),
    ).toEqual(beaten);
    expect(codes({ ...first, products: ["a"] }, other({ any: ["late"] }))).toEqual([]);
    expect(
      codes({ ...first, products: ["a", "b"] }, other({ any: ["late"], products: ["a"] })),
    ).toEqual(beaten);
    expect(codes({ ...first, all: ["truck"] }, other({ any: ["late"] }))).toEqual([]);
    const equal = codes(LATE, other({ any: ["late"] }));
    expect(equal).toEqual(["1 complaint-rule-always-in-conflict"]);
  });
});
