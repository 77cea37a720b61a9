import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";

/** The first of the texts that is there and blank, as a refusal; undefined where none is. */
export function blankField(texts: Readonly<Record<string, unknown>>): LoyaltyRefusal | undefined {
  for (const [field, text] of Object.entries(texts)) {
    if (text === undefined || (typeof text === "string" && text.trim() !== "")) continue;
    return {
      code: "invalid-field",
      field,
      mustBe: "a text that is not blank",
      got: typeof text === "string" ? text : typeof text,
    };
  }
  return undefined;
}
