import { orderedEntries, orderedValue } from "../../shared/ordered-map.js";
import type { OrderedMap } from "../../shared/ordered-map.js";
import type { Instant } from "../../shared/time/instant.js";
import { priorityKey } from "./ledger-draft.js";
import { lotEnd, lotPhase } from "./lot-phase.js";
import type { PointsLot } from "./lot.js";
import type { LotAllocation, LoyaltyState, PointsWallet } from "./loyalty-state.js";

/** What is to be burned. */
export interface BurnRequest {
  /** The kinds of points, burned together. */
  readonly kinds: readonly string[];
  /** How many at the most. */
  readonly points: number;
  /** When. */
  readonly asOf: Instant;
}

/**
 * The lots whose points can be spent at a moment, in burn order over all kinds: lower priority, then earlier end, those
 * without one last, then older. What has expired by then is passed over, whether or not that was recorded.
 */
export function* burnableLots(
  state: LoyaltyState,
  kinds: readonly string[],
  asOf: Instant,
): Generator<PointsLot, void> {
  for (const lot of openLots(state, kinds)) {
    // A command dated back does not spend what was earned, or came back, only later.
    if (lot.earnedAt > asOf || (lot.backAt !== undefined && lot.backAt > asOf)) continue;
    if (lotPhase(lot, asOf, state.wallets[lot.kind]?.lapsesAt) === "active") yield lot;
  }
}

/**
 * The lots with open points of some kinds, in burn order, whatever their phase.
 */
export function* openLots(
  state: LoyaltyState,
  kinds: readonly string[],
): Generator<PointsLot, void> {
  const queues = kinds.flatMap((kind) => {
    const wallet = state.wallets[kind];
    return wallet === undefined ? [] : queuesOf(state, wallet);
  });
  if (queues.length === 1) {
    for (let lot = queues[0]!.next(); lot !== undefined; lot = queues[0]!.next()) yield lot.lot;
    return;
  }
  const heads = queues.map((queue) => queue.next());
  for (;;) {
    let first: number | undefined;
    for (let index = 0; index < heads.length; index += 1) {
      const head = heads[index];
      if (head !== undefined && (first === undefined || head.key < heads[first]!.key)) {
        first = index;
      }
    }
    if (first === undefined) return;
    yield heads[first]!.lot;
    heads[first] = queues[first]!.next();
  }
}

interface LotQueue {
  next(): { readonly key: string; readonly lot: PointsLot } | undefined;
}

function queuesOf(state: LoyaltyState, wallet: PointsWallet): LotQueue[] {
  const queues: LotQueue[] = [];
  for (const queue of [wallet.queue, wallet.idleQueue]) {
    if (queue.length > 0) queues.push(lotQueue(state, queue, wallet.lapsesAt));
  }
  return queues;
}

function lotQueue(
  state: LoyaltyState,
  queue: OrderedMap<string>,
  lapsesAt: Instant | undefined,
): LotQueue {
  const entries = orderedEntries(queue);
  return {
    next() {
      const entry = entries.next();
      if (entry.done === true) return undefined;
      const lot = orderedValue(state.lots, entry.value[1])!;
      const isIdle = lot.lapsesWhenInactive === true;
      return { key: isIdle ? keyWithEnd(lot, lapsesAt) : entry.value[0], lot };
    },
  };
}

function keyWithEnd(lot: PointsLot, lapsesAt: Instant | undefined): string {
  return `${priorityKey(lot.priority)}|${lotEnd(lot, lapsesAt) ?? "~"}|${lot.earnedAt}|${lot.id}`;
}

/** Takes up to so many active points from the lots, in burn order; less where there are not as many. */
export function allocateBurn(
  state: LoyaltyState,
  { kinds, points, asOf }: BurnRequest,
): LotAllocation[] {
  const allocations: LotAllocation[] = [];
  let left = points;
  if (left <= 0) return allocations;
  for (const lot of burnableLots(state, kinds, asOf)) {
    const taken = Math.min(left, lot.open);
    allocations.push({ lot: lot.id, kind: lot.kind, points: taken });
    left -= taken;
    if (left === 0) break;
  }
  return allocations;
}

/** How many points of these kinds can be spent at a moment. */
export function activePoints(state: LoyaltyState, kinds: readonly string[], asOf: Instant): number {
  let sum = 0;
  for (const lot of burnableLots(state, kinds, asOf)) sum += lot.open;
  return sum;
}
