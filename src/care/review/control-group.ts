import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import type { CustomerId } from "../../customer/record/customer.js";

/** The customers who get no care of a campaign, so that its effect can be measured against them. */
export interface ControlGroup {
  /** What is measured: a campaign, a plan. Another one has another group. Not empty. */
  readonly campaign: string;
  /** How large a share of the customers it is, from 0 (nobody) to below 1. */
  readonly share: number;
  /** A text of the firm's own, so that nobody else can tell who is in it; none when absent. */
  readonly salt?: string;
}

/** Customers by whether they get the care that is measured. */
export interface ControlGroupSplit {
  /** Who gets it, in the order given. */
  readonly treated: readonly CustomerId[];
  /** Who does not, in the order given. */
  readonly control: readonly CustomerId[];
}

/** Bits of the hash that become a number: all that a double holds, in whole bytes. */
const HASH_BYTES = 6;

const HASH_NUMBERS = 2 ** (8 * HASH_BYTES);

/**
 * Is this customer in the control group of this campaign, and so gets none of its care?
 *
 * Decided by a hash of salt, campaign and customer and nothing else: the answer is the same every time and everywhere,
 * another campaign has another group, and a larger share keeps everybody who was in. A share of 0 has nobody in it.
 *
 * @remarks The first 48 bits of SHA-256 as a number from 0 to below 1, which is compared with the share.
 * @param customer - The customer.
 * @param group - The campaign, the share, and the salt.
 * @returns Whether the customer is in it.
 * @throws RangeError when the share is not from 0 to below 1, or the campaign or the customer has no name.
 * @example
 * ```ts
 * import { inControlGroup } from "goodwill/care";
 * import { customerId } from "goodwill/customer";
 *
 * const group = { campaign: "mid-autumn 2026", share: 0.5 };
 * ["ann", "bob", "eve"].filter((id) => inControlGroup(customerId(id), group)); // => ["eve"]
 * ```
 */
export function inControlGroup(customer: CustomerId, group: ControlGroup): boolean {
  requireControlGroup(group);
  return isHeldOut(customer, group);
}

/**
 * Who of these customers gets the care of a campaign, and who is held out to compare with?
 *
 * The same as asking {@link inControlGroup} of each.
 *
 * @param customers - The customers.
 * @param group - The campaign, the share, and the salt.
 * @returns Both groups, each in the order given.
 * @throws RangeError when the share is not from 0 to below 1, or the campaign or a customer has no name.
 * @example
 * ```ts
 * import { splitByControlGroup } from "goodwill/care";
 * import { customerId } from "goodwill/customer";
 *
 * const customers = Array.from({ length: 1000 }, (_, index) => customerId(`c-${index}`));
 * const { treated, control } = splitByControlGroup(customers, { campaign: "spring 2026", share: 0.1 });
 * [treated.length, control.length]; // => [914, 86]
 * ```
 */
export function splitByControlGroup(
  customers: readonly CustomerId[],
  group: ControlGroup,
): ControlGroupSplit {
  requireControlGroup(group);
  const treated: CustomerId[] = [];
  const control: CustomerId[] = [];
  for (const customer of customers) (isHeldOut(customer, group) ? control : treated).push(customer);
  return { treated, control };
}

function requireControlGroup({ campaign, share }: ControlGroup): void {
  if (!(share >= 0 && share < 1)) {
    throw new RangeError(
      `Cannot choose a control group: the share must be from 0 to below 1, got ${String(share)}`,
    );
  }
  if (typeof campaign !== "string" || campaign.trim() === "") {
    throw new RangeError(
      `Cannot choose a control group: the campaign must have a name, got ${JSON.stringify(campaign)}`,
    );
  }
}

function isHeldOut(customer: CustomerId, { campaign, share, salt = "" }: ControlGroup): boolean {
  if (typeof customer !== "string" || customer === "") {
    throw new RangeError(
      `Cannot choose a control group: the customer must have an id, got ${JSON.stringify(customer)}`,
    );
  }
  if (share === 0) return false;
  // As JSON no two triples have the same text, wherever salt, campaign and customer begin and end.
  const hash = sha256(bytesOf(JSON.stringify([salt, campaign, customer])));
  let number = 0;
  for (let place = 0; place < HASH_BYTES; place += 1) number = number * 256 + hash[place]!;
  return number / HASH_NUMBERS < share;
}

/** A text in UTF-8; most ids are plain ASCII, for which a loop is ten times as fast as the encoder. */
function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (code > 127) return utf8ToBytes(text);
    bytes[place] = code;
  }
  return bytes;
}
