import type { Reason } from "../../shared/reason.js";
import type { Instant } from "../../shared/time/instant.js";
import { compareText } from "../../shared/text-order.js";
import { canonicalText } from "./canonical-text.js";
import type { CustomerField, CustomerRecord, RecordReference } from "./customer-record.js";
import type { MergePolicy, SurvivorshipCriterion } from "./merge-policy.js";
import type { RecordOrigin } from "./merged-customer.js";

/**
 * What one record says of one field, with everything that decides.
 *
 * @internal
 */
export interface FieldCandidate<Value> {
  readonly record: CustomerRecord;
  readonly value: Value;
  readonly at: Instant;
  /** Place of the source among the trusted, from 1; one after the last for a source that is not listed. */
  readonly place: number;
  readonly completeness: number;
  readonly text: string;
}

/**
 * The candidates of one field, best first.
 *
 * @internal
 */
export function rankedCandidates<Field extends CustomerField>(
  field: Field,
  {
    records,
    policy,
  }: { readonly records: readonly CustomerRecord[]; readonly policy: MergePolicy },
): FieldCandidate<NonNullable<CustomerRecord["fields"][Field]>>[] {
  const order = orderOf(field, policy);
  const knowing = records.filter(({ fields }) => fields[field] !== undefined);
  return knowing
    .map((record) => {
      const value = record.fields[field]!;
      return {
        record,
        value,
        at: timeOf(record, field),
        place: placeOf(record.source, policy),
        completeness: completenessOf(field, value),
        // A value without a rival is compared with none.
        text: knowing.length > 1 ? canonicalText(value) : "",
      };
    })
    .sort((a, b) => compareCandidates(a, b, order));
}

/**
 * The origin of what a record says of a field.
 *
 * @internal
 */
export function originOf(record: CustomerRecord, field: CustomerField): RecordOrigin {
  return { source: record.source, recordId: record.recordId, at: timeOf(record, field) };
}

/**
 * The place of a source among the trusted, from 1.
 *
 * @internal
 */
export function placeOf(source: string, { sources }: MergePolicy): number {
  const index = sources.indexOf(source);
  return (index < 0 ? sources.length : index) + 1;
}

/**
 * What a value lost by: the first criterion on which it differs from the one that won.
 *
 * @internal
 */
export function lossReason<Value>(
  loser: FieldCandidate<Value>,
  {
    field,
    winner,
    policy,
  }: {
    readonly field: CustomerField;
    readonly winner: FieldCandidate<Value>;
    readonly policy: MergePolicy;
  },
): Reason {
  const criterion = orderOf(field, policy).find((one) => compareBy(one, winner, loser) !== 0);
  const params = { field, source: loser.record.source, winner: winner.record.source };
  switch (criterion) {
    case "source-rank":
      return {
        code: "lower-source-rank",
        params: { ...params, place: loser.place, winnerPlace: winner.place },
      };
    case "recency":
      return { code: "older", params: { ...params, at: loser.at, winnerAt: winner.at } };
    case "completeness":
      return {
        code: "less-complete",
        params: {
          ...params,
          completeness: loser.completeness,
          winnerCompleteness: winner.completeness,
        },
      };
    case "earliest":
      return {
        code: "not-earliest",
        params: {
          ...params,
          earliest: typeof winner.value === "string" ? winner.value : winner.text,
        },
      };
    case undefined:
      return { code: "equal-by-every-rule", params };
  }
}

/**
 * The latest version of what each record says; an earlier version has been replaced by its own source.
 *
 * @internal
 */
export function latestVersions<Value>(
  candidates: readonly FieldCandidate<Value>[],
): Map<string, FieldCandidate<Value>> {
  const latest = new Map<string, FieldCandidate<Value>>();
  for (const candidate of candidates) {
    const key = versionKey(candidate.record);
    const known = latest.get(key);
    if (known === undefined || candidate.at > known.at) latest.set(key, candidate);
  }
  return latest;
}

/**
 * A text that names the record, the same for all its versions.
 *
 * @internal
 */
export function versionKey({ source, recordId }: RecordReference): string {
  return JSON.stringify([source, recordId]);
}

function orderOf(field: CustomerField, policy: MergePolicy): readonly SurvivorshipCriterion[] {
  return policy.fieldOrders[field] ?? policy.order;
}

function timeOf(record: CustomerRecord, field: CustomerField): Instant {
  return record.fieldTimes?.[field] ?? record.at;
}

/** Below 0 when `a` goes first; candidates alike by every criterion go by their texts, then by their records. */
function compareCandidates<Value>(
  a: FieldCandidate<Value>,
  b: FieldCandidate<Value>,
  order: readonly SurvivorshipCriterion[],
): number {
  for (const criterion of order) {
    const difference = compareBy(criterion, a, b);
    if (difference !== 0) return difference;
  }
  return compareText(a.text, b.text);
}

function compareBy<Value>(
  criterion: SurvivorshipCriterion,
  a: FieldCandidate<Value>,
  b: FieldCandidate<Value>,
): number {
  switch (criterion) {
    case "source-rank":
      return a.place - b.place;
    case "recency":
      return compareText(b.at, a.at);
    case "completeness":
      return b.completeness - a.completeness;
    case "earliest":
      return compareText(a.text, b.text);
  }
}

/** How much a value says, comparable among values of the same field only. */
function completenessOf(field: CustomerField, value: unknown): number {
  if (Array.isArray(value)) return value.length;
  if (field === "birthday") return (value as { readonly year?: number }).year === undefined ? 0 : 1;
  const isText = field === "name" || field === "givenName" || field === "familyName";
  return isText || field === "language" ? Array.from(value as string).length : 0;
}
