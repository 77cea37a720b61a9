import {
  customerId,
  CUSTOMER_SENTENCES,
  DEFAULT_MERGE_POLICY,
  mergeCustomers,
  type ContactPoint,
  type CustomerRecord,
  type MergeCustomersOptions,
  type MergedCustomer,
} from "goodwill/customer";
import { explain, plainDate } from "goodwill/shared";
import { describe, expect, it } from "vitest";
import { day, record } from "./record-samples.js";

function merge(
  records: readonly CustomerRecord[],
  options?: MergeCustomersOptions,
): MergedCustomer {
  const result = mergeCustomers(records, options);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const trusting = { policy: { ...DEFAULT_MERGE_POLICY, sources: ["crm", "shop"] } };
const reasonsOf = (merged: MergedCustomer): unknown[] =>
  merged.lost.map(({ field, value, reason }) => [field, value, reason.code]);

describe("one value where sources differ", () => {
  it("CUS-2: the more trusted source wins, whatever the time", () => {
    const merged = merge(
      [
        record("crm 1", { fields: { language: "zh" } }),
        record("shop 1", { at: day("2026-01-01"), fields: { language: "de" } }),
      ],
      trusting,
    );
    expect(merged.customer.language).toBe("zh");
    expect(merged.lost).toEqual([
      {
        field: "language",
        value: "de",
        source: "shop",
        recordId: "1",
        at: day("2026-01-01"),
        reason: {
          code: "lower-source-rank",
          params: { field: "language", source: "shop", winner: "crm", place: 2, winnerPlace: 1 },
        },
      },
    ]);
  });

  it("CUS-2: a source that is not listed comes after those that are", () => {
    const merged = merge(
      [
        record("club 1", { at: day("2026-01-01"), fields: { language: "de" } }),
        record("shop 1", { fields: { language: "zh" } }),
      ],
      trusting,
    );
    expect(merged.customer.language).toBe("zh");
    expect(merged.lost[0]?.reason.params["place"]).toBe(3);
  });

  it("CUS-2: among sources of one trust the later confirmed wins; a field's own time overrides the record's", () => {
    const older = record("crm 1", { at: day("2025-01-01"), fields: { owner: "old" } });
    const newer = record("shop 1", { at: day("2025-02-01"), fields: { owner: "new" } });
    expect(merge([older, newer]).customer.owner).toBe("new");
    expect(reasonsOf(merge([older, newer]))).toEqual([["owner", "old", "older"]]);
    const confirmed = { ...older, fieldTimes: { owner: day("2025-03-01") } };
    const merged = merge([confirmed, newer]);
    expect(merged.customer.owner).toBe("old");
    expect(merged.provenance.find(({ field }) => field === "owner")?.at).toBe(day("2025-03-01"));
  });

  it("CUS-2: a birthday with its year beats one without, although it is older", () => {
    const partial = { calendar: "gregorian", month: 3, day: 14 } as const;
    const full = { ...partial, year: 1980 };
    const merged = merge([
      record("crm 1", { fields: { birthday: full } }),
      record("shop 1", { at: day("2026-01-01"), fields: { birthday: partial } }),
    ]);
    expect(merged.customer.birthday).toEqual(full);
    expect(reasonsOf(merged)).toEqual([["birthday", partial, "less-complete"]]);
    expect(merged.conflicts).toEqual([]);
  });

  it("CUS-2: a name that says more wins only where trust and time leave it open", () => {
    const long = record("crm 1", { fields: { name: "Li Na Maria" } });
    const short = record("shop 1", { fields: { name: "Li Na" } });
    expect(merge([long, short]).customer.name).toBe("Li Na Maria");
    expect(merge([long, { ...short, at: day("2026-01-01") }]).customer.name).toBe("Li Na");
  });

  it("CUS-2: the relationship began on the earliest day anybody knows", () => {
    const merged = merge([
      record("crm 1", { at: day("2026-01-01"), fields: { since: plainDate("2020-05-01") } }),
      record("shop 1", { fields: { since: plainDate("2019-05-01") } }),
    ]);
    expect(merged.customer.since).toBe("2019-05-01");
    expect(reasonsOf(merged)).toEqual([["since", "2020-05-01", "not-earliest"]]);
    expect(explain(merged.lost[0]!.reason, CUSTOMER_SENTENCES)).toBe(
      "since of crm lost: shop knows an earlier one, 2019-05-01.",
    );
  });

  it("CUS-2: each field may have an order of its own", () => {
    const policy = { ...trusting.policy, fieldOrders: { language: ["recency"] as const } };
    const records = [
      record("crm 1", { fields: { language: "zh", owner: "a" } }),
      record("shop 1", { at: day("2026-01-01"), fields: { language: "de", owner: "b" } }),
    ];
    const { customer } = merge(records, { policy });
    expect([customer.language, customer.owner]).toEqual(["de", "a"]);
  });

  it("CUS-2: values alike by every rule are told apart by their texts, and named as a conflict", () => {
    const records = [
      record("crm 1", { fields: { language: "zh" } }),
      record("shop 1", { fields: { language: "de" } }),
    ];
    const merged = merge(records);
    expect(merged.customer.language).toBe("de");
    expect(reasonsOf(merged)).toEqual([["language", "zh", "equal-by-every-rule"]]);
    expect(merged.conflicts.map(({ field, reason }) => [field, reason.code])).toEqual([
      ["language", "equal-by-every-rule"],
    ]);
  });

  it("CUS-2: a record's own later version replaces its earlier one, although that one says more", () => {
    const full = { calendar: "gregorian", month: 3, day: 14, year: 1980 } as const;
    const right = { calendar: "gregorian", month: 4, day: 14 } as const;
    const merged = merge([
      record("crm 1", { fields: { birthday: full } }),
      record("crm 1", { at: day("2026-01-01"), fields: { birthday: right } }),
    ]);
    expect(merged.customer.birthday).toEqual(right);
    expect(reasonsOf(merged)).toEqual([["birthday", full, "record-superseded"]]);
  });

  it("CUS-2: the records stand in the order of source, id and time", () => {
    const names = ["shop 2", "crm 9", "shop 1"].map((name) => record(name));
    const earlier = record("shop 2", { at: day("2024-01-01") });
    expect(
      merge([...names, earlier]).records.map(({ source, recordId, at }) => [source, recordId, at]),
    ).toEqual([
      ["crm", "9", day("2025-01-01")],
      ["shop", "1", day("2025-01-01")],
      ["shop", "2", day("2024-01-01")],
      ["shop", "2", day("2025-01-01")],
    ]);
  });

  it("CUS-3: records that say the same are all named as the origin", () => {
    const { provenance, lost } = merge([record("crm 1"), record("shop 2"), record("club 3")]);
    expect(lost).toEqual([]);
    expect(provenance).toContainEqual({
      field: "name",
      source: "club",
      recordId: "3",
      at: day("2025-01-01"),
      agreeing: [
        { source: "crm", recordId: "1", at: day("2025-01-01") },
        { source: "shop", recordId: "2", at: day("2025-01-01") },
      ],
    });
  });
});

describe("the parts of a name", () => {
  it("CUS-2: come from the name that won, not from another one", () => {
    const merged = merge([
      record("crm 1", { fields: { name: "Anna Schmidt", familyName: "Schmidt" } }),
      record("shop 1", {
        at: day("2026-01-01"),
        fields: { name: "Anna Meier", givenName: "Anna" },
      }),
    ]);
    expect(merged.customer).toMatchObject({ name: "Anna Meier", givenName: "Anna" });
    expect(merged.customer.familyName).toBeUndefined();
    expect(reasonsOf(merged)).toEqual([
      ["name", "Anna Schmidt", "older"],
      ["familyName", "Schmidt", "part-of-other-name"],
    ]);
    expect(merged.conflicts.map(({ reason }) => reason.code)).toEqual(["names-differ"]);
  });

  it("CUS-2: come from a record with the same name in another order or case, too", () => {
    const { customer } = merge([
      record("crm 1", { fields: { name: "LI, Na", familyName: "Li" } }),
      record("shop 1", { at: day("2026-01-01"), fields: { name: "Na Li" } }),
    ]);
    expect(customer).toMatchObject({ name: "Na Li", familyName: "Li" });
  });
});

const email = { id: "e", channel: "email", address: "li.na@example.com" } as const;

describe("lists", () => {
  it("CUS-2: one address under two ids is one contact point, completed by both", () => {
    const merged = merge([
      record("crm 1", {
        at: day("2026-01-01"),
        fields: { contactPoints: [{ ...email, validity: { verifiedAt: day("2024-01-01") } }] },
      }),
      record("shop 1", {
        fields: {
          contactPoints: [
            {
              ...email,
              id: "mail-7",
              address: "Li.Na@EXAMPLE.com",
              preferred: true,
              validity: { verifiedAt: day("2025-01-01"), failedAt: day("2023-01-01") },
            },
          ],
        },
      }),
    ]);
    expect(merged.customer.contactPoints).toEqual([
      {
        ...email,
        preferred: true,
        validity: { verifiedAt: day("2025-01-01"), failedAt: day("2023-01-01") },
      },
    ]);
    expect(
      merged.contactPointIds.map(({ source, id, mergedId }) => [source, id, mergedId]),
    ).toEqual([
      ["crm", "e", "e"],
      ["shop", "mail-7", "e"],
    ]);
    expect(merged.lost.map(({ source, reason }) => [source, reason.code])).toEqual([
      ["crm", "united-contact-point"],
      ["shop", "united-contact-point"],
    ]);
  });

  it("CUS-2: what is no address is the same only where it is written the same", () => {
    const phone = (address: string) => [{ id: "p", channel: "phone" as const, address }];
    const { customer } = merge([
      record("crm 1", { fields: { contactPoints: phone("ask reception") } }),
      record("shop 1", { fields: { contactPoints: phone("see website") } }),
      record("shop 2", { fields: { contactPoints: phone("see website") } }),
    ]);
    expect(customer.contactPoints.map(({ address }) => address)).toEqual([
      "ask reception",
      "see website",
    ]);
  });

  it("CUS-2: an old end does not come back where the best record names none; it is a conflict", () => {
    const ended = { through: plainDate("2019-12-31") };
    const verified = { verifiedAt: day("2018-01-01") };
    const club = (validity: ContactPoint["validity"] = {}) =>
      record("club 1", {
        at: day("2019-01-01"),
        fields: { contactPoints: [{ ...email, id: "c", validity }] },
      });
    const crm = record("crm 1", { at: day("2026-01-01"), fields: { contactPoints: [email] } });
    const merged = merge([crm, club({ ...ended, ...verified })]);
    expect(merged.customer.contactPoints).toEqual([{ ...email, validity: verified }]);
    expect(merged.lost.map(({ source, value }) => [source, value])).toContainEqual([
      "club",
      { ...email, id: "c", validity: { ...ended, ...verified } },
    ]);
    expect(merged.conflicts).toEqual([
      {
        field: "contactPoints",
        reason: {
          code: "contact-point-stretch-differs",
          params: { id: "e", source: "club", winner: "crm" },
        },
        records: [
          { source: "club", recordId: "1" },
          { source: "crm", recordId: "1" },
        ],
      },
    ]);
    expect(explain(merged.conflicts[0]!.reason, CUSTOMER_SENTENCES)).not.toContain("{");
    expect(merge([crm, club(verified)]).conflicts).toEqual([]);
  });

  it("CUS-5: an old end of office does not come back where the best record names none", () => {
    const person = { id: "k", name: "Wang Wei", position: "head", influence: ["decides"] } as const;
    const merged = merge([
      record("crm 1", { at: day("2026-01-01"), fields: { keyPersons: [person] } }),
      record("club 1", {
        fields: { keyPersons: [{ ...person, through: plainDate("2019-12-31") }] },
      }),
    ]);
    expect(merged.customer.keyPersons).toEqual([person]);
    expect(merged.lost.map(({ reason }) => reason.code)).toEqual(["united-key-person"]);
    expect(merged.conflicts.map(({ reason }) => reason)).toEqual([
      {
        code: "key-person-terms-differ",
        params: { name: "Wang Wei", source: "club", winner: "crm" },
      },
    ]);
    expect(explain(merged.conflicts[0]!.reason, CUSTOMER_SENTENCES)).not.toContain("{");
  });

  it("CUS-2: what a record took off its lists does not come back from its earlier version", () => {
    const person = { id: "k", name: "Wang Wei", position: "head", influence: ["decides"] } as const;
    const need = { topic: "size", kind: "real" } as const;
    const earlier = record("shop 1", {
      fields: { contactPoints: [email], keyPersons: [person], needs: [need] },
    });
    const later = record("shop 1", {
      at: day("2026-01-01"),
      fields: { contactPoints: [], keyPersons: [], needs: [] },
    });
    const merged = merge([earlier, later]);
    expect(merged.customer).toMatchObject({ contactPoints: [], keyPersons: [], needs: [] });
    expect(reasonsOf(merged)).toEqual([
      ["contactPoints", email, "record-superseded"],
      ["keyPersons", person, "record-superseded"],
      ["needs", need, "record-superseded"],
    ]);
    // A version that does not speak of the list takes nothing away, nor does another record.
    const silent = record("shop 1", { at: day("2026-01-01") });
    expect(merge([earlier, silent]).customer.contactPoints).toEqual([email]);
    const other = { ...later, recordId: "2" };
    expect(merge([earlier, other]).customer.contactPoints).toEqual([email]);
  });

  it("CUS-6: a consent to a point taken off the list stays, and the point with it, closed", () => {
    const consent = {
      purpose: "newsletter",
      channel: "email",
      contactPoint: "e",
      state: "granted",
      at: day("2025-01-01"),
      evidence: "form",
    } as const;
    const earlier = (validity?: ContactPoint["validity"]) =>
      record("shop 1", {
        fields: {
          contactPoints: [{ ...email, ...(validity !== undefined && { validity }) }],
          consents: [consent],
        },
      });
    const later = record("shop 1", { at: day("2026-01-01"), fields: { contactPoints: [] } });
    const closed = (validity?: ContactPoint["validity"]) => {
      const merged = merge([earlier(validity), later]);
      expect(merged.customer.consents).toEqual([consent]);
      expect(merged.conflicts).toEqual([]);
      expect(merged.lost.map(({ reason }) => reason.code)).toEqual(["record-superseded"]);
      return merged.customer.contactPoints.map((point) => point.validity);
    };
    expect(closed()).toEqual([{ through: "2025-12-31" }]);
    expect(closed({ through: plainDate("2025-03-01") })).toEqual([{ through: "2025-03-01" }]);
    expect(closed({ from: plainDate("2027-03-01") })).toEqual([{ through: "2025-12-31" }]);
    // Under another id in the later version, it is the same point.
    const renamed = {
      ...later,
      fields: { ...later.fields, contactPoints: [{ ...email, id: "n" }] },
    };
    const { customer } = merge([earlier(), renamed]);
    expect(customer.contactPoints).toEqual([{ ...email, id: "n" }]);
    expect(customer.consents).toEqual([{ ...consent, contactPoint: "n" }]);
  });

  it("CUS-6: a suppression whose end its record learned later replaces its open twin, of no other record", () => {
    const open = { kind: "do-not-contact", at: day("2025-01-01") } as const;
    const ended = { ...open, until: day("2026-06-01") };
    const earlier = record("shop 1", { fields: { suppressions: [open] } });
    const later = record("shop 1", { at: day("2026-01-01"), fields: { suppressions: [ended] } });
    const merged = merge([earlier, later]);
    expect(merged.customer.suppressions).toEqual([ended]);
    expect(reasonsOf(merged)).toEqual([["suppressions", open, "record-superseded"]]);
    const other = { ...later, recordId: "2" };
    expect(merge([earlier, other]).customer.suppressions).toEqual([ended, open]);
    const channel = { ...ended, channel: "email" as const };
    const narrower = { ...later, fields: { ...later.fields, suppressions: [channel] } };
    expect(merge([earlier, narrower]).customer.suppressions).toHaveLength(2);
    const silent = { ...later, fields: { ...later.fields, suppressions: [] } };
    expect(merge([earlier, silent]).customer.suppressions).toEqual([open]);
  });

  it("CUS-2: a number is the same however it is written", () => {
    const phone = (address: string) => [{ id: "p", channel: "phone" as const, address }];
    const { customer } = merge([
      record("crm 1", { fields: { contactPoints: phone("+49 (30) 123-456") } }),
      record("shop 1", { fields: { contactPoints: phone("0049 30 123456") } }),
    ]);
    expect(customer.contactPoints).toHaveLength(1);
  });

  it("CUS-2: two addresses under one id get two ids, and a consent follows its own", () => {
    const consent = {
      purpose: "newsletter",
      channel: "email",
      contactPoint: "e",
      state: "granted",
      at: day("2025-01-01"),
      evidence: "form",
    } as const;
    const { customer } = merge([
      record("crm 1", { at: day("2026-01-01"), fields: { contactPoints: [email] } }),
      record("shop 1", {
        fields: {
          contactPoints: [{ ...email, address: "other@example.com" }],
          consents: [consent],
          suppressions: [{ kind: "bounced", at: day("2025-02-01"), contactPoint: "e" }],
        },
      }),
    ]);
    expect(customer.contactPoints.map(({ id, address }) => [id, address])).toEqual([
      ["e", "li.na@example.com"],
      ["shop:1:e", "other@example.com"],
    ]);
    expect(customer.consents).toEqual([{ ...consent, contactPoint: "shop:1:e" }]);
    expect(customer.suppressions?.[0]?.contactPoint).toBe("shop:1:e");
  });

  it("CUS-6: a consent to a point its record does not list never passes to a point of another record", () => {
    const consent = {
      purpose: "newsletter",
      channel: "email",
      contactPoint: "e",
      state: "granted",
      at: day("2025-01-01"),
      evidence: "form",
    } as const;
    const merged = merge([
      record("crm 1", { fields: { contactPoints: [email] } }),
      record("shop 1", { fields: { consents: [consent] } }),
    ]);
    expect(merged.customer.consents[0]?.contactPoint).toBe("shop:1:e");
    expect(merged.conflicts.map(({ reason }) => reason.code)).toEqual(["contact-point-not-listed"]);
  });

  it("CUS-6: equal consents stand once with both origins; a grant here and a withdrawal there are a conflict", () => {
    const granted = {
      purpose: "newsletter",
      channel: "email",
      state: "granted",
      at: day("2025-01-01"),
      evidence: "form",
    } as const;
    const withdrawn = { ...granted, state: "withdrawn", at: day("2025-06-01") } as const;
    const merged = merge([
      record("crm 1", { fields: { consents: [granted] } }),
      record("shop 1", { fields: { consents: [withdrawn, granted] } }),
    ]);
    expect(merged.customer.consents).toEqual([granted, withdrawn]);
    expect(merged.provenance.find(({ field }) => field === "consents")?.agreeing).toHaveLength(1);
    expect(merged.conflicts).toEqual([
      {
        field: "consents",
        reason: { code: "consents-disagree", params: { purpose: "newsletter", channel: "email" } },
        records: [
          { source: "crm", recordId: "1" },
          { source: "shop", recordId: "1" },
        ],
      },
    ]);
  });

  it("CUS-5: a key person of one name is one, with all influences and the latest standing", () => {
    const person = { id: "k", name: "Wang Wei", position: "head", influence: ["decides"] } as const;
    const organisation = { kind: "organisation", name: "Example AG" } as const;
    const merged = merge([
      record("crm 1", {
        at: day("2026-01-01"),
        fields: {
          ...organisation,
          keyPersons: [{ ...person, standing: 0.2, standingAt: day("2024-01-01") }],
        },
      }),
      record("shop 1", {
        fields: {
          ...organisation,
          keyPersons: [
            {
              ...person,
              id: "x",
              name: "WEI WANG",
              influence: ["uses"],
              standing: 0.8,
              standingAt: day("2025-01-01"),
            },
          ],
        },
      }),
    ]);
    expect(merged.customer.keyPersons).toEqual([
      { ...person, influence: ["decides", "uses"], standing: 0.8, standingAt: day("2025-01-01") },
    ]);
    expect(merged.keyPersonIds.map(({ id, mergedId }) => [id, mergedId])).toEqual([
      ["k", "k"],
      ["x", "k"],
    ]);
    expect(merged.lost.map(({ reason }) => reason.code)).toEqual([
      "united-key-person",
      "united-key-person",
    ]);
  });

  it("CUS-5: key persons of one name with contradicting birthdays stay two, and are a conflict", () => {
    const person = (id: string, year: number) => ({
      id,
      name: "Wang Wei",
      position: "head",
      influence: ["decides"] as const,
      birthday: { calendar: "gregorian" as const, month: 1, day: 1, year },
    });
    const merged = merge([
      record("crm 1", { fields: { keyPersons: [person("k", 1970)] } }),
      record("shop 1", { fields: { keyPersons: [person("k", 1990)] } }),
    ]);
    expect(merged.customer.keyPersons?.map(({ id }) => id)).toEqual(["k", "shop:1:k"]);
    expect(merged.conflicts.map(({ reason }) => reason.code)).toEqual(["key-persons-alike"]);
  });

  it("CUS-5: key persons of one name that one record lists twice stay two", () => {
    const person = { id: "k", name: "Wang Wei", position: "head", influence: ["decides"] } as const;
    const merged = merge([
      record("crm 1", {
        fields: { keyPersons: [person, { ...person, id: "l", position: "buyer" }] },
      }),
    ]);
    expect(merged.customer.keyPersons?.map(({ position }) => position)).toEqual(["head", "buyer"]);
    expect(merged.conflicts.map(({ reason, records }) => [reason.code, records.length])).toEqual([
      ["key-persons-alike", 1],
    ]);
  });

  it("CUS-3: identifiers are united; two of a system that gives one only are a conflict", () => {
    const policy = { ...DEFAULT_MERGE_POLICY, exclusiveIdentifiers: ["tax"] };
    const merged = merge(
      [
        record("crm 1", { identifiers: [{ system: "tax", value: "1" }] }),
        record("shop 1", {
          identifiers: [
            { system: "tax", value: "2" },
            { system: "card", value: "9" },
          ],
        }),
      ],
      { policy },
    );
    expect(merged.identifiers.map(({ system, value }) => system + value)).toEqual([
      "card9",
      "tax1",
      "tax2",
    ]);
    expect(merged.conflicts.map(({ reason }) => reason)).toEqual([
      { code: "identifiers-differ", params: { system: "tax", values: 2 } },
    ]);
  });
});

describe("what a human should look at", () => {
  it("CUS-2: contradicting birthdays and owners are named; a middle name is no contradiction", () => {
    const birthday = { calendar: "gregorian", month: 3, day: 14, year: 1980 } as const;
    const merged = merge([
      record("crm 1", { fields: { name: "Li Na", owner: "a", birthday } }),
      record("shop 1", {
        at: day("2026-01-01"),
        fields: { name: "Li Na Maria", owner: "b", birthday: { ...birthday, year: 1981 } },
      }),
    ]);
    expect(merged.conflicts.map(({ reason }) => reason.code)).toEqual([
      "birthdays-differ",
      "owners-differ",
    ]);
  });

  it("CUS-2: birthdays in two calendars contradict nothing", () => {
    const { conflicts } = merge([
      record("crm 1", { fields: { birthday: { calendar: "gregorian", month: 3, day: 14 } } }),
      record("shop 1", {
        at: day("2026-01-01"),
        fields: { birthday: { calendar: "chinese", month: 1, day: 28 } },
      }),
    ]);
    expect(conflicts).toEqual([]);
  });

  it("every reason can be put into words", () => {
    const merged = merge(
      [
        record("crm 1", { fields: { name: "Anna", owner: "a", contactPoints: [email] } }),
        record("shop 1", {
          fields: {
            name: "Bea",
            owner: "b",
            contactPoints: [{ ...email, id: "x", preferred: true }],
          },
        }),
      ],
      trusting,
    );
    const reasons = [...merged.lost, ...merged.conflicts].map(({ reason }) => reason);
    expect(reasons.length).toBeGreaterThan(3);
    for (const reason of reasons) expect(explain(reason, CUSTOMER_SENTENCES)).not.toContain("{");
    expect(explain(merged.lost[0]!.reason, CUSTOMER_SENTENCES)).toBe(
      "name of shop lost: crm is more trusted, in place 1 against 2.",
    );
  });
});

describe("the id of the merged customer", () => {
  const kept = (name: string, customer?: string): CustomerRecord =>
    record(name, customer === undefined ? {} : { customer: customerId(customer) });

  it("CUS-2: is that of the most trusted source; the others become aliases", () => {
    const { customer, aliases } = merge([kept("crm 1", "C-9"), kept("shop 1", "C-1")], trusting);
    expect([customer.id, aliases]).toEqual(["C-9", ["C-1"]]);
  });

  it("CUS-2: is source and record id where no record was kept before", () => {
    expect(merge([kept("shop 7"), kept("crm 3")], trusting).customer.id).toBe("crm:3");
  });

  it("CUS-2: is the given one, with every earlier id as an alias", () => {
    const { customer, aliases } = merge([kept("crm 1", "C-9"), kept("shop 1", "M-2")], {
      id: customerId("M-2"),
      formerIds: [customerId("M-1"), customerId("M-2")],
    });
    expect([customer.id, aliases]).toEqual(["M-2", ["C-9", "M-1"]]);
  });
});

describe("what makes no customer", () => {
  it("CUS-1: a person and an organisation are refused", () => {
    expect(
      mergeCustomers([record("crm 1"), record("shop 1", { fields: { kind: "organisation" } })]),
    ).toEqual({
      ok: false,
      error: {
        code: "kinds-conflict",
        persons: [{ source: "crm", recordId: "1" }],
        organisations: [{ source: "shop", recordId: "1" }],
      },
    });
  });

  it("CUS-1: records of which none knows the kind, or a name, are refused", () => {
    const bare = { source: "crm", recordId: "1", at: day("2025-01-01") };
    expect(mergeCustomers([{ ...bare, fields: { name: "Li Na" } }])).toEqual({
      ok: false,
      error: { code: "field-unknown", field: "kind" },
    });
    expect(mergeCustomers([{ ...bare, fields: { kind: "person" } }])).toEqual({
      ok: false,
      error: { code: "field-unknown", field: "name" },
    });
  });

  it("no record at all, or a record without source, id or time, breaks the contract", () => {
    expect(() => mergeCustomers([])).toThrow(RangeError);
    const bad = [
      { ...record("crm 1"), source: "" },
      { ...record("crm 1"), recordId: "" },
      { ...record("crm 1"), recordId: "17 " },
      { ...record("crm 1"), source: " crm" },
      { ...record("crm 1"), at: "2025-01-01" as CustomerRecord["at"] },
      { ...record("crm 1"), fieldTimes: { name: "soon" as CustomerRecord["at"] } },
    ];
    for (const one of bad) {
      expect(() => mergeCustomers([record("shop 1"), one])).toThrow(/^Cannot merge .* at index 1$/);
    }
  });
});
