import type { Money } from "../../shared/money/money.js";
import type { Reason } from "../../shared/reason.js";
import { civilFromDays, dayNumber, textOfDay } from "../../shared/time/civil.js";
import { plainDateAt, type TimeZone } from "../../shared/time/time-zone.js";
import type { CareLimits } from "../policy/care-policy.js";
import type { SelectionUse } from "../selection/selection-problem.js";
import { countIn, type CapPeriod } from "../timing/cap-period.js";
import { contactDays } from "../timing/contact-days.js";
import type { CareDraft } from "./care-draft.js";
import type { PastCare } from "./care-relationship.js";
import { isGift } from "../policy/gift-kind.js";

/** What a customer's own limits leave, and what an action takes of them. @internal */
export interface OwnLimits {
  /** How much is left of each; grows as actions are asked about. */
  readonly left: readonly number[];
  /** What an action takes. */
  usesOf(draft: CareDraft): readonly SelectionUse[];
  /** That a limit stands against an action. */
  reasonOf(resource: number, needed: number, left: number): Reason;
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

/** The limits of one customer. @internal */
export function ownLimits(pastCare: readonly PastCare[], settings: OwnLimitSettings): OwnLimits {
  const { limits, zone, budget, capsOn } = settings;
  const { gifts = {} } = limits;
  const places = new Map<number, number>();
  const capPlaces = new Map<CapPeriod, number>();
  const found: Limit[] = [];
  const left: number[] = [];
  const pastDays = contactDays(pastCare, { zone });

  /** The place of a limit, and how much is left of it when it is asked about first. */
  function placeOf(limit: Limit, used: () => number): number {
    const key = limit.of * KINDS.length + KINDS.indexOf(limit.kind);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, found.length);
    found.push(limit);
    left.push(Math.max(0, limit.cap - used()));
    return found.length - 1;
  }

  function addContact(day: number, uses: SelectionUse[]): void {
    for (const period of capsOn(day)) {
      let place = capPlaces.get(period);
      if (place === undefined) {
        const { per, cap, start: of } = period;
        const limit: Limit = { kind: `contacts in a ${per}`, of, cap };
        place = placeOf(limit, () => countIn(pastDays, period));
        capPlaces.set(period, place);
      }
      addUse(uses, place, 1);
    }
  }

  function addGift(day: number, amount: number, uses: SelectionUse[]): void {
    const { perDay, perYear } = gifts;
    if (perDay !== undefined) {
      const limit: Limit = { kind: "gifts in a day", of: day, cap: perDay.amount };
      addUse(
        uses,
        placeOf(limit, () => given(pastCare, zone, (other) => other === day)),
        amount,
      );
    }
    if (perYear !== undefined) {
      const year = yearOf(day);
      const limit: Limit = { kind: "gifts in a year", of: year, cap: perYear.amount };
      addUse(
        uses,
        placeOf(limit, () => given(pastCare, zone, (other) => yearOf(other) === year)),
        amount,
      );
    }
  }

  function addFiring({ prepared: { rule, place }, moment }: CareDraft, uses: SelectionUse[]): void {
    if (rule.atMost === undefined) return;
    const { times: cap, per } = rule.atMost;
    const year = yearOf(moment.day);
    const limit: Limit =
      per === "year"
        ? { kind: "rule in a year", of: place * 10_000 + year, cap }
        : { kind: "rule in a plan", of: place, cap };
    // What goes after an action bears its rule, too, and is no firing of it.
    const isFiring = (care: PastCare): boolean => care.rule === rule.id && care.kind === rule.kind;
    const firedBefore = (): number =>
      pastCare.filter((care) => isFiring(care) && yearOf(dayOf(care, zone)) === year).length;
    addUse(uses, placeOf(limit, per === "year" ? firedBefore : () => 0), 1);
  }

  return {
    left,
    pastDays,
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
        const limit: Limit = { kind: "budget of a customer", of: 0, cap: budget.amount };
        addUse(
          uses,
          placeOf(limit, () => 0),
          cost,
        );
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

/** The worth of gifts and cakes given on such days. */
function given(
  pastCare: readonly PastCare[],
  zone: TimeZone,
  isIn: (day: number) => boolean,
): number {
  let sum = 0;
  for (const care of pastCare) {
    if (isGift(care.kind) && isIn(dayOf(care, zone))) sum += care.cost?.amount ?? 0;
  }
  return sum;
}

function dayOf({ at }: PastCare, zone: TimeZone): number {
  return dayNumber(plainDateAt(at, zone));
}

function yearOf(day: number): number {
  return Math.floor(civilFromDays(day) / 10_000);
}
