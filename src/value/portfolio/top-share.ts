import { sortedValues } from "./concentration-values.js";

/** Which customers are the top, and how a part of a customer counts. */
export interface TopShareOptions {
  /** Share of the customers, 0 to 1: 0.2 for the top fifth. */
  readonly share: number;
  /**
   * What happens when the share is no whole number of customers:
   *
   * - `nearest`: the nearest whole number, a half upwards; the rule when absent.
   * - `down`, `up`: the whole number below or above.
   * - `part`: the last customer counts in part, as on the Lorenz curve.
   */
  readonly fraction?: "nearest" | "down" | "up" | "part";
}

/**
 * What share of the value do the top customers hold: is it 80/20 (VAL-1)?
 *
 * @remarks That a fifth holds four fifths is the rule of thumb Juran (1951, Quality Control Handbook) named after
 * Pareto.
 * @param values - One value a customer, of at least 0, in any unit.
 * @param options - Which customers are the top, and how a part of a customer counts.
 * @returns The share of the value, 0 to 1; absent without customers or when all have 0.
 * @throws RangeError when a value is below 0 or no number, or the share is not between 0 and 1.
 * @example
 * ```ts
 * import { topShare } from "goodwill/value";
 *
 * topShare([10, 50, 10, 20, 10], { share: 0.2 }); // => 0.5
 * topShare([10, 50, 10, 20, 10], { share: 0.3, fraction: "part" }); // => 0.6
 * ```
 */
export function topShare(
  values: ArrayLike<number>,
  { share, fraction = "nearest" }: TopShareOptions,
): number | undefined {
  if (!(share >= 0 && share <= 1)) {
    throw new RangeError(
      `Cannot find the share of the top: share must lie between 0 and 1, got ${String(share)}`,
    );
  }
  const { sorted, total } = sortedValues("find the share of the top", values);
  if (total === 0) return undefined;
  const n = sorted.length;
  const customers = customersOf(share * n, fraction);
  const whole = Math.floor(customers);
  if (whole === n) return 1;
  let sum = 0;
  for (let i = 0; i < whole; i += 1) sum += sorted[n - 1 - i]!;
  // Summed the other way round than the total, the last digit may differ.
  return Math.min(1, (sum + (customers - whole) * sorted[n - 1 - whole]!) / total);
}

/** Shares such as 0.07 of 100 customers are not quite whole in binary: a billionth of one is none. */
const SLACK = 1e-9;

function customersOf(exact: number, fraction: NonNullable<TopShareOptions["fraction"]>): number {
  const nearest = Math.floor(exact + 0.5 + SLACK);
  if (Math.abs(exact - nearest) < SLACK) return nearest;
  const below = Math.floor(exact);
  if (fraction === "part") return exact;
  if (fraction === "down") return below;
  if (fraction === "up") return below + 1;
  return nearest;
}
