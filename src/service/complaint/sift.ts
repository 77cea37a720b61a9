import type { SiftedRows } from "../../shared/rows.js";
import { siftRows } from "../../shared/rows.js";
import type { ComplaintKind } from "./complaint-kind.js";
import type { Complaint } from "./complaint.js";
import { complaintSchema } from "./schema.js";

/** What complaints at the border are held against. */
export interface SiftComplaintsOptions {
  /** The firm's catalogue; kinds are not looked at when absent. */
  readonly kinds?: readonly ComplaintKind[];
}

/**
 * Splits complaints at the border into those that hold and those that do not, and loses none.
 *
 * A complaint is handed back, alone and whole, when a field has the wrong type or is not known, a time is no instant,
 * its amount is below 0, its id was used by a complaint before it, or its kind or sub-kind is not in the catalogue.
 *
 * @param rows - Rows as they arrived: from a form, a mailbox, a file.
 * @param options - The catalogue of kinds.
 * @returns The accepted complaints, and the rejected rows with position, path and message.
 * @example
 * ```ts
 * import { COMPLAINT_KINDS, siftComplaints } from "goodwill/service";
 *
 * const row = {
 *   id: "K-1",
 *   customer: "C-1",
 *   at: "2026-03-02T09:00:00.000Z",
 *   receivedBy: "mei",
 *   channel: "phone",
 *   kind: "product",
 *   subject: "Kettle leaks",
 *   severity: "low",
 * };
 * const rows = [row, { ...row, id: "K-2", kind: "weather" }, row];
 * const { accepted, rejected } = siftComplaints(rows, { kinds: COMPLAINT_KINDS });
 * accepted.length; // => 1
 * rejected.map(({ index, issues }) => [index, issues[0]?.path]); // => [[1, "kind"], [2, "id"]]
 * ```
 */
export function siftComplaints(
  rows: Iterable<unknown>,
  { kinds }: SiftComplaintsOptions = {},
): SiftedRows<Complaint> {
  const seen = new Map<string, number>();
  return siftRows<Complaint>(complaintSchema, rows, {
    check: ({ id, kind, subKind }, index) => {
      const first = seen.get(id);
      if (first !== undefined) {
        const message = `"${id}" is that of another complaint, at index ${String(first)}`;
        return [{ path: "id", message }];
      }
      seen.set(id, index);
      if (kinds === undefined) return [];
      const known = kinds.find((one) => one.id === kind);
      if (known === undefined) {
        return [{ path: "kind", message: `"${kind}" is not in the catalogue` }];
      }
      if (subKind === undefined || known.subKinds.some((one) => one.id === subKind)) return [];
      return [{ path: "subKind", message: `"${subKind}" is no finer kind of "${kind}"` }];
    },
  });
}
