import type { Money } from "../../shared/money/money.js";
import type { ComplaintGrade } from "./complaint.js";

/** A remedy a level may grant, up to an amount. */
export interface RemedyGrant {
  /** The kind of remedy: `apology`, `refund`. */
  readonly remedy: string;
  /**
   * For one complaint at most, that amount included, all grants of this remedy together; in this currency only. When
   * absent, only where it has no amount, as an apology.
   */
  readonly upTo?: Money;
}

/** What one level may decide about complaints; a limit that is absent does not bind. */
export interface AuthorityLevel {
  /** Its number, from 1, the front line; whole. */
  readonly level: number;
  /** What it is called, such as `branch manager`. */
  readonly name: string;
  /** What it may grant; a remedy may be named once for each currency. */
  readonly grants: readonly RemedyGrant[];
  /** For one complaint at most, all remedies together, by currency. */
  readonly together?: readonly Money[];
  /** Until how many days after it was received, that moment included. */
  readonly withinDays?: number;
  /** What is at stake for the customer at most, by currency; a currency not named does not bind. */
  readonly stakes?: readonly Money[];
  /** How many complaints the customer made before at most. */
  readonly earlier?: number;
  /** How bad it may be at most. */
  readonly severity?: ComplaintGrade;
}

/**
 * Who may decide what about complaints (SRV-2), as data. The levels of a `RecoveryPolicy` follow from it, by
 * `recoveryAuthority`: write authority here, once.
 */
export interface AuthorityPolicy {
  /** The levels, each number once; who is higher may do more. */
  readonly levels: readonly AuthorityLevel[];
  /** The lowest level that decides where somebody's safety is at risk. */
  readonly safetyLevel: number;
  /** The level of each member of staff, by the host's id; who is not named decides nothing. */
  readonly staff: Readonly<Record<string, number>>;
}
