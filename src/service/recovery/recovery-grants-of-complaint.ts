import type { CustomerId } from "../../customer/record/customer.js";
import { sumMoney } from "../../shared/money/arithmetic.js";
import type { CurrencyCode } from "../../shared/money/currency.js";
import type { ComplaintEvent } from "../complaint/complaint-command.js";
import { trackEvent } from "../complaint/complaint-track.js";
import type { ComplaintTrack } from "../complaint/complaint-track.js";
import type { RecoveryGrant } from "./recovery-granted.js";

interface GrantTrack extends ComplaintTrack {
  readonly customer: CustomerId;
}

/**
 * What was granted by the answers to complaints?
 *
 * One grant for each answer that grants something worth an amount in the currency: all its remedies together. The
 * events of one complaint must be in the order of time, complaints may be mixed; an event whose id came before, for the
 * same complaint, is passed over. What was approved and not answered is not granted.
 *
 * @remarks SRV-5.
 * @param events - What happened to one complaint or to many.
 * @param options - `currency`: that of the recovery policy; amounts in others are left out.
 * @returns The grants, as `recoveryGranted` takes them, in the order of the answers.
 * @throws RangeError where a complaint does not begin with its receipt, or its events are out of order.
 * @example
 * ```ts
 * import { recoveryGranted, recoveryGrantsOfComplaint } from "goodwill/service";
 * import { customerId } from "goodwill/customer";
 * import { instant } from "goodwill/shared";
 *
 * const grants = recoveryGrantsOfComplaint([], { currency: "CNY" });
 * const { inCase } = recoveryGranted(grants, {
 *   case: "K-1",
 *   customer: customerId("C-1"),
 *   asOf: instant("2026-03-02T09:00:00Z"),
 *   periodDays: 365,
 *   currency: "CNY",
 * });
 * inCase; // => { amount: 0, currency: "CNY" }
 * ```
 */
export function recoveryGrantsOfComplaint(
  events: Iterable<ComplaintEvent>,
  { currency }: { readonly currency: CurrencyCode },
): readonly RecoveryGrant[] {
  const tracks = new Map<string, GrantTrack>();
  const grants: RecoveryGrant[] = [];
  for (const event of events) {
    const track = trackEvent(tracks, event, () => begun(event));
    if (track === undefined || event.kind !== "answer") continue;
    const amounts = event.remedies.flatMap(({ amount }) =>
      amount?.currency === currency ? [amount] : [],
    );
    const amount = sumMoney(amounts, currency);
    if (amount.amount === 0) continue;
    grants.push({ case: event.complaint, customer: track.customer, at: event.at, amount });
  }
  return grants;
}

/** Complaints begin with their receipt, which is checked before. */
function begun(event: ComplaintEvent): GrantTrack {
  const { customer } = (event as Extract<ComplaintEvent, { readonly kind: "receive" }>).record;
  return { before: undefined, phase: undefined, at: "", ids: [], customer };
}
