/** How many points each fit is worth; whole numbers, 0 or more. */
export interface RoutingWeights {
  /** The agent is the customer's account manager. */
  readonly owner: number;
  /** The agent served the customer last, not too long ago. */
  readonly lastAgent: number;
  /** The language: in full for the customer's first, less for further ones and for those close to them. */
  readonly language: number;
  /** The share of the wished skills the agent has. */
  readonly wishes: number;
  /** The agent is there for the customer's class first. */
  readonly valueClass: number;
  /** The agent has few skills beyond those needed, so that those with many stay free for what only they can do. */
  readonly spare: number;
  /** How long the agent has been idle. */
  readonly idle: number;
  /** How few contacts the agent has handled, against who handled most. */
  readonly handled: number;
}

/** How good a language is that is not quite the one asked for; shares, where 0 is not good enough to be understood. */
export interface LanguageShares {
  /** One tag is the beginning of the other: `zh` and `zh-CN`. */
  readonly broader: number;
  /** The same language of another script or region: `pt-BR` and `pt-PT`. */
  readonly sibling: number;
  /** Another language that `languageFallbacks` names. */
  readonly fallback: number;
  /** By how much each further language of the customer is worth less than the one before; a factor. */
  readonly later: number;
}

/** What is no longer asked for after a wait. */
export interface RoutingWidening {
  /** After how many minutes of waiting it holds. */
  readonly afterMinutes: number;
  /** By how many levels a needed skill may fall short; 0 when absent. A skill stays needed at level 1. */
  readonly lowerLevelsBy?: number;
  /** The skills that become wishes: these, or all of them; none when absent. Strict needs stay. */
  readonly wishSkills?: "all" | readonly string[];
  /** Whether the language becomes a wish; `false` when absent. */
  readonly wishLanguage?: boolean;
}

/** How contacts find their agent. */
export interface RoutingPolicy {
  /** What each fit is worth. */
  readonly weights: RoutingWeights;
  /** For how many days the customer goes back to the same agent; 0 or more. */
  readonly lastAgentDays: number;
  /** After how many minutes idle time counts in full; above 0. */
  readonly idleFullMinutes: number;
  /** Whether somebody who does not speak the language may answer at once (`wish`) or not (`need`). */
  readonly language: "need" | "wish";
  /** How good a language close to the one asked for is. */
  readonly languageShares: LanguageShares;
  /** Other languages in which speakers of one can be served, by tag: `{ ca: ["es"] }`. */
  readonly languageFallbacks: Readonly<Record<string, readonly string[]>>;
  /** The channels that take the whole agent: no other contact beside them. */
  readonly exclusiveChannels: readonly string[];
  /** By class, by how many minutes a wait counts longer; 0 for classes not named. */
  readonly headStartMinutes: Readonly<Record<string, number>>;
  /** The most that all head starts of a contact together count, in minutes: it bounds how long anybody is overtaken. */
  readonly mostHeadStartMinutes: number;
  /** What is no longer asked for after a wait; all that have been reached hold together. */
  readonly widening: readonly RoutingWidening[];
}

/**
 * Where to start.
 *
 * The order of the weights is that of SRV-6: who knows the customer goes before who could know them, and what the
 * customer notices (their manager, the same voice, their own language, the skill) before what only the staff notices
 * (idle time, number handled). Each weight above the fairness ones is larger than both of these together, so that
 * fairness decides among agents who are alike for the customer; all who fit are alike in the needs, which are never
 * weighed. Calls and video take the whole agent. Value gives a head start of 3 and 1 minutes to the classes A and B and
 * nothing else: it shuts nobody out. A head start is at most 10 minutes, so that after 10 minutes nobody is overtaken
 * by who comes then. After 5 minutes a skill one level lower will do, after 10 minutes two levels lower.
 *
 * @remarks The figures are a firm's own decision; these are a first guess, no measured optimum. No source prescribes
 * them.
 */
export const DEFAULT_ROUTING_POLICY: RoutingPolicy = {
  weights: {
    owner: 400,
    lastAgent: 300,
    language: 250,
    wishes: 200,
    valueClass: 150,
    spare: 120,
    idle: 60,
    handled: 40,
  },
  lastAgentDays: 30,
  idleFullMinutes: 30,
  language: "need",
  languageShares: { broader: 0.9, sibling: 0.6, fallback: 0.4, later: 0.8 },
  languageFallbacks: {},
  exclusiveChannels: ["voice", "video"],
  headStartMinutes: { A: 3, B: 1 },
  mostHeadStartMinutes: 10,
  widening: [
    { afterMinutes: 5, lowerLevelsBy: 1 },
    { afterMinutes: 10, lowerLevelsBy: 2 },
  ],
};
