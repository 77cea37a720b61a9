import type { Reason } from "../../../shared/reason.js";
import { occasionsOf } from "./buying.js";
import type { Extension, Mark } from "./buying.js";
import type { Course } from "./course.js";
import { dateOf } from "./reading.js";
import type { Reading } from "./reading.js";
import { noInterest } from "./rung-of.js";

/** What use has brought, each kind in the order of time; nothing before the stage of use. */
export interface OutcomeMarks {
  readonly repurchase: readonly Mark[];
  readonly extension: readonly Extension[];
  readonly referral: readonly Mark[];
}

const NOTHING: OutcomeMarks = { repurchase: [], extension: [], referral: [] };

/** What use has brought by the moment of reading. */
export function outcomeMarks(course: Course, { policy }: Reading): OutcomeMarks {
  if (course.stage !== "use") return NOTHING;
  const { occasions, extensions } = occasionsOf(course.buying, policy);
  const [first, ...again] = occasions;
  const after = first?.at ?? "~";
  const referral = course.referrals.filter(({ at }) => at >= after);
  return { repurchase: again, extension: extensions, referral };
}

/** The facts that place a customer in its stage: how it was reached, then what use has brought. */
export function stageEvidence(course: Course, outcomes: OutcomeMarks): readonly Reason[] {
  return [...arrivalEvidence(course), ...outcomeEvidence(outcomes)];
}

function arrivalEvidence({ firstInterest, stage, stageMark, buying }: Course): readonly Reason[] {
  const evidence: Reason[] = [];
  if (firstInterest === undefined) return [noInterest()];
  const { id, kind, day } = firstInterest;
  evidence.push({ code: "interest-shown", params: { fact: id, kind, date: dateOf(day) } });
  const { first } = buying;
  if (first !== undefined) {
    const params = { purchase: first.id, date: dateOf(first.day) };
    evidence.push({ code: "first-purchase-kept", params });
  } else if (stage === "purchase" && buying.byId.size > 0 && stageMark !== undefined) {
    const params = { purchases: buying.byId.size, date: dateOf(stageMark.day) };
    evidence.push({ code: "all-given-back", params });
  }
  return evidence;
}

function outcomeEvidence({ repurchase, extension, referral }: OutcomeMarks): readonly Reason[] {
  const evidence: Reason[] = [];
  const [bought, other, said] = [repurchase.at(-1), extension.at(-1), referral.at(-1)];
  if (bought !== undefined) {
    const params = { ...timesOf(repurchase.length, bought), purchase: bought.id };
    evidence.push({ code: "bought-again", params });
  }
  if (other !== undefined) {
    const { id: purchase, product } = other;
    const params = { ...timesOf(extension.length, other), purchase, product };
    evidence.push({ code: "bought-something-else", params });
  }
  if (said !== undefined) {
    const params = { ...timesOf(referral.length, said), referral: said.id };
    evidence.push({ code: "recommended-us", params });
  }
  return evidence;
}

function timesOf(count: number, { day }: Mark): { readonly count: number; readonly date: string } {
  return { count, date: dateOf(day) };
}
