import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import type { LoyaltyProgramme } from "../programme/programme.js";
import { numberFault } from "../decision/field-fault.js";
import type { PointsNamed } from "./points-named.js";

/** Why points named in a command are none: no whole number of at least 1, or of no kind the programme has. */
export function pointsFault(
  { kind, amount }: PointsNamed,
  { kinds }: LoyaltyProgramme,
): LoyaltyRefusal | undefined {
  const fault = numberFault("points.amount", amount, { least: 1 });
  if (fault !== undefined) return fault;
  if (kinds.some(({ id }) => id === kind)) return undefined;
  return { code: "unknown", what: "kind", id: kind };
}

/**
 * Why a ledger can neither be issued points nor have them taken back by hand: all ever issued to it and taken back
 * would pass 2^53 - 1. They are counted together, because a return may still take back whatever was issued.
 */
export function issueFault(
  { wallets }: LoyaltyState,
  { kind, amount }: PointsNamed,
): LoyaltyRefusal | undefined {
  const isCountable = Number.isSafeInteger(pointsEver(wallets[kind]) + amount);
  return isCountable ? undefined : { code: "too-many-points", kind };
}

/** Points ever issued to a wallet, and ever taken back. */
export function pointsEver(wallet: LoyaltyState["wallets"][string] | undefined): number {
  if (wallet === undefined) return 0;
  const { issued, "clawed-back": clawedBack } = wallet.totals;
  return clawedBack - issued;
}
