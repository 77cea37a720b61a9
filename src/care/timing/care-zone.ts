import type { Customer } from "../../customer/record/customer.js";
import type { Reason } from "../../shared/reason.js";
import { isTimeZone } from "../../shared/time/time-zone.js";
import type { TimeZone } from "../../shared/time/time-zone.js";

/** On whose clock a customer is cared for. */
export interface CareZone {
  /** The customer's zone, or the fallback. */
  readonly zone: TimeZone;
  /** What wants mending: `care-zone-missing` or `care-zone-unknown`; absent where the customer's zone is known. */
  readonly diagnostic?: Reason;
}

/**
 * By which clock is this customer cared for?
 *
 * By that of the customer's zone; by that of the fallback, with a diagnostic, where the zone is missing or the host
 * does not know it. So one bad record fails no batch, and no missing zone means "send anyway".
 *
 * @param customer - The customer's record; `timeZone` is read.
 * @param options - `fallback`: the zone of everybody whose own is not known, as `timeZone` of a `CarePolicy`.
 * @returns The zone, and what wants mending.
 * @throws RangeError where the fallback is not known.
 * @example
 * ```ts
 * import { careZone } from "goodwill/care";
 * import { timeZone } from "goodwill/shared";
 *
 * const fallback = timeZone("Asia/Shanghai");
 * careZone({ timeZone: timeZone("Europe/London") }, { fallback }); // => { zone: "Europe/London" }
 * careZone({}, { fallback }).diagnostic; // => { code: "care-zone-missing", params: { fallback: "Asia/Shanghai" } }
 * ```
 */
export function careZone(
  customer: Pick<Customer, "timeZone">,
  { fallback }: { readonly fallback: TimeZone },
): CareZone {
  if (!isTimeZone(fallback)) {
    throw new RangeError(
      `Cannot choose a zone: fallback must be the name of a time zone, got ${JSON.stringify(fallback)}`,
    );
  }
  const zone: unknown = customer.timeZone;
  if (isTimeZone(zone)) return { zone };
  const isMissing = zone === undefined || zone === null || zone === "";
  const diagnostic = isMissing
    ? { code: "care-zone-missing", params: { fallback } }
    : {
        code: "care-zone-unknown",
        params: { zone: typeof zone === "string" ? zone : JSON.stringify(zone), fallback },
      };
  return { zone: fallback, diagnostic };
}
