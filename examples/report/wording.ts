/** A number with a fixed count of decimals, halves away from 0, and a dash where there is none. */
export function decimal(value: number | undefined, digits = 2): string {
  if (value === undefined) return "-";
  const rounded = (Math.sign(value) * Math.round(Math.abs(value) * 10 ** digits)) / 10 ** digits;
  return (rounded + 0).toFixed(digits);
}

/** A change: a number with its sign. */
export function signed(value: number | undefined, digits = 2): string {
  const shown = decimal(value, digits);
  return value !== undefined && Number(shown) > 0 ? `+${shown}` : shown;
}

/** A whole number with its thousands set off; others as they are. */
export function amount(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: 20 });
}

/** How many there are of something: `1 row`, `1,200 rows`. */
export function many(count: number, one: string, several = `${one}s`): string {
  return `${amount(count)} ${count === 1 ? one : several}`;
}

/** A share as a percentage. */
export function percent(share: number | undefined): string {
  return share === undefined ? "-" : `${decimal(100 * share, 0)}%`;
}

/** A probability as a percentage; next to certain is not certain. */
export function chance(share: number): string {
  if (share > 0 && share < 0.005) return "less than 1%";
  return share < 1 && share >= 0.995 ? "more than 99%" : percent(share);
}

/** A p-value as it is read. */
export function pValue(p: number | undefined): string {
  if (p === undefined) return "-";
  return p < 0.001 ? "<.001" : p.toFixed(3).replace(/^0/, "");
}

/** An interval; one without an upper end is open. */
export function range(
  interval: { readonly lower: number; readonly upper?: number } | undefined,
  digits = 2,
): string {
  if (interval === undefined) return "-";
  const { lower, upper } = interval;
  return `${decimal(lower, digits)} ${upper === undefined ? "or more" : `to ${decimal(upper, digits)}`}`;
}

/** Names as a sentence lists them: `a, b and c`. */
export function listed(names: readonly string[]): string {
  return names.length < 2
    ? (names[0] ?? "")
    : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}

/** A sentence begins with a capital letter. */
export function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
