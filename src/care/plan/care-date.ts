import type { DatedOccasion } from "../../relationship/occasion/dated-occasion.js";
import type { Reason } from "../../shared/reason.js";
import { dayNumber } from "../../shared/time/civil.js";
import { kept } from "./kept.js";
import type { PreparedRule, RuleLookup } from "./prepared-rule.js";
import { isVisitOrCall } from "./staff-time.js";

/** An occasion on its day, with all that a plan asks about it for every customer of a class. @internal */
export interface CareDate {
  readonly dated: DatedOccasion;
  /** Its day, as a day number. */
  readonly day: number;
  /** The last day on which it still makes sense, as a day number. */
  readonly through: number;
  /** The rules of the class on it, in the order of the policy. */
  readonly rules: readonly PreparedRule[];
  /** How the ids of the actions by these rules end, where many customers have it. */
  readonly endings: readonly string[] | undefined;
  /** Its key alone, where many customers have it. */
  readonly keys: readonly string[] | undefined;
  /** That no rule answers it; empty where one does. */
  readonly unanswered: readonly Reason[];
  /** Whether any day of a month, quarter or year will do for it. */
  readonly isSpan: boolean;
  /** Whether a visit or call answers it on any day of a span. */
  readonly isFree: boolean;
  /** Whether many customers have it, and what can be done for one of them on it can be done for the others. */
  readonly recurs: boolean;
  /** Whether its actions look for a day that no other occasion claims. */
  readonly seeksDays: boolean;
}

/** Makes an occasion ready for customers of a class. @internal */
export type CareDates = (dated: DatedOccasion, valueClass: string | undefined) => CareDate;

/** Occasions made ready: those that all customers have in common once for each class. @internal */
export function careDates({
  rulesOf,
  spans,
  personal,
}: {
  readonly rulesOf: RuleLookup;
  readonly spans: ReadonlySet<string>;
  readonly personal: ReadonlySet<string>;
}): CareDates {
  const byClass = new Map<string | undefined, Map<DatedOccasion, CareDate>>();
  const find = (dated: DatedOccasion, valueClass: string | undefined): CareDate =>
    careDate(dated, {
      valueClass,
      rules: rulesOf(valueClass, dated.occasion),
      isSpan: spans.has(dated.occasion),
      isCommon: !personal.has(dated.occasion),
    });
  return (dated, valueClass) => {
    if (personal.has(dated.occasion)) return find(dated, valueClass);
    const known = kept(byClass, valueClass, () => new Map<DatedOccasion, CareDate>());
    return known.get(dated) ?? kept(known, dated, () => find(dated, valueClass));
  };
}

const NO_REASONS: readonly Reason[] = [];

function careDate(
  dated: DatedOccasion,
  {
    valueClass,
    rules,
    isSpan,
    isCommon,
  }: {
    readonly valueClass: string | undefined;
    readonly rules: readonly PreparedRule[];
    readonly isSpan: boolean;
    readonly isCommon: boolean;
  },
): CareDate {
  const { occasion, date, through } = dated;
  const isVisited = rules.some(({ rule }) => isVisitOrCall(rule.kind));
  const day = dayNumber(date);
  return {
    dated,
    day,
    through: through === date ? day : dayNumber(through),
    rules,
    endings: isCommon ? rules.map((prepared) => endingOf(dated, prepared)) : undefined,
    keys: isCommon ? [dated.key] : undefined,
    unanswered: rules.length > 0 ? NO_REASONS : [noRule(occasion, valueClass)],
    isSpan,
    isFree: isSpan && isVisited,
    recurs: isCommon && !isVisited,
    seeksDays: isVisited || rules.some(({ rule }) => rule.followUp !== undefined),
  };
}

/** How the id of an action by a rule on an occasion ends. @internal */
export function endingOf({ key }: DatedOccasion, { rule: { kind } }: PreparedRule): string {
  return `${key}/${kind}`;
}

function noRule(occasion: string, valueClass: string | undefined): Reason {
  return { code: "care-no-rule", params: { occasion, class: valueClass ?? "none" } };
}
