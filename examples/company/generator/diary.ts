import { DAY_COUNT, instantOn } from "./calendar.js";
import type { UtcHours } from "./calendar.js";
import { SHOPS } from "./catalogue.js";
import type { Person } from "./customers.js";
import { bell, pick } from "./random.js";
import type { Random } from "./random.js";
import type { ComplaintRow, InteractionRow, PurchaseRow } from "./rows.js";
import { LOYALTY_EFFECTS, MEASURE_DAY, SHOP_HOURS } from "./story.js";

/** Something that went wrong for a customer, and the day it was put right. */
export interface Trouble {
  readonly day: number;
  readonly resolvedDay?: number;
}

/** One customer's two years while they are being drawn: what happened so far and what it did to them. */
export interface Diary {
  readonly random: Random;
  readonly person: Person;
  readonly purchases: PurchaseRow[];
  readonly interactions: InteractionRow[];
  readonly complaints: ComplaintRow[];
  readonly troubles: Trouble[];
  /** From this day on the customer buys no more. */
  leavesOn: number;
}

/** An empty diary. */
export function openDiary(person: Person, random: Random): Diary {
  return {
    random,
    person,
    purchases: [],
    interactions: [],
    complaints: [],
    troubles: [],
    leavesOn: DAY_COUNT,
  };
}

/** Opening hours of the shops before and after the measure: 10:00 to 20:00, then to 22:00 in Shanghai. */
export function shopHours(day: number): UtcHours {
  return day < MEASURE_DAY ? SHOP_HOURS.before : SHOP_HOURS.after;
}

/** When a customer is awake and online: from 8 in the morning where they live. */
export function onlineHours({ row }: Person): UtcHours {
  if (row.time_zone === "Europe/London") return [8, 16];
  return row.time_zone === "America/New_York" ? [13, 16] : [0, 16];
}

/** When couriers and the call centre work: 9:00 to 18:00 in Shanghai. */
export const OFFICE_HOURS: UtcHours = [1, 10];

/** A shop in the customer's city. */
export function nearbyShop({ random, person }: Diary): string {
  return pick(random, SHOPS[person.row.city] ?? ["shop-nanjing-road"]);
}

/** What an interaction tells, without who and when. */
export interface InteractionNote extends Omit<
  InteractionRow,
  "id" | "customer" | "at" | "feeling"
> {
  /** Mean feeling of such an interaction; absent when nobody felt anything. */
  readonly mood?: number;
}

/** Writes an interaction into the diary, unless its day lies outside the customer's time. */
export function addInteraction(
  diary: Diary,
  day: number,
  { hours, mood, ...note }: InteractionNote & { readonly hours: UtcHours },
): void {
  const at = instantOn(diary.random, day, hours);
  const feeling = mood === undefined ? undefined : toFeeling(bell(diary.random, mood, 0.25));
  if (day < diary.person.firstDay || day >= DAY_COUNT) return;
  diary.interactions.push({
    id: "",
    customer: diary.person.row.id,
    at,
    ...note,
    ...(feeling === undefined ? {} : { feeling }),
  });
}

function toFeeling(value: number): number {
  const tenths = Math.min(10, Math.max(-10, Math.round(value * 10)));
  return tenths === 0 ? 0 : tenths / 10;
}

/** What is left of a customer's usual buying rate on a day, after their troubles. */
export function buyingRate({ troubles }: Diary, day: number): number {
  return troubles
    .filter((trouble) => trouble.day <= day && day < trouble.day + LOYALTY_EFFECTS.coolingDays)
    .reduce((rate, { resolvedDay }) => {
      const isResolved = resolvedDay !== undefined && resolvedDay <= day;
      return (
        rate *
        (isResolved ? LOYALTY_EFFECTS.coolingRateAfterResolution : LOYALTY_EFFECTS.coolingRate)
      );
    }, 1);
}
