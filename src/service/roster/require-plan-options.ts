import { brokenContract } from "../../shared/broken-contract.js";
import { isTimeZone } from "../../shared/time/time-zone.js";
import { requireShiftPatterns } from "./require-shift-patterns.js";
import type { PlanShiftsOptions } from "./shift-plan.js";

/** Throws unless the options of a plan of shifts make sense. @internal */
export function requirePlanOptions(options: PlanShiftsOptions): void {
  const { patterns, zone, shortWeight = 0, searchMillions = 300 } = options;
  requireShiftPatterns("plan shifts", patterns);
  if (!isTimeZone(zone)) throw broken("zone must be the name of a time zone", zone);
  if (!(shortWeight >= 0 && shortWeight <= 1e6 && isThousandths(shortWeight))) {
    throw broken("shortWeight must be from 0 to 1000000 with three decimals at most", shortWeight);
  }
  for (const name of ["seatsAtMost", "agentsPerDayAtMost"] as const) {
    const most = options[name] ?? 0;
    if (Number.isInteger(most) && most >= 0) continue;
    throw broken(`${name} must be a whole number of at least 0`, most);
  }
  if (!(Number.isFinite(searchMillions) && searchMillions > 0)) {
    throw broken("searchMillions must be finite and above 0", searchMillions);
  }
}

function isThousandths(value: number): boolean {
  return Math.abs(value * 1000 - Math.round(value * 1000)) < 1e-6;
}

function broken(rule: string, got: unknown): RangeError {
  return brokenContract("plan shifts", rule, got);
}
