import fc from "fast-check";
import {
  customerSchema,
  customerRecordSchema,
  DEFAULT_MERGE_POLICY,
  mergeCustomers,
  type CustomerField,
  type CustomerRecord,
  type MergedCustomer,
  type MergePolicy,
} from "goodwill/customer";
import { describe, expect, it } from "vitest";
import { anyRecord, asTheSchemaAsks } from "./record-samples.js";

const policy: MergePolicy = {
  ...DEFAULT_MERGE_POLICY,
  sources: ["crm", "shop"],
  exclusiveIdentifiers: ["tax"],
};
const records = fc.array(anyRecord, { minLength: 1, maxLength: 5 });
const LISTS = ["contactPoints", "consents", "suppressions", "keyPersons", "needs"] as const;
const SINGLES: readonly CustomerField[] = [
  "kind",
  "name",
  "givenName",
  "familyName",
  "birthday",
  "language",
  "timeZone",
  "owner",
  "since",
];

function merge(all: readonly CustomerRecord[], chosen: MergePolicy = policy): MergedCustomer {
  const result = mergeCustomers(all, { policy: chosen });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

function isLost(
  merged: MergedCustomer,
  { one, field, value }: { one: CustomerRecord; field: CustomerField; value: unknown },
): boolean {
  return merged.lost.some(
    (lost) =>
      lost.field === field &&
      lost.source === one.source &&
      lost.recordId === one.recordId &&
      lost.at === (one.fieldTimes?.[field] ?? one.at) &&
      JSON.stringify(lost.value) === JSON.stringify(value),
  );
}

/** The contact point a record names, by the id it has after the merge. */
function mergedPointId(
  merged: MergedCustomer,
  { one, id, field }: { one: CustomerRecord; id: string; field: CustomerField },
): string | undefined {
  const at = [one.fieldTimes?.[field] ?? one.at, one.at];
  return merged.contactPointIds.find(
    (entry) =>
      entry.source === one.source &&
      entry.recordId === one.recordId &&
      at.includes(entry.at) &&
      entry.id === id,
  )?.mergedId;
}

/** Whether a later version of the same record says otherwise. */
function isSuperseded(
  all: readonly CustomerRecord[],
  { one, field }: { one: CustomerRecord; field: CustomerField },
): boolean {
  return all.some(
    (other) =>
      other.source === one.source &&
      other.recordId === one.recordId &&
      other.at > one.at &&
      other.fields[field] !== undefined,
  );
}

/** Versions of one record at one time can be told apart by nobody; the laws on entries leave them out. */
function withoutTwins(all: readonly CustomerRecord[]): CustomerRecord[] {
  const byKey = new Map(all.map((one) => [`${one.source} ${one.recordId} ${one.at}`, one]));
  return [...byKey.values()];
}

describe("CUS-2: merging keeps its laws", () => {
  it("CUS-2: the order of the records does not matter", () => {
    fc.assert(
      fc.property(
        records.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          expect(merge(shuffled)).toEqual(merge(all));
        },
      ),
    );
  });

  it("CUS-2: a record given twice counts once, and merging a merge's records again changes nothing", () => {
    fc.assert(
      fc.property(records, (all) => {
        const merged = merge(all);
        expect(merge([...all, ...all])).toEqual(merged);
        expect(merge(merged.records)).toEqual(merged);
        expect(JSON.parse(JSON.stringify(merged))).toEqual(merged);
      }),
    );
  });

  it("CUS-2: merging in steps gives what merging all at once gives", () => {
    fc.assert(
      fc.property(records, records, records, (a, b, c) => {
        const left = merge([...merge([...a, ...b]).records, ...c]);
        const right = merge([...a, ...merge([...b, ...c]).records]);
        expect(left).toEqual(merge([...a, ...b, ...c]));
        expect(right).toEqual(left);
      }),
      { numRuns: 60 },
    );
  });

  it("CUS-2: every single value is in the customer or among the lost, with a reason", () => {
    fc.assert(
      fc.property(records, (all) => {
        const merged = merge(all);
        for (const one of all) {
          for (const field of SINGLES) {
            const value = one.fields[field];
            if (value === undefined) continue;
            const isKept = JSON.stringify(merged.customer[field]) === JSON.stringify(value);
            expect(isKept !== isLost(merged, { one, field, value })).toBe(true);
          }
        }
      }),
    );
  });

  it("CUS-2: no contact point, key person or need is dropped, but what its own record replaced is lost", () => {
    fc.assert(
      fc.property(records.map(withoutTwins), (all) => {
        const merged = merge(all);
        const { contactPoints, keyPersons = [], needs = [] } = merged.customer;
        for (const one of all) {
          for (const value of one.fields.contactPoints ?? []) {
            const field = "contactPoints";
            if (isSuperseded(all, { one, field })) continue;
            const id = mergedPointId(merged, { one, id: value.id, field });
            const found = contactPoints.find((point) => point.id === id)!;
            expect(found.channel).toBe(value.channel);
            if (!isLost(merged, { one, field, value })) expect(found).toEqual({ ...value, id });
          }
          for (const field of ["contactPoints", "keyPersons", "needs"] as const) {
            if (!isSuperseded(all, { one, field })) continue;
            for (const value of one.fields[field] ?? []) {
              const isRepeated = all.some(
                (other) =>
                  other.source === one.source &&
                  other.recordId === one.recordId &&
                  other.at > one.at &&
                  (other.fields[field] ?? []).some(
                    (same) => JSON.stringify(same) === JSON.stringify(value),
                  ),
              );
              expect(isRepeated || isLost(merged, { one, field, value })).toBe(true);
            }
          }
          if (isSuperseded(all, { one, field: "keyPersons" })) continue;
          for (const value of one.fields.keyPersons ?? []) {
            const entry = merged.keyPersonIds.find(
              ({ source, recordId, at, id }) =>
                source === one.source &&
                recordId === one.recordId &&
                at === one.at &&
                id === value.id,
            );
            const found = keyPersons.find(({ id }) => id === entry?.mergedId)!;
            const isWhole = !isLost(merged, { one, field: "keyPersons", value });
            if (isWhole)
              expect(found).toMatchObject({ name: value.name, position: value.position });
            for (const influence of value.influence) expect(found.influence).toContain(influence);
          }
          if (isSuperseded(all, { one, field: "needs" })) continue;
          for (const value of one.fields.needs ?? []) expect(needs).toContainEqual(value);
        }
      }),
    );
  });

  it("CUS-6: no consent and no suppression is dropped, and each follows its contact point", () => {
    fc.assert(
      fc.property(records.map(withoutTwins), (all) => {
        const merged = merge(all);
        for (const one of all) {
          for (const field of ["consents", "suppressions"] as const) {
            for (const value of one.fields[field] ?? []) {
              const id = value.contactPoint;
              const pointed =
                id === undefined
                  ? value
                  : { ...value, contactPoint: mergedPointId(merged, { one, id, field }) };
              expect(merged.customer[field]).toContainEqual(pointed);
              const isListed = one.fields.contactPoints?.some((point) => point.id === id) ?? false;
              const isThere = merged.customer.contactPoints.some(
                (point) => point.id === pointed.contactPoint,
              );
              // A point its record does not list must not become a point of another record.
              if (id !== undefined) expect(isThere).toBe(isListed);
            }
          }
        }
      }),
    );
  });

  it("CUS-3: every value of the customer says where it came from", () => {
    fc.assert(
      fc.property(records, (all) => {
        const { customer, provenance, identifiers } = merge(all);
        const isKnown = (origin: { source: string; recordId: string }): boolean =>
          all.some((one) => one.source === origin.source && one.recordId === origin.recordId);
        expect(provenance.every((one) => isKnown(one) && one.agreeing.every(isKnown))).toBe(true);
        for (const field of SINGLES) {
          const count = provenance.filter((one) => one.field === field).length;
          expect(count).toBe(customer[field] === undefined ? 0 : 1);
        }
        for (const field of LISTS) {
          const places = provenance.filter((one) => one.field === field).map(({ index }) => index);
          expect(places).toEqual((customer[field] ?? []).map((_, index) => index));
        }
        expect(provenance.filter(({ field }) => field === "identifiers")).toHaveLength(
          identifiers.length,
        );
      }),
    );
  });

  it("CUS-2: records that satisfy their schema make a customer that satisfies its own", () => {
    fc.assert(
      fc.property(records, (all) => {
        const valid = all.map(asTheSchemaAsks);
        for (const one of valid) expect(customerRecordSchema.safeParse(one).error).toBeUndefined();
        expect(customerSchema.safeParse(merge(valid).customer).error).toBeUndefined();
      }),
    );
  });

  it("CUS-2: no record given is changed", () => {
    fc.assert(
      fc.property(records, (all) => {
        const before = structuredClone(all);
        merge(all);
        expect(all).toEqual(before);
      }),
    );
  });
});
