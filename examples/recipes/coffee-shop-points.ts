/**
 * A coffee shop: ten beans for each full pound, double on Mondays, a free coffee for 500. Beans last twelve months, to
 * the end of the month. `npx tsx examples/recipes/coffee-shop-points.ts` prints a week of one customer.
 */
import { pathToFileURL } from "node:url";
import {
  explainPoints,
  LOYALTY_SENTENCES,
  loyaltyProgramme,
  loyaltyView,
  replayLoyalty,
  type LoyaltyCommand,
} from "goodwill/loyalty";
import { explain, instant, timeZone, type Instant } from "goodwill/shared";
import { ledgerOf } from "./points-ledger.js";

const earns = { kind: "beans", trigger: "order" };
const double = { form: "multiplier", factor: { numerator: 2, denominator: 1 } } as const;
const programme = loyaltyProgramme({
  id: "beans",
  version: 1,
  zone: timeZone("Europe/London"),
  currency: "GBP",
  kinds: [
    {
      id: "beans",
      purpose: "redeemable",
      expiry: { kind: "rolling", count: 12, unit: "months", through: "month" },
    },
  ],
  earning: [
    { ...earns, id: "ten-a-pound", award: { form: "per-amount", points: 10, per: 100 } },
    { ...earns, id: "double-monday", award: double, when: { weekdays: [1] } },
  ],
  redemption: { kinds: ["beans"], reservationMinutes: 15 },
  rewards: [{ id: "coffee", form: "product", cost: 500 }],
});

function purchase(id: string, at: Instant, pence: number): LoyaltyCommand {
  const amount = { amount: pence, currency: "GBP" } as const;
  const lines = [{ id: "1", product: "till", quantity: 1, amount }];
  return { kind: "record-order", key: id, member: "ann", occurredAt: at, order: { id, lines } };
}

const monday = instant("2026-03-02T08:30:00Z");
const tuesday = instant("2026-03-03T08:30:00Z");
const friday = instant("2026-03-06T08:30:00Z");

/** Monday's big order earns double; Friday's coffee is free. */
const WEEK: readonly LoyaltyCommand[] = [
  { kind: "enrol", key: "join", member: "ann", occurredAt: monday },
  purchase("party", monday, 2_999),
  purchase("flat-white", tuesday, 380),
  {
    kind: "redeem",
    key: "free",
    member: "ann",
    occurredAt: friday,
    redemption: "free",
    request: { use: "reward", reward: "coffee" },
  },
];

export function main(): string {
  const events = ledgerOf(programme, WEEK);
  const { active, expiring } = loyaltyView(replayLoyalty(events), { asOf: friday, programme });
  const last = expiring[0]?.lastDay ?? "never";
  const why = explain(explainPoints(events, { kind: "beans", asOf: friday }), LOYALTY_SENTENCES);
  return `Ann has ${String(active)} beans, through ${last}.\n${why}`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(main());
}
