import type { CustomerId } from "../../customer/record/customer.js";
import type { Money } from "../../shared/money/money.js";
import type { Reason, Trace } from "../../shared/reason.js";
import type { ComplaintGrade } from "../complaint/complaint.js";
import type { CompensationKind, RemedyKind, RestorationOffer } from "./recovery-case.js";

/** How sorry is said. */
export interface RecoveryApology {
  /** Taking the blame, taking part of it, or regret without blame. */
  readonly kind: "responsibility" | "shared-responsibility" | "regret";
  /** Who says it, by role. */
  readonly by: string;
  /** By which channel. */
  readonly channel: string;
}

/** What the customer is told about why it happened. */
export interface RecoveryExplanation {
  /** The cause; that it is still looked for; who else failed; or how to prevent it. */
  readonly kind: "cause" | "cause-sought" | "third-party" | "guidance";
  /** What is said, in the words of the case; absent until the cause is found out. */
  readonly text?: string;
}

/** What is paid. */
export interface RecoveryCompensation {
  /** In which form. */
  readonly kind: CompensationKind;
  /** How much, above 0; for points or a gift, what they are worth. */
  readonly amount: Money;
}

/** What was asked for and is not granted, or not in full. */
export interface RemedyRefused {
  /** The kind asked for. */
  readonly kind: RemedyKind;
  /** How much was asked for and not granted; absent where no amount was named. */
  readonly amount?: Money;
  /** Why not. */
  readonly reason: Reason;
}

/** What is done to make a failure good, and why. */
export interface RecoveryProposal {
  /** The case's id. */
  readonly case: string;
  /** The customer. */
  readonly customer: CustomerId;
  /** The severity it counts as: that of the case, raised where safety was at risk. */
  readonly severity: ComplaintGrade;
  /** How sorry is said. */
  readonly apology: RecoveryApology;
  /** What is said about the cause. */
  readonly explanation: RecoveryExplanation;
  /** How what was paid for is delivered after all; absent when it is not. */
  readonly restoration?: RestorationOffer;
  /** What is paid; absent when nothing is. */
  readonly compensation?: RecoveryCompensation;
  /** How much is paid, at least 0. */
  readonly amount: Money;
  /** What the same case is paid whatever the customer is worth; never above `amount`. */
  readonly floor: Money;
  /** Restoration and compensation together: what caps and authority are held against. */
  readonly total: Money;
  /** The lowest level that may grant the total; the highest where none may, which a reason then says. */
  readonly grantedBy: string;
  /** Who must be asked, where the handler may not grant it; absent when the handler may, or is not told. */
  readonly escalateTo?: string;
  /** What was asked for and is not granted; empty when all was. */
  readonly refused: readonly RemedyRefused[];
  /** How the amount came about: its parts, in minor units, add up to it; the sentences say them with the currency. */
  readonly trace: Trace;
  /** What else was decided and why, in the order of the rules. */
  readonly reasons: readonly Reason[];
}
