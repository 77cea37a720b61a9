import fc from "fast-check";
import {
  customerId,
  type Consent,
  type ContactPoint,
  type CustomerRecord,
  type KeyPerson,
  type Suppression,
} from "goodwill/customer";
import { instant, plainDate } from "goodwill/shared";

const TIMES = ["2025-01-01", "2025-06-01", "2026-01-01"].map((day) => instant(`${day}T00:00:00Z`));

/** A record with few words: what matters to a test is given, the rest is plain. */
export function record(
  name: string,
  { fields = {}, ...more }: Partial<CustomerRecord> = {},
): CustomerRecord {
  const [source = "", recordId = ""] = name.split(" ");
  return {
    source,
    recordId,
    at: TIMES[0]!,
    fields: { kind: "person", name: "Li Na", ...fields },
    ...more,
  };
}

/** A moment of a day. */
export function day(text: string): CustomerRecord["at"] {
  return instant(`${text}T00:00:00Z`);
}

const time = fc.constantFrom(...TIMES);
const optional = { requiredKeys: [] };

const address = fc.constantFrom(
  { channel: "email" as const, address: "li.na@example.com" },
  { channel: "email" as const, address: "Li.Na@Example.com" },
  { channel: "email" as const, address: "other@example.com" },
  { channel: "phone" as const, address: "+49 30 123456" },
  { channel: "phone" as const, address: "+4930123456" },
  { channel: "messaging" as const, address: "li-na", service: "wechat" },
);

const point: fc.Arbitrary<ContactPoint> = fc
  .tuple(
    address,
    fc.constantFrom("e1", "e2", "e3"),
    fc.record({ preferred: fc.boolean(), source: fc.constantFrom("web", "desk") }, optional),
    fc.option(fc.record({ verifiedAt: time, failedAt: time }, optional), { nil: undefined }),
  )
  .map(([where, id, more, validity]) => ({
    id,
    ...where,
    ...more,
    ...(validity !== undefined && { validity }),
  }));

const points = fc.uniqueArray(point, { selector: ({ id }) => id, maxLength: 3 });

const consent: fc.Arbitrary<Consent> = fc.record(
  {
    purpose: fc.constantFrom("newsletter", "greeting"),
    channel: fc.constantFrom("email" as const, "phone" as const),
    contactPoint: fc.constantFrom("e1", "e2", "e9"),
    state: fc.constantFrom("granted" as const, "withdrawn" as const),
    at: time,
    evidence: fc.constantFrom("form 1", "call 2"),
  },
  { requiredKeys: ["purpose", "channel", "state", "at", "evidence"] },
);

const suppression: fc.Arbitrary<Suppression> = fc.record(
  {
    kind: fc.constantFrom("bounced" as const, "complained" as const),
    at: time,
    contactPoint: fc.constantFrom("e1", "e3"),
  },
  { requiredKeys: ["kind", "at"] },
);

const birthday = fc.constantFrom(
  { calendar: "gregorian" as const, month: 3, day: 14 },
  { calendar: "gregorian" as const, month: 3, day: 14, year: 1980 },
  { calendar: "gregorian" as const, month: 4, day: 1, year: 1980 },
  { calendar: "chinese" as const, month: 1, day: 28 },
);

const keyPerson: fc.Arbitrary<KeyPerson> = fc
  .record(
    {
      id: fc.constantFrom("k1", "k2"),
      name: fc.constantFrom("Wang Wei", "wei WANG", "Anna Schmidt"),
      position: fc.constantFrom("head", "buyer"),
      influence: fc.subarray(["decides", "uses"] as const, { minLength: 1 }),
      standing: fc.constantFrom(-1, 0.5),
      standingAt: time,
      birthday,
      contactPoints: fc.uniqueArray(
        point.map((one) => ({ ...one, id: `k${one.id}` })),
        { selector: ({ id }) => id, maxLength: 1 },
      ),
    },
    { requiredKeys: ["id", "name", "position", "influence"] },
  )
  .map(({ standingAt, ...rest }) =>
    rest.standing === undefined || standingAt === undefined ? rest : { ...rest, standingAt },
  );

/** Records of one person by few sources, full of agreements, conflicts and versions; ids of points clash often. */
export const anyRecord: fc.Arbitrary<CustomerRecord> = fc.record(
  {
    source: fc.constantFrom("crm", "shop", "club"),
    recordId: fc.constantFrom("1", "2"),
    at: time,
    fields: fc.record(
      {
        kind: fc.constant("person" as const),
        name: fc.constantFrom("Li Na", "Na Li", "Li Nana", "Anna Schmidt"),
        givenName: fc.constantFrom("Na", "Anna"),
        familyName: fc.constantFrom("Li", "Schmidt"),
        birthday,
        language: fc.constantFrom("zh", "zh-CN"),
        owner: fc.constantFrom("o1", "o2"),
        since: fc.constantFrom(plainDate("2020-01-01"), plainDate("2021-01-01")),
        contactPoints: points,
        consents: fc.array(consent, { maxLength: 3 }),
        suppressions: fc.array(suppression, { maxLength: 2 }),
        // No two key persons of one record with contact points: their ids are unique in a record.
        keyPersons: fc.uniqueArray(keyPerson, { selector: ({ id }) => id, maxLength: 1 }),
        needs: fc.array(
          fc.record({
            topic: fc.constantFrom("size", "price"),
            kind: fc.constant("real" as const),
          }),
          { maxLength: 2 },
        ),
      },
      { requiredKeys: ["kind", "name"] },
    ),
    fieldTimes: fc.record({ name: time, birthday: time }, optional),
    identifiers: fc.array(
      fc.record({ system: fc.constantFrom("card", "tax"), value: fc.constantFrom("1", "2") }),
      { maxLength: 2 },
    ),
    customer: fc.constantFrom(customerId("C-1"), customerId("C-2")),
  },
  { requiredKeys: ["source", "recordId", "at", "fields"] },
);

/** Numbers in E.164 and lists that name only contact points the record has, as the schema asks. */
export function asTheSchemaAsks(one: CustomerRecord): CustomerRecord {
  const strict = (given: readonly ContactPoint[]): ContactPoint[] =>
    given.map((each) => ({ ...each, address: each.address.replace(/^\+.*$/, "+4930123456") }));
  const { keyPersons = [], consents = [], suppressions = [] } = one.fields;
  const contactPoints = strict(one.fields.contactPoints ?? []);
  const channels = new Map(contactPoints.map(({ id, channel }) => [id, channel]));
  const isListed = (named: { contactPoint?: string; channel?: string }): boolean =>
    named.contactPoint === undefined ||
    (channels.has(named.contactPoint) &&
      (named.channel === undefined || channels.get(named.contactPoint) === named.channel));
  return {
    ...one,
    fields: {
      ...one.fields,
      contactPoints,
      keyPersons: keyPersons.map((person) => ({
        ...person,
        contactPoints: strict(person.contactPoints ?? []),
      })),
      consents: consents.filter(isListed),
      suppressions: suppressions.filter(isListed),
    },
  };
}
