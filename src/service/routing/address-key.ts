import { contactKey } from "../../customer/matching/contact-key.js";
import type { ContactPoint } from "../../customer/record/contact-point.js";
import { normalizePhone } from "../../customer/record/phone-number.js";

/**
 * An address in the one form in which equal addresses are equal texts, with its kind in front; undefined where it is no
 * address. A number is the same for calls and text messages; a handle belongs to its messaging service.
 *
 * @internal
 */
export function addressKey(
  { channel, address, service }: Pick<ContactPoint, "channel" | "address" | "service">,
  { parse }: { readonly parse?: (text: string) => string | undefined } = {},
): string | undefined {
  if ((channel === "phone" || channel === "sms") && typeof address === "string") {
    const read = normalizePhone(address, { ...(parse !== undefined && { parse }) });
    const key = contactKey({ channel, address: read.ok ? read.value : address });
    return key === undefined ? undefined : `phone ${key}`;
  }
  const key = contactKey({ channel, address });
  if (key === undefined) return undefined;
  const kind = channel === "visit" ? "post" : channel;
  return service === undefined ? `${kind} ${key}` : `${kind} ${service} ${key}`;
}
