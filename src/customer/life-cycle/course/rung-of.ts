import type { Reason } from "../../../shared/reason.js";
import type { Course } from "./course.js";
import { feelingOf } from "./feeling.js";
import { leavingOf } from "./leaving.js";
import { dateOf, dayBeyond, isBeyond } from "./reading.js";
import type { Reading } from "./reading.js";
import { buyingRhythm, buyingSilence } from "./rhythm.js";
import type { RungPosition } from "../rung.js";

/** The rung of a course at the moment of reading. */
export function rungOf(course: Course, reading: Reading): RungPosition {
  const leaving = leavingOf(course, reading);
  if (leaving?.state === "left") return { rung: "lost", reasons: [leaving.reason] };
  const { last } = course.buying;
  if (last === undefined) return prospectRung(course, reading);
  const { lapseDays, lostDays } = buyingRhythm(course, reading.policy.lapse);
  const lapsesOn = dayBeyond(last.day, lapseDays);
  const lostOn = dayBeyond(last.day, lostDays);
  const ahead = lostOn !== undefined && { lostOn };
  const silence = buyingSilence(course, reading);
  if (silence?.state === "lost") return { rung: "lost", reasons: silence.reasons };
  if (silence !== undefined) return { rung: "lapsed", reasons: silence.reasons, ...ahead };
  return {
    ...userRung(course, reading),
    ...(lapsesOn !== undefined && { lapsesOn }),
    ...ahead,
  };
}

function prospectRung({ lastInterest }: Course, reading: Reading): RungPosition {
  if (lastInterest === undefined) return { rung: "potential", reasons: [noInterest()] };
  const { id, kind, day } = lastInterest;
  const { interestDays } = reading.policy;
  const params = { fact: id, kind, date: dateOf(day) };
  return isBeyond(day, interestDays, reading)
    ? {
        rung: "potential",
        reasons: [{ code: "interest-cold", params: { ...params, interestDays } }],
      }
    : { rung: "qualified-prospect", reasons: [{ code: "interest-shown", params }] };
}

/** Nothing was heard of interest. */
export function noInterest(): Reason {
  return { code: "no-interest-yet", params: {} };
}

function userRung(course: Course, reading: Reading): RungPosition {
  const { buying, referrals } = course;
  const { loyalRepurchases, attachment, signalDays } = reading.policy;
  const { first } = buying;
  const bought: Reason = {
    code: "first-purchase-kept",
    params: { purchase: first?.id ?? "", date: dateOf(first?.day ?? 0) },
  };
  const feeling = feelingOf(course, reading);
  if (feeling === undefined) {
    return { rung: "user", reasons: [bought, { code: "no-fresh-signal", params: { signalDays } }] };
  }
  if (feeling.last.state === "dissatisfied")
    return { rung: "user", reasons: [bought, feeling.reason] };
  const repurchases = buying.intervals.length;
  const counted = { repurchases, needed: loyalRepurchases };
  if (repurchases < loyalRepurchases) {
    const few: Reason = { code: "too-few-repurchases", params: counted };
    return { rung: "satisfied", reasons: [bought, feeling.reason, few] };
  }
  const enough: Reason = { code: "enough-repurchases", params: counted };
  const reasons = [bought, feeling.reason, enough];
  if (feeling.run >= attachment.positiveSignals) {
    const params = { signals: attachment.positiveSignals };
    return { rung: "loyal", reasons: [...reasons, { code: "attached-by-satisfaction", params }] };
  }
  const referral = referrals.at(-1);
  if (attachment.referralCounts && referral !== undefined && referral.at >= (first?.at ?? "~")) {
    const params = { referral: referral.id, date: dateOf(referral.day) };
    return { rung: "loyal", reasons: [...reasons, { code: "attached-by-referral", params }] };
  }
  const params = { signals: feeling.run, needed: attachment.positiveSignals };
  return { rung: "satisfied", reasons: [...reasons, { code: "not-attached-yet", params }] };
}
