import type { Money } from "../../shared/money/money.js";
import type { Rounding } from "../../shared/money/ratio.js";
import type { ComplaintGrade } from "../complaint/complaint.js";
import type { CompensationKind, RecoveryFault, RemedyKind } from "./recovery-case.js";

/** Who says sorry, and how. */
export interface ApologyRule {
  /** Who, by role. */
  readonly by: string;
  /** By which channel; that of the customer when `same`. */
  readonly channel: string;
}

/** What a customer worth so much or more is added. */
export interface RecoveryValueBand {
  /** From this value on, included. */
  readonly from: Money;
  /** What is added, as a share of the compensation, 0 to 100: 0.2 adds a fifth. */
  readonly addedShare: number;
}

/** How far the customer's value may raise a compensation; it never lowers one. */
export interface RecoveryValueRule {
  /** By value class, what is added, as a share of the compensation, 0 to 100; 0 for classes not named. */
  readonly addedShareByClass: Readonly<Record<string, number>>;
  /** The same by value, for customers without a class: the highest band reached counts; none when absent. */
  readonly bands?: readonly RecoveryValueBand[];
  /** What is added at most, as a share, 0 to 100, whatever the class says. */
  readonly atMostShare: number;
}

/** What failing the same customer again adds. */
export interface RecoveryRepeatRule {
  /** What each earlier failure adds, as a share of the compensation, 0 to 100. */
  readonly addedShareEach: number;
  /** What all of them add at most, as a share, 0 to 100. */
  readonly atMostShare: number;
}

/** How much may be granted: restoration and compensation together. Each cap is absent where there is none. */
export interface RecoveryCaps {
  /** For one case. */
  readonly perCase?: Money;
  /** To one customer within the period. */
  readonly perCustomer?: Money;
  /** To all customers within the period: the budget. */
  readonly perPeriod?: Money;
  /** How many days the period looks back; whole, at least 1. */
  readonly periodDays: number;
}

/** How much somebody may grant on their own. */
export interface RecoveryAuthority {
  /** Who, by role: `frontline`, `supervisor`. */
  readonly level: string;
  /** Up to how much, all remedies together, included; without limit when absent. */
  readonly upTo?: Money;
  /**
   * Which remedies it may grant, and each up to how much, included; one not named, not at all. Every remedy within
   * `upTo` when absent. Of a policy, all levels name them or none does.
   */
  readonly kinds?: Readonly<Partial<Record<RemedyKind, Money>>>;
  /** Whether it may decide the case at all; it may when absent. */
  readonly decides?: boolean;
}

/** How a compensation is rounded, before caps. */
export interface RecoveryRounding {
  /** To a multiple of so many minor units; whole, at least 1. */
  readonly toMinorUnits: number;
  /** Where an amount between two multiples goes. */
  readonly rounding: Rounding;
}

/** The firm's rules of recovery (SRV-5), as data. Shares are counted to a millionth. */
export interface RecoveryPolicy {
  /**
   * By severity, the share of what was paid that is compensated, 0 to 100: 0.1 is a tenth, 1 the whole price, 3 three
   * times the price; never less for a worse grade.
   */
  readonly priceShare: Readonly<Record<ComplaintGrade, number>>;
  /** By fault, the share of price and damage the firm answers for, 0 to 1. */
  readonly faultShare: Readonly<Record<RecoveryFault, number>>;
  /** By severity, the least compensation where the firm has a fault; never less for a worse grade. */
  readonly minimum: Readonly<Record<ComplaintGrade, Money>>;
  /** The faults that have the least compensation. */
  readonly minimumFor: readonly RecoveryFault[];
  /** The faults for which what was paid for is delivered after all, where it can be. */
  readonly restoreFor: readonly RecoveryFault[];
  /** The severity a case counts as at least where somebody's safety was at risk. */
  readonly safetySeverity: ComplaintGrade;
  /** What the customer's value adds. */
  readonly value: RecoveryValueRule;
  /** What earlier failures add. */
  readonly repeat: RecoveryRepeatRule;
  /** By severity, the forms a compensation may take, the preferred first; at least one. */
  readonly kinds: Readonly<Record<ComplaintGrade, readonly CompensationKind[]>>;
  /** By severity, who says sorry. */
  readonly apology: Readonly<Record<ComplaintGrade, ApologyRule>>;
  /** How much may be granted. */
  readonly caps: RecoveryCaps;
  /**
   * Who may grant how much, the least first; at least one. It is the same authority as the `AuthorityPolicy` by which
   * `decideComplaint` judges: write that one, and take these from it with `recoveryAuthority`.
   */
  readonly authority: readonly RecoveryAuthority[];
  /** How amounts are rounded. */
  readonly rounding: RecoveryRounding;
}
