/** Loyalty events as a store gives them back, and the plain way to add them up. */
import type { LoyaltyEvent } from "goodwill/loyalty";
import { addMilliseconds, instant, seededRandom } from "goodwill/shared";

/** When the first event happened. */
export const DAWN = instant("2024-01-01T06:00:00Z");
/** A minute between events. */
export const MINUTE_MS = 60_000;
const YEAR_MS = 365 * 24 * 60 * MINUTE_MS;
/** What is bought. */
export const PRODUCTS = ["espresso", "beans", "cup", "grinder", "cake"];

interface StoredLot {
  readonly id: string;
  readonly points: number;
  readonly isLasting?: true;
}

/** What every stored event says. */
function eventHead(member: string, sequence: number) {
  const at = addMilliseconds(DAWN, sequence * MINUTE_MS);
  return {
    id: `${member}-${String(sequence)}`,
    key: `k-${String(sequence)}`,
    fingerprint: sequence.toString(16).padStart(13, "0"),
    member,
    version: 1,
    sequence,
    occurredAt: at,
    recordedAt: at,
    programme: { id: "bench", version: 1 },
  };
}

/** An order that earned one lot. */
export function orderEvent(member: string, sequence: number, lot: StoredLot) {
  const head = eventHead(member, sequence);
  const { occurredAt: at } = head;
  const { id, points, isLasting } = lot;
  const order = `o-${String(sequence)}`;
  const amount = 100 * points + (sequence % 100);
  const rule = { rule: "base", kind: "points", basis: amount, exact: String(points) };
  return {
    kind: "order-recorded",
    order,
    lines: [{ id: "1", product: PRODUCTS[sequence % 5]!, quantity: 1, amount }],
    earning: { rules: [{ ...rule, wanted: points, granted: points, lines: { "1": points } }] },
    lots: [
      {
        id,
        ...{ kind: "points", priority: 0, activeFrom: at, earnedAt: at, original: points },
        ...(isLasting !== true && { expiresAt: addMilliseconds(at, YEAR_MS) }),
        source: { kind: "order", id: order, rules: ["base"] },
      },
    ],
    qualifying: [{ day: at.slice(0, 10), amounts: { spend: amount, visits: 1 } }],
    ...head,
  };
}

function redeemEvent(member: string, sequence: number, lots: readonly StoredLot[]) {
  const points = lots.reduce((sum, lot) => sum + lot.points, 0);
  const redemption = { id: `r-${String(sequence)}`, use: "cashback", points, amount: points };
  const movements = lots.map((lot) => ({
    ...{ kind: "points", lot: lot.id, from: "open", to: "redeemed", points: lot.points },
  }));
  return { kind: "points-redeemed", redemption, movements, ...eventHead(member, sequence) };
}

/** Events of a member as a store gives them back: three orders, then a redemption of the two oldest lots, and so on. */
export function storedEvents(member: string, count: number): LoyaltyEvent[] {
  const random = seededRandom(count);
  const lots: StoredLot[] = [];
  let spent = 0;
  return Array.from({ length: count }, (_, index) => {
    const sequence = index + 1;
    if (sequence % 4 === 0) {
      spent += 2;
      const oldest = lots.slice(spent - 2, spent);
      return JSON.parse(JSON.stringify(redeemEvent(member, sequence, oldest))) as LoyaltyEvent;
    }
    const points = 1 + Math.floor(50 * random());
    const lot = { id: `${String(sequence).padStart(10, "0")}-000`, points };
    lots.push(lot);
    return JSON.parse(JSON.stringify(orderEvent(member, sequence, lot))) as LoyaltyEvent;
  });
}

/** The plain way: balances, lots, orders, days and keys in maps, in the order they come; no order of burning. */
export function plainLedger(events: readonly LoyaltyEvent[]): number {
  const balances = new Map<string, number>();
  const lots = new Map<string, { open: number }>();
  const records = new Map<string, unknown>();
  const days = new Map<string, number>();
  const keys = new Map<string, string>();
  for (const event of events) {
    for (const { id, kind, original } of event.lots ?? []) {
      lots.set(id, { open: original });
      balances.set(kind, (balances.get(kind) ?? 0) + original);
    }
    for (const { kind, lot, points } of event.movements ?? []) {
      lots.get(lot!)!.open -= points;
      balances.set(kind, balances.get(kind)! - points);
    }
    for (const { day, amounts } of event.qualifying ?? []) {
      days.set(day, (days.get(day) ?? 0) + (amounts.spend ?? 0));
    }
    if (event.kind === "order-recorded") records.set(event.order, event.lines);
    if (event.kind === "points-redeemed") records.set(event.redemption.id, event.movements);
    keys.set(event.key, event.fingerprint);
  }
  return balances.get("points") ?? 0;
}
