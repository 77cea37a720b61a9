import { chance, pickWeighted } from "./random.js";
import type { Random } from "./random.js";
import type { ConsentState, CustomerRow } from "./rows.js";

/** How a customer can be reached and what they allow. */
export type ContactPoints = Pick<CustomerRow, "email" | "phone" | "consent_email" | "consent_sms">;

/** Draws e-mail, telephone and consents; some are unknown or were never asked for. */
export function drawContactPoints(
  random: Random,
  index: number,
  { name, zone }: { readonly name: string; readonly zone: CustomerRow["time_zone"] },
): ContactPoints {
  const hasEmail = chance(random, 0.93);
  const hasPhone = chance(random, 0.95);
  const email = drawConsent(random, 0.62);
  const sms = drawConsent(random, 0.48);
  return {
    ...(hasEmail
      ? { email: `${name.toLowerCase().replaceAll(" ", ".")}.${String(index)}@example.com` }
      : {}),
    ...(hasPhone ? { phone: fictitiousPhone(index, zone) } : {}),
    ...(hasEmail && email !== undefined ? { consent_email: email } : {}),
    ...(hasPhone && sms !== undefined ? { consent_sms: sms } : {}),
  };
}

function drawConsent(random: Random, grantedShare: number): ConsentState | undefined {
  return pickWeighted<ConsentState | undefined>(random, [
    ["granted", grantedShare],
    ["withdrawn", 0.1],
    ["pending", 0.06],
    [undefined, 0.84 - grantedShare],
  ]);
}

/**
 * A number nobody can have: the ranges kept for fiction in Britain (Ofcom, 07700 900000 to 900999) and North
 * America (555-0100 to 555-0199). China keeps none, so the area code is 000, which does not exist.
 */
function fictitiousPhone(index: number, zone: CustomerRow["time_zone"]): string {
  const digits = String(index).padStart(4, "0");
  if (zone === "Europe/London") return `+44 7700 900${digits.slice(1)}`;
  if (zone === "America/New_York") return `+1 212 555 01${digits.slice(2)}`;
  return `+86 000 0000 ${digits}`;
}
