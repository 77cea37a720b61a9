import { orderedValue } from "../../shared/ordered-map.js";
import {
  copyOfMap,
  dropEntry,
  putEntry,
  withEntry,
  withoutEntry,
} from "../../shared/ordered-map-change.js";
import type { OrderedMap } from "../../shared/ordered-map.js";
import type { PointsLot } from "./lot.js";
import { EMPTY_WALLET, NO_LOYALTY } from "./loyalty-state.js";
import type { LoyaltyState, PointsWallet } from "./loyalty-state.js";
import type { LedgerAccount } from "./movement.js";

type Changeable<Shape> = { -readonly [Field in keyof Shape]: Shape[Field] };

type OpenWallet = Changeable<Omit<PointsWallet, "totals">> & {
  readonly totals: Record<LedgerAccount, number>;
};

/**
 * A ledger while events are taken in. One event shares what it does not touch with the state before; a long fold
 * copies everything once, and from then on changes it in place.
 */
export interface LedgerDraft {
  /** The ledger so far. */
  readonly state: Changeable<LoyaltyState>;
  /** Whether all of it belongs to this fold and is changed in place. */
  readonly isOwned: boolean;
  /** Sets an entry. */
  readonly put: <Value>(map: OrderedMap<Value>, key: string, value: Value) => OrderedMap<Value>;
  /** Takes an entry out. */
  readonly drop: <Value>(map: OrderedMap<Value>, key: string) => OrderedMap<Value>;
}

/** Opens a ledger for one event; the one given stays as it is. */
export function openDraft(state: LoyaltyState): LedgerDraft {
  const copy = { ...state, wallets: { ...state.wallets } };
  return { state: copy, isOwned: false, put: withEntry, drop: withoutEntry };
}

/** Opens a ledger for many events; the one given stays as it is. */
export function openFold(state: LoyaltyState): LedgerDraft {
  const wallets: Record<string, PointsWallet> = {};
  for (const [kind, wallet] of Object.entries(state.wallets)) wallets[kind] = copyOfWallet(wallet);
  const copy = { ...state, wallets } as Changeable<LoyaltyState>;
  const maps = copy as Record<string, unknown>;
  for (const name of Object.keys(NO_LOYALTY)) {
    const map = maps[name];
    if (Array.isArray(map)) maps[name] = copyOfMap(map as OrderedMap<unknown>);
  }
  // Lots are changed in place.
  copy.lots = state.lots.map(({ keys, values }) => ({
    keys: keys.slice(),
    values: values.map((lot) => ({ ...lot })),
  }));
  return { state: copy, isOwned: true, put: putEntry, drop: dropEntry };
}

/** The wallet of a kind, to be changed. */
export function draftWallet({ state, isOwned }: LedgerDraft, kind: string): OpenWallet {
  const wallets = state.wallets as Record<string, PointsWallet>;
  const found = wallets[kind];
  if (found !== undefined && isOwned) return found;
  const wallet = found ?? EMPTY_WALLET;
  const copy = isOwned ? copyOfWallet(wallet) : { ...wallet, totals: { ...wallet.totals } };
  wallets[kind] = copy;
  return copy;
}

function copyOfWallet(wallet: PointsWallet): OpenWallet {
  const { totals, queue, idleQueue } = wallet;
  return {
    ...wallet,
    totals: { ...totals },
    queue: copyOfMap(queue),
    idleQueue: copyOfMap(idleQueue),
  };
}

/** The lot of an id, to be changed; {@link putLot} puts it back. */
export function draftLot({ state, isOwned }: LedgerDraft, id: string): Changeable<PointsLot> {
  const lot = orderedValue(state.lots, id);
  if (lot !== undefined) return isOwned ? lot : { ...lot };
  throw new RangeError(`Cannot evolve a ledger: there is no lot ${JSON.stringify(id)}`);
}

/** Puts a lot in place of the one of its id. */
export function putLot({ state, isOwned, put }: LedgerDraft, lot: PointsLot): void {
  if (!isOwned) state.lots = put(state.lots, lot.id, lot);
}

/** Puts a lot into the queue of those with open points. */
export function enqueue(draft: LedgerDraft, lot: PointsLot): void {
  const wallet = draftWallet(draft, lot.kind);
  const queue = queueOf(lot);
  wallet[queue] = draft.put(wallet[queue], burnKey(lot), lot.id);
}

/** Takes a lot out of the queue of those with open points. */
export function dequeue(draft: LedgerDraft, lot: PointsLot): void {
  const wallet = draftWallet(draft, lot.kind);
  const queue = queueOf(lot);
  wallet[queue] = draft.drop(wallet[queue], burnKey(lot));
}

function queueOf(lot: PointsLot): "queue" | "idleQueue" {
  return lot.lapsesWhenInactive === true ? "idleQueue" : "queue";
}

/** A text by which lots sort in burn order: priority, then end (never last), then age. */
export function burnKey(
  lot: Pick<PointsLot, "priority" | "expiresAt" | "earnedAt" | "id">,
): string {
  return `${priorityKey(lot.priority)}|${lot.expiresAt ?? "~"}|${lot.earnedAt}|${lot.id}`;
}

/** The part of the burn key that is the priority: priorities are integers from -99,999 to 99,999. */
export function priorityKey(priority: number): string {
  return String(priority + 100_000).padStart(6, "0");
}
