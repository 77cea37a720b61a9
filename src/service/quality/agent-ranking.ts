import type { Reason } from "../../shared/reason.js";
import type { Interval } from "../../shared/statistics/interval.js";

/** How many of an agent's judged contacts passed, over as many months as are pooled. */
export interface AgentTally {
  /** The agent; each once. */
  readonly agent: string;
  /** Contacts judged; whole, at least 0. */
  readonly n: number;
  /** Of them, passed; whole, 0 to `n`. */
  readonly passed: number;
}

/** What agents have in common, as a beta distribution of their true shares. */
export interface PooledQuality {
  /** Agents with at least one judged contact. */
  readonly agents: number;
  /** All judged contacts. */
  readonly n: number;
  /** Mean of the agents' true shares, 0 to 1. */
  readonly mean: number;
  /**
   * How many contacts the common knowledge is worth, at least 1; absent where the agents differ no more than by chance.
   */
  readonly priorContacts?: number;
}

/** One agent's place among all. */
export interface RankedAgent {
  /** The agent. */
  readonly agent: string;
  /** Contacts judged. */
  readonly n: number;
  /** Of them, passed. */
  readonly passed: number;
  /** Passed by judged; absent where nothing was judged. */
  readonly passShare?: number;
  /** The share drawn towards the mean of all, the more the fewer contacts were judged. */
  readonly shrunkShare: number;
  /** Where the true share plausibly lies, for this agent alone, at the level asked for. */
  readonly interval: Interval;
  /** The best rank that is plausible, from 1. */
  readonly rankFrom: number;
  /** The worst rank that is plausible. */
  readonly rankThrough: number;
  /** The group of agents it cannot be told apart from, from 1 for the best. */
  readonly group: number;
}

/** The agents in order, and how far the order can be trusted. */
export interface AgentRanking {
  /** What they have in common; absent where nothing was judged. */
  readonly pooled?: PooledQuality;
  /** The agents, the best shrunk share first; equal ones in the order of text. */
  readonly agents: readonly RankedAgent[];
  /** How many groups can be told apart; 1 when none is better than another for sure. */
  readonly groups: number;
  /** What to bear in mind. */
  readonly reasons: readonly Reason[];
}
