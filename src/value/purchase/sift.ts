import { siftRows, type RowIssue, type SiftedRows } from "../../shared/rows.js";
import type { CurrencyCode } from "../../shared/money/currency.js";
import type { Instant } from "../../shared/time/instant.js";
import { requireInstant } from "../../shared/time/require-instant.js";
import { plainDateAt, type TimeZone } from "../../shared/time/time-zone.js";
import type { PurchaseRow } from "./purchase-row.js";
import { purchaseRowSchema } from "./schema.js";

/** What purchase rows are checked against. */
export interface SiftPurchaseRowsOptions {
  /** The currency that is summed; rows in another are handed back. */
  readonly currency: CurrencyCode;
  /** The moment the rows were taken; what lies after it is handed back. */
  readonly asOf: Instant;
  /** The zone in which that moment is a day, for rows of which only the day is known. */
  readonly zone: TimeZone;
  /** Whether returns may be among the rows; `accept` by default. */
  readonly returns?: "accept" | "refuse";
}

/**
 * Splits purchase rows at the border into those that can be summarised and those that cannot, and loses none.
 *
 * A row is handed back, alone and whole, when a field has the wrong type, the moment or day cannot be read or lies in
 * the future, the currency is unknown or another, the amount is no whole number of minor units, a purchase has a
 * negative amount or a return a positive one, a row returns itself, or an id is given twice (the first good row with it
 * counts). Whether a return matches a purchase is for {@link purchaseSummaries} to say.
 *
 * @param rows - Rows as they arrived: from a file, a shop, a queue.
 * @param options - The currency, the moment the rows were taken, the zone, and whether returns may come.
 * @returns The accepted rows, and the rejected ones with position, path and message.
 * @throws RangeError when an option is not valid.
 * @example
 * ```ts
 * import { instant, timeZone } from "goodwill/shared";
 * import { siftPurchaseRows } from "goodwill/value";
 *
 * const options = { currency: "EUR", asOf: instant("2026-02-13T09:30:00Z"), zone: timeZone("Europe/Paris") } as const;
 * const row = { customer: "C-17", date: "2026-02-13", total: { amount: 1250, currency: "EUR" } };
 * const { accepted, rejected } = siftPurchaseRows([row, { ...row, date: "2026-02-14" }], options);
 * accepted.length; // => 1
 * rejected[0]?.issues[0]?.message; // => "lies in the future: 2026-02-14 and 2026-02-13"
 * ```
 */
export function siftPurchaseRows(
  rows: Iterable<unknown>,
  options: SiftPurchaseRowsOptions,
): SiftedRows<PurchaseRow> {
  return purchaseRowSifter(options)(rows);
}

/**
 * The same for rows that come in parts, as from a stream: a function that splits one part after the other.
 *
 * It goes on counting positions and remembers the ids, so use one for all rows of a source.
 *
 * @param options - The currency, the moment the rows were taken, the zone, and whether returns may come.
 * @returns A function from rows to the accepted and the rejected ones, positions counted from the first row of the
 * first part.
 * @throws RangeError when an option is not valid.
 * @example
 * ```ts
 * import { instant, timeZone } from "goodwill/shared";
 * import { purchaseRowSifter } from "goodwill/value";
 *
 * const asOf = instant("2026-02-13T09:30:00Z");
 * const sift = purchaseRowSifter({ currency: "EUR", asOf, zone: timeZone("Europe/Paris") });
 * const row = { id: "A-1", customer: "C-17", date: "2026-02-13", total: { amount: 1250, currency: "EUR" } };
 * sift([row]).accepted.length; // => 1
 * sift([row]).rejected[0]?.issues[0]?.message; // => '"A-1" is given twice, first at index 0'
 * ```
 */
export function purchaseRowSifter(
  options: SiftPurchaseRowsOptions,
): (rows: Iterable<unknown>) => SiftedRows<PurchaseRow> {
  const checkAt = checkOf(options);
  let start = 0;
  return (rows) => {
    const first = start;
    const check = (row: PurchaseRow, index: number): readonly RowIssue[] =>
      checkAt(row, first + index);
    const { accepted, rejected } = siftRows(purchaseRowSchema, rows, { check });
    start += accepted.length + rejected.length;
    return {
      accepted,
      rejected: rejected.map((row) => ({ ...row, index: first + row.index })),
    };
  };
}

function checkOf({
  currency,
  asOf,
  zone,
  returns = "accept",
}: SiftPurchaseRowsOptions): (row: PurchaseRow, index: number) => readonly RowIssue[] {
  requireInstant("sift purchase rows", { asOf });
  const today = plainDateAt(asOf, zone);
  const seen = new Map<string, number>();
  return (row, index) => {
    const issues: RowIssue[] = [];
    const { id, total, returnOf } = row;
    if ("at" in row && row.at > asOf) {
      issues.push({ path: "at", message: `lies in the future: ${row.at} and ${asOf}` });
    }
    if ("date" in row && row.date > today) {
      issues.push({ path: "date", message: `lies in the future: ${row.date} and ${today}` });
    }
    if (total.currency !== currency) {
      issues.push({
        path: "total.currency",
        message: `must be ${currency}, got ${total.currency}`,
      });
    }
    if (returnOf === undefined && total.amount < 0) {
      const message = `the total of a purchase must not be below 0, got ${String(total.amount)}`;
      issues.push({ path: "total.amount", message });
    }
    if (returnOf !== undefined) issues.push(...returnIssues(row, returns));
    if (issues.length > 0 || id === undefined) return issues;
    // The id is taken only by a row that is otherwise in order.
    const first = seen.get(id);
    if (first === undefined) {
      seen.set(id, index);
      return [];
    }
    return [{ path: "id", message: `"${id}" is given twice, first at index ${String(first)}` }];
  };
}

function returnIssues(
  { id, total, returnOf }: PurchaseRow,
  returns: "accept" | "refuse",
): readonly RowIssue[] {
  if (returns === "refuse") {
    return [{ path: "returnOf", message: "must be absent: returns are not accepted here" }];
  }
  const issues: RowIssue[] = [];
  if (returnOf === id) {
    issues.push({ path: "returnOf", message: "a purchase cannot return itself" });
  }
  if (total.amount > 0) {
    const message = `the total of a return must not be above 0, got ${String(total.amount)}`;
    issues.push({ path: "total.amount", message });
  }
  return issues;
}
