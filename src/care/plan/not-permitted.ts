import type { ContactChannel } from "../../customer/record/contact-point.js";
import type { Reason } from "../../shared/reason.js";

/** That a contact is not permitted, with the first cause in a word and then all of them. @internal */
export function notPermitted(
  { purpose, channel }: { readonly purpose: string; readonly channel: ContactChannel },
  causes: readonly Reason[],
): readonly Reason[] {
  const because = causes[0]?.code ?? "unknown";
  return [{ code: "care-not-permitted", params: { purpose, channel, because } }, ...causes];
}
