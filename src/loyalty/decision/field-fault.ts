import type { LoyaltyRefusal } from "./loyalty-refusal.js";

/** Why a number of a command is none that can be used: not a safe integer, or too small; undefined where it is fine. */
export function numberFault(
  field: string,
  value: unknown,
  { least }: { readonly least: number },
): LoyaltyRefusal | undefined {
  if (Number.isSafeInteger(value) && (value as number) >= least) return undefined;
  const mustBe = `an integer from ${String(least)} to 2^53 - 1`;
  return { code: "invalid-field", field, mustBe, got: String(value) };
}

/** Why a text of a command is none that can be used: it is blank; undefined where it is fine. */
export function textFault(field: string, value: unknown): LoyaltyRefusal | undefined {
  if (typeof value === "string" && value.trim() !== "") return undefined;
  const mustBe = "a text that is not blank";
  return { code: "invalid-field", field, mustBe, got: String(value) };
}
