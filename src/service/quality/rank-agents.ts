import type { Reason } from "../../shared/reason.js";
import { DEFAULT_LEVEL, requireLevel } from "../../shared/statistics/interval.js";
import type { LevelOptions } from "../../shared/statistics/interval.js";
import { wilsonInterval } from "../../shared/statistics/proportion.js";
import { compareText } from "../../shared/text-order.js";
import type { AgentRanking, AgentTally } from "./agent-ranking.js";
import { placedAgents } from "./agent-place.js";
import { fitBetaPrior } from "./beta-binomial.js";
import type { TallyCount } from "./beta-binomial.js";

/** Fewer agents tell too little of what agents have in common. */
const FEW_AGENTS = 10;

/**
 * Which agents are better than others, and which cannot be told apart?
 *
 * Pool several months first. Each agent's share is drawn towards the mean of all, the more the fewer contacts were
 * judged: 5 of 5 is no proof of perfection. What agents have in common is estimated from all of them. A rank is given
 * as the best and the worst that are plausible for all agents together; groups fall apart only where everybody in one
 * is better than everybody in the next at the level asked for. Of an agent without a judged contact nothing is known
 * but what all have in common.
 *
 * Where agents differ no more than chance explains, all have the mean of all and there is one group: the reason
 * `quality-no-difference` says so.
 *
 * @remarks Beta-binomial empirical Bayes, fitted by likelihood: Efron and Morris (1975, JASA 70:311) for the idea,
 * Skellam (1948, JRSS B 10:257) for the distribution. Ranks from intervals that hold for all agents together: Klein,
 * Wright and Wieczorek (2020, JRSS A 183:589), with the level of each by Šidák. What agents have in common
 * counts as one contact at least, as Jeffreys' prior does. What the fit itself leaves open is not in the intervals:
 * with fewer than about ten agents judged take them as too narrow; the reason `quality-few-agents` says so.
 * @param tallies - How many contacts of each agent were judged and passed.
 * @param options - The confidence level.
 * @returns The agents in order, with ranks from and through, and the groups.
 * @throws RangeError when an agent stands twice, counts are not whole or do not fit, or the level is not valid.
 * @example
 * ```ts
 * import { rankAgents } from "goodwill/service";
 *
 * const ranking = rankAgents([
 *   { agent: "ann", n: 5, passed: 5 },
 *   { agent: "bob", n: 200, passed: 188 },
 *   { agent: "eve", n: 200, passed: 110 },
 * ]);
 * ranking.agents.map(({ agent, rankFrom, rankThrough }) => [agent, rankFrom, rankThrough]);
 * // => [["bob", 1, 2], ["ann", 1, 3], ["eve", 2, 3]]
 * ```
 */
export function rankAgents(
  tallies: readonly AgentTally[],
  options: LevelOptions = {},
): AgentRanking {
  const level = requireLevel(options.level ?? DEFAULT_LEVEL, "rank agents");
  requireTallies(tallies);
  const judged = tallies.filter(({ n }) => n > 0);
  const n = judged.reduce((sum, one) => sum + one.n, 0);
  if (n === 0) {
    const reasons = [{ code: "quality-nothing-judged", params: { agents: tallies.length } }];
    const common = { lower: 0, upper: 1, level };
    const agents = placedAgents(tallies, { level, prior: undefined, mean: 0.5, common });
    return { agents, groups: 1, reasons };
  }
  const passed = judged.reduce((sum, one) => sum + one.passed, 0);
  const prior = fitBetaPrior(countedTallies(judged));
  const mean = prior?.mean ?? passed / n;
  const common = wilsonInterval({ count: passed, n }, { level });
  const agents = placedAgents(tallies, { level, prior, mean, common });
  const groups = Math.max(1, ...agents.map(({ group }) => group));
  const reasons: Reason[] = [];
  if (prior === undefined) {
    reasons.push({ code: "quality-no-difference", params: { agents: judged.length, n } });
  } else if (groups === 1) {
    reasons.push({ code: "quality-one-group", params: { agents: agents.length, n } });
  }
  if (judged.length < FEW_AGENTS) {
    reasons.push({
      code: "quality-few-agents",
      params: { agents: judged.length, below: FEW_AGENTS },
    });
  }
  if (judged.length < tallies.length) {
    const missing = tallies.length - judged.length;
    reasons.push({ code: "quality-agents-unjudged", params: { agents: missing } });
  }
  return {
    pooled: {
      agents: judged.length,
      n,
      mean,
      ...(prior !== undefined && { priorContacts: prior.weight }),
    },
    agents,
    groups,
    reasons,
  };
}

/** Equal tallies once, in a fixed order, so that sums do not depend on the order of the agents. */
function countedTallies(tallies: readonly AgentTally[]): readonly TallyCount[] {
  const counts = new Map<string, { n: number; passed: number; agents: number }>();
  for (const { n, passed } of tallies) {
    const key = `${String(n)} ${String(passed)}`;
    const count = counts.get(key) ?? { n, passed, agents: 0 };
    count.agents += 1;
    counts.set(key, count);
  }
  return [...counts].sort(([a], [b]) => compareText(a, b)).map(([, count]) => count);
}

function requireTallies(tallies: readonly AgentTally[]): void {
  const seen = new Set<string>();
  for (const { agent, n, passed } of tallies) {
    if (seen.has(agent)) {
      throw new RangeError(
        `Cannot rank agents: each agent must stand once, got ${JSON.stringify(agent)} twice`,
      );
    }
    seen.add(agent);
    const fits = Number.isSafeInteger(n) && Number.isSafeInteger(passed);
    if (fits && n >= 0 && passed >= 0 && passed <= n && n <= 1_000_000) continue;
    throw new RangeError(
      `Cannot rank agents: passed and n must be whole, 0 <= passed <= n <= 1000000, got ${String(passed)} of ${String(n)}`,
    );
  }
}
