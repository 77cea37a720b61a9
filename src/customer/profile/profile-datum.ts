import type { Reason } from "../../shared/reason.js";
import type { Instant } from "../../shared/time/instant.js";
import type { CustomerQuestionId } from "./customer-question.js";
import type { ProfileKind } from "./profile-item.js";

/** Whether an item is known, holds, and is of late; `undated` when it ages and nobody knows how old it is. */
export type ProfileDatumState = "fresh" | "stale" | "undated" | "invalid" | "missing";

/** What a profile knows of one item, with source and time (CUS-3). */
export interface ProfileDatum {
  /** The item. */
  readonly item: string;
  /** Which of the four kinds of information it is. */
  readonly kind: ProfileKind;
  /** The question of CUS-4 it answers. */
  readonly question: CustomerQuestionId;
  /** Whether it is known, holds, and is of late. */
  readonly state: ProfileDatumState;
  /** What it is worth: 1 when it holds and is new, 0 when it is missing or does not hold. */
  readonly worthShare: number;
  /** Where it came from; absent when unknown. */
  readonly source?: string;
  /** When it was learned or last confirmed; absent when unknown. */
  readonly at?: Instant;
  /** How old it is, in days; absent when unknown. */
  readonly ageDays?: number;
  /** Why it is in this state. */
  readonly reason: Reason;
}
