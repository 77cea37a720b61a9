import type { SiftedRows } from "../../shared/rows.js";
import { siftRows } from "../../shared/rows.js";
import { customerRecordSchema } from "../schema.js";
import type { CustomerRecord } from "./customer-record.js";

/**
 * Splits records of customers at the border into those that hold and those that do not, and loses none.
 *
 * A record is handed back, alone and whole, when a field has the wrong type, its source or id has blanks at its ends, a
 * time is no instant, an address is malformed, or a consent or a suppression names a contact point the record does not
 * list. So is a second record with the same source, id and time: which of two versions is the later one, nobody could
 * tell; the first counts.
 *
 * @param rows - Rows as they arrived: from a file, a form, a queue.
 * @returns The accepted records, and the rejected rows with position, path and message.
 * @example
 * ```ts
 * import { siftCustomerRecords } from "goodwill/customer";
 *
 * const row = {
 *   source: "shop",
 *   recordId: "17",
 *   at: "2026-01-05T10:00:00.000Z",
 *   fields: { kind: "person", name: "Li Na" },
 * };
 * const { accepted, rejected } = siftCustomerRecords([row, { ...row, recordId: "18 " }, row]);
 * accepted.length; // => 1
 * rejected.map(({ issues }) => issues[0]?.path); // => ["recordId", "at"]
 * ```
 */
export function siftCustomerRecords(rows: Iterable<unknown>): SiftedRows<CustomerRecord> {
  const seen = new Map<string, number>();
  return siftRows<CustomerRecord>(customerRecordSchema, rows, {
    check: ({ source, recordId, at }, index) => {
      const key = JSON.stringify([source, recordId, at]);
      const first = seen.get(key);
      if (first === undefined) {
        seen.set(key, index);
        return [];
      }
      const message = `is that of another version of the record, at index ${String(first)}`;
      return [{ path: "at", message }];
    },
  });
}
