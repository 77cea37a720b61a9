import type { Journey, JourneyStep } from "../journey/journey.js";
import type { FunnelOrder, FunnelRule } from "./funnel-rule.js";

/** A rule, ready to be asked often. */
export interface ReadyRule {
  readonly touchpoints: ReadonlySet<string>;
  readonly stages: ReadonlySet<string>;
  readonly outcomes: ReadonlySet<string>;
}

/** How many stages from the first on a journey has reached. */
export function stagesReached(
  journey: Journey,
  { rules, order }: { readonly rules: readonly ReadyRule[]; readonly order: FunnelOrder },
): number {
  if (order === "any") return reachedInAnyOrder(journey, rules);
  return order === "strict" ? reachedStrictly(journey, rules) : reachedInOrder(journey, rules);
}

/** Makes the rules ready; refuses none at all, a rule without a list, and two of one name. */
export function readyRules(rules: readonly FunnelRule[]): ReadyRule[] {
  if (rules.length === 0)
    throw new RangeError("Cannot draw up a funnel: it needs at least one stage, got none");
  const names = new Set<string>();
  return rules.map(({ stage, touchpoints = [], stages = [], outcomes = [] }) => {
    if (names.has(stage)) {
      throw new RangeError(
        `Cannot draw up a funnel: stages must have different names, got "${stage}" twice`,
      );
    }
    names.add(stage);
    if (touchpoints.length + stages.length + outcomes.length === 0) {
      throw new RangeError(
        `Cannot draw up a funnel: a stage must say by what it is reached, got nothing for "${stage}"`,
      );
    }
    return {
      touchpoints: new Set(touchpoints),
      stages: new Set<string>(stages),
      outcomes: new Set(outcomes),
    };
  });
}

function isAt({ touchpoints, stages }: ReadyRule, { touchpoint, stage }: JourneyStep): boolean {
  return touchpoints.has(touchpoint) || (stage !== undefined && stages.has(stage));
}

function isEndedIn({ outcomes }: ReadyRule, { outcome }: Journey): boolean {
  return outcome !== undefined && outcomes.has(outcome);
}

/** The earliest step for each stage leaves most room for the next. */
function reachedInOrder(journey: Journey, rules: readonly ReadyRule[]): number {
  let reached = 0;
  for (const step of journey.steps) {
    const rule = rules[reached];
    if (rule !== undefined && isAt(rule, step)) reached += 1;
  }
  const rule = rules[reached];
  return rule !== undefined && isEndedIn(rule, journey) ? reached + 1 : reached;
}

/** For each step, which stages a run that ends there may have reached. */
function reachedStrictly(journey: Journey, rules: readonly ReadyRule[]): number {
  let best = 0;
  let runs = rules.map(() => false);
  const follow = (holds: (rule: ReadyRule) => boolean): void => {
    const before = runs;
    runs = rules.map((rule, stage) => (stage === 0 || before[stage - 1]!) && holds(rule));
    best = Math.max(best, runs.lastIndexOf(true) + 1);
  };
  for (const step of journey.steps) follow((rule) => isAt(rule, step));
  follow((rule) => isEndedIn(rule, journey));
  return best;
}

function reachedInAnyOrder(journey: Journey, rules: readonly ReadyRule[]): number {
  const missed = rules.findIndex(
    (rule) => !isEndedIn(rule, journey) && !journey.steps.some((step) => isAt(rule, step)),
  );
  return missed < 0 ? rules.length : missed;
}
