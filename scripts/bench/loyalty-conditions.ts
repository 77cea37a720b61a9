import { Engine, type NestedCondition } from "json-rules-engine";
import {
  earnPoints,
  loyaltyProgramme,
  type EarningCondition,
  type EarningOccasion,
  type EarningRule,
  type LoyaltyProgramme,
} from "goodwill/loyalty";
import { instantFromEpochMilliseconds, seededRandom, timeZone } from "goodwill/shared";
import type { BenchmarkCase } from "./cases.js";

const CHANNELS = ["app", "web", "shop", "phone"];
const SEGMENTS = ["student", "parent", "commuter", "senior"];
const TIERS = ["bronze", "silver", "gold"];
const PRODUCTS = ["espresso", "beans", "cup", "grinder", "cake"];
const START_MS = Date.UTC(2026, 0, 1);
const WEEK_MS = 7 * 24 * 3_600_000;

/** The condition of the n-th rule: five questions each, to all of which about one rule in five says yes. */
function conditionOf(index: number): EarningCondition & {
  readonly channels: readonly string[];
  readonly weekdays: readonly (1 | 2 | 3 | 4 | 5 | 6 | 7)[];
  readonly hours: readonly { readonly from: string; readonly to: string }[];
  readonly tiers: readonly string[];
  readonly orderAtLeast: number;
} {
  const weekdays = ([1, 2, 3, 4, 5, 6, 7] as const).filter((day) => day !== 1 + (index % 7));
  return {
    channels: [CHANNELS[index % 4]!, CHANNELS[(index + 1) % 4]!],
    weekdays,
    hours: [{ from: "00:00", to: `${String(18 + (index % 7)).padStart(2, "0")}:00` }],
    tiers: TIERS.filter((_, tier) => tier !== index % 3),
    orderAtLeast: 100 * (index % 10),
  };
}

/** Fifty rules of every form, two thirds of them on all lines. */
function fiftyRules(): EarningRule[] {
  return Array.from({ length: 50 }, (_, index): EarningRule => {
    const shared = { kind: "points", trigger: "order", when: conditionOf(index) } as const;
    const id = `rule-${String(index)}`;
    const lines = index % 3 === 0 ? { products: PRODUCTS.slice(index % 5) } : undefined;
    const rule = { ...shared, id, ...(lines !== undefined && { lines }) };
    switch (index % 10) {
      case 0:
        return { ...rule, award: { form: "fixed", points: 10 + index } };
      case 1:
        return { ...rule, award: { form: "per-unit", points: 2 } };
      case 9:
        return {
          ...rule,
          award: { form: "multiplier", factor: { numerator: 11, denominator: 10 } },
        };
      default:
        return { ...rule, award: { form: "per-amount", points: 1, per: 100 + index } };
    }
  });
}

function programmeOfFifty(): LoyaltyProgramme {
  return loyaltyProgramme({
    id: "fifty",
    version: 1,
    zone: timeZone("Europe/London"),
    currency: "GBP",
    kinds: [{ id: "points", purpose: "redeemable" }],
    earning: fiftyRules(),
    tiers: {
      tiers: TIERS.map((id, index) => ({
        id,
        ...(index > 0 && { reach: { all: [{ metric: "spend", atLeast: 10_000 * index }] } }),
      })),
      period: { kind: "lifetime" },
      upgrade: "at-once",
      keepThrough: "this-period",
      landing: "qualified-tier",
      crossing: "before",
    },
  });
}

interface RatedOrder {
  readonly occasion: EarningOccasion & { readonly channel: string };
  readonly tier: string;
}

function orders(count: number): readonly RatedOrder[] {
  const random = seededRandom(41);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  return Array.from({ length: count }, () => ({
    tier: pick(TIERS),
    occasion: {
      trigger: "order",
      at: instantFromEpochMilliseconds(START_MS + Math.floor(random() * WEEK_MS)),
      channel: pick(CHANNELS),
      segments: [pick(SEGMENTS)],
      lines: Array.from({ length: 3 }, (_, line) => ({
        id: `line-${String(line)}`,
        product: pick(PRODUCTS),
        quantity: 1 + Math.floor(random() * 3),
        amount: 100 + Math.floor(random() * 2000),
      })),
    },
  }));
}

