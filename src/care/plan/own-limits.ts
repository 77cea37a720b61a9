import type { Money } from "../../shared/money/money.js";
import type { Reason } from "../../shared/reason.js";
import { civilFromDays, dayNumber, textOfDay } from "../../shared/time/civil.js";
import { plainDateAt, type TimeZone } from "../../shared/time/time-zone.js";
import type { CareLimits } from "../policy/care-policy.js";
import type { CareRule } from "../policy/care-rule.js";
import type { SelectionUse } from "../selection/selection-problem.js";
import type { CapPeriod } from "../timing/cap-period.js";
import { contactDays } from "../timing/contact-days.js";
import type { CareDraft } from "./care-draft.js";
import type { PastCare } from "./care-relationship.js";
import { isGift } from "../policy/gift-kind.js";

/** The limits that hold for each customer by itself, and what an action takes of them. @internal */
export interface OwnLimits {
  /** How much there is of each before any care; grows as actions are asked about. */
  readonly unused: readonly number[];
  /** What an action takes. */
  usesOf(draft: CareDraft): readonly SelectionUse[];
  /** What care already given leaves: of the limits that the actions asked about so far have to do with. */
  after(pastCare: readonly PastCare[]): OwnLimitsLeft;
  /** That a limit stands against an action. */
  reasonOf(resource: number, needed: number, left: number): Reason;
}

/** What is left of one customer's own limits. @internal */
export interface OwnLimitsLeft {
  /** How much of each limit; the very list of what is unused where nothing is used. */
  readonly left: readonly number[];
  /** The days of contacts already made, as day numbers. */
  readonly pastDays: readonly number[];
}

/** What the limits are for. @internal */
export interface OwnLimitSettings {
  readonly limits: CareLimits;
  readonly zone: TimeZone;
  /** The caps on contacts that a day counts in; the same lists for all customers of these limits. */
  readonly capsOn: (day: number) => readonly CapPeriod[];
  /** What all actions together may cost; no limit when absent. */
  readonly budget: Money | undefined;
}

type LimitKind =
  | "contacts in a day"
  | "contacts in a week"
  | "contacts in a month"
  | "gifts in a day"
  | "gifts in a year"
  | "rule in a year"
  | "rule in a plan"
  | "budget of a customer";

const KINDS: readonly LimitKind[] = [
  "contacts in a day",
  "contacts in a week",
  "contacts in a month",
  "gifts in a day",
  "gifts in a year",
  "rule in a year",
  "rule in a plan",
  "budget of a customer",
];

interface Limit {
  readonly kind: LimitKind;
  /** The day, the week's Monday, the month's first day, the year, or the rule's place. */
  readonly of: number;
  readonly cap: number;
}

/** How often a rule may fire in a year. */
interface FiringLimit {
  readonly rule: CareRule;
  readonly year: number;
  readonly place: number;
}

const NO_DAYS: readonly number[] = [];

