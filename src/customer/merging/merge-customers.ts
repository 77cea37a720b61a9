import { ok, refuse } from "../../shared/result.js";
import type { Result } from "../../shared/result.js";
import { customerId } from "../record/customer.js";
import type { Customer, CustomerId } from "../record/customer.js";
import { compareText } from "../../shared/text-order.js";
import { canonicalText } from "./canonical-text.js";
import { survivingValue } from "./customer-value.js";
import type { CustomerRecord, RecordReference } from "./customer-record.js";
import { recordProblem } from "./record-problem.js";
import { unitedIdentifiers } from "./united-identifier.js";
import { DEFAULT_MERGE_POLICY } from "./merge-policy.js";
import type { MergePolicy } from "./merge-policy.js";
import type { MergedCustomer, MergeRefusal } from "./merged-customer.js";
import { originOf, placeOf, rankedCandidates } from "./survivor.js";
import { unitedContactPoints } from "./united-contact-point.js";
import type { MergeLedger } from "./united-entry.js";
import { unitedKeyPersons } from "./united-key-person.js";
import { unitedConsents, unitedNeeds, unitedSuppressions } from "./united-statement.js";

/** How records are merged. */
export interface MergeCustomersOptions {
  /**
   * The id of the merged customer; when absent, that of the most trusted source among the ids the records were kept
   * under, the first in the order of their texts; for records never kept, `source:recordId` of the first.
   */
  readonly id?: CustomerId;
  /** Ids of earlier merges that this one replaces: they become aliases, too. */
  readonly formerIds?: readonly CustomerId[];
  /** How one value is chosen where sources differ; {@link DEFAULT_MERGE_POLICY} when absent. */
  readonly policy?: MergePolicy;
}

/**
 * Makes one customer of what several sources know, and says of every value where it came from and what it beat (CUS-2).
 *
 * A field that holds one value takes it from the record that is best by the policy; where a record has a later version
 * of its own, the earlier one no longer counts; the same goes for its lists of contact points, key persons and needs.
 * Given and family name come from records with the name that won. Lists are united: a contact point of the same
 * address, a key person of the same name and every equal consent, suppression or need stands once; consents and
 * suppressions are history and stay (a suppression until its own record names another end of it), and those that name a
 * contact point follow it to its new id. The contact point such a one names stays with it, closed when its record no
 * longer lists it. From when to when a contact point or a key person holds, the best record says, open where it names
 * no end. What a united entry does not show of its members is listed as lost. Two entries of the same id get two ids.
 *
 * The order of the records does not matter, a record given twice counts once, and merging the records of a merge again,
 * with others or without, gives what merging all of them at once gives. Values alike by every rule are told apart by
 * their texts, and listed as a conflict.
 *
 * @param records - What the sources know; at least one record.
 * @param options - The id and the policy.
 * @returns The customer with provenance, losses, conflicts and the records themselves; refused when the records are of
 * both kinds, or none knows the kind or a name.
 * @throws RangeError when there is no record, or a record has no source, no id, blanks at the ends of one of them, or a
 * time that is no instant.
 * @example
 * ```ts
 * import { mergeCustomers } from "goodwill/customer";
 * import { instant } from "goodwill/shared";
 *
 * const shop = {
 *   source: "shop",
 *   recordId: "17",
 *   at: instant("2026-01-05T10:00:00Z"),
 *   fields: { kind: "person" as const, name: "Li Na", language: "zh" },
 * };
 * const club = {
 *   source: "club",
 *   recordId: "A-3",
 *   at: instant("2025-06-01T10:00:00Z"),
 *   fields: { name: "Na Li", language: "zh-CN" },
 * };
 * const merged = mergeCustomers([shop, club]);
 * merged.ok && merged.value.customer.name; // => "Li Na"
 * merged.ok && merged.value.lost.map(({ field, value, reason }) => [field, value, reason.code]);
 * // => [["name", "Na Li", "older"], ["language", "zh-CN", "older"]]
 * ```
 */
export function mergeCustomers(
  records: readonly CustomerRecord[],
  options: MergeCustomersOptions = {},
): Result<MergedCustomer, MergeRefusal> {
  const policy = options.policy ?? DEFAULT_MERGE_POLICY;
  const distinct = distinctRecords(records);
  const ledger: MergeLedger = {
    records: distinct,
    policy,
    provenance: [],
    lost: [],
    conflicts: [],
    contactPointIds: [],
    keyPersonIds: [],
    taken: new Map([
      ["contactPoint", new Set<string>()],
      ["keyPerson", new Set<string>()],
    ]),
    pointIds: new Map(),
  };
  const refusal = refusalOf(distinct);
  if (refusal !== undefined) return refuse(refusal);
  const id = options.id ?? defaultId(distinct, policy);
  const customer = unitedCustomer(id, ledger);
  const { provenance, lost, conflicts, contactPointIds, keyPersonIds } = ledger;
  const identifiers = unitedIdentifiers(ledger);
  return ok({
    customer,
    aliases: aliasesOf(id, { records: distinct, formerIds: options.formerIds ?? [] }),
    identifiers,
    provenance,
    lost,
    conflicts,
    contactPointIds,
    keyPersonIds,
    records: distinct,
  });
}

