import { requireInstant } from "../../shared/time/require-instant.js";
import type { Instant } from "../../shared/time/instant.js";
import type { LoyaltyEvent } from "../ledger/loyalty-event.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import { replayLoyalty } from "../ledger/replay-loyalty.js";
import { balancesOf } from "../view/balances-of.js";
import type { WalletBalance } from "../view/wallet-balance.js";

/** A number that late events changed. */
export interface LateDifference {
  /** The kind of points. */
  readonly kind: string;
  /** Which number of the balance. */
  readonly measure: keyof WalletBalance;
  /** Before. */
  readonly before: number;
  /** After. */
  readonly after: number;
}

/** A ledger with late events in their place. */
export interface RefoldedLedger {
  /** The ledger after all of them. */
  readonly state: LoyaltyState;
  /** What they changed, kind by kind; empty where nothing did. */
  readonly differences: readonly LateDifference[];
  /** The tier before and after, where it is another now. */
  readonly tier?: {
    /** Before; absent where there was none. */
    readonly before?: string;
    /** After; absent where there is none. */
    readonly after?: string;
  };
}

/**
 * What changes now that these events have come late?
 *
 * All events are put in order by when they happened, then by sequence, and folded again.
 *
 * @param recorded - The events known before.
 * @param options - The events that came late, and the moment to compare the balances at.
 * @returns The ledger, and each number that differs.
 * @throws RangeError as `replayLoyalty`.
 * @example
 * ```ts
 * import { refoldLoyalty } from "goodwill/loyalty";
 * import { instant } from "goodwill/shared";
 *
 * refoldLoyalty([], { late: [], asOf: instant("2026-03-02T09:00:00Z") }).differences; // => []
 * ```
 */
export function refoldLoyalty(
  recorded: readonly LoyaltyEvent[],
  { late, asOf }: { readonly late: readonly LoyaltyEvent[]; readonly asOf: Instant },
): RefoldedLedger {
  requireInstant("refold a ledger", { asOf });
  const before = replayLoyalty(recorded);
  const state = replayLoyalty([...recorded, ...late]);
  const earlier = balancesOf(before, asOf);
  const differences = Object.entries(balancesOf(state, asOf)).flatMap(([kind, balance]) =>
    (Object.keys(balance) as (keyof WalletBalance)[]).flatMap((measure) => {
      const was = earlier[kind]?.[measure] ?? 0;
      const is = balance[measure];
      return was === is ? [] : [{ kind, measure, before: was, after: is }];
    }),
  );
  const was = before.tier?.tier;
  const is = state.tier?.tier;
  if (was === is) return { state, differences };
  const tier = {
    ...(was !== undefined && { before: was }),
    ...(is !== undefined && { after: is }),
  };
  return { state, differences, tier };
}
