/**
 * A marketplace: points on orders in two currencies, spent in part on the next order, and put right when half of it
 * comes back. `npx tsx examples/recipes/marketplace-returns.ts` prints the points before and after the return.
 */
import { pathToFileURL } from "node:url";
import {
  loyaltyProgramme,
  loyaltyView,
  previewReturn,
  replayLoyalty,
  type LoyaltyCommand,
  type LoyaltyOrder,
  type ReturnOrder,
} from "goodwill/loyalty";
import { instant, timeZone, type Money } from "goodwill/shared";
import { ledgerOf } from "./points-ledger.js";

const onePoint = { form: "per-amount", points: 1, per: 100 } as const;
const programme = loyaltyProgramme({
  id: "market",
  version: 3,
  zone: timeZone("Europe/Berlin"),
  currency: "EUR",
  kinds: [{ id: "points", purpose: "redeemable" }],
  earning: [{ id: "one-a-euro", kind: "points", trigger: "order", award: onePoint }],
  redemption: {
    kinds: ["points"],
    payment: { points: 10, amount: 100 },
    orderShare: { numerator: 1, denominator: 2 },
    reservationMinutes: 60,
  },
});

const on = (date: string) => ({ member: "cy", occurredAt: instant(`${date}T10:00:00Z`) });
const line = (id: string, amount: Money) => ({ id, product: `thing-${id}`, quantity: 1, amount });

// Sold in dollars: the rate of the day is recorded with the order, and a return uses it again.
const DOLLARS: LoyaltyOrder = {
  id: "o-1",
  lines: [line("1", { amount: 25_000, currency: "USD" })],
  rate: { numerator: 4, denominator: 5 },
};
const thing: Money = { amount: 3_500, currency: "EUR" };
const TWO_THINGS: LoyaltyOrder = { id: "o-2", lines: [line("1", thing), line("2", thing)] };
const payable: Money = { amount: 7_000, currency: "EUR" };
const HISTORY: readonly LoyaltyCommand[] = [
  { ...on("2026-05-01"), kind: "enrol", key: "join" },
  { ...on("2026-05-02"), kind: "record-order", key: "o-1", order: DOLLARS },
  {
    ...on("2026-05-10"),
    kind: "redeem",
    key: "pay",
    redemption: "pay",
    request: { use: "payment", order: "o-2", payable, points: 100 },
  },
  { ...on("2026-05-10"), kind: "record-order", key: "o-2", order: TWO_THINGS },
];
const lines = [{ line: "1", quantity: 1 }];
const RETURN = { kind: "return-order", key: "back", order: "o-2", return: "back", lines } as const;
const HALF_BACK: ReturnOrder = { ...on("2026-05-20"), ...RETURN };

export function main(): string {
  const options = { asOf: HALF_BACK.occurredAt, programme };
  const before = replayLoyalty(ledgerOf(programme, HISTORY));
  const after = replayLoyalty(ledgerOf(programme, [...HISTORY, HALF_BACK]));
  const preview = previewReturn(before, HALF_BACK, options);
  if (!preview.ok) throw new Error(`The return would be refused: ${preview.error.code}`);
  const { earned, spent } = preview.value.reversal;
  return [
    `Before the return ${String(loyaltyView(before, options).active)} points.`,
    `It takes back ${String(earned["points"])} earned points and gives back ${String(spent)} spent ones.`,
    `After it ${String(loyaltyView(after, options).active)} points.`,
  ].join("\n");
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(main());
}
