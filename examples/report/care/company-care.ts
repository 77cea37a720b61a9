import { customerId, type Customer, type Purchase } from "goodwill/customer";
import type {
  OccasionEvent,
  RelationshipComplaint,
  RelationshipFacts,
} from "goodwill/relationship";
import { addYears, instant, plainDate, plainDateAt, timeZone } from "goodwill/shared";
import { companyTable, type Cells } from "../company-table.js";
import {
  companyContacts,
  companyPurchases,
  companyRecords,
  companySignals,
  MASTER_SOURCE,
} from "../customer/company-customers.js";

/** A customer and what the company knows beside the record. */
export interface KnownCustomer {
  readonly customer: Customer;
  readonly facts: RelationshipFacts;
}

const SHANGHAI = timeZone("Asia/Shanghai");

/** What the company calls high, mid and low value. */
const CLASS_OF_SEGMENT: Readonly<Record<string, string>> = { high: "A", mid: "B", low: "C" };

/** The lines with a warranty of a year. */
const WARRANTED: readonly string[] = ["phone", "computer", "home-appliance", "television"];

/** The customers of the master file, with everything that care is planned by. */
export function companyCare(): readonly KnownCustomer[] {
  const purchases = grouped(companyPurchases(), ({ customer }) => customer);
  const contacts = grouped(companyContacts(), ({ customer }) => customer);
  const signals = grouped(companySignals(), ({ customer }) => customer);
  const complaints = grouped(companyTable("complaints.csv"), (row) => row["customer"] ?? "");
  const classes = companyClasses();
  const cities = new Map(companyTable("customers.csv").map((row) => [row["id"], row["city"]]));
  return companyRecords()
    .filter(({ source }) => source === MASTER_SOURCE)
    .map(({ recordId: id, fields }) => {
      const bought = purchases.get(id) ?? [];
      const met = contacts.get(id) ?? [];
      const complained = complaints.get(id) ?? [];
      const valueClass = classes.get(id);
      return {
        customer: {
          ...{ kind: "person", name: id, consents: [] },
          ...fields,
          ...{ id: customerId(id), contactPoints: pointsOf(fields.contactPoints, cities.get(id)) },
        },
        facts: {
          ...{ purchases: bought, interactions: met, signals: signals.get(id) ?? [] },
          complaints: complained.map(complaintOf),
          values: [
            {
              at: instant("2025-12-31T00:00:00Z"),
              ...(valueClass !== undefined && { class: valueClass }),
            },
          ],
          events: [
            ...met
              .filter(({ kind }) => kind === "delivery")
              .map((delivery) => ({
                ...{ id: delivery.id, kind: "delivery" as const },
                date: plainDateAt(delivery.at, SHANGHAI),
              })),
            ...bought.flatMap(eventsOfPurchase),
            ...complained.flatMap(eventsOfComplaint),
          ],
        },
      };
    });
}

/** The value class of each customer. */
export function companyClasses(): ReadonlyMap<string, string> {
  return new Map(
    companyTable("customers.csv").flatMap(({ id = "", segment = "" }) => {
      const valueClass = CLASS_OF_SEGMENT[segment];
      return valueClass === undefined ? [] : [[id, valueClass] as const];
    }),
  );
}

/** The company delivers: it knows the way to everybody's door. */
function pointsOf(
  points: Customer["contactPoints"] = [],
  city = "Shanghai",
): Customer["contactPoints"] {
  return [
    ...points,
    { id: "home", channel: "post", address: city },
    { id: "door", channel: "visit", address: city },
  ];
}

/** A complaint that was given up is no longer open. */
function complaintOf(row: Cells): RelationshipComplaint {
  const at = instant(row["at"] ?? "");
  const settled = row["resolved_at"] ?? (row["state"] === "closed" ? row["at"] : undefined);
  return {
    ...{ id: row["id"] ?? "", at, subject: row["kind"] ?? "" },
    ...(settled !== undefined && { settledAt: instant(settled) }),
  };
}

function eventsOfComplaint(row: Cells): OccasionEvent[] {
  const resolved = row["resolved_at"];
  if (resolved === undefined) return [];
  const date = plainDate(resolved.slice(0, 10));
  return [{ id: row["id"] ?? "", kind: "complaint-resolved", date, about: row["kind"] ?? "" }];
}

function eventsOfPurchase({ id, at, lines, returnOf }: Purchase): OccasionEvent[] {
  if (returnOf !== undefined) return [];
  const date = plainDateAt(at, SHANGHAI);
  const warranted = lines.find(({ category = "" }) => WARRANTED.includes(category));
  return [
    { id, kind: "purchase", date },
    ...(warranted === undefined
      ? []
      : [
          {
            ...{ id: `${id}-warranty`, kind: "warranty-end" as const },
            ...{ date: addYears(date, 1), about: warranted.product },
          },
        ]),
  ];
}

function grouped<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [row]);
    else known.push(row);
  }
  return groups;
}
