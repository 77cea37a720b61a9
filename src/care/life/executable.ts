import type { ContactChannel } from "../../customer/record/contact-point.js";
import type { Reason } from "../../shared/reason.js";
import type { Instant } from "../../shared/time/instant.js";

/** Yes: the action may be done at this moment. */
export interface CareExecutable {
  /** Always `true`: tells yes from no. */
  readonly executable: true;
  /** The channel: the action's own, or one it is converted to as its own rests until it is too late. */
  readonly channel: ContactChannel;
  /** The id of the contact point to use; another than the action's where that no longer does. */
  readonly contactPoint: string;
  /** Why it may: the ground of the contact, and what was done instead of what was planned. */
  readonly why: readonly Reason[];
}

/** Not at this moment: ask again. */
export interface CareMustWait {
  /** Always `false`: tells no from yes. */
  readonly executable: false;
  /** Tells waiting from an end. */
  readonly outcome: "wait";
  /** When to ask again: after the moment asked about, at the latest when the action expires. */
  readonly until: Instant;
  /** What it waits for; never empty. */
  readonly reasons: readonly Reason[];
}

/** Never. */
export interface CareNotExecutable {
  /** Always `false`: tells no from yes. */
  readonly executable: false;
  /**
   * `blocked`: something stands against it for good; `expired`: it is too late, or will be before it may be done;
   * `ended`: it has come to its end before, and nothing is to be recorded.
   */
  readonly outcome: "blocked" | "expired" | "ended";
  /** Why; never empty, the deciding reason first. */
  readonly reasons: readonly Reason[];
}

/** Whether an action may be done at a moment, and why. */
export type CareExecution = CareExecutable | CareMustWait | CareNotExecutable;
