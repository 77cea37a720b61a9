// How much hangs on a touchpoint. Internal: not part of the package's surface.

import type { Reason } from "../../shared/reason.js";
import { welchTest } from "../../shared/statistics/mean-test.js";
import { momentsCombine, type Moments } from "../../shared/statistics/moments.js";
import { compareProportions } from "../../shared/statistics/proportion.js";
import type { MomentAccumulator, MomentTally } from "./moment-accumulator.js";
import type { MomentImpact } from "./moment-of-truth.js";
import type { MomentImpactSource } from "./moment-options.js";
import type { MomentPolicy } from "./moment-policy.js";

/** Of which touchpoint, and what is known of it. */
interface ImpactFacts {
  readonly touchpoint: string;
  readonly tally: MomentTally;
  readonly all: MomentAccumulator;
  readonly policy: MomentPolicy;
}

/** The impact, as far as it is known, and what is missing to rely on it. */
interface ImpactFinding {
  readonly impact?: MomentImpact;
  readonly lacks: readonly Reason[];
}

/** The impact of a touchpoint. @internal */
export function momentImpact(source: MomentImpactSource, facts: ImpactFacts): ImpactFinding {
  if (source === "outcome") return outcomeImpact(facts);
  if (source === "remembered-score") return rememberedImpact(facts);
  const { touchpoint } = facts;
  const value = Object.hasOwn(source, touchpoint) ? source[touchpoint] : undefined;
  if (value === undefined) {
    return { lacks: [{ code: "moment-without-weight", params: { touchpoint } }] };
  }
  return { impact: { by: "weight", value }, lacks: few(facts, { n: facts.tally.journeys }) };
}

function outcomeImpact(facts: ImpactFacts): ImpactFinding {
  const { tally, all, policy } = facts;
  const others = all.journeys - tally.journeys;
  const lacks = few(facts, { n: tally.journeys, others });
  if (all.successes === 0 || all.successes === all.journeys) {
    const { journeys, successes } = all;
    lacks.push({ code: "moment-outcomes-alike", params: { journeys, successes } });
  }
  if (others === 0) return { lacks };
  const first = { count: all.successes - tally.successes, n: others };
  const second = { count: tally.successes, n: tally.journeys };
  const { difference, interval, p } = compareProportions(first, second, { level: policy.level });
  const withIt = second.count / second.n;
  const withoutIt = first.count / first.n;
  const value = Math.abs(difference);
  return { impact: { by: "outcome", value, withIt, withoutIt, difference, interval, p }, lacks };
}

function rememberedImpact(facts: ImpactFacts): ImpactFinding {
  const { tally, all, policy } = facts;
  const { extractOutput } = momentsCombine();
  const withIt = extractOutput(tally.remembered);
  const withoutIt = extractOutput(less(all.remembered, tally.remembered));
  const lacks = few(facts, { n: withIt.n, others: withoutIt.n, isFelt: true });
  if (withIt.mean === undefined || withoutIt.mean === undefined) return { lacks };
  const test = welchTest(withoutIt, withIt, { level: policy.level });
  const difference = withIt.mean - withoutIt.mean;
  return {
    impact: {
      by: "remembered-score",
      value: Math.abs(difference),
      withIt: withIt.mean,
      withoutIt: withoutIt.mean,
      difference,
      ...(test?.interval !== undefined && { interval: test.interval }),
      ...(test?.p !== undefined && { p: test.p }),
    },
    lacks,
  };
}

function few(
  { touchpoint, policy }: ImpactFacts,
  {
    n,
    others,
    isFelt = false,
  }: { readonly n: number; readonly others?: number; readonly isFelt?: boolean },
): Reason[] {
  const minimum = policy.minimumJourneys;
  const reasons: Reason[] = [];
  if (n < minimum) {
    const code = isFelt ? "moment-few-felt-journeys" : "moment-few-journeys";
    reasons.push({ code, params: { touchpoint, journeys: n, minimum } });
  }
  const minimumOthers = Math.max(minimum, 1);
  if (others !== undefined && others < minimumOthers) {
    const params = { touchpoint, journeys: others, minimum: minimumOthers };
    reasons.push({ code: isFelt ? "moment-few-felt-others" : "moment-few-others", params });
  }
  return reasons;
}

/** The moments of those that are in `all` and not in `part`: merging, solved for the other side. */
function less(all: Moments, part: Moments): Moments {
  const n = all.n - part.n;
  if (n === 0 || part.n === 0) return n === 0 ? momentsCombine().createAccumulator() : all;
  const mean = (all.n * all.mean - part.n * part.mean) / n;
  const distance = part.mean - mean;
  const rest =
    all.squaredDeviations - part.squaredDeviations - (distance * distance * n * part.n) / all.n;
  // What is left of a subtraction of equals is rounding, not spread.
  return { n, mean, squaredDeviations: rest > 1e-12 * all.n ? rest : 0 };
}
