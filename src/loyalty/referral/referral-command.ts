import type { LoyaltyCommandBase } from "../decision/loyalty-command.js";

/** What every command of a recommendation says: of both members instead of one. */
export interface ReferralCommandBase extends Omit<LoyaltyCommandBase, "member"> {
  /** Who recommended the programme. */
  readonly referrer: string;
  /** Who came by it. */
  readonly friend: string;
}

/** Records who recommended the programme to whom; the reward pends from now on. */
export interface RegisterReferral extends ReferralCommandBase {
  /** Tells the command from others. */
  readonly kind: "register-referral";
  /**
   * Who recommended it to the referrer, who to that one, and so on to the first; empty where nobody did. A chain that
   * comes to the friend is a loop.
   */
  readonly chain: readonly string[];
}

/** Rewards a recommendation for the friend's first paid order, or takes the rewards back when that is given back. */
export interface JudgeReferral extends ReferralCommandBase {
  /** Tells the command from others. */
  readonly kind: "qualify-referral" | "reverse-referral";
  /** The order, as it stands in the friend's ledger. */
  readonly order: string;
}

/** Something to be done about a recommendation. */
export type ReferralCommand = RegisterReferral | JudgeReferral;
