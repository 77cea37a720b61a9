// What a caller did against the contract of a function. Internal: not part of the package's surface.

/** The exception: `Cannot plan shifts: minutes must be above 0, got NaN`. A text is shown in quotes, a row as JSON. */
export function brokenContract(task: string, rule: string, got: unknown): RangeError {
  return new RangeError(`Cannot ${task}: ${rule}, got ${shown(got)}`);
}

/** JSON knows no NaN and no infinity; in quotes a text of digits is not taken for a number. */
function shown(value: unknown): string {
  return typeof value === "number" ? String(value) : JSON.stringify(value);
}