/** The same conditions for json-rules-engine; what the clock shows it is given as facts, so that it reads none. */
function engineOfFifty(): Engine {
  const engine = new Engine();
  fiftyRules().forEach(({ id }, index) => {
    const { channels, weekdays, hours, tiers, orderAtLeast } = conditionOf(index);
    const { from, to } = hours[0]!;
    const all: NestedCondition[] = [
      { fact: "channel", operator: "in", value: channels },
      { fact: "weekday", operator: "in", value: weekdays },
      { fact: "minute", operator: "greaterThanInclusive", value: minuteOf(from) },
      { fact: "minute", operator: "lessThan", value: minuteOf(to) },
      { fact: "tier", operator: "in", value: tiers },
      { fact: "amount", operator: "greaterThanInclusive", value: orderAtLeast },
    ];
    engine.addRule({ name: id, conditions: { all }, event: { type: id } });
  });
  return engine;
}

function minuteOf(time: string): number {
  return 60 * Number(time.slice(0, 2)) + Number(time.slice(3, 5));
}

/** Winter in London: its clock shows UTC. */
function engineFacts({ occasion, tier }: RatedOrder): Record<string, string | number> {
  const { at, channel, lines = [] } = occasion;
  const day = new Date(at).getUTCDay();
  const amount = lines.reduce((sum, line) => sum + line.amount, 0);
  const minute = minuteOf(at.slice(11, 16));
  return { channel, tier, amount, minute, weekday: day === 0 ? 7 : day };
}

const CONDITION_CODES = [
  "wrong-channel",
  "wrong-weekday",
  "wrong-hours",
  "wrong-tier",
  "order-too-small",
];

/** How many rules of how many orders have their conditions met, by the library and by json-rules-engine. */
async function requireSameAnswers(
  rated: readonly RatedOrder[],
  programme: LoyaltyProgramme,
  engine: Engine,
): Promise<void> {
  for (const order of rated) {
    const earned = earned1(order, programme);
    const unmet = (earned.notApplied ?? []).filter(({ why }) => CONDITION_CODES.includes(why));
    const { events } = await engine.run(engineFacts(order));
    if (50 - unmet.length === events.length) continue;
    throw new Error(`${String(50 - unmet.length)} rules apply, the engine says ${events.length}`);
  }
}

function earned1({ occasion, tier }: RatedOrder, programme: LoyaltyProgramme) {
  const share = { numerator: 1, denominator: 1 };
  const earned = earnPoints(occasion, { tiers: [{ tier, share }] }, { programme });
  if (!earned.ok) throw new Error(earned.error.code);
  return earned.value.record;
}

/** The benchmarks of earning by name; `short` shrinks those that take long. */
export function loyaltyConditionCases(short: boolean): Record<string, () => BenchmarkCase> {
  const count = short ? 20 : 200;
  return {
    [`earning by 50 rules, traced, against the conditions in json-rules-engine`]: () => {
      const programme = programmeOfFifty();
      const rated = orders(count);
      const engine = engineOfFifty();
      const answers = requireSameAnswers(rated.slice(0, 20), programme, engine);
      return {
        run: () => {
          let rules = 0;
          for (const order of rated) rules += earned1(order, programme).rules.length;
          return rules;
        },
        baseline: async () => {
          await answers;
          let events = 0;
          // One after another: run at the same time, they wait for one another and take longer.
          for (const order of rated) events += (await engine.run(engineFacts(order))).events.length;
          return events;
        },
        items: count,
        unit: "decisions",
        aim: "50,000 decisions/s; at least 50 times faster (ratio at most 0.02)",
      };
    },
  };
}
