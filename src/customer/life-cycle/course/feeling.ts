import type { Reason } from "../../../shared/reason.js";
import type { Course, FeelingMark } from "./course.js";
import { dateOf, isBeyond } from "./reading.js";
import type { Reading } from "./reading.js";

/** The last word on satisfaction since the first purchase kept, and how many good ones it ends. */
export interface Feeling {
  readonly last: FeelingMark;
  /** Good words in a row up to the last, at most as many as the policy asks for; 0 when the last is bad. */
  readonly run: number;
  /** What was said, with its date. */
  readonly reason: Reason;
}

/** The last word on satisfaction, if it is fresh enough to speak for the moment of reading. */
export function feelingOf({ feelings, buying }: Course, reading: Reading): Feeling | undefined {
  const { first } = buying;
  const last = feelings.at(-1);
  if (first === undefined || last === undefined || last.at < first.at) return undefined;
  const { signalDays, attachment } = reading.policy;
  if (isBeyond(last.day, signalDays, reading)) return undefined;
  let run = 0;
  for (let index = feelings.length - 1; index >= 0; index -= 1) {
    const { at, state } = feelings[index]!;
    if (run >= attachment.positiveSignals || state === "dissatisfied" || at < first.at) break;
    run += 1;
  }
  const params = { signal: last.id, date: dateOf(last.day), signalDays };
  const reason: Reason =
    last.state === "dissatisfied"
      ? { code: "last-dissatisfied", params }
      : last.state === "referral"
        ? { code: "satisfied-by-referral", params }
        : { code: "last-satisfied", params: { ...params, state: last.state } };
  return { last, run, reason };
}
