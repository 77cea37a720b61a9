// Facts of a campaign that are missing or cannot be. Internal: not part of the package's surface.

import type { CampaignFinding } from "./campaign-check.js";

/** A fact nobody gave. */
export function notKnown(fact: string, where: string): CampaignFinding {
  return { code: "campaign-not-known", severity: "warning", where, params: { fact } };
}

/** Throws unless a number counts something. */
export function requireCount(name: string, value: number): void {
  if (Number.isSafeInteger(value) && value >= 0) return;
  refuseFact(name, "a whole number of at least 0", value);
}

/** Throws unless all are hours. */
export function requireHours(name: string, hours: readonly number[]): void {
  hours.forEach((value, index) => {
    if (value >= 0 && value < Infinity) return;
    refuseFact(`${name}[${String(index)}]`, "hours of at least 0", value);
  });
}

/** Throws, naming the fact, what it must be and what it is. */
export function refuseFact(name: string, wanted: string, value: number | string): never {
  const got = typeof value === "number" ? String(value) : JSON.stringify(value);
  throw new RangeError(`Cannot check a campaign: ${name} must be ${wanted}, got ${got}`);
}