/** The limits of each customer of a class. @internal */
export function ownLimits({ limits, zone, budget, capsOn }: OwnLimitSettings): OwnLimits {
  const { gifts: { perDay, perYear } = {} } = limits;
  const places = new Map<number, number>();
  const capPlaces = new Map<CapPeriod, number>();
  const firings: FiringLimit[] = [];
  const found: Limit[] = [];
  const unused: number[] = [];

  /** The place of a limit that is asked about, perhaps for the first time. */
  function placeOf(limit: Limit): number {
    const key = keyOf(limit);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, found.length);
    found.push(limit);
    unused.push(Math.max(0, limit.cap));
    return found.length - 1;
  }

  function addContact(day: number, uses: SelectionUse[]): void {
    for (const period of capsOn(day)) {
      let place = capPlaces.get(period);
      if (place === undefined) {
        const { per, cap, start: of } = period;
        place = placeOf({ kind: `contacts in a ${per}`, of, cap });
        capPlaces.set(period, place);
      }
      addUse(uses, place, 1);
    }
  }

  function addGift(day: number, amount: number, uses: SelectionUse[]): void {
    if (perDay !== undefined) {
      addUse(uses, placeOf({ kind: "gifts in a day", of: day, cap: perDay.amount }), amount);
    }
    if (perYear !== undefined) {
      const limit: Limit = { kind: "gifts in a year", of: yearOf(day), cap: perYear.amount };
      addUse(uses, placeOf(limit), amount);
    }
  }

  function addFiring({ prepared: { rule, place }, moment }: CareDraft, uses: SelectionUse[]): void {
    if (rule.atMost === undefined) return;
    const { times: cap, per } = rule.atMost;
    if (per === "plan") {
      addUse(uses, placeOf({ kind: "rule in a plan", of: place, cap }), 1);
      return;
    }
    const year = yearOf(moment.day);
    const known = found.length;
    const at = placeOf({ kind: "rule in a year", of: place * 10_000 + year, cap });
    if (at === known) firings.push({ rule, year, place: at });
    addUse(uses, at, 1);
  }

  /** By place of the limit: how much care already given took of it. */
  function usedBy(
    pastCare: readonly PastCare[],
    pastDays: readonly number[],
  ): ReadonlyMap<number, number> {
    const used = new Map<number, number>();
    const add = (place: number | undefined, amount: number): void => {
      if (place !== undefined) used.set(place, (used.get(place) ?? 0) + amount);
    };
    for (const day of pastDays) {
      for (const period of capsOn(day)) add(capPlaces.get(period), 1);
    }
    for (const { at, kind, rule: firedBy, cost } of pastCare) {
      const day = dayNumber(plainDateAt(at, zone));
      const of = yearOf(day);
      if (isGift(kind)) {
        const amount = cost?.amount ?? 0;
        add(places.get(keyOf({ kind: "gifts in a day", of: day })), amount);
        add(places.get(keyOf({ kind: "gifts in a year", of })), amount);
      }
      // What goes after an action bears its rule, too, and is no firing of it.
      for (const { rule, year, place } of firings) {
        if (rule.id === firedBy && rule.kind === kind && year === of) add(place, 1);
      }
    }
    return used;
  }

  return {
    unused,
    after: (pastCare) => {
      if (pastCare.length === 0) return { left: unused, pastDays: NO_DAYS };
      const pastDays = contactDays(pastCare, { zone });
      const used = usedBy(pastCare, pastDays);
      if (used.size === 0) return { left: unused, pastDays };
      const left = unused.slice();
      for (const [place, amount] of used) left[place] = Math.max(0, found[place]!.cap - amount);
      return { left, pastDays };
    },
    usesOf: (draft) => {
      const uses: SelectionUse[] = [];
      const { prepared, moment, followUp } = draft;
      if (!prepared.transactional) {
        addContact(moment.day, uses);
        if (followUp !== undefined) addContact(followUp.moment.day, uses);
      }
      if (prepared.gift > 0) addGift(moment.day, prepared.gift, uses);
      if (followUp !== undefined && prepared.followUpGift > 0) {
        addGift(followUp.moment.day, prepared.followUpGift, uses);
      }
      addFiring(draft, uses);
      const cost = draftCost(draft);
      if (budget !== undefined && cost > 0) {
        addUse(uses, placeOf({ kind: "budget of a customer", of: 0, cap: budget.amount }), cost);
      }
      return uses;
    },
    reasonOf: (resource, needed, remaining) => {
      const { kind, of, cap } = found[resource]!;
      const named = kind.startsWith("contacts") || kind === "gifts in a day";
      const params = { limit: kind, cap, needed, left: remaining };
      return {
        code: "care-limit-reached",
        params: named ? { ...params, from: textOfDay(of) } : params,
      };
    },
  };
}

/** A number for a limit, each another. */
function keyOf({ kind, of }: Pick<Limit, "kind" | "of">): number {
  return of * KINDS.length + KINDS.indexOf(kind);
}

/** What an action costs with what follows it, in minor units. @internal */
export function draftCost({ prepared, followUp }: CareDraft): number {
  return followUp === undefined ? prepared.rule.cost.amount : prepared.cost;
}

/** Adds to a use that is there: a gift and its form may fall into the same week. */
function addUse(uses: SelectionUse[], resource: number, amount: number): void {
  const at = uses.findIndex((use) => use.resource === resource);
  if (at < 0) uses.push({ resource, amount });
  else uses[at] = { resource, amount: uses[at]!.amount + amount };
}

function yearOf(day: number): number {
  return Math.floor(civilFromDays(day) / 10_000);
}
