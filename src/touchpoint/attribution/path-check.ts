import type { RowIssue } from "../../shared/rows.js";
import type { AttributionPath } from "./attribution.js";

/** What is wrong with a path, if anything: the first fault. */
export function pathIssue(path: AttributionPath): RowIssue | undefined {
  const { steps, conversions, nulls, value = 0, daysBefore } = path;
  if (steps.length === 0) return issue("steps", "a path needs at least one step, got none");
  for (let step = 0; step < steps.length; step += 1) {
    if (steps[step] === "")
      return issue(`steps.${String(step)}`, "a step must have a name, got none");
  }
  if (!isCount(conversions)) return countIssue("conversions", conversions);
  if (!isCount(nulls)) return countIssue("nulls", nulls);
  if (!(Number.isFinite(value) && value >= 0))
    return issue("value", `value must be a finite number of at least 0, got ${String(value)}`);
  if (value > 0 && conversions === 0)
    return issue("value", `without a conversion there is no value, got ${String(value)}`);
  return daysBefore === undefined ? undefined : daysIssue(daysBefore, steps.length);
}

function daysIssue(daysBefore: readonly number[], steps: number): RowIssue | undefined {
  if (daysBefore.length !== steps) {
    return issue(
      "daysBefore",
      `daysBefore must have one entry a step, got ${String(daysBefore.length)} for ${String(steps)}`,
    );
  }
  for (let step = 0; step < steps; step += 1) {
    const days = daysBefore[step]!;
    const before = step === 0 ? days : daysBefore[step - 1]!;
    if (!(Number.isFinite(days) && days >= 0 && days <= before)) {
      return issue(
        `daysBefore.${String(step)}`,
        `daysBefore must be at least 0 and never rise from step to step, got ${String(days)}`,
      );
    }
  }
  return undefined;
}

function isCount(count: number): boolean {
  return Number.isSafeInteger(count) && count >= 0;
}

function countIssue(field: string, count: number): RowIssue {
  return issue(field, `${field} must be a whole number of at least 0, got ${String(count)}`);
}

function issue(path: string, message: string): RowIssue {
  return { path, message };
}
