import type { CustomerId } from "../../customer/record/customer.js";
import type { Money } from "../../shared/money/money.js";
import { actionCost } from "./care-plan-cost.js";
import type { CarePlanBrief, CarePlanDocument } from "./care-plan-brief.js";

/** A part of the brief. */
export type CarePlanPart = keyof CarePlanBrief;

/** What a plan lacks before it can be submitted, by its code. */
export type CarePlanGap =
  | {
      /** A part of the brief is empty, or has a blank entry. */
      readonly code: "part-missing";
      /** Which. */
      readonly part: CarePlanPart;
    }
  | {
      /** An activity does not say its name, its team, its aim, or who does what. */
      readonly code: "activity-incomplete";
      /** Its name, or its place from 1 on where it has none. */
      readonly activity: string;
      /** What is missing. */
      readonly missing: readonly ("name" | "team" | "aim" | "work")[];
    }
  | {
      /** There is nothing to do. */
      readonly code: "no-actions";
    }
  | {
      /** An action is for a customer the plan does not follow. */
      readonly code: "customer-not-tracked";
      /** Which. */
      readonly customer: CustomerId;
    }
  | {
      /** An action's cost and the budget are of different currencies. */
      readonly code: "other-currency";
      /** Which action. */
      readonly action: string;
      /** The currency of its cost. */
      readonly currency: string;
    }
  | {
      /** The actions cost more than the budget. */
      readonly code: "above-budget";
      /** What they cost. */
      readonly cost: Money;
      /** The budget. */
      readonly budget: Money;
    };

const PARTS: readonly CarePlanPart[] = [
  "goals",
  "keyPersons",
  "trackedCustomers",
  "scope",
  "activities",
];

/**
 * What does this plan lack before it can be submitted (CARE-2)?
 *
 * Goals, key persons, tracked customers, scope and activities must not be empty, nor have blank entries; each activity
 * names its team, its aim and who does what; there are actions, each for a tracked customer, in the currency of the
 * budget, which covers them.
 *
 * @param document - The plan.
 * @returns Everything that is missing, in that order; empty where it is complete.
 * @example
 * ```ts
 * import { carePlanGaps } from "goodwill/care";
 *
 * const empty = { goals: ["keep key customers"], keyPersons: [], trackedCustomers: [], scope: [], activities: [] };
 * const gaps = carePlanGaps({ brief: empty, actions: [], budget: { amount: 0, currency: "CNY" } });
 * gaps[0]; // => { code: "part-missing", part: "keyPersons" }
 * gaps.length; // => 5
 * ```
 */
export function carePlanGaps({ brief, actions, budget }: CarePlanDocument): readonly CarePlanGap[] {
  const gaps: CarePlanGap[] = PARTS.filter((part) => !isSaid(brief, part)).map((part) => ({
    code: "part-missing",
    part,
  }));
  brief.activities.forEach((activity, place) => {
    const { name, team, aim, work } = activity;
    const isDivided =
      work.length > 0 && work.every(({ who, does }) => !isBlank(who) && !isBlank(does));
    const said = {
      name: !isBlank(name),
      team: !isBlank(team),
      aim: !isBlank(aim),
      work: isDivided,
    };
    const missing = (["name", "team", "aim", "work"] as const).filter((part) => !said[part]);
    if (missing.length === 0) return;
    const called = said.name ? name : String(place + 1);
    gaps.push({ code: "activity-incomplete", activity: called, missing });
  });
  if (actions.length === 0) gaps.push({ code: "no-actions" });
  const tracked = new Set(brief.trackedCustomers);
  const strangers = actions.map(({ customer }) => customer).filter((one) => !tracked.has(one));
  for (const customer of new Set(strangers)) gaps.push({ code: "customer-not-tracked", customer });
  const { currency } = budget;
  const others = actions.filter(({ cost }) => cost.currency !== currency);
  for (const { id, cost } of others) {
    gaps.push({ code: "other-currency", action: id, currency: cost.currency });
  }
  if (others.length > 0) return gaps;
  const cost = actionCost(actions, currency);
  if (cost.amount > budget.amount) gaps.push({ code: "above-budget", cost, budget });
  return gaps;
}

function isSaid(brief: CarePlanBrief, part: CarePlanPart): boolean {
  const entries: readonly unknown[] = brief[part];
  if (entries.length === 0) return false;
  if (part === "keyPersons") {
    return brief.keyPersons.every(({ person, role }) => !isBlank(person) && !isBlank(role));
  }
  return part === "activities" || entries.every((entry) => !isBlank(entry));
}

function isBlank(text: unknown): boolean {
  return typeof text !== "string" || text.trim() === "";
}
