/**
 * A hotel: nights make silver and gold, kept to the end of the next year and three months more; gold earns half as many
 * points again. `npx tsx examples/recipes/hotel-tiers.ts` prints what keeps a tier, and when it is lost.
 */
import { pathToFileURL } from "node:url";
import {
  loyaltyProgramme,
  loyaltyView,
  replayLoyalty,
  tierStandingAt,
  type LoyaltyCommand,
} from "goodwill/loyalty";
import { addDays, instant, plainDateAt, timeZone } from "goodwill/shared";
import { ledgerOf } from "./points-ledger.js";

const zone = timeZone("America/New_York");
const earns = { kind: "points", trigger: "order" };
const halfMore = { form: "multiplier", factor: { numerator: 3, denominator: 2 } } as const;
const programme = loyaltyProgramme({
  id: "stays",
  version: 1,
  zone,
  currency: "USD",
  kinds: [{ id: "points", purpose: "redeemable" }],
  earning: [
    { ...earns, id: "ten-a-dollar", award: { form: "per-amount", points: 10, per: 100 } },
    { ...earns, id: "gold-bonus", award: halfMore, when: { tiers: ["gold"] } },
  ],
  tiers: {
    tiers: [
      { id: "member" },
      { id: "silver", reach: { all: [{ metric: "nights", atLeast: 10 }] } },
      { id: "gold", reach: { all: [{ metric: "nights", atLeast: 30 }] } },
    ],
    period: { kind: "calendar-year" },
    upgrade: "at-once",
    keepThrough: "next-period",
    graceMonths: 3,
    landing: "one-tier-down",
    // The stay that makes gold is rated as gold.
    crossing: "after",
  },
});

function stay(id: string, day: string, nights: number, cents: number): LoyaltyCommand {
  const amount = { amount: cents, currency: "USD" } as const;
  const lines = [{ id: "room", product: "room", quantity: nights, amount }];
  const occurredAt = instant(`${day}T16:00:00Z`);
  return { kind: "record-order", key: id, member: "bo", occurredAt, order: { id, lines, nights } };
}

const HISTORY: readonly LoyaltyCommand[] = [
  { kind: "enrol", key: "join", member: "bo", occurredAt: instant("2016-01-04T15:00:00Z") },
  stay("s-1", "2016-02-10", 12, 180_000),
  stay("s-2", "2016-06-20", 20, 300_000),
];

export function main(): string {
  const state = replayLoyalty(ledgerOf(programme, HISTORY));
  const asOf = instant("2016-07-01T12:00:00Z");
  const { active, tier, progress } = loyaltyView(state, { asOf, programme });
  const end = tier?.heldUntil ?? asOf;
  const last = addDays(plainDateAt(end, zone), -1);
  const { requirements = [], from, through } = progress?.keep ?? {};
  const nights = String(requirements[0]?.missing);
  const after = tierStandingAt(state, { asOf: end, programme });
  return [
    `Bo has ${String(active)} points and is ${String(tier?.tier)} through ${last}.`,
    `${nights} nights from ${String(from)} through ${String(through)} keep it.`,
    `Without another stay Bo is ${String(after?.tier)} from the day after.`,
  ].join("\n");
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(main());
}
