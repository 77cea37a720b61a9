import type { Money } from "../../shared/money/money.js";
import type { Ratio } from "../../shared/money/ratio.js";

/** What is promised to the customer when the firm is late. */
export type GuaranteeRemedy =
  | {
      /** Part of the price is paid back. */
      readonly kind: "refund-share";
      /** The part, above 0 to 1: all of it is 1 of 1. */
      readonly share: Ratio;
    }
  | {
      /** An amount is paid back, never more than the price. */
      readonly kind: "refund";
      /** The amount, above 0. */
      readonly amount: Money;
    }
  | {
      /** An amount is credited for a later purchase. */
      readonly kind: "credit";
      /** The amount, above 0. */
      readonly amount: Money;
    }
  | {
      /** Points are given. */
      readonly kind: "points";
      /** How many; whole, at least 1. */
      readonly points: number;
    };

/** What is promised from some lateness on. */
export interface GuaranteeStep {
  /** It holds when the firm is later than this, in minutes; at least 0, each step above the one before. */
  readonly laterThanMinutes: number;
  /** The remedies of this step, in place of those of the steps before; at least one. */
  readonly remedies: readonly GuaranteeRemedy[];
}

/** The most a guarantee grants in money, refunds and credit together; without limit where absent. */
export interface GuaranteeCaps {
  /** For one case. */
  readonly perCase?: Money;
  /** For one customer in the host's period, what was granted before included. */
  readonly perPeriod?: Money;
}

/** A promise of time and what the customer gets where it is not kept, without having to ask. */
export interface ServiceGuarantee {
  /** The host's id. */
  readonly id: string;
  /** The minutes we may be late without consequence; at least 0. Exactly so late is still in time. */
  readonly graceMinutes: number;
  /** Whether lateness is the business time counted beyond the target, or all time that passed since the deadline. */
  readonly measuredIn: "business" | "elapsed";
  /** The steps by lateness, the least first; at least one. */
  readonly steps: readonly GuaranteeStep[];
  /** The most it grants; without limit when absent. */
  readonly caps?: GuaranteeCaps;
}

/**
 * Late at all: the whole price is paid back.
 *
 * @remarks SRV-4: "one minute late -> refund". Here a millisecond is late, too; set `graceMinutes` to be less strict.
 * The customer's time is measured, not the firm's.
 */
export const DEFAULT_SERVICE_GUARANTEE: ServiceGuarantee = {
  id: "late-is-free",
  graceMinutes: 0,
  measuredIn: "elapsed",
  steps: [
    {
      laterThanMinutes: 0,
      remedies: [{ kind: "refund-share", share: { numerator: 1, denominator: 1 } }],
    },
  ],
};
