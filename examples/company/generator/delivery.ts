import { DAY_COUNT, dateOfDay, quarterOf } from "./calendar.js";
import { raiseComplaint, sufferTrouble } from "./complaint.js";
import { livesAbroad } from "./customers.js";
import { OFFICE_HOURS, addInteraction } from "./diary.js";
import type { Diary } from "./diary.js";
import { chance, whole } from "./random.js";
import {
  COMPLAINT_SHARES,
  FAILURE_QUARTER,
  LATE_COMPLAINT_SHARE_IN_FAILURE,
  LATE_SHARE,
  LOYALTY_EFFECTS,
} from "./story.js";

/** Within how many days after the order the goods are promised. */
const PROMISED_DAYS = 3;

/**
 * Delivers an order placed on a day: on time, or late with all that follows.
 *
 * @returns the day the goods arrive, which may lie after the end of the simulation
 */
export function deliver(
  diary: Diary,
  orderDay: number,
  { purchase, topic }: { readonly purchase: string; readonly topic: "parcel" | "bulky-goods" },
): number {
  const { random } = diary;
  const isLate = chance(random, LATE_SHARE[quarterOf(dateOfDay(orderDay))]!);
  const arrivalDay =
    orderDay + (isLate ? whole(random, PROMISED_DAYS + 2, 10) : whole(random, 1, PROMISED_DAYS));
  if (isLate)
    askWhereItIs(diary, whole(random, orderDay + PROMISED_DAYS + 1, arrivalDay - 1), purchase);
  addInteraction(diary, arrivalDay, {
    hours: OFFICE_HOURS,
    touchpoint: "delivery",
    channel: "courier",
    direction: "outbound",
    kind: "delivery",
    outcome: isLate ? "late" : "on-time",
    topic,
    purchase,
    mood: isLate ? -0.6 : 0.45,
  });
  if (isLate && arrivalDay < DAY_COUNT) {
    const complains = chance(
      random,
      isInFailure(orderDay) ? LATE_COMPLAINT_SHARE_IN_FAILURE : COMPLAINT_SHARES["late-delivery"],
    );
    const complaintDay = arrivalDay + whole(random, 1, 4);
    const resolvedDay = complains
      ? raiseComplaint(diary, complaintDay, {
          kind: "late-delivery",
          purchase,
          touchpoint: "delivery",
        })
      : undefined;
    sufferTrouble(diary, arrivalDay, {
      leaveShare: LOYALTY_EFFECTS.leaveAfterLateShare,
      resolvedDay,
    });
  }
  return arrivalDay;
}

function askWhereItIs(diary: Diary, day: number, purchase: string): void {
  const asks = chance(diary.random, 0.4);
  const isAbandoned = chance(diary.random, isInFailure(day) ? 0.4 : 0.1);
  if (!asks || livesAbroad(diary.person)) return;
  addInteraction(diary, day, {
    hours: OFFICE_HOURS,
    touchpoint: "call-centre",
    channel: "phone",
    direction: "inbound",
    kind: "call",
    outcome: isAbandoned ? "abandoned" : "answered",
    topic: "where-is-my-order",
    purchase,
    mood: isAbandoned ? -0.7 : -0.2,
  });
}

function isInFailure(day: number): boolean {
  return quarterOf(dateOfDay(day)) === FAILURE_QUARTER;
}
