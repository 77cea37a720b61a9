import type { SiftedRows } from "../../shared/rows.js";
import { siftRows } from "../../shared/rows.js";
import type { Profile } from "./profile.js";
import { profileSchema } from "./schema.js";

/**
 * Splits profiles at the border into those that hold and those that do not, and loses none.
 *
 * A profile is handed back, alone and whole, when its customer, a purchase or a fact does not hold, a purchase is of
 * another customer or given twice, or the customer has a profile already; the first counts.
 *
 * @param rows - Rows as they arrived.
 * @returns The accepted profiles, and the rejected rows with position, path and message.
 * @example
 * ```ts
 * import { siftProfiles } from "goodwill/customer";
 *
 * const customer = { id: "C-17", kind: "person", name: "Lin Mei", contactPoints: [], consents: [] };
 * const { accepted, rejected } = siftProfiles([
 *   { customer },
 *   { customer: { ...customer, id: "C-18" }, facts: [{ item: "visits", at: "yesterday", source: "web" }] },
 * ]);
 * accepted.length; // => 1
 * rejected[0]?.issues[0]?.path; // => "facts.0.at"
 * ```
 */
export function siftProfiles(rows: Iterable<unknown>): SiftedRows<Profile> {
  const seen = new Map<string, number>();
  return siftRows<Profile>(profileSchema, rows, {
    check: ({ customer: { id } }, index) => {
      const first = seen.get(id);
      if (first === undefined) {
        seen.set(id, index);
        return [];
      }
      const message = `"${id}" has a profile already, at index ${String(first)}`;
      return [{ path: "customer.id", message }];
    },
  });
}
