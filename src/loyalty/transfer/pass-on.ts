import { orderedValue } from "../../shared/ordered-map.js";
import type { Instant } from "../../shared/time/instant.js";
import { plainDateAt } from "../../shared/time/time-zone.js";
import { record } from "../decision/decision.js";
import type { Decision } from "../decision/decision.js";
import { issueLots } from "../decision/issue-lots.js";
import type { LotRequest } from "../decision/issue-lots.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import { issueFault } from "../grant/points-fault.js";
import { lotEnd } from "../ledger/lot-phase.js";
import type { LotSource, LotTerms, PointsLot } from "../ledger/lot.js";
import type { LotAllocation } from "../ledger/loyalty-state.js";
import type { PointsTransferred } from "../ledger/points-event.js";
import type { LoyaltyProgramme } from "../programme/programme.js";
import type { PairDecision } from "./decide-pair.js";

/** An event numbers its lots by three digits. */
export const LOTS_PER_EVENT = 1000;

/** Points that leave a ledger, and as what. */
export interface PassedOn {
  /** From which lots. */
  readonly allocations: readonly LotAllocation[];
  /** As what. */
  readonly as: Exclude<PointsTransferred["as"], "merge">;
}

/**
 * Points leave their lots and become lots of the same terms in the other ledger: the same activation, end, value and
 * priority. They count as earned there when they come; what they came from at first is kept in their source.
 */
export function passOn(
  { from, to }: PairDecision,
  { allocations, as }: PassedOn,
): LoyaltyRefusal | undefined {
  const requests = allocations.map(({ lot: id, points }) =>
    arriving(from, { lot: orderedValue(from.state.lots, id)!, points, as: "transfer" }),
  );
  const refusal = overflow(to, allocations);
  if (refusal !== undefined) return refusal;
  const { programme } = from.options;
  record(from, {
    kind: "points-transferred",
    to: to.command.member,
    as,
    points: allocations.reduce((sum, { points }) => sum + points, 0),
    month: monthAt(from.command.occurredAt, programme),
    movements: allocations.map(
      ({ lot, kind, points }) => ({ kind, lot, from: "open", to: "transferred", points }) as const,
    ),
  });
  for (let first = 0; first < requests.length; first += LOTS_PER_EVENT) {
    const issued = issueLots(to, requests.slice(first, first + LOTS_PER_EVENT));
    record(to, { kind: "points-granted", why: as, ...issued });
  }
  return undefined;
}

/** The calendar month of a moment on the programme's clock. */
export function monthAt(at: Instant, { zone }: LoyaltyProgramme): string {
  return plainDateAt(at, zone).slice(0, "2026-01".length);
}

/** Points of a lot as they come to another ledger: as earned there and then, on their own terms. */
export function arriving(
  { state, command }: Decision,
  {
    lot,
    points,
    as,
  }: { readonly lot: PointsLot; readonly points: number; readonly as: "transfer" | "merge" },
): LotRequest {
  const { kind } = lot;
  return {
    kind,
    points,
    // Points that seemed to be there before they came could be spent by a command dated back.
    earnedAt: command.occurredAt,
    source: sourceOf(lot, { kind: as, id: command.member }),
    terms: termsPassedOn(lot, state.wallets[kind]?.lapsesAt),
  };
}

function sourceOf({ source, earnedAt }: PointsLot, giver: LotSource): LotSource {
  const { rules, origin, kind, id } = source;
  const first =
    origin ?? (kind === "transfer" || kind === "merge" ? undefined : { kind, id, earnedAt });
  return {
    ...giver,
    ...(rules !== undefined && { rules }),
    ...(first !== undefined && { origin: first }),
  };
}

/** A lot that would lapse by inactivity keeps the moment it would lapse at: the other member's activity is not its. */
function termsPassedOn(
  { kind, priority, activeFrom, awaiting, value, ...lot }: PointsLot,
  lapsesAt: Instant | undefined,
): LotTerms {
  const end = lotEnd(lot as PointsLot, lapsesAt);
  return {
    kind,
    priority,
    ...(activeFrom !== undefined && { activeFrom }),
    ...(awaiting !== undefined && { awaiting }),
    ...(end !== undefined && { expiresAt: end }),
    ...(end === undefined && lot.lapsesWhenInactive === true && { lapsesWhenInactive: true }),
    ...(value !== undefined && { value }),
  };
}

/** Why a ledger cannot be issued all these points. */
export function overflow(
  { state }: Decision,
  allocations: readonly Pick<LotAllocation, "kind" | "points">[],
): LoyaltyRefusal | undefined {
  const sums = new Map<string, number>();
  for (const { kind, points } of allocations) sums.set(kind, (sums.get(kind) ?? 0) + points);
  for (const [kind, amount] of sums) {
    const refusal = issueFault(state, { kind, amount });
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}