function unitedCustomer(id: CustomerId, ledger: MergeLedger): Customer {
  const kinds = rankedCandidates("kind", ledger);
  const [first, ...agreeing] = kinds.map(({ record }) => originOf(record, "kind"));
  ledger.provenance.push({ field: "kind", ...first!, agreeing });
  const { name } = survivingValue("name", { ledger });
  const parts = { ledger, name: name! };
  const single = {
    ...survivingValue("givenName", parts),
    ...survivingValue("familyName", parts),
    ...survivingValue("birthday", { ledger }),
    ...survivingValue("language", { ledger }),
    ...survivingValue("timeZone", { ledger }),
    ...survivingValue("owner", { ledger }),
    ...survivingValue("since", { ledger }),
  };
  // Contact points and key persons first: consents and suppressions name them by their new ids.
  const contactPoints = unitedContactPoints(ledger);
  const keyPersons = unitedKeyPersons(ledger);
  const consents = unitedConsents(ledger);
  const suppressions = unitedSuppressions(ledger);
  const needs = unitedNeeds(ledger);
  const isKnown = (field: "suppressions" | "keyPersons" | "needs"): boolean =>
    ledger.records.some(({ fields }) => fields[field] !== undefined);
  return {
    id,
    kind: kinds[0]!.value,
    name: name!,
    ...single,
    contactPoints,
    consents,
    ...(isKnown("suppressions") && { suppressions }),
    ...(isKnown("keyPersons") && { keyPersons }),
    ...(isKnown("needs") && { needs }),
  };
}

/** Every record once, in the order of source, id and time. */
function distinctRecords(records: readonly CustomerRecord[]): CustomerRecord[] {
  if (records.length === 0) throw new RangeError("Cannot merge customers: there is no record");
  const byText = new Map<string, CustomerRecord>();
  for (const [index, record] of records.entries()) {
    const problem = recordProblem(record);
    if (problem !== undefined) {
      throw new RangeError(`Cannot merge customers: ${problem} at index ${String(index)}`);
    }
    byText.set(records.length > 1 ? canonicalText(record) : "", record);
  }
  return [...byText]
    .sort(
      ([textA, a], [textB, b]) =>
        compareText(a.source, b.source) ||
        compareText(a.recordId, b.recordId) ||
        compareText(a.at, b.at) ||
        compareText(textA, textB),
    )
    .map(([, record]) => record);
}

function refusalOf(records: readonly CustomerRecord[]): MergeRefusal | undefined {
  const ofKind = (kind: Customer["kind"]): RecordReference[] =>
    records
      .filter(({ fields }) => fields.kind === kind)
      .map(({ source, recordId }) => ({ source, recordId }));
  const persons = ofKind("person");
  const organisations = ofKind("organisation");
  if (persons.length > 0 && organisations.length > 0) {
    return { code: "kinds-conflict", persons, organisations };
  }
  if (persons.length + organisations.length === 0) return { code: "field-unknown", field: "kind" };
  if (records.every(({ fields }) => fields.name === undefined)) {
    return { code: "field-unknown", field: "name" };
  }
  return undefined;
}

function defaultId(records: readonly CustomerRecord[], policy: MergePolicy): CustomerId {
  const kept = records
    .flatMap(({ source, customer }) =>
      customer === undefined ? [] : [{ customer, place: placeOf(source, policy) }],
    )
    .sort((a, b) => a.place - b.place || compareText(a.customer, b.customer));
  if (kept.length > 0) return kept[0]!.customer;
  const [first] = records.toSorted((a, b) => placeOf(a.source, policy) - placeOf(b.source, policy));
  return customerId(`${first!.source}:${first!.recordId}`);
}

function aliasesOf(
  id: CustomerId,
  {
    records,
    formerIds,
  }: { readonly records: readonly CustomerRecord[]; readonly formerIds: readonly CustomerId[] },
): CustomerId[] {
  const kept = records.map(({ customer }) => customer).filter((one) => one !== undefined);
  return [...new Set([...kept, ...formerIds])].filter((one) => one !== id).sort(compareText);
}
