import type { Reason } from "../../shared/reason.js";
import type { CustomerQuestionId } from "./customer-question.js";

/** What to ask a customer next. */
export interface NextQuestion {
  /** The item. */
  readonly item: string;
  /** The question of CUS-4 the answer would serve. */
  readonly question: CustomerQuestionId;
  /** The words to ask in, from the policy. */
  readonly ask: string;
  /** By how much a valid answer would raise the score of the profile, 0 to 1. */
  readonly gainShare: number;
  /** Why it is asked. */
  readonly reason: Reason;
}

/** Something that is lacking and yet not asked. */
export interface WithheldQuestion {
  /** The item. */
  readonly item: string;
  /** By how much a valid answer would raise the score of the profile, 0 to 1. */
  readonly gainShare: number;
  /** Why it is not asked. */
  readonly reason: Reason;
}
