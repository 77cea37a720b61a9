import { orderedEntries, orderedValue } from "../../shared/ordered-map.js";
import type { Instant } from "../../shared/time/instant.js";
import { record } from "../decision/decision.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import type { ClubStanding, LoyaltyState, VoucherRecord } from "../ledger/loyalty-state.js";
import type { PairDecision } from "./decide-pair.js";

/** Why vouchers cannot move: the other ledger has one of the same id. */
export function voucherFault({ from, to }: PairDecision): LoyaltyRefusal | undefined {
  const twice = usableVouchers(from.state, from.command.occurredAt).find(
    ({ voucher }) => orderedValue(to.state.vouchers, voucher) !== undefined,
  );
  return twice && { code: "already-there", what: "voucher", id: twice.voucher };
}

/** Vouchers move with what was used of them: void in the ledger that is closed, issued in the other to the same end. */
export function moveVouchers({ from, to }: PairDecision): void {
  const why = `merged into ${to.command.member}`;
  for (const one of usableVouchers(from.state, from.command.occurredAt)) {
    const { voucher, amount, redemption, expiresAt, uses = [] } = one;
    record(from, { kind: "voucher-changed", voucher, change: { kind: "voided", why } });
    const ends = expiresAt === undefined ? {} : { expiresAt };
    const change = { kind: "issued", amount, redemption, ...ends } as const;
    record(to, { kind: "voucher-changed", voucher, change });
    for (const { order, amount: used } of uses) {
      const kind = used > 0 ? "used" : "restored";
      const again = { kind, amount: Math.abs(used), order } as const;
      record(to, { kind: "voucher-changed", voucher, change: again });
    }
  }
}

/** Those that can be used, or can be again when an order comes back that they paid. */
function usableVouchers({ vouchers }: LoyaltyState, asOf: Instant): readonly VoucherRecord[] {
  return [...orderedEntries(vouchers)]
    .map(([, voucher]) => voucher)
    .filter(({ voided }) => !voided)
    .filter(({ expiresAt }) => expiresAt === undefined || expiresAt > asOf);
}

/** Memberships of clubs move where they last longer than those the other ledger has; invitations where it has none. */
export function moveClubs({ from, to }: PairDecision): void {
  const asOf = from.command.occurredAt;
  for (const [club, standing] of Object.entries(from.state.clubs)) {
    if (rankOf(standing, asOf) <= rankOf(to.state.clubs[club], asOf)) continue;
    const { status, until } = standing;
    record(to, { kind: "club-changed", club, status, ...(until !== undefined && { until }) });
  }
}

/** A text by which standings sort: none or over, then invited, then a member by how long. */
function rankOf(standing: ClubStanding | undefined, asOf: Instant): string {
  if (standing === undefined || standing.status === "left") return "";
  if (standing.status === "invited") return "1";
  const { until } = standing;
  if (until !== undefined && until <= asOf) return "";
  return `2${until ?? "~"}`;
}
