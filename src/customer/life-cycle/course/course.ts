import { dayNumber } from "../../../shared/time/civil.js";
import type { Instant } from "../../../shared/time/instant.js";
import { plainDateAt, startOfDay } from "../../../shared/time/time-zone.js";
import type { TimeZone } from "../../../shared/time/time-zone.js";
import { setReturns } from "../../record/purchase-return.js";
import type { Purchase } from "../../record/purchase.js";
import { noBuying, takePurchase, takeReturn } from "./buying.js";
import type { Buying, Mark } from "./buying.js";
import type {
  LifecycleInteraction,
  LifecycleRow,
  LifecycleTermination,
  SatisfactionSignal,
} from "../facts.js";
import type { LifecyclePolicy } from "../policy.js";
import type { LifecycleStage } from "../stage-aim.js";

/** A sign of interest, with what it was. */
export interface InterestMark extends Mark {
  readonly kind: string;
}

/** A word on satisfaction, with what was said. */
export interface FeelingMark extends Mark {
  readonly state: SatisfactionSignal["state"] | "referral";
}

/** What is known of a customer up to a moment, brought forward event by event in the order of time. */
export interface Course {
  known: Mark | undefined;
  contact: Mark | undefined;
  firstInterest: InterestMark | undefined;
  lastInterest: InterestMark | undefined;
  readonly buying: Buying;
  readonly feelings: FeelingMark[];
  readonly referrals: Mark[];
  terminations: LifecycleTermination[];
  stage: LifecycleStage;
  /** The fact that brought the stage. */
  stageMark: Mark | undefined;
}

/** Something that happened at a moment. Those of one moment apply in the order listed here. */
export type CourseEvent = { readonly at: Instant; readonly id: string } & (
  | { readonly kind: "record" }
  | { readonly kind: "interaction"; readonly fact: LifecycleInteraction }
  | { readonly kind: "purchase"; readonly fact: Purchase }
  | { readonly kind: "return"; readonly fact: Purchase }
  | { readonly kind: "referral" }
  | { readonly kind: "signal"; readonly fact: SatisfactionSignal }
  | { readonly kind: "dissatisfied"; readonly fact: SatisfactionSignal }
  | { readonly kind: "termination"; readonly fact: LifecycleTermination }
  | { readonly kind: "withdrawal" }
);

const ORDER: readonly CourseEvent["kind"][] = [
  "record",
  "interaction",
  "purchase",
  "return",
  "referral",
  "signal",
  // The bad word of a moment is the last one.
  "dissatisfied",
  "termination",
  "withdrawal",
];

/** Nothing known yet. */
export function noCourse(): Course {
  return {
    known: undefined,
    contact: undefined,
    firstInterest: undefined,
    lastInterest: undefined,
    buying: noBuying(),
    feelings: [],
    referrals: [],
    terminations: [],
    stage: "initial",
    stageMark: undefined,
  };
}

/** The facts up to and including a moment as events, in the order of time; returns that do not fit are left out. */
export function courseEvents(
  { customer, facts }: LifecycleRow,
  { until, zone }: { readonly until: Instant; readonly zone: TimeZone },
): CourseEvent[] {
  const events: CourseEvent[] = [];
  const { since } = customer;
  if (since !== undefined) {
    events.push({ kind: "record", id: customer.id, at: startOfDay(since, zone) });
  }
  for (const fact of facts.interactions ?? []) {
    events.push({ kind: "interaction", id: fact.id, at: fact.at, fact });
  }
  const { findings } = setReturns(facts.purchases ?? [], { asOf: until });
  const misfits = new Set(findings.map(({ index }) => index));
  for (const [index, fact] of (facts.purchases ?? []).entries()) {
    if (misfits.has(index)) continue;
    const kind = fact.returnOf === undefined ? "purchase" : "return";
    events.push({ kind, id: fact.id, at: fact.at, fact });
  }
  for (const { id, at } of facts.referrals ?? []) events.push({ kind: "referral", id, at });
  for (const fact of facts.signals ?? []) {
    const kind = fact.state === "dissatisfied" ? "dissatisfied" : "signal";
    events.push({ kind, id: fact.id, at: fact.at, fact });
  }
  for (const fact of facts.terminations ?? []) {
    const { id, at, withdrawnAt } = fact;
    events.push({ kind: "termination", id, at, fact });
    if (withdrawnAt !== undefined) events.push({ kind: "withdrawal", id, at: withdrawnAt });
  }
  return events.filter(({ at }) => at <= until).sort(inOrder);
}

function inOrder(a: CourseEvent, b: CourseEvent): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  if (a.kind !== b.kind) return ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind);
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Brings a course forward by one event, in place. */
export function takeEvent(
  course: Course,
  event: CourseEvent,
  { zone, policy }: { readonly zone: TimeZone; readonly policy: LifecyclePolicy },
): void {
  const mark: Mark = { id: event.id, at: event.at, day: dayNumber(plainDateAt(event.at, zone)) };
  const { day } = mark;
  course.known ??= mark;
  switch (event.kind) {
    case "record":
      break;
    case "interaction": {
      const { direction, kind } = event.fact;
      course.contact = mark;
      const isInterest = policy.interestKinds?.includes(kind) ?? true;
      if (direction === "inbound" && isInterest) showInterest(course, { ...mark, kind });
      break;
    }
    case "purchase":
      course.contact = mark;
      showInterest(course, { ...mark, kind: "purchase" });
      takePurchase(course.buying, event.fact, { day, policy });
      break;
    case "return":
      course.contact = mark;
      takeReturn(course.buying, event.fact, { policy });
      break;
    case "referral":
      course.contact = mark;
      course.referrals.push(mark);
      if (policy.attachment.referralCounts) course.feelings.push({ ...mark, state: "referral" });
      break;
    case "signal":
    case "dissatisfied":
      course.contact = mark;
      course.feelings.push({ ...mark, state: event.fact.state });
      break;
    case "termination":
      course.terminations.push(event.fact);
      break;
    case "withdrawal":
      course.terminations = course.terminations.filter(({ id }) => id !== event.id);
      break;
  }
  const stage = stageOf(course);
  if (stage !== course.stage) {
    course.stage = stage;
    course.stageMark = mark;
  }
  // The initial stage has no fact that brought it other than the first one known.
  if (stage === "initial") course.stageMark ??= mark;
}

function showInterest(course: Course, mark: InterestMark): void {
  course.firstInterest ??= mark;
  course.lastInterest = mark;
}

function stageOf({ buying, firstInterest }: Course): LifecycleStage {
  if (buying.first !== undefined) return "use";
  return firstInterest === undefined ? "initial" : "purchase";
}
