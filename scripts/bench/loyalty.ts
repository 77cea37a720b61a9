import {
  decideLoyalty,
  evolveLoyalty,
  loyaltyProgramme,
  NO_LOYALTY,
  replayLoyalty,
  type EarningRule,
  type LoyaltyCommand,
  type LoyaltyEvent,
  type LoyaltyState,
} from "goodwill/loyalty";
import { addMilliseconds, instant, timeZone } from "goodwill/shared";
import type { BenchmarkCase } from "./cases.js";
import {
  DAWN,
  MINUTE_MS,
  orderEvent,
  plainLedger,
  PRODUCTS,
  storedEvents,
} from "./loyalty-ledgers.js";

const NOW = instant("2026-06-01T12:00:00Z");
const CHANNELS = ["app", "web", "shop", "phone"];

/** So many events over a hundred of each member; a thousand members are held, and folded again and again. */
function manyMembersCase(events: number): BenchmarkCase {
  const members = Math.min(events / 100, 1000);
  const histories = Array.from({ length: members }, (_, n) => storedEvents(`m-${String(n)}`, 100));
  const rounds = events / 100 / members;
  const each = (fold: (history: readonly LoyaltyEvent[]) => unknown) => (): void => {
    for (let round = 0; round < rounds; round += 1) for (const one of histories) fold(one);
  };
  return {
    ...{ run: each((one) => replayLoyalty(one)), baseline: each(plainLedger) },
    ...{ items: events, unit: "events", aim: "1,000,000 events/s" },
  };
}

function oneLedgerCase(count: number): BenchmarkCase {
  const events = storedEvents("ann", count);
  return {
    ...{ run: () => replayLoyalty(events), baseline: () => plainLedger(events) },
    ...{ items: count, unit: "events", aim: "500,000 events/s" },
  };
}

function oneByOneCase(ledger: number): BenchmarkCase {
  const events = storedEvents("ann", ledger + 1000);
  const before = replayLoyalty(events.slice(0, ledger));
  const next = events.slice(ledger);
  return { run: () => next.reduce(evolveLoyalty, before), items: next.length, unit: "events" };
}

/** Fifty rules of every form; a channel, an hour or an amount keeps most of them from an order. */
function fiftyRules(): EarningRule[] {
  return Array.from({ length: 50 }, (_, index): EarningRule => {
    const when = {
      channels: [CHANNELS[index % 4]!],
      hours: [{ from: "00:00", to: `${String(14 + (index % 10)).padStart(2, "0")}:00` }],
      orderAtLeast: 100 * (index % 10),
    };
    const rule = { id: `rule-${String(index)}`, kind: "points", trigger: "order", when } as const;
    if (index % 10 === 0) return { ...rule, award: { form: "fixed", points: 5 } };
    const award =
      index % 10 === 9
        ? ({ form: "multiplier", factor: { numerator: 11, denominator: 10 } } as const)
        : ({ form: "per-amount", points: 1, per: 100 + index } as const);
    return { ...rule, award };
  });
}

function programmeOf(earning: readonly EarningRule[]) {
  return loyaltyProgramme({
    ...{ id: "bench", version: 1, zone: timeZone("Europe/London"), currency: "GBP", earning },
    kinds: [{ id: "points", purpose: "redeemable" }],
    redemption: { kinds: ["points"], payment: { points: 1, amount: 1 }, reservationMinutes: 30 },
  });
}

function enrolled(programme: ReturnType<typeof programmeOf>): LoyaltyEvent[] {
  const enrol = { kind: "enrol", key: "enrol", member: "ann", occurredAt: DAWN } as const;
  return decided(NO_LOYALTY, enrol, programme);
}

function decided(
  state: LoyaltyState,
  command: LoyaltyCommand,
  programme: ReturnType<typeof programmeOf>,
): LoyaltyEvent[] {
  const ids = (index: number): string => `e-${String(state.sequence + index)}`;
  const result = decideLoyalty(state, command, { now: NOW, programme, ids });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return [...result.value];
}

function decisionsCase(count: number): BenchmarkCase {
  const programme = programmeOf(fiftyRules());
  const order = (n: number): LoyaltyCommand => ({
    ...{ kind: "record-order", key: `k-${String(n)}`, member: "ann" },
    occurredAt: addMilliseconds(DAWN, n * 97 * MINUTE_MS),
    order: {
      id: `o-${String(n)}`,
      channel: CHANNELS[n % 4]!,
      lines: [0, 1, 2].map((line) => ({
        ...{ id: String(line), product: PRODUCTS[(n + line) % 5]!, quantity: 1 + (n % 3) },
        amount: { amount: 150 + ((n * 7919 + line * 104_729) % 2000), currency: "GBP" },
      })),
    },
  });
  let state = enrolled(programme).reduce(evolveLoyalty, NO_LOYALTY);
  for (let n = 0; n < 100; n += 1) {
    state = decided(state, order(n), programme).reduce(evolveLoyalty, state);
  }
  // As commands arrive: parsed from the body of a request.
  const commands = Array.from(
    { length: count },
    (_, n) => JSON.parse(JSON.stringify(order(100 + n))) as LoyaltyCommand,
  );
  return {
    run: () => commands.reduce((sum, one) => sum + decided(state, one, programme).length, 0),
    ...{ items: count, unit: "decisions", aim: "50,000 decisions/s" },
  };
}

/** A ledger of so many lots of one point each, and the redemption of some. */
function burnCase(lots: number, points: number): BenchmarkCase {
  const programme = programmeOf([]);
  const lasting = Array.from({ length: lots }, (_, n) => {
    const sequence = n + 2;
    const id = `${String(sequence).padStart(10, "0")}-000`;
    return orderEvent("ann", sequence, { id, points: 1, isLasting: true });
  });
  const stored = JSON.parse(JSON.stringify(lasting)) as LoyaltyEvent[];
  const state = replayLoyalty([...enrolled(programme), ...stored]);
  const command: LoyaltyCommand = {
    ...{ kind: "redeem", key: "burn", member: "ann", redemption: "r", occurredAt: NOW },
    request: { use: "cashback", points },
  };
  return {
    run: () => decided(state, command, programme),
    ...{ items: points, unit: "points", aim: "under 20 ms" },
  };
}

/** The benchmarks of the points ledger by name; `short` shrinks those that take long. */
export function loyaltyCases(short: boolean): Record<string, () => BenchmarkCase> {
  const events = short ? 50_000 : 1_000_000;
  const ledger = short ? 10_000 : 100_000;
  const text = (count: number): string => count.toLocaleString("en-US");
  return {
    [`fold of ${text(events)} loyalty events over ${text(events / 100)} members`]: () =>
      manyMembersCase(events),
    [`fold of one ledger of ${text(events)} loyalty events`]: () => oneLedgerCase(events),
    [`loyalty events one by one into a ledger of ${text(ledger)}`]: () => oneByOneCase(ledger),
    "loyalty decisions with 50 earning rules, traced": () => decisionsCase(short ? 500 : 5000),
    [`burn of 99 points over ${text(ledger)} lots`]: () => burnCase(ledger, 99),
    [`burn of all points over ${text(ledger)} lots`]: () => burnCase(ledger, ledger),
  };
}
