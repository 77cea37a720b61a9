import { DAY_COUNT, dateOfDay, instantOn, quarterOf } from "./calendar.js";
import { OFFICE_HOURS, addInteraction, onlineHours } from "./diary.js";
import type { Diary } from "./diary.js";
import { chance, pickWeighted, whole } from "./random.js";
import type { ComplaintRow } from "./rows.js";
import { FAILURE_QUARTER, LOYALTY_EFFECTS } from "./story.js";
import type { ComplaintKind } from "./story.js";

/** A cause with its weight among the complaints of its kind. */
type Causes = readonly (readonly [cause: string, weight: number])[];

const CAUSES: Readonly<Record<ComplaintKind, Causes>> = {
  "late-delivery": [
    ["courier-capacity", 4],
    ["wrong-address", 3],
    ["out-of-stock", 3],
  ],
  product: [
    ["defect", 5],
    ["dead-on-arrival", 2],
    ["not-as-described", 3],
  ],
  attitude: [
    ["ignored", 4],
    ["impolite", 3],
    ["poor-advice", 3],
  ],
  installation: [
    ["no-show", 4],
    ["wrong-part", 3],
    ["damage", 2],
  ],
  billing: [
    ["wrong-amount", 4],
    ["slow-refund", 3],
    ["missing-invoice", 4],
  ],
};

/** The causes of late deliveries when the new courier failed. */
const COURIER_FAILURE: Causes = [
  ["courier-capacity", 16],
  ["wrong-address", 1],
  ["out-of-stock", 1],
];

/** Complaints of the last weeks are still being handled when the files end. */
const STILL_OPEN_FROM_DAY = DAY_COUNT - 40;

/** What a complaint is about: its kind, the purchase, and the touchpoint where it went wrong. */
export interface Grievance {
  readonly kind: ComplaintKind;
  readonly purchase: string;
  readonly touchpoint: string;
}

/**
 * Has a customer complain on a day, and draws how the company answers.
 *
 * @returns the day of the resolution, or `undefined` where there is none
 */
export function raiseComplaint(
  diary: Diary,
  day: number,
  grievance: Grievance,
): number | undefined {
  const { random, person } = diary;
  const isOverloaded = quarterOf(dateOfDay(day)) === FAILURE_QUARTER;
  const at = instantOn(random, day, onlineHours(person));
  const severity = pickWeighted<ComplaintRow["severity"]>(random, [
    ["minor", 5],
    ["serious", 4],
    ["critical", 1],
  ]);
  const isLateByCourier = isOverloaded && grievance.kind === "late-delivery";
  const cause = pickWeighted(random, isLateByCourier ? COURIER_FAILURE : CAUSES[grievance.kind]);
  const isAccepted = chance(random, isOverloaded ? 0.65 : 0.8);
  const resolvedDay = day + (isOverloaded ? whole(random, 4, 21) : whole(random, 1, 12));
  const resolvedAt = instantOn(random, resolvedDay, OFFICE_HOURS);
  if (day >= DAY_COUNT) return undefined;

  const isResolved = isAccepted && resolvedDay < DAY_COUNT;
  const isOpen = !isResolved && (isAccepted || day >= STILL_OPEN_FROM_DAY);
  diary.complaints.push({
    id: "",
    customer: person.row.id,
    at,
    kind: grievance.kind,
    severity,
    ...(isResolved ? { resolved_at: resolvedAt } : {}),
    state: isResolved ? "resolved" : isOpen ? "open" : "closed",
    touchpoint: grievance.touchpoint,
    cause,
    purchase: grievance.purchase,
  });
  if (!isResolved) return undefined;
  addInteraction(diary, resolvedDay, {
    hours: OFFICE_HOURS,
    touchpoint: "call-centre",
    channel: "phone",
    direction: "outbound",
    kind: "call",
    outcome: "settled",
    topic: "complaint",
    purchase: grievance.purchase,
    mood: 0.35,
  });
  return resolvedDay;
}

/** Lets a trouble work on the customer: they buy less for a while, or leave. A resolution may keep them. */
export function sufferTrouble(
  diary: Diary,
  day: number,
  {
    leaveShare,
    resolvedDay,
  }: { readonly leaveShare: number; readonly resolvedDay: number | undefined },
): void {
  const wantsToLeave = chance(diary.random, leaveShare);
  const isWonBack =
    chance(diary.random, LOYALTY_EFFECTS.stayAfterResolutionShare) && resolvedDay !== undefined;
  diary.troubles.push({ day, ...(resolvedDay === undefined ? {} : { resolvedDay }) });
  if (wantsToLeave && !isWonBack) diary.leavesOn = Math.min(diary.leavesOn, day);
}
