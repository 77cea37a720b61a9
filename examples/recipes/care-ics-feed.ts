/**
 * A calendar feed for each member of staff: the plan of care as `.ics`, to be subscribed to from any calendar program.
 * `npx tsx examples/recipes/care-ics-feed.ts` prints one; serve it as `text/calendar; charset=utf-8`, at an address
 * that nobody guesses, since it names customers.
 */
import { pathToFileURL } from "node:url";
import {
  CARE_SENTENCES,
  careCalendarText,
  planCare,
  type CarePlan,
  type CarePolicy,
  type CareRelationship,
} from "goodwill/care";
import { CHINESE_CALENDAR } from "goodwill/calendar-cn";
import {
  CUSTOMER_SENTENCES,
  customerId,
  DEFAULT_CONTACT_POLICY,
  type Customer,
} from "goodwill/customer";
import {
  MAINLAND_CHINA_OCCASIONS,
  PERSONAL_OCCASIONS,
  RELATIONSHIP_SENTENCES,
} from "goodwill/relationship";
import { instant, period, plainDate, timeZone, type Money } from "goodwill/shared";

const yuan = (amount: number): Money => ({ amount: amount * 100, currency: "CNY" });
const SHANGHAI = timeZone("Asia/Shanghai");

/** Customers are looked after on a contract, so a visit needs no consent; a birthday of the Chinese calendar moves. */
const CUSTOMERS: readonly CareRelationship[] = [
  ["C-1", "Lin Mei", "ann", { calendar: "chinese", month: 8, day: 10 }],
  ["C-2", "Wu Jun", "ann", { calendar: "gregorian", month: 9, day: 3 }],
  ["C-3", "Ma Li", "bo", { calendar: "gregorian", month: 9, day: 20 }],
].map(([id, name, owner, birthday]) => ({
  valueClass: "A",
  customer: {
    ...{ id: customerId(id as string), kind: "person", name: name as string },
    ...{ owner: owner as string, birthday: birthday as Customer["birthday"] & object },
    ...{ timeZone: SHANGHAI, consents: [] },
    contactPoints: [{ id: "door", channel: "visit", address: "Shanghai" }],
  },
}));

const byHand = { classes: ["A"], channels: ["visit"], purpose: "care" } as const;
const POLICY: CarePolicy = {
  rules: [
    {
      ...{ id: "moon-cakes", occasions: ["mid-autumn"], kind: "gift", content: "moon cakes" },
      ...{ ...byHand, cost: yuan(120), effect: 8, leadDays: 5 },
    },
    {
      ...{ id: "cake", occasions: ["birthday"], kind: "cake" },
      ...{ ...byHand, cost: yuan(150), effect: 9 },
    },
  ],
  limits: {},
  otherwise: { contacts: { perDay: 1 } },
  ...{ dueFrom: "10:00", timeZone: SHANGHAI },
  contact: {
    ...DEFAULT_CONTACT_POLICY,
    purposes: { care: { messageClass: "transactional" } },
  },
};

export function autumnPlan(): CarePlan {
  return planCare(CUSTOMERS, {
    plan: "autumn-2026",
    asOf: instant("2026-08-25T01:00:00Z"),
    period: period(plainDate("2026-09-01"), plainDate("2026-10-01")),
    occasions: [...MAINLAND_CHINA_OCCASIONS, ...PERSONAL_OCCASIONS].filter(({ id }) =>
      ["mid-autumn", "birthday"].includes(id),
    ),
    calendars: { lunar: CHINESE_CALENDAR },
    policy: POLICY,
  });
}

/** The feed of each member of staff who has something to do, by name. */
export function feeds(plan: CarePlan): ReadonlyMap<string, string> {
  const owners = new Set(plan.actions.flatMap(({ owner }) => (owner === undefined ? [] : [owner])));
  const names = Object.fromEntries(CUSTOMERS.map(({ customer }) => [customer.id, customer.name]));
  const sentences = { ...CARE_SENTENCES, ...RELATIONSHIP_SENTENCES, ...CUSTOMER_SENTENCES };
  return new Map(
    [...owners].sort().map((owner) => [
      owner,
      careCalendarText(plan, {
        ...{ domain: "care.example.com", owner, title: `Care: ${owner}`, names, sentences },
        words: { "mid-autumn": "Mid-Autumn Festival", gift: "moon cakes" },
      }),
    ]),
  );
}

export function main(): string {
  return feeds(autumnPlan()).get("ann") ?? "";
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(main());
}
