// Which earning rules of orders can apply together. Internal: not part of the package's surface.

import type { PlainDate } from "../../shared/time/plain-date.js";
import type { EarningCondition } from "../programme/earning-condition.js";
import type { EarningRule } from "../programme/earning-rule.js";
import type { LoyaltyProgramme } from "../programme/programme.js";
import { neverHolds } from "./condition-logic.js";
import { hourText, minuteSpans } from "./merged-condition.js";
import { conditionOfRule, mayApply } from "./rule-scope.js";

/** A situation an order can be in, and the rules that can apply to one line in it. */
export interface EarningWorld {
  /** What is known of it. */
  readonly condition: EarningCondition;
  /** A day of it; absent where no window matters. */
  readonly day?: PlainDate;
  /** The rules, with their places. */
  readonly rules: readonly { readonly rule: EarningRule; readonly index: number }[];
}

/** Stands for any value no rule names. */
const OTHER = "\u0000";

interface Choice {
  readonly condition?: EarningCondition;
  readonly day?: PlainDate;
  readonly allows: (rule: EarningRule) => boolean;
}

/** The situations that differ in the rules that can apply; each set of rules once. */
export function earningWorlds(programme: LoyaltyProgramme): readonly EarningWorld[] {
  const rules = programme.earning
    .map((rule, index) => ({ rule, index }))
    .filter(({ rule }) => rule.trigger === "order" && mayApply(rule));
  let worlds: readonly EarningWorld[] = [{ condition: {}, rules }];
  for (const choices of dimensionsOf(
    programme,
    rules.map(({ rule }) => rule),
  )) {
    const bySet = new Map<string, EarningWorld>();
    for (const world of worlds) {
      for (const choice of choices) {
        const next = narrowed(world, choice);
        const set = next.rules.map(({ index }) => index).join();
        if (!bySet.has(set)) bySet.set(set, next);
      }
    }
    worlds = [...bySet.values()];
  }
  return worlds;
}

function narrowed({ condition, day, rules }: EarningWorld, choice: Choice): EarningWorld {
  const both = choice.condition === undefined ? condition : { all: [condition, choice.condition] };
  const first = day ?? choice.day;
  return {
    condition: both,
    ...(first !== undefined && { day: first }),
    rules: rules.filter(
      ({ rule }) =>
        choice.allows(rule) &&
        (choice.condition === undefined || !neverHolds({ all: [conditionOfRule(rule), both] })),
    ),
  };
}

function dimensionsOf(programme: LoyaltyProgramme, rules: readonly EarningRule[]): Choice[][] {
  const parts = rules.flatMap(({ when }) => (when === undefined ? [] : partsOf(when)));
  const conditions = (all: readonly EarningCondition[]): Choice[] =>
    all.map((condition) => ({ condition, allows: () => true }));
  const tiers = programme.tiers?.tiers.map(({ id }) => id) ?? [OTHER];
  const channels = new Set([OTHER, ...parts.flatMap((part) => part.channels ?? [])]);
  const weekdays = parts.some((part) => part.weekdays !== undefined)
    ? ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({ weekdays: [day] }))
    : [];
  const facts = factChoices(parts);
  return [
    windowChoices(rules),
    conditions(tiers.map((tier) => ({ tiers: [tier] }))),
    conditions([...channels].map((channel) => ({ channels: [channel] }))),
    conditions(weekdays),
    conditions(hourChoices(parts)),
    ...facts.map(conditions),
    lineChoices(rules, "products", "exceptProducts"),
    lineChoices(rules, "categories", "exceptCategories"),
  ].filter((choices) => choices.length > 0);
}

function partsOf(condition: EarningCondition): readonly EarningCondition[] {
  const { all = [], any = [], not } = condition;
  const within = [...all, ...any, ...(not === undefined ? [] : [not])];
  return [condition, ...within.flatMap(partsOf)];
}

/** A day of every stretch of time in which the same windows are open: the first days of windows. */
function windowChoices(rules: readonly EarningRule[]): Choice[] {
  const days = new Set(rules.flatMap(({ from }) => (from === undefined ? [] : [from])));
  const isOpen = ({ from, through }: EarningRule, day: PlainDate): boolean =>
    (from === undefined || from <= day) && (through === undefined || day <= through);
  const before: Choice = { allows: ({ from }) => from === undefined };
  const opened = [...days].toSorted().map((day) => ({
    day,
    allows: (rule: EarningRule) => isOpen(rule, day),
  }));
  return [before, ...opened];
}

function hourChoices(parts: readonly EarningCondition[]): EarningCondition[] {
  const spans = parts.flatMap(({ hours }) => (hours === undefined ? [] : minuteSpans(hours)));
  if (spans.length === 0) return [];
  const bounds = [...new Set([0, 24 * 60, ...spans.flat()])].toSorted((a, b) => a - b);
  return bounds.slice(1).map((end, index) => ({
    hours: [{ from: hourText(bounds[index]!), to: hourText(end) }],
  }));
}

function factChoices(parts: readonly EarningCondition[]): EarningCondition[][] {
  const values = new Map<string, Set<string | number | boolean>>();
  for (const { facts = {} } of parts) {
    for (const [name, value] of Object.entries(facts)) {
      values.set(name, (values.get(name) ?? new Set([OTHER])).add(value));
    }
  }
  return [...values].map(([name, all]) => [...all].map((value) => ({ facts: { [name]: value } })));
}

function lineChoices(
  rules: readonly EarningRule[],
  only: "products" | "categories",
  except: "exceptProducts" | "exceptCategories",
): Choice[] {
  const named = rules.flatMap(({ lines }) => [
    ...(lines?.[only] ?? []),
    ...(lines?.[except] ?? []),
  ]);
  return [...new Set([OTHER, ...named])].map((value) => ({
    allows: ({ lines }) =>
      lines?.[only]?.includes(value) !== false && lines?.[except]?.includes(value) !== true,
  }));
}
