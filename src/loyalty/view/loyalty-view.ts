import type { Instant } from "../../shared/time/instant.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import type { TierStanding } from "../ledger/tier-event.js";
import type { LoyaltyProgramme } from "../programme/programme.js";
import { tierProgress } from "../tier/tier-progress.js";
import type { TierProgress } from "../tier/tier-progress.js";
import { tierStandingAt } from "../tier/tier-standing.js";
import { forecastExpiry } from "./forecast-expiry.js";
import type { ExpiringPoints } from "./forecast-expiry.js";
import { walletBalance } from "./wallet-balance.js";
import type { WalletBalance } from "./wallet-balance.js";

/** A member's ledger as it is shown: over all kinds of points that can be spent, and kind by kind. */
export interface LoyaltyView {
  /** Points that can be spent. */
  readonly active: number;
  /** Points that will be active later. */
  readonly pending: number;
  /** Points set aside. */
  readonly reserved: number;
  /** Points the member owes, at least 0. */
  readonly deficit: number;
  /** Pending and active points less what is owed. */
  readonly balance: number;
  /** Every kind of points the programme has, or the member ever held, by itself. */
  readonly wallets: Readonly<Record<string, WalletBalance>>;
  /** Which points go when, if nothing is spent; by day. */
  readonly expiring: readonly ExpiringPoints[];
  /** The tier; absent where the programme has none. */
  readonly tier?: TierStanding;
  /** What is missing to the next tier and to keep this one; absent where the programme has no tiers. */
  readonly progress?: TierProgress;
}

/**
 * What does the member hold at this moment?
 *
 * Everything follows from the clock: points that have expired by then are not active, and a tier that has ended has
 * ended, although no job has run. Qualifying points are in their wallet only: they are never spent.
 *
 * @param state - The member's ledger.
 * @param options - The moment, not before the last event, and the programme.
 * @returns The view.
 * @example
 * ```ts
 * import { loyaltyProgramme, loyaltyView, NO_LOYALTY } from "goodwill/loyalty";
 * import { instant, timeZone } from "goodwill/shared";
 *
 * const programme = loyaltyProgramme({
 *   id: "beans",
 *   version: 1,
 *   zone: timeZone("Europe/London"),
 *   currency: "GBP",
 *   kinds: [{ id: "beans", purpose: "redeemable" }],
 *   earning: [],
 * });
 * loyaltyView(NO_LOYALTY, { asOf: instant("2026-03-02T09:00:00Z"), programme }).active; // => 0
 * ```
 */
export function loyaltyView(
  state: LoyaltyState,
  { asOf, programme }: { readonly asOf: Instant; readonly programme: LoyaltyProgramme },
): LoyaltyView {
  const wallets: Record<string, WalletBalance> = {};
  const kinds = new Set([...programme.kinds.map(({ id }) => id), ...Object.keys(state.wallets)]);
  for (const kind of kinds) wallets[kind] = walletBalance(state, kind, { asOf });
  const spendable = programme.kinds
    .filter(({ purpose }) => purpose !== "qualifying")
    .map(({ id }) => wallets[id]!);
  const sum = (measure: keyof WalletBalance): number =>
    spendable.reduce((total, wallet) => total + wallet[measure], 0);
  const tier = tierStandingAt(state, { asOf, programme });
  const progress = tierProgress(state, { asOf, programme });
  return {
    active: sum("active"),
    pending: sum("pending"),
    reserved: sum("reserved"),
    deficit: sum("deficit"),
    balance: sum("balance"),
    wallets,
    expiring: forecastExpiry(state, { asOf, zone: programme.zone }),
    ...(tier !== undefined && { tier }),
    ...(progress !== undefined && { progress }),
  };
}
