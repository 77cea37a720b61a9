import { orderedValue } from "../../shared/ordered-map.js";
import type { Result } from "../../shared/result.js";
import type { LoyaltyCommandBase } from "../decision/loyalty-command.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import { pointsFault } from "../grant/points-fault.js";
import type { PointsNamed } from "../grant/points-named.js";
import { activePoints, allocateBurn } from "../ledger/burn.js";
import type { LotAllocation, LoyaltyState } from "../ledger/loyalty-state.js";
import { numberFault } from "../decision/field-fault.js";
import { decidePair } from "./decide-pair.js";
import type { PairDecision } from "./decide-pair.js";
import type { LedgerPair, LedgerPairEvents, LedgerPairOptions } from "./ledger-pair.js";
import { passOn } from "./pass-on.js";

/** Gives part of a ledger to another: a merge undone, or a household that breaks up. */
export interface SplitLedger extends LoyaltyCommandBase {
  /** Tells the command from others, or the kind of points. */
  readonly kind: "split-ledger";
  /** Whose ledger the part goes to; an account that is open. */
  readonly to: string;
  /** Lots by id with how many of their open points, all when absent; or active points of a kind, in burn order. */
  readonly part:
    | {
        /** The lots. */
        readonly lots: readonly {
          /** The lot. */
          readonly lot: string;
          /** How many. */
          readonly points?: number;
        }[];
      }
    | {
        /** How many. */
        readonly points: PointsNamed;
      };
}

/**
 * May this part of a ledger go to another, and what happens in both?
 *
 * Lots named can be pending, too; all keep activation, expiry, value and priority. No limit of the programme counts:
 * who splits an account has decided that. What is owed stays behind.
 *
 * @param ledgers - The ledger to be split and the one the part goes to.
 * @param command - Which part.
 * @param options - Now, the programme, ids for the events of both ledgers, and the sequences they were read at.
 * @returns The events of both ledgers, to be stored in one transaction; or why not, with the numbers.
 * @example
 * ```ts
 * import { loyaltyProgramme, NO_LOYALTY, splitLedger } from "goodwill/loyalty";
 * import { instant, timeZone } from "goodwill/shared";
 *
 * const now = instant("2026-03-02T09:00:00Z");
 * const programme = loyaltyProgramme({
 *   id: "beans",
 *   version: 1,
 *   zone: timeZone("Europe/London"),
 *   currency: "GBP",
 *   kinds: [{ id: "beans", purpose: "redeemable" }],
 *   earning: [],
 * });
 * const part = { lots: [{ lot: "0000000002-000" }] };
 * const decided = splitLedger(
 *   { from: NO_LOYALTY, to: NO_LOYALTY },
 *   { kind: "split-ledger", key: "k-1", member: "home", to: "ann", part, occurredAt: now },
 *   { now, programme, ids: (n) => `e-${n}` },
 * );
 * decided.ok ? "done" : decided.error.code; // => "not-enrolled"
 * ```
 */
export function splitLedger(
  ledgers: LedgerPair,
  command: SplitLedger,
  options: LedgerPairOptions,
): Result<LedgerPairEvents, LoyaltyRefusal> {
  return decidePair(ledgers, command, { decide: split, options });
}

function split(pair: PairDecision, { part, occurredAt }: SplitLedger): LoyaltyRefusal | undefined {
  const { state, options } = pair.from;
  if ("lots" in part) {
    const refusal = lotsFault(state, { lots: part.lots, asOf: occurredAt });
    if (refusal !== undefined) return refusal;
    const allocations = part.lots.map(({ lot: id, points }): LotAllocation => {
      const { kind, open } = orderedValue(state.lots, id)!;
      return { lot: id, kind, points: points ?? open };
    });
    return passOn(pair, { allocations, as: "split" });
  }
  const fault = pointsFault(part.points, options.programme);
  if (fault !== undefined) return fault;
  const { kind, amount: needed } = part.points;
  const available = activePoints(state, [kind], occurredAt);
  if (needed > available) return { code: "insufficient-points", needed, available };
  const wanted = { kinds: [kind], points: needed, asOf: occurredAt };
  return passOn(pair, { allocations: allocateBurn(state, wanted), as: "split" });
}

function lotsFault(
  { lots: all }: LoyaltyState,
  {
    lots,
    asOf,
  }: {
    readonly lots: readonly { readonly lot: string; readonly points?: number }[];
    readonly asOf: string;
  },
): LoyaltyRefusal | undefined {
  if (lots.length === 0) {
    return { code: "invalid-field", field: "part.lots", mustBe: "at least one lot", got: "none" };
  }
  const seen = new Set<string>();
  for (const [index, { lot: id, points }] of lots.entries()) {
    const lot = orderedValue(all, id);
    if (lot === undefined || lot.earnedAt > asOf) return { code: "unknown", what: "lot", id };
    if (seen.has(id)) return { code: "already-there", what: "lot", id };
    seen.add(id);
    const asked = points ?? Math.max(1, lot.open);
    const fault = numberFault(`part.lots[${String(index)}].points`, asked, { least: 1 });
    if (fault !== undefined) return fault;
    if (asked > lot.open)
      return { code: "more-than-left", what: `lot ${id}`, left: lot.open, asked };
  }
  return undefined;
}
