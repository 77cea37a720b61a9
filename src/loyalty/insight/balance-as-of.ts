import { requireInstant } from "../../shared/time/require-instant.js";
import type { Instant } from "../../shared/time/instant.js";
import type { LoyaltyEvent } from "../ledger/loyalty-event.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import { replayLoyalty } from "../ledger/replay-loyalty.js";
import { balancesOf } from "../view/balances-of.js";
import type { WalletBalance } from "../view/wallet-balance.js";

/** Two clocks: when it was so, and when it was known. */
export interface BalanceAsOfOptions {
  /** The moment asked about: only what had happened by then counts. */
  readonly asOf: Instant;
  /** What was known at this moment: only what had been recorded by then counts. */
  readonly knownAt: Instant;
}

/** A ledger as it was at one moment and known at another. */
export interface PastLedger {
  /** The ledger. */
  readonly state: LoyaltyState;
  /** The balance of each kind of points. */
  readonly balances: Readonly<Record<string, WalletBalance>>;
}

/**
 * What was the balance then, as we know now; and what did we think it was then?
 *
 * @remarks Two clocks after Snodgrass and Ahn, "Temporal databases", Computer 19 (1986): valid time and transaction
 * time.
 *
 * @param events - The member's events, in any order.
 * @param options - The moment asked about, and the moment of knowledge.
 * @returns The ledger and its balances.
 * @throws RangeError where a moment is none.
 * @example
 * ```ts
 * import { balanceAsOf } from "goodwill/loyalty";
 * import { instant } from "goodwill/shared";
 *
 * const asOf = instant("2026-03-02T09:00:00Z");
 * balanceAsOf([], { asOf, knownAt: asOf }).balances; // => {}
 * ```
 */
export function balanceAsOf(
  events: readonly LoyaltyEvent[],
  { asOf, knownAt }: BalanceAsOfOptions,
): PastLedger {
  requireInstant("look back", { asOf, knownAt });
  const known = events.filter(
    ({ occurredAt, recordedAt }) => occurredAt <= asOf && recordedAt <= knownAt,
  );
  const state = replayLoyalty(known);
  return { state, balances: balancesOf(state, asOf) };
}
