import type { Money } from "../../shared/money/money.js";
import type { Reason } from "../../shared/reason.js";
import type { RecoveryCase, RemedyKind } from "./recovery-case.js";
import type { RecoveryFact } from "./recovery-fact.js";

/** A case and what was granted. */
export interface DecidedRecovery {
  /** The facts, as they were when it was decided. */
  readonly case: RecoveryCase;
  /** The kinds granted, in any order; empty when nothing was. */
  readonly kinds: readonly RemedyKind[];
  /** What was paid, at least 0. */
  readonly amount: Money;
  /** Who decided; absent when not known. */
  readonly by?: string;
}

/** What was granted to some of a group of equal cases. */
export interface UnequalRemedy {
  /** The kinds granted, in the order of their names. */
  readonly kinds: readonly RemedyKind[];
  /** What was paid. */
  readonly amount: Money;
  /** The cases, by id, in the order of text. */
  readonly cases: readonly string[];
  /** Who decided them, each once, in the order of text; those not known are left out. */
  readonly by: readonly string[];
  /** For how many of the cases it is the amount the policy gives; absent without a policy. */
  readonly asPolicy?: number;
}

/** Cases of equal facts with unequal remedies. */
export interface UnequalRecoveries {
  /** The facts they share, by name, as text. */
  readonly facts: Readonly<Partial<Record<RecoveryFact, string>>>;
  /** What was granted, the most first. */
  readonly remedies: readonly UnequalRemedy[];
  /** The largest amount less the smallest. */
  readonly spread: Money;
  /** What differs: amounts, kinds, who decided, how many are not as the policy says. */
  readonly reasons: readonly Reason[];
}

/** What a look for unequal remedies found. */
export interface RecoveryAudit {
  /** Cases looked at. */
  readonly cases: number;
  /** Groups of two or more cases with equal facts. */
  readonly groups: number;
  /** Those with unequal remedies, the largest spread first. */
  readonly unequal: readonly UnequalRecoveries[];
  /** `recovery-audit-no-groups` where no case could be compared with another; otherwise empty. */
  readonly reasons: readonly Reason[];
}
