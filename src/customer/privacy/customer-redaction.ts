import type { Result } from "../../shared/result.js";
import { ok, refuse } from "../../shared/result.js";
import type { Instant } from "../../shared/time/instant.js";
import { isInstant } from "../../shared/time/instant.js";
import type { Customer, CustomerId } from "../record/customer.js";
import type { Purchase } from "../record/purchase.js";
import type { ConsentProof } from "./consent-proof.js";
import type { CustomerFact, ForeignFact } from "./customer-export.js";
import { consentProofs } from "./kept-consent.js";
import { identifyingTexts } from "./identifying-text.js";
import { keptPurchases } from "./kept-purchase.js";
import type { KeyedHash } from "./pseudonym.js";
import { leftRecord } from "./left-record.js";
import { isRedactedCustomer } from "./redacted-customer.js";
import type { KeptField } from "./redacted-customer.js";
import { erasureReport } from "./erasure-report.js";
import type { ErasureEntry } from "./erasure-entry.js";
import { requireRetention } from "./retention.js";
import type { RetentionPolicy } from "./retention-policy.js";
import { DEFAULT_RETENTION_POLICY } from "./retention-policy.js";
import { suppressedAddresses } from "./suppressed-address.js";
import type { SuppressedAddress } from "./suppression-list.js";

/** What is on file about the customer, and what outlives the erasure. */
export interface RedactCustomerOptions {
  /** The moment of the erasure. */
  readonly asOf: Instant;
  /** The host's keyed hash, for pseudonyms and the suppression list. */
  readonly keyedHash: KeyedHash;
  /** How long what is kept; {@link DEFAULT_RETENTION_POLICY} when absent. */
  readonly policy?: RetentionPolicy;
  /** Fields that name nobody and that the firm keeps, each with its ground; none when absent. */
  readonly keep?: readonly KeptField[];
  /** The purchases; none when absent. */
  readonly purchases?: readonly Purchase[];
  /** Facts of every other kind, by the name of their section; all are erased. None when absent. */
  readonly others?: Readonly<Record<string, readonly CustomerFact[]>>;
  /**
   * Former ids of the customer, such as `aliases` of a `MergedCustomer`: facts recorded under one are the customer's,
   * and the id itself gives the customer away. None when absent.
   */
  readonly aliases?: readonly CustomerId[];
}

/** What is left of a customer. Plain JSON. */
export interface RedactedCustomer {
  /** The record: a pseudonym for an id, and nothing that names, locates or describes anybody. */
  readonly customer: Customer;
  /** The purchases the law keeps, in the order given. */
  readonly purchases: readonly Purchase[];
  /** What proves that the customer was contacted rightly, by time. */
  readonly consentProofs: readonly ConsentProof[];
  /** The addresses to add to the suppression list, by hash. */
  readonly suppressed: readonly SuppressedAddress[];
  /** What was removed, replaced and kept, and why. */
  readonly report: readonly ErasureEntry[];
  /** Facts handed over that are not the customer's, and so are not touched; empty as it should be. */
  readonly foreign: readonly ForeignFact[];
}

/** Why a customer cannot be erased now. */
export interface ErasureRefusal {
  /** A legal hold is on the customer's data. */
  readonly code: "legal-hold";
  /** Since when. */
  readonly at: Instant;
  /** The first moment it no longer holds; absent when that is open. */
  readonly until?: Instant;
}

