import { customerId } from "goodwill/customer";
import { instant, money, plainDate } from "goodwill/shared";
import type { CareAction } from "../../../src/care/plan/care-action.js";

/** A card for a birthday, with what a test wants otherwise. */
export function cardAction(other: Partial<CareAction> = {}): CareAction {
  return {
    id: "C-17/birthday/2026-03-02",
    customer: customerId("C-17"),
    occasion: "birthday",
    occasionKeys: ["birthday/2026-03-02"],
    rule: "birthday-card",
    kind: "card",
    channel: "post",
    contactPoint: "p1",
    purpose: "greetings",
    owner: "ann",
    due: plainDate("2026-03-02"),
    at: instant("2026-03-02T01:00:00Z"),
    notAfter: instant("2026-03-02T13:30:00.999Z"),
    cost: money(1250, "CNY"),
    effect: 1,
    cheerful: true,
    why: [{ code: "care-rule", params: { rule: "birthday-card", times: 2 } }],
    state: "planned",
    ...other,
  };
}
