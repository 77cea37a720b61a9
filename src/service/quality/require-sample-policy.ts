import { brokenContract } from "../../shared/broken-contract.js";
import type { QualitySamplePolicy } from "./quality-sample.js";

/** Throws unless the policy makes sense. @internal */
export function requireSamplePolicy(policy: QualitySamplePolicy): void {
  const { customers, substitutes, leastSeconds, monthParts, dayPartsFrom } = policy;
  requireWhole("customers", customers, { least: 1, most: 1_000_000 });
  requireWhole("substitutes", substitutes, { least: 0, most: 1_000_000 });
  requireWhole("monthParts", monthParts, { least: 1, most: 28 });
  if (!(Number.isFinite(leastSeconds) && leastSeconds >= 0)) {
    throw broken("leastSeconds must be a number of at least 0", leastSeconds);
  }
  const rising = dayPartsFrom.every(
    (from, place) =>
      Number.isInteger(from) &&
      from < 24 &&
      (place === 0 ? from === 0 : from > dayPartsFrom[place - 1]!),
  );
  if (dayPartsFrom.length === 0 || !rising) {
    throw broken("dayPartsFrom must be rising whole hours from 0 to 23", dayPartsFrom);
  }
}

function requireWhole(
  name: string,
  value: number,
  { least, most }: { readonly least: number; readonly most: number },
): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw broken(`${name} must be a whole number from ${String(least)} to ${String(most)}`, value);
}

function broken(rule: string, got: unknown): RangeError {
  return brokenContract("sample contacts", `policy.${rule}`, got);
}
