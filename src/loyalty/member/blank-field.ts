import { textFault } from "../decision/field-fault.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";

/** The first of the texts that is there and blank, as a refusal; undefined where none is. */
export function blankField(texts: Readonly<Record<string, unknown>>): LoyaltyRefusal | undefined {
  for (const [field, text] of Object.entries(texts)) {
    const fault = text === undefined ? undefined : textFault(field, text);
    if (fault !== undefined) return fault;
  }
  return undefined;
}
