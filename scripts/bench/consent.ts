import {
  consentState,
  contactPermission,
  customerId,
  mayContact,
  mayContactAll,
  type Consent,
  type ContactPoint,
  type ContactPolicy,
  type Customer,
  DEFAULT_CONTACT_POLICY,
} from "goodwill/customer";
import { instant, instantFromEpochMilliseconds, seededRandom } from "goodwill/shared";
import type { BenchmarkCase } from "./cases.js";

const asOf = instant("2026-02-13T09:30:00Z");
const START_MS = Date.UTC(2023, 0, 1);
const YEARS_MS = 3.5 * 365 * 24 * 3_600_000;
const PURPOSES = ["newsletter", "offers", "survey"];
const question = { purpose: "newsletter", channel: "email", asOf } as const;

/** Customers with three contact points and six words, of which one in eight has a suppression. */
function customers(count: number): readonly Customer[] {
  const random = seededRandom(11);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  const at = () => instantFromEpochMilliseconds(START_MS + Math.floor(random() * YEARS_MS));
  return Array.from({ length: count }, (_, i): Customer => {
    const contactPoints: ContactPoint[] = [
      { id: "e1", channel: "email", address: `a${String(i)}@example.com` },
      {
        id: "e2",
        channel: "email",
        address: `b${String(i)}@example.com`,
        preferred: true,
        validity: { verifiedAt: at() },
      },
      { id: "p1", channel: "phone", address: `+4930${String(1_000_000 + i)}` },
    ];
    const consents = Array.from({ length: 6 }, (): Consent => {
      const word = {
        purpose: pick(PURPOSES),
        channel: pick(["email", "email", "phone"] as const),
        state: pick(["granted", "granted", "withdrawn"] as const),
        at: at(),
        evidence: "form 3",
      };
      return random() < 0.2 && word.channel === "email" ? { ...word, contactPoint: "e1" } : word;
    });
    const base = {
      id: customerId(`C-${String(i)}`),
      kind: "person" as const,
      name: "Lin Mei",
      contactPoints,
      consents,
      birthday: { calendar: "gregorian" as const, month: 5, day: 20, year: 1960 + (i % 50) },
    };
    return random() < 0.125
      ? { ...base, suppressions: [{ kind: "complained", at: at(), channel: "email" }] }
      : base;
  });
}

/** The least anybody could ask: the latest word on the channel is a grant, and there is an address. */
function plainMayContact({ consents, contactPoints, suppressions = [] }: Customer): boolean {
  if (suppressions.some(({ at, channel }) => at <= asOf && channel === "email")) return false;
  let latest: Consent | undefined;
  for (const word of consents) {
    if (word.purpose !== "newsletter" || word.channel !== "email" || word.at > asOf) continue;
    if (latest === undefined || word.at > latest.at) latest = word;
  }
  return latest?.state === "granted" && contactPoints.some(({ channel }) => channel === "email");
}

function countAllowed(
  rows: readonly Customer[],
  decide: (customer: Customer) => { readonly allowed: boolean },
): number {
  let allowed = 0;
  for (const row of rows) if (decide(row).allowed) allowed += 1;
  return allowed;
}

const strict: ContactPolicy = {
  ...DEFAULT_CONTACT_POLICY,
  purposes: {
    newsletter: {
      messageClass: "promotional",
      coveredBy: ["marketing"],
      doubleOptIn: { channels: ["email"], confirmWithinHours: 48 },
      lapsesAfterMonths: 24,
    },
  },
};

/** The benchmarks of consent by name; `short` shrinks those that take long. */
export function consentCases(short: boolean): Record<string, () => BenchmarkCase> {
  const many = short ? 20_000 : 100_000;
  const text = many.toLocaleString("en-US");
  const aim = "at least 1,000,000 a second";
  const overAll = (
    decide: (customer: Customer) => { readonly allowed: boolean },
    rows = customers(many),
  ) => {
    return {
      run: () => countAllowed(rows, decide),
      baseline: () => {
        let allowed = 0;
        for (const row of rows) if (plainMayContact(row)) allowed += 1;
        return allowed;
      },
      items: rows.length,
      unit: "decisions",
    };
  };
  return {
    "mayContact, 1,000 customers one by one, in the cache": () => ({
      ...overAll((customer) => mayContact(customer, question), customers(1000)),
      aim,
    }),
    "contactPermission, 1,000 customers, in the cache": () => ({
      ...overAll(contactPermission(question), customers(1000)),
      aim,
    }),
    [`mayContact, ${text} customers one by one`]: () => ({
      ...overAll((customer) => mayContact(customer, question)),
      aim,
    }),
    [`contactPermission, ${text} customers`]: () => ({
      ...overAll(contactPermission(question)),
      aim,
    }),
    [`contactPermission with double opt-in and lapsing, ${text} customers`]: () =>
      overAll(contactPermission({ ...question, policy: strict })),
    [`mayContactAll, ${text} customers`]: () => {
      const rows = customers(many);
      return { run: () => mayContactAll(rows, question), items: many, unit: "decisions" };
    },
    [`consentState, ${text} customers`]: () => {
      const rows = customers(many);
      return {
        run: () => {
          let granted = 0;
          for (const { consents } of rows) {
            if (consentState(consents, question).state === "granted") granted += 1;
          }
          return granted;
        },
        items: many,
        unit: "states",
      };
    },
  };
}
