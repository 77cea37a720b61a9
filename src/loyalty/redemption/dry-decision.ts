import type { Decision } from "../decision/decision.js";
import { settleClock } from "../decision/settle-clock.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import type { QuoteOptions } from "./redemption-quote.js";

/** A decision whose events nobody keeps: it begins as one at that moment would, with what the clock has done. */
export function dryDecision(
  state: LoyaltyState,
  { asOf, programme, left }: QuoteOptions,
): Decision {
  const decision: Decision = {
    state,
    command: { key: "dry", member: state.account?.member ?? "", occurredAt: asOf },
    fingerprint: "dry",
    options: {
      now: asOf,
      programme,
      ids: (index) => `dry-${String(index)}`,
      ...(left !== undefined && { left }),
    },
    events: [],
  };
  settleClock(decision);
  return decision;
}
