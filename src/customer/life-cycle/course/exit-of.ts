import type { Reason } from "../../../shared/reason.js";
import type { Course } from "./course.js";
import type { LifecycleExit } from "../exit.js";
import { feelingOf } from "./feeling.js";
import { leavingOf } from "./leaving.js";
import { dateOf, isBeyond } from "./reading.js";
import type { Reading } from "./reading.js";
import { buyingSilence } from "./rhythm.js";

/** The exit of a course at the moment of reading. */
export function exitOf(course: Course, reading: Reading): LifecycleExit {
  const seen: Reason[] = [];
  const threats: Reason[] = [];
  const leaving = leavingOf(course, reading);
  if (leaving !== undefined) (leaving.state === "left" ? seen : threats).push(leaving.reason);
  if (course.stage === "initial") threats.push(...initialThreats(course, reading));
  if (course.stage === "purchase") addPurchaseExits(course, reading, { seen, threats });
  if (course.stage === "use") {
    const silence = buyingSilence(course, reading);
    if (silence !== undefined) (silence.state === "lost" ? seen : threats).push(...silence.reasons);
    const feeling = feelingOf(course, reading);
    if (feeling?.last.state === "dissatisfied") threats.push(feeling.reason);
  }
  const state = seen.length > 0 ? "seen" : threats.length > 0 ? "threatening" : "none";
  return { state, reasons: [...seen, ...threats] };
}

function initialThreats({ contact, known }: Course, reading: Reading): readonly Reason[] {
  const { initialSilenceDays } = reading.policy;
  const last = contact ?? known;
  if (last === undefined || !isBeyond(last.day, initialSilenceDays, reading)) return [];
  const params = { date: dateOf(last.day), days: reading.day - last.day, initialSilenceDays };
  return [{ code: "no-contact-since", params }];
}

function addPurchaseExits(
  { lastInterest }: Course,
  reading: Reading,
  { seen, threats }: { readonly seen: Reason[]; readonly threats: Reason[] },
): void {
  if (lastInterest === undefined) return;
  const { interestDays, interestCoolingDays } = reading.policy;
  const { id, kind, day } = lastInterest;
  const params = { fact: id, kind, date: dateOf(day) };
  if (isBeyond(day, interestDays, reading)) {
    seen.push({ code: "interest-cold", params: { ...params, interestDays } });
  } else if (isBeyond(day, interestCoolingDays, reading)) {
    threats.push({ code: "interest-cooling", params: { ...params, interestCoolingDays } });
  }
}
