/** The charts of a points programme: a coffee shop of sixty members over two years, drawn from a seed. */
import {
  expiryOutlookChart,
  liabilityVintageChart,
  pointsWaterfallChart,
  tierFlowChart,
  tierLadderChart,
  type ChartOptions,
  type ChartSpecification,
  type PointsTotals,
} from "goodwill/chart";
import {
  decideLoyalty,
  evolveLoyalty,
  forecastExpiry,
  liabilityLots,
  loyaltyProgramme,
  NO_LOYALTY,
  pointsLiability,
  replayLoyalty,
  tierStandingAt,
  walletBalance,
  type LoyaltyCommand,
  type LoyaltyEvent,
  type LoyaltyState,
} from "goodwill/loyalty";
import { addMilliseconds, instant, seededRandom, timeZone, type Instant } from "goodwill/shared";

const DAY_MS = 86_400_000;
const OPENED = instant("2024-07-01T09:00:00Z");
const BEFORE = instant("2025-07-01T09:00:00Z");
const NOW = instant("2026-07-01T09:00:00Z");
const MEMBERS = 60;
const TIERS = ["guest", "regular", "friend"];

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
      value: { points: 500, amount: 380, currency: "GBP" },
    },
  ],
  earning: [
    {
      id: "ten-a-pound",
      kind: "beans",
      trigger: "order",
      award: { form: "per-amount", points: 10, per: 100 },
    },
  ],
  redemption: { kinds: ["beans"], reservationMinutes: 15 },
  rewards: [{ id: "coffee", form: "product", cost: 500 }],
  tiers: {
    tiers: [
      { id: "guest" },
      { id: "regular", reach: { all: [{ metric: "spend", atLeast: 8_000 }] } },
      { id: "friend", reach: { all: [{ metric: "spend", atLeast: 24_000 }] } },
    ],
    period: { kind: "rolling", months: 12 },
    upgrade: "at-once",
    keepThrough: "this-period",
    landing: "one-tier-down",
    crossing: "before",
  },
});

/** What one member did: comes every so many days, gives an order back now and then, and takes coffees. */
function historyOf(index: number, random: () => number): LoyaltyCommand[] {
  const member = `member-${String(index)}`;
  const pace = 5 + 60 * random() ** 2;
  const commands: LoyaltyCommand[] = [{ kind: "enrol", key: "enrol", member, occurredAt: OPENED }];
  let beans = 0;
  let at = addMilliseconds(OPENED, Math.ceil(pace * random() * DAY_MS));
  for (let n = 0; at < NOW; n += 1) {
    const id = `o-${String(n)}`;
    const pence = 300 + Math.floor(900 * random());
    const amount = { amount: pence, currency: "GBP" } as const;
    const lines = [{ id: "1", product: "till", quantity: 1, amount }];
    commands.push({ kind: "record-order", key: id, member, occurredAt: at, order: { id, lines } });
    const isReturned = random() < 0.04;
    if (isReturned) {
      commands.push({
        kind: "return-order",
        key: `b-${id}`,
        member,
        occurredAt: at,
        order: id,
        return: id,
      });
    } else beans += 10 * Math.floor(pence / 100);
    // About every other coffee that could be had is taken, so that some beans expire.
    if (beans >= 500 && random() < 0.3) {
      const request = { use: "reward", reward: "coffee" } as const;
      const redemption = `r-${id}`;
      commands.push({
        kind: "redeem",
        key: redemption,
        member,
        occurredAt: at,
        redemption,
        request,
      });
      beans = 0;
    }
    at = addMilliseconds(at, Math.ceil(pace * (0.5 + random()) * DAY_MS));
  }
  return commands;
}

/** The events of one member; a coffee there are not enough beans for, because some have expired, is not taken. */
function eventsOf(commands: readonly LoyaltyCommand[]): LoyaltyEvent[] {
  const events: LoyaltyEvent[] = [];
  let state = NO_LOYALTY;
  for (const command of commands) {
    const ids = (index: number): string => `e-${String(events.length + index)}`;
    const decided = decideLoyalty(state, command, { now: command.occurredAt, programme, ids });
    if (!decided.ok) continue;
    events.push(...decided.value);
    state = decided.value.reduce(evolveLoyalty, state);
  }
  return events;
}

/** The charts by file name. */
export function loyaltyCharts(options: ChartOptions): Record<string, ChartSpecification> {
  const random = seededRandom(20_260_701);
  const states: LoyaltyState[] = [];
  const earlier: LoyaltyState[] = [];
  for (let index = 0; index < MEMBERS; index += 1) {
    const events = eventsOf(historyOf(index, random));
    states.push(replayLoyalty(events));
    earlier.push(replayLoyalty(events.filter(({ occurredAt }) => occurredAt <= BEFORE)));
  }
  const tierOf = (state: LoyaltyState, asOf: Instant): string =>
    tierStandingAt(state, { asOf, programme })?.tier ?? "guest";
  const after = states.map((state) => tierOf(state, NOW));
  const moves = earlier.map((state, index) => ({
    from: tierOf(state, BEFORE),
    to: after[index] ?? "guest",
    members: 1,
  }));
  const lots = states.flatMap((state) => liabilityLots(state, { asOf: NOW }));
  const expected = { form: "fixed", share: 0.7 } as const;
  const by = { asOf: NOW, zone: programme.zone, by: "quarter", expected } as const;
  const { vintages } = pointsLiability(lots, by);
  const outlook = states.flatMap((state) =>
    forecastExpiry(state, { asOf: NOW, zone: programme.zone }),
  );
  const tiers = TIERS.map((tier) => ({
    tier,
    members: after.filter((one) => one === tier).length,
  }));
  const dates = { before: "1 July 2025", after: "1 July 2026" };
  return {
    "points.svg": pointsWaterfallChart(totalsOf(states), options),
    "expiry.svg": expiryOutlookChart(outlook, options),
    "tiers.svg": tierLadderChart(tiers, options),
    "tier-flow.svg": tierFlowChart(moves, { ...options, tiers: TIERS, dates }),
    "liability.svg": liabilityVintageChart(vintages, { ...options, minorDigits: 2 }),
  };
}

function totalsOf(states: readonly LoyaltyState[]): PointsTotals {
  const wallets = states.map((state) => walletBalance(state, "beans", { asOf: NOW }));
  const sum = (measure: keyof PointsTotals): number =>
    wallets.reduce((total, wallet) => total + wallet[measure], 0);
  return {
    issued: sum("issued"),
    redeemed: sum("redeemed"),
    expired: sum("expired"),
    clawedBack: sum("clawedBack"),
    transferred: sum("transferred"),
    reserved: sum("reserved"),
    pending: sum("pending"),
    active: sum("active"),
    deficit: sum("deficit"),
  };
}
