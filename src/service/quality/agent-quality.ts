import type { Reason } from "../../shared/reason.js";
import type { LevelOptions } from "../../shared/statistics/interval.js";
import { wilsonInterval } from "../../shared/statistics/proportion.js";
import { compareText } from "../../shared/text-order.js";
import type { AgentQuality, ContactScore } from "./contact-score.js";

/** How sure intervals shall be, and from when on a number of contacts measures anything. */
export interface AgentQualityOptions extends LevelOptions {
  /** Below so many judged contacts the figures are for coaching only; 30 when absent. Whole, at least 1. */
  readonly coachingBelow?: number;
}

/** From how many contacts on a share is more than a hint; a house rule. */
const COACHING_BELOW = 30;

/**
 * How did each agent's sampled contacts come out, and how much do so few say?
 *
 * Of 5 contacts with 4 passed the true share may be anything from 38 to 96 percent: that is a reason to talk, not to
 * rank. Fewer judged contacts than the bound give the reason `quality-for-coaching`. Contacts that are not judged to
 * the end are counted, and count for nothing else.
 *
 * @remarks Wilson's interval (1927). It takes the sampled customers as a chance sample of very many: where they are
 * nearly all there are, it is too wide rather than too narrow.
 * @param scores - The judged contacts of any agents, in any order.
 * @param options - The confidence level and the bound.
 * @returns One entry an agent, in the order of text.
 * @throws RangeError when an option is not valid.
 * @example
 * ```ts
 * import { agentQuality } from "goodwill/service";
 *
 * const scores = [true, true, false, true, true].map((passed, i) => ({
 *   contact: `k-${i}`, agent: "eve", passed, criticalFailures: [], missing: [],
 * }));
 * const [eve] = agentQuality(scores);
 * [eve?.interval?.lower.toFixed(2), eve?.interval?.upper.toFixed(2)]; // => ["0.38", "0.96"]
 * eve?.reasons[0]?.code; // => "quality-for-coaching"
 * ```
 */
export function agentQuality(
  scores: readonly ContactScore[],
  options: AgentQualityOptions = {},
): readonly AgentQuality[] {
  const { coachingBelow = COACHING_BELOW } = options;
  if (!(Number.isSafeInteger(coachingBelow) && coachingBelow >= 1)) {
    throw new RangeError(
      `Cannot judge agents: coachingBelow must be a whole number of at least 1, got ${String(coachingBelow)}`,
    );
  }
  const byAgent = new Map<string, ContactScore[]>();
  for (const score of scores) {
    const own = byAgent.get(score.agent);
    if (own === undefined) byAgent.set(score.agent, [score]);
    else own.push(score);
  }
  return [...byAgent]
    .sort(([a], [b]) => compareText(a, b))
    .map(([agent, own]) => qualityOf(own, { ...options, agent, coachingBelow }));
}

function qualityOf(
  scores: readonly ContactScore[],
  {
    agent,
    coachingBelow,
    ...level
  }: LevelOptions & { readonly agent: string; readonly coachingBelow: number },
): AgentQuality {
  const judged = scores.filter(({ passed }) => passed !== undefined);
  const n = judged.length;
  const count = judged.filter(({ passed }) => passed === true).length;
  const values = scores.flatMap(({ score }) => (score === undefined ? [] : [score]));
  const reasons: readonly Reason[] =
    n < coachingBelow
      ? [{ code: "quality-for-coaching", params: { agent, n, below: coachingBelow } }]
      : [];
  return {
    agent,
    n,
    passed: count,
    incomplete: scores.length - n,
    ...(n > 0 && { passShare: count / n, interval: wilsonInterval({ count, n }, level) }),
    ...(values.length > 0 && {
      meanScore: values.reduce((sum, value) => sum + value, 0) / values.length,
    }),
    criticalFailures: scores.filter((one) => one.criticalFailures.length > 0).length,
    reasons,
  };
}
