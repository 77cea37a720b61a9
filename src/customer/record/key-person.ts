import type { Instant } from "../../shared/time/instant.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { PartialDate } from "./partial-date.js";
import type { ContactPoint } from "./contact-point.js";

/** What a person does to a purchase of the organisation. */
export type KeyPersonInfluence = "decides" | "recommends" | "uses" | "blocks";

/** Somebody who counts in an organisation (CUS-5). */
export interface KeyPerson {
  /** The host's id, unique within the customer. */
  readonly id: string;
  /** The name as it is written to the person. */
  readonly name: string;
  /** The position, such as `head of purchasing`. */
  readonly position: string;
  /** What the person does to a purchase; at least one. */
  readonly influence: readonly KeyPersonInfluence[];
  /** How well we stand with the person: -1 hostile, 0 neutral, 1 devoted; absent when unknown. */
  readonly standing?: number;
  /** When the standing was judged; absent when unknown. */
  readonly standingAt?: Instant;
  /** Where the person can be reached; nowhere known when absent. */
  readonly contactPoints?: readonly ContactPoint[];
  /** The birthday; absent when unknown. */
  readonly birthday?: PartialDate;
  /** The first day in the position; absent when unknown. */
  readonly from?: PlainDate;
  /** The last day in the position, included; absent while it lasts. */
  readonly through?: PlainDate;
}
