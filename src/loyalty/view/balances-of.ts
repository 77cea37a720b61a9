import type { Instant } from "../../shared/time/instant.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import { walletBalance } from "./wallet-balance.js";
import type { WalletBalance } from "./wallet-balance.js";

/** The balance of each kind of points a ledger ever held. */
export function balancesOf(
  state: LoyaltyState,
  asOf: Instant,
): Readonly<Record<string, WalletBalance>> {
  return Object.fromEntries(
    Object.keys(state.wallets).map((kind) => [kind, walletBalance(state, kind, { asOf })]),
  );
}
