import type { VisitorIntent } from "goodwill/touchpoint";
import {
  DEFAULT_VISITOR_INTENT_POLICY,
  leadingRealm,
  VISITOR_INTENTS,
  visitorIntent,
} from "goodwill/touchpoint";
import { describe, expect, it } from "vitest";
import { codesOf } from "./codes.js";

describe("the leading realm", () => {
  it.each([
    ["roaming", "aesthetic"],
    ["searching", "education"],
    ["buying", "self-fulfilment"],
    ["seeking-recognition", "belonging"],
  ] as const)("TP-6: %s leads to %s", (intent, realm) => {
    expect(leadingRealm(intent)).toBe(realm);
    expect(VISITOR_INTENTS[intent]).toBe(realm);
  });

  it.each(["toString", "resting", ""])("another intent is refused: %s", (intent) => {
    expect(() => leadingRealm(intent as VisitorIntent)).toThrow(RangeError);
  });
});

describe("visitorIntent", () => {
  const visit = (...kinds: string[]) => kinds.map((kind, i) => ({ id: String(i), kind }));

  it("the first rule that holds decides, whatever the order of the visit", () => {
    expect(visitorIntent(visit("search", "club", "purchase"))?.intent).toBe("buying");
    expect(visitorIntent(visit("club", "search"))?.intent).toBe("seeking-recognition");
    expect(visitorIntent(visit("view", "search"))?.evidence).toEqual(["1"]);
  });

  it("without a sign it is the policy's intent, and says so", () => {
    const found = visitorIntent(visit("view"));
    expect(found).toMatchObject({ intent: "roaming", realm: "aesthetic", evidence: [] });
    expect(codesOf(found!.reasons)).toEqual(["intent-without-sign"]);
  });

  it("a rule with a minimum needs that many", () => {
    const policy = {
      rules: [{ intent: "searching" as const, kinds: ["view"], minimum: 3 }],
      otherwise: "roaming" as const,
    };
    expect(visitorIntent(visit("view", "view"), { policy })?.intent).toBe("roaming");
    const found = visitorIntent(visit("view", "view", "view"), { policy });
    expect(found?.intent).toBe("searching");
    expect(codesOf(found!.reasons)).toEqual(["intent-shown"]);
  });

  it("nobody came: nothing is said", () => {
    expect(visitorIntent([])).toBeUndefined();
  });

  it.each([0, -1, 1.5, Number.NaN])("a minimum of %s is refused", (minimum) => {
    const rules = [{ intent: "buying" as const, kinds: ["order"], minimum }];
    const policy = { ...DEFAULT_VISITOR_INTENT_POLICY, rules };
    expect(() => visitorIntent([], { policy })).toThrow(RangeError);
  });
});
