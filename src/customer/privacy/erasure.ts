import type { Instant } from "../../shared/time/instant.js";
import type { Customer, CustomerId } from "../record/customer.js";
import type { IdentifyingTexts } from "./identifying-text.js";
import { isIdentifying } from "./identifying-text.js";
import type { KeyedHash } from "./pseudonym.js";
import { pseudonym } from "./pseudonym.js";
import type { RetentionPolicy } from "./retention-policy.js";

/** One erasure: of whom, under which pseudonym, when, by which terms. */
export interface Erasure {
  readonly customer: Customer;
  /** The pseudonym that takes the place of the customer's id. */
  readonly as: CustomerId;
  readonly asOf: Instant;
  readonly keyedHash: KeyedHash;
  readonly policy: RetentionPolicy;
  readonly identifying: IdentifyingTexts;
}

/** What stands for a text in what is left of a customer; a text without content stays. */
export function erasurePseudonym(
  text: string,
  { keyedHash }: { readonly keyedHash: KeyedHash },
): string {
  if (text.trim() === "") return text;
  return pseudonym(text, { keyedHash, purpose: "erasure" });
}

/** The text itself, or its pseudonym where it would give the customer away. */
export function withoutIdentity(text: string, { identifying, keyedHash }: Erasure): string {
  return isIdentifying(text, identifying) ? erasurePseudonym(text, { keyedHash }) : text;
}
