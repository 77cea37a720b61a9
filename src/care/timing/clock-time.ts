// A time of day as a policy writes it. Internal: not part of the package's surface.

/** The milliseconds since midnight of a time of day `HH:MM`, or an exception. */
export function clockMilliseconds(
  text: string,
  { task, name }: { readonly task: string; readonly name: string },
): number {
  // By character: moments may be asked about one by one, each with the policy as it is written.
  if (typeof text === "string" && text.length === 5 && text.charCodeAt(2) === 58) {
    const hour = twoDigits(text, 0);
    const minute = twoDigits(text, 3);
    if (hour >= 0 && hour < 24 && minute >= 0 && minute < 60) return (hour * 60 + minute) * 60_000;
  }
  throw new RangeError(
    `Cannot ${task}: ${name} must be a time from 00:00 to 23:59, got ${JSON.stringify(text)}`,
  );
}

/** The number written by two digits at a position, or -1 where one of them is no digit. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}
