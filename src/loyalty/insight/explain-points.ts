import { requireInstant } from "../../shared/time/require-instant.js";
import { orderedEntries } from "../../shared/ordered-map.js";
import type { Trace } from "../../shared/reason.js";
import type { Instant } from "../../shared/time/instant.js";
import { inOrder } from "../ledger/event-order.js";
import { lotPhase } from "../ledger/lot-phase.js";
import type { PointsLot } from "../ledger/lot.js";
import type { LoyaltyEvent } from "../ledger/loyalty-event.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import { replayLoyalty } from "../ledger/replay-loyalty.js";
import { fallenBackByLot } from "../view/fallen-back.js";
import type { FallenBackPoints } from "../view/fallen-back.js";
import { walletBalance } from "../view/wallet-balance.js";
import { issueTraces, ruleTrace, whyNotTrace } from "./issue-trace.js";
import type { EarningOfLot } from "./issue-trace.js";

/** Which points, and when. */
export interface ExplainPointsOptions {
  /** The kind of points. */
  readonly kind: string;
  /** The moment; later events are left out. */
  readonly asOf: Instant;
}

/**
 * Where does this balance come from, point by point (LOY-3)?
 *
 * A tree that sums at every node: the balance is the lots less what is owed; a lot is what was issued less what left
 * it, each with its event and moment; what was issued is what each rule asked for, less what a cap or budget held back.
 * A rule that was wholly held back is a node of 0; rules that did not apply are leaves of 0 that say why not, where the
 * decision recorded them.
 *
 * @param events - The member's events, in any order.
 * @param options - The kind of points and the moment.
 * @returns The tree; its value is the `balance` of `walletBalance` at that moment.
 * @throws RangeError where a moment is none.
 * @example
 * ```ts
 * import { explainPoints } from "goodwill/loyalty";
 * import { instant } from "goodwill/shared";
 *
 * explainPoints([], { kind: "beans", asOf: instant("2026-03-02T09:00:00Z") }).value; // => 0
 * ```
 */
export function explainPoints(
  events: readonly LoyaltyEvent[],
  { kind, asOf }: ExplainPointsOptions,
): Trace {
  requireInstant("explain points", { asOf });
  const past = inOrder(events.filter(({ occurredAt }) => occurredAt <= asOf));
  const state = replayLoyalty(past);
  const departures = departuresOf(past, kind);
  const earnings = earningsOf(past);
  const fallen = fallenBackByLot(state, asOf);
  const parts: Trace[] = [];
  for (const [, lot] of orderedEntries(state.lots)) {
    if (lot.kind !== kind) continue;
    const gone = [
      ...(departures.get(lot.id) ?? []),
      ...derivedDepartures(lot, { state, asOf, fallen }),
    ];
    parts.push(lotTrace(lot, issueTraces(lot, earnings.get(lot.id)), gone));
  }
  parts.push(...debtTraces(past, kind), ...nothingEarned(past, kind));
  const { balance } = walletBalance(state, kind, { asOf });
  return { code: "points-balance", value: balance, params: { kind, asOf }, parts };
}

function lotTrace(lot: PointsLot, issued: readonly Trace[], gone: readonly Trace[]): Trace {
  const parts = [...issued, ...gone];
  return {
    code: "points-lot",
    value: parts.reduce((sum, { value }) => sum + value, 0),
    params: { lot: lot.id, source: lot.source.kind, of: lot.source.id, at: lot.earnedAt },
    parts,
  };
}

/** What left each lot, or came back to it, movement by movement. */
function departuresOf(events: readonly LoyaltyEvent[], kind: string): Map<string, Trace[]> {
  const departures = new Map<string, Trace[]>();
  for (const { id, occurredAt, movements = [] } of events) {
    for (const { kind: moved, lot, from, to, points } of movements) {
      if (moved !== kind || lot === undefined) continue;
      const sign = (to === "open" ? 1 : 0) - (from === "open" ? 1 : 0);
      if (sign === 0) continue;
      const params = { event: id, at: occurredAt, from, to };
      const trace = { code: sign > 0 ? "points-back" : "points-out", value: sign * points, params };
      const traces = departures.get(lot);
      if (traces === undefined) departures.set(lot, [trace]);
      else traces.push(trace);
    }
  }
  return departures;
}

/** What the clock has done and no event has recorded yet: reservations fallen back, open points past their end. */
function derivedDepartures(
  lot: PointsLot,
  {
    state,
    asOf,
    fallen,
  }: {
    readonly state: LoyaltyState;
    readonly asOf: Instant;
    readonly fallen: ReadonlyMap<string, readonly FallenBackPoints[]>;
  },
): Trace[] {
  const traces: Trace[] = [];
  let open = lot.open;
  for (const { redemption, points, gone, paid } of fallen.get(lot.id) ?? []) {
    if (gone > 0) continue;
    traces.push({ code: "reservation-fallen-back", value: points, params: { redemption } });
    open += points - paid;
  }
  const isExpired = lotPhase(lot, asOf, state.wallets[lot.kind]?.lapsesAt) === "expired";
  if (isExpired && open > 0) traces.push({ code: "points-past-end", value: 0 - open });
  return traces;
}

/**
 * Orders and activities that gave no lot of the kind: rules of it that were wholly held back are told here; and where
 * there is no lot at all, why the others did not apply.
 */
function nothingEarned(events: readonly LoyaltyEvent[], kind: string): Trace[] {
  return events.flatMap((event) => {
    if (event.kind !== "order-recorded" && event.kind !== "activity-recorded") return [];
    const { earning, lots = [] } = event;
    if (lots.some((lot) => lot.kind === kind)) return [];
    const heldBack = earning.rules.filter((rule) => rule.kind === kind).map(ruleTrace);
    const notApplied = lots.length === 0 ? (earning.notApplied ?? []).map(whyNotTrace) : [];
    const parts = [...heldBack, ...notApplied];
    if (parts.length === 0) return [];
    const of = event.kind === "order-recorded" ? event.order : event.activity;
    return [{ code: "nothing-earned", value: 0, params: { of, at: event.occurredAt }, parts }];
  });
}

/** Debts are of no lot: what was taken back beyond the lots, and what later lots paid. */
function debtTraces(events: readonly LoyaltyEvent[], kind: string): Trace[] {
  const traces: Trace[] = [];
  for (const { id, occurredAt, movements = [] } of events) {
    for (const { kind: moved, from, to, points } of movements) {
      if (moved !== kind) continue;
      const params = { event: id, at: occurredAt };
      if (from === "deficit") traces.push({ code: "debt-made", value: 0 - points, params });
      if (to === "deficit") traces.push({ code: "debt-paid", value: points, params });
    }
  }
  return traces;
}

function earningsOf(events: readonly LoyaltyEvent[]): Map<string, EarningOfLot> {
  const earnings = new Map<string, EarningOfLot>();
  for (const event of events) {
    if (event.kind !== "order-recorded" && event.kind !== "activity-recorded") continue;
    const { earning, lots = [] } = event;
    lots.forEach(({ id, kind }, index) => {
      const isFirstOfKind = lots.findIndex((lot) => lot.kind === kind) === index;
      earnings.set(id, { earning, isFirstOfEvent: index === 0, isFirstOfKind });
    });
  }
  return earnings;
}
