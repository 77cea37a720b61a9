import type { Instant } from "../../shared/time/instant.js";

/** What an agent can do, and how well. */
export interface RoutingSkill {
  /** The skill in the firm's own words, such as `billing`. */
  readonly skill: string;
  /** How well: a whole number from 1, more is better; 1 when absent. */
  readonly level?: number;
}

/** A channel an agent works on. */
export interface RoutingChannel {
  /** The channel in the firm's own words, such as `voice`, `email`, `chat`, `sms`, `social`, `video`. */
  readonly channel: string;
  /** How many contacts of it the agent takes at once; a whole number from 1. */
  readonly atOnce: number;
  /** How many of it are in hand now; 0 when absent. */
  readonly handling?: number;
}

/** Somebody who answers contacts, as it is at this moment. */
export interface RoutingAgent {
  /** The host's id of the member of staff; unique. */
  readonly id: string;
  /** Whether the account is in use: one who left, or is locked out, gets nothing, whatever else is said of them. */
  readonly active: boolean;
  /** Whether the agent takes contacts now, or is in a break, a meeting, off duty. */
  readonly presence: "ready" | "away";
  /** What the agent can do, each skill once; somebody without any serves contacts that need none. */
  readonly skills: readonly RoutingSkill[];
  /** The languages the agent speaks, as BCP 47 tags. */
  readonly languages: readonly string[];
  /** The channels the agent works on, each once. */
  readonly channels: readonly RoutingChannel[];
  /** How many contacts the agent takes at once over all channels; bounded by the channels alone when absent. */
  readonly mostAtOnce?: number;
  /** The classes of customers the agent is there for first; none in particular when absent. */
  readonly valueClasses?: readonly string[];
  /** Since when the agent has had nothing to do; not known, or not idle, when absent. */
  readonly idleSince?: Instant;
  /** How many contacts the agent has handled this shift; 0 when absent. */
  readonly handled?: number;
}