/**
 * What is left of a customer who is to be forgotten?
 *
 * The id becomes a pseudonym, the name `(redacted)`; everything else of the record goes. Purchases within their term
 * stay with the pseudonym as their customer and without their origin; of what they say, a text that holds an id, a
 * name or an address of the customer, or a part of one, in any spelling (`MUELLER` for Müller, `030 123456` for
 * +4930123456) is replaced by a pseudonym. Words about consent within their term stay as proofs,
 * evidence and contact point as pseudonyms. Addresses go on the suppression list as keyed hashes, so that none is
 * contacted again by an old list. The report says of each field what became of it.
 *
 * A legal hold that stands refuses it. To redact what is left again changes nothing. It is a computation: the host
 * stores what is left, deletes what it was made from, also in its backups and at its processors, and keeps the
 * suppressed addresses apart from the rest.
 *
 * @remarks GDPR, Art. 17(1), with the exceptions of Art. 17(3)(b) and (e). A hash under a key is still personal data to
 * who holds the key (Art. 4(5)).
 * @param customer - The customer.
 * @param options - The moment, the keyed hash, the terms, and what else is on file.
 * @returns What is left, or the refusal `legal-hold`.
 * @throws RangeError when the moment is no instant, the terms are none, or the keyed hash is none.
 * @example
 * ```ts
 * import { createHmac } from "node:crypto";
 * import { customerId, redactCustomer } from "goodwill/customer";
 * import { instant } from "goodwill/shared";
 *
 * const customer = {
 *   id: customerId("C-17"),
 *   kind: "person",
 *   name: "Lin Mei",
 *   contactPoints: [{ id: "e1", channel: "email", address: "mei.lin@example.com" }],
 *   consents: [],
 * } as const;
 * const keyedHash = (text: string) => createHmac("sha256", "a secret of the host").update(text).digest("hex");
 * const redacted = redactCustomer(customer, { asOf: instant("2026-02-13T09:30:00Z"), keyedHash });
 * redacted.ok && redacted.value.customer.name; // => "(redacted)"
 * redacted.ok && redacted.value.suppressed[0]?.kind; // => "do-not-contact"
 * JSON.stringify(redacted).includes("Mei"); // => false
 * ```
 */
export function redactCustomer(
  customer: Customer,
  options: RedactCustomerOptions,
): Result<RedactedCustomer, ErasureRefusal> {
  const { asOf, keyedHash, keep = [], purchases = [], others = {}, aliases = [] } = options;
  const policy = options.policy ?? DEFAULT_RETENTION_POLICY;
  if (!isInstant(asOf)) {
    throw new RangeError(
      `Cannot redact a customer: asOf must be an instant, got ${JSON.stringify(asOf)}`,
    );
  }
  requireRetention(policy);
  const hold = legalHold(customer, asOf);
  if (hold !== undefined) return refuse(hold);
  const left = leftRecord(customer, { keyedHash, keep });
  const identifying = isRedactedCustomer(customer)
    ? { anywhere: [], asWords: new Set<string>(), digits: [] }
    : identifyingTexts(customer, aliases);
  const ids = new Set([customer.id, ...aliases]);
  const erasure = { customer, as: left.id, asOf, keyedHash, policy, identifying };
  const own = purchases.filter((purchase) => ids.has(purchase.customer));
  const kept = keptPurchases(own, erasure);
  const proofs = consentProofs(erasure);
  const suppressed = suppressedAddresses(erasure);
  const report = erasureReport(customer, {
    policy,
    keep,
    purchases: { given: own.length, kept: kept.length },
    proofs: proofs.length,
    suppressed: suppressed.length,
    others: Object.entries(others).map(([section, facts]) => ({
      section,
      entries: facts.filter((fact) => ids.has(fact.customer)).length,
    })),
  });
  return ok({
    customer: left,
    purchases: kept,
    consentProofs: proofs,
    suppressed,
    report,
    foreign: [["purchases", purchases] as const, ...Object.entries(others)].flatMap(
      ([section, facts]) =>
        facts.flatMap((fact, index) => (ids.has(fact.customer) ? [] : [{ section, index }])),
    ),
  });
}

/** A legal hold that stands; one whose time cannot be read stands. The one that lasts longest is told. */
function legalHold({ suppressions = [] }: Customer, asOf: Instant): ErasureRefusal | undefined {
  const holds = suppressions.filter(
    ({ kind, at, until }) =>
      kind === "legal-hold" &&
      !(isInstant(at) && at > asOf) &&
      !(isInstant(until) && until <= asOf),
  );
  const [longest] = holds.toSorted((a, b) => {
    const [endOfA, endOfB] = [a.until ?? "~", b.until ?? "~"];
    return endOfA === endOfB ? (a.at < b.at ? -1 : 1) : endOfA > endOfB ? -1 : 1;
  });
  if (longest === undefined) return undefined;
  const { at, until } = longest;
  return { code: "legal-hold", at, ...(until !== undefined && { until }) };
}
