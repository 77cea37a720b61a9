import type { Instant } from "../../shared/time/instant.js";
import type { LoyaltyProgramme } from "../programme/programme.js";

/** What a decision is made with. */
export interface LoyaltyOptions {
  /** Now: when the decision is recorded. */
  readonly now: Instant;
  /** The rules. */
  readonly programme: LoyaltyProgramme;
  /** Gives ids to events: called once an event, with its place in this decision from 0. */
  readonly ids: (index: number) => string;
  /** The sequence the host read the ledger at; not checked when absent. */
  readonly expectedSequence?: number;
  /**
   * What is left of shared budgets and stocks, by name: points, minor units of a budget of liability, or units of a
   * stock. One that is not named here has nothing left.
   */
  readonly left?: Readonly<Record<string, number>>;
  /** Whether the rules that did not apply are recorded, with why not; they are when absent. */
  readonly trace?: "full" | "applied";
}
