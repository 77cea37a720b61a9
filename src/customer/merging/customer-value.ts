import { birthdaySimilarity, COMPATIBLE_BIRTHDAYS } from "../matching/birthday-similarity.js";
import { foldedWords, nameKey } from "../matching/folded-name.js";
import type { CustomerField, CustomerFields, RecordReference } from "./customer-record.js";
import type { PartialDate } from "../record/partial-date.js";
import type { RecordValue } from "./merged-customer.js";
import type { FieldCandidate } from "./survivor.js";
import { latestVersions, lossReason, originOf, rankedCandidates, versionKey } from "./survivor.js";
import type { MergeLedger } from "./united-entry.js";

/**
 * The fields that hold one value.
 *
 * @internal
 */
export type SingleField = Exclude<
  CustomerField,
  "kind" | "contactPoints" | "consents" | "suppressions" | "keyPersons" | "needs"
>;

/** The parts of a name come from the name that won: a family name of another name would not fit. */
const NAME_PARTS: readonly SingleField[] = ["givenName", "familyName"];

/**
 * The value of one field that survives; the others are noted as lost, with what they lost by.
 *
 * @internal
 */
export function survivingValue<Field extends SingleField>(
  field: Field,
  { ledger, name }: { readonly ledger: MergeLedger; readonly name?: string },
): Pick<CustomerFields, Field> {
  const all = rankedCandidates(field, ledger);
  const latest = latestVersions(all);
  const eligible = all.filter(
    (one) => one.at === latest.get(versionKey(one.record))?.at && fitsName(field, one, name),
  );
  const [winner] = eligible;
  for (const one of all) {
    if (one.text !== winner?.text) noteLoss(one, { field, winner, latest, ledger, name });
  }
  if (winner === undefined) return {} as Pick<CustomerFields, Field>;
  noteTies(field, { winner, eligible, ledger });
  noteContradictions(field, { winner, all, ledger });
  const origin = originOf(winner.record, field);
  const agreeing = all
    .filter((one) => one !== winner && one.text === winner.text)
    .map(({ record }) => originOf(record, field));
  ledger.provenance.push({ field, ...origin, agreeing });
  return { [field]: winner.value } as unknown as Pick<CustomerFields, Field>;
}

function fitsName(
  field: SingleField,
  { record }: FieldCandidate<unknown>,
  name: string | undefined,
): boolean {
  const own = record.fields.name;
  if (!NAME_PARTS.includes(field) || name === undefined || own === undefined) return true;
  return own === name || nameKey(own) === nameKey(name);
}

function noteLoss<Value>(
  loser: FieldCandidate<Value>,
  {
    field,
    winner,
    latest,
    ledger,
    name,
  }: {
    readonly field: SingleField;
    readonly winner: FieldCandidate<Value> | undefined;
    readonly latest: ReadonlyMap<string, FieldCandidate<Value>>;
    readonly ledger: MergeLedger;
    readonly name: string | undefined;
  },
): void {
  const { source } = loser.record;
  const later = latest.get(versionKey(loser.record))!;
  const note = (code: string, params: Record<string, string>): void => {
    const reason = { code, params: { field, source, ...params } };
    pushLost(loser, { field, ledger, reason });
  };
  if (later.at > loser.at) {
    note("record-superseded", { at: loser.at, laterAt: later.at });
  } else if (winner === undefined || !fitsName(field, loser, name)) {
    note("part-of-other-name", { name: loser.record.fields.name ?? "" });
  } else {
    const reason = lossReason(loser, { field, winner, policy: ledger.policy });
    pushLost(loser, { field, ledger, reason });
  }
}

function pushLost<Value>(
  { record, value }: FieldCandidate<Value>,
  {
    field,
    ledger,
    reason,
  }: {
    readonly field: SingleField;
    readonly ledger: MergeLedger;
    readonly reason: MergeLedger["lost"][number]["reason"];
  },
): void {
  ledger.lost.push({
    field,
    value: value as RecordValue,
    ...originOf(record, field),
    reason,
  });
}

/** No rule of the policy told two values apart: the choice is repeatable, but nobody's. */
function noteTies<Value>(
  field: SingleField,
  {
    winner,
    eligible,
    ledger,
  }: {
    readonly winner: FieldCandidate<Value>;
    readonly eligible: readonly FieldCandidate<Value>[];
    readonly ledger: MergeLedger;
  },
): void {
  const tied = eligible.filter(
    (one) =>
      one.text !== winner.text &&
      lossReason(one, { field, winner, policy: ledger.policy }).code === "equal-by-every-rule",
  );
  if (tied.length === 0) return;
  const params = { field, source: tied[0]!.record.source, winner: winner.record.source };
  const reason = { code: "equal-by-every-rule", params };
  ledger.conflicts.push({ field, reason, records: referencesOf([winner, ...tied]) });
}

/** Values that cannot both be right of one customer. */
function noteContradictions<Value>(
  field: SingleField,
  {
    winner,
    all,
    ledger,
  }: {
    readonly winner: FieldCandidate<Value>;
    readonly all: readonly FieldCandidate<Value>[];
    readonly ledger: MergeLedger;
  },
): void {
  const code = CONTRADICTIONS[field];
  if (code === undefined) return;
  const others = all.filter((one) => contradicts(field, winner.value, one.value));
  if (others.length === 0) return;
  const params = {
    source: winner.record.source,
    other: others[0]!.record.source,
    values: others.length + 1,
  };
  ledger.conflicts.push({
    field,
    reason: { code, params },
    records: referencesOf([winner, ...others]),
  });
}

const CONTRADICTIONS: Readonly<Partial<Record<SingleField, string>>> = {
  name: "names-differ",
  birthday: "birthdays-differ",
  owner: "owners-differ",
};

function contradicts(field: SingleField, a: unknown, b: unknown): boolean {
  if (field === "name") return !isPartOfName(a as string, b as string);
  // Birthdays in two calendars cannot be compared here: they contradict nothing.
  if (field === "birthday") {
    const similarity = birthdaySimilarity(a as PartialDate, b as PartialDate);
    return (similarity ?? COMPATIBLE_BIRTHDAYS) < COMPATIBLE_BIRTHDAYS;
  }
  return a !== b;
}

/** Whether all words of one name stand in the other, or both read the same without their blanks. */
function isPartOfName(a: string, b: string): boolean {
  const words = foldedWords(a);
  const others = foldedWords(b);
  return (
    words.every((word) => others.includes(word)) ||
    others.every((word) => words.includes(word)) ||
    words.join("") === others.join("")
  );
}

function referencesOf(candidates: readonly FieldCandidate<unknown>[]): RecordReference[] {
  return candidates.map(({ record: { source, recordId } }) => ({ source, recordId }));
}
