import type { CustomerQuestionId } from "./customer-question.js";
import type { ProfileDatum } from "./profile-datum.js";

/** How far a profile answers one question of CUS-4. */
export interface QuestionAnswer {
  /** The question. */
  readonly question: CustomerQuestionId;
  /** `answered` when all its items hold and are not stale, `partly` when some do, `open` when none does. */
  readonly answer: "answered" | "partly" | "open";
  /** The items that answer it, with source and time, in the order of the policy. */
  readonly evidence: readonly ProfileDatum[];
  /** The items that do not: missing, invalid or stale, in the order of the policy. */
  readonly lacking: readonly string[];
}
