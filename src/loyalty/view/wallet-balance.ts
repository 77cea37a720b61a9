import { requireInstant } from "../../shared/time/require-instant.js";
import type { Instant } from "../../shared/time/instant.js";
import { openLots } from "../ledger/burn.js";
import { lotPhase } from "../ledger/lot-phase.js";
import { EMPTY_WALLET } from "../ledger/loyalty-state.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import { fallenBackPoints } from "./fallen-back.js";

/** The points of one kind at a moment, by where they are; issued is the sum of all others less what is owed. */
export interface WalletBalance {
  /** Ever issued. */
  readonly issued: number;
  /** Earned, and not yet to be spent. */
  readonly pending: number;
  /** To be spent. */
  readonly active: number;
  /** Set aside. */
  readonly reserved: number;
  /** Spent. */
  readonly redeemed: number;
  /** Expired, recorded or not. */
  readonly expired: number;
  /** Taken back. */
  readonly clawedBack: number;
  /** Passed on. */
  readonly transferred: number;
  /** Owed by the member, at least 0. */
  readonly deficit: number;
  /** What is in open lots less what is owed: pending and active points less the deficit; below 0 for a debt. */
  readonly balance: number;
}

/**
 * The points of one kind in a ledger at a moment.
 *
 * Pending, active and expired follow from the clock: no job has to run for points to become active or to expire, nor
 * for a reservation to fall back. The moment should not lie before the last event; what was so then, `balanceAsOf`
 * says.
 *
 * @param state - The ledger.
 * @param kind - The kind of points.
 * @param options - The moment.
 * @returns The balance; all 0 for a kind the member never held.
 * @throws RangeError where a moment is none.
 * @example
 * ```ts
 * import { NO_LOYALTY, walletBalance } from "goodwill/loyalty";
 * import { instant } from "goodwill/shared";
 *
 * walletBalance(NO_LOYALTY, "beans", { asOf: instant("2026-03-02T09:00:00Z") }).active; // => 0
 * ```
 */
export function walletBalance(
  state: LoyaltyState,
  kind: string,
  { asOf }: { readonly asOf: Instant },
): WalletBalance {
  requireInstant("look at a wallet", { asOf });
  const { totals, lapsesAt } = state.wallets[kind] ?? EMPTY_WALLET;
  let pending = 0;
  let active = 0;
  let lapsed = 0;
  for (const lot of openLots(state, [kind])) {
    const phase = lotPhase(lot, asOf, lapsesAt);
    if (phase === "pending") pending += lot.open;
    else if (phase === "active") active += lot.open;
    else lapsed += lot.open;
  }
  let reserved = totals.reserved;
  let expired = totals.expired + lapsed;
  let deficit = 0 - totals.deficit;
  for (const { lot, points, gone, paid } of fallenBackPoints(state, asOf)) {
    if (lot.kind !== kind) continue;
    const back = points - gone - paid;
    const isExpired = lotPhase(lot, asOf, lapsesAt) === "expired";
    reserved -= points;
    deficit -= paid;
    expired += isExpired ? gone + back : gone;
    active += isExpired ? 0 : back;
  }
  // A look back may find points that paid a debt which was made only later: at that moment they were still there.
  active += Math.max(0, 0 - deficit);
  deficit = Math.max(0, deficit);
  return {
    issued: 0 - totals.issued,
    pending,
    active,
    reserved,
    redeemed: totals.redeemed,
    expired,
    clawedBack: totals["clawed-back"],
    transferred: totals.transferred,
    deficit,
    balance: pending + active - deficit,
  };
}
