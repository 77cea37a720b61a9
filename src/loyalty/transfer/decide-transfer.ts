import type { Result } from "../../shared/result.js";
import type { LoyaltyCommandBase } from "../decision/loyalty-command.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import { pointsFault } from "../grant/points-fault.js";
import type { PointsNamed } from "../grant/points-named.js";
import { activePoints, allocateBurn } from "../ledger/burn.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import type { HouseholdPolicy, TransferPolicy } from "../programme/sharing-policy.js";
import { decidePair } from "./decide-pair.js";
import type { PairDecision } from "./decide-pair.js";
import type { LedgerPair, LedgerPairEvents, LedgerPairOptions } from "./ledger-pair.js";
import { monthAt, passOn } from "./pass-on.js";

/** Passes points on to another member, or pays them into the account of the member's household. */
export interface TransferPoints extends LoyaltyCommandBase {
  /** Tells the command from others. */
  readonly kind: "transfer-points";
  /** To another member, or into a household's account. */
  readonly as: "transfer" | "household";
  /** Whose ledger they come to. */
  readonly to: string;
  /** The kind of points and how many, an integer of at least 1. */
  readonly points: PointsNamed;
}

/**
 * May a member pass these points on, and what happens in both ledgers (LOY-3)?
 *
 * - Only active points, in burn order; what the member owes stays behind.
 * - They keep their expiry, value and priority. Points that lapse by inactivity keep the moment they would have lapsed
 * at: activity of the new owner does not move it.
 * - To another member: kinds, minimum and monthly limit of the programme's `transfer`. Into a household's account,
 * which has to list the member: kinds and monthly limit of its `household`. The month is one of the programme's clock.
 * - What comes in pays first what the other member owes.
 * - The same key with the same payload again gives no events; a command only one of the ledgers took in is refused.
 *
 * @param ledgers - The ledgers of both.
 * @param command - What is passed on; its `member` is the giver.
 * @param options - Now, the programme, ids for the events of both ledgers, and the sequences they were read at.
 * @returns The events of both ledgers, to be stored in one transaction; or why not, with the numbers.
 * @example
 * ```ts
 * import { decideTransfer, loyaltyProgramme, NO_LOYALTY } from "goodwill/loyalty";
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
 *   transfer: { kinds: ["beans"], monthlyPoints: 500 },
 * });
 * const decided = decideTransfer(
 *   { from: NO_LOYALTY, to: NO_LOYALTY },
 *   {
 *     kind: "transfer-points",
 *     as: "transfer",
 *     key: "k-1",
 *     member: "ann",
 *     to: "bob",
 *     points: { kind: "beans", amount: 50 },
 *     occurredAt: now,
 *   },
 *   { now, programme, ids: (n) => `e-${n}` },
 * );
 * decided.ok ? "done" : decided.error.code; // => "not-enrolled"
 * ```
 */
export function decideTransfer(
  ledgers: LedgerPair,
  command: TransferPoints,
  options: LedgerPairOptions,
): Result<LedgerPairEvents, LoyaltyRefusal> {
  return decidePair(ledgers, command, { decide: transfer, options });
}

function transfer(pair: PairDecision, command: TransferPoints): LoyaltyRefusal | undefined {
  const { state, options } = pair.from;
  const { as, points, occurredAt: asOf } = command;
  const { programme } = options;
  const refusal =
    pointsFault(points, programme) ??
    holderFault(pair, command) ??
    limitFault(pair, command) ??
    shortFault(state, command);
  if (refusal !== undefined) return refusal;
  const { kind, amount } = points;
  return passOn(pair, {
    allocations: allocateBurn(state, { kinds: [kind], points: amount, asOf }),
    as,
  });
}

/** A gift into a household's account would go round the household's rules. */
function holderFault(
  { to }: PairDecision,
  { as, member }: TransferPoints,
): LoyaltyRefusal | undefined {
  const { holder, persons = [] } = to.state.account!;
  const isHousehold = holder === "household";
  if (isHousehold !== (as === "household")) {
    return { code: "not-possible-now", what: `${as} to an account`, state: holder };
  }
  if (!isHousehold || persons.includes(member)) return undefined;
  return { code: "unknown", what: "person", id: member };
}

function limitFault(
  { from }: PairDecision,
  { as, points, occurredAt }: TransferPoints,
): LoyaltyRefusal | undefined {
  const { programme } = from.options;
  const policy: (TransferPolicy & Partial<HouseholdPolicy>) | undefined =
    as === "transfer" ? programme.transfer : programme.household;
  if (policy === undefined) return { code: "not-offered", what: as };
  const { kinds, minimumPoints = 1, monthlyPoints } = policy;
  const { kind, amount } = points;
  if (!kinds.includes(kind)) return { code: "not-offered", what: `${as} of ${kind}` };
  if (amount < minimumPoints) {
    return { code: "below-minimum", minimum: minimumPoints, points: amount };
  }
  if (monthlyPoints === undefined) return undefined;
  const before = from.state.passedOn[`${as}:${monthAt(occurredAt, programme)}`] ?? 0;
  const would = before + amount;
  if (would <= monthlyPoints) return undefined;
  return { code: "limit-reached", limit: "monthly-points", atMost: monthlyPoints, would };
}

function shortFault(
  state: LoyaltyState,
  { points, occurredAt }: TransferPoints,
): LoyaltyRefusal | undefined {
  const { kind, amount: needed } = points;
  const owed = 0 - (state.wallets[kind]?.totals.deficit ?? 0);
  const available = Math.max(0, activePoints(state, [kind], occurredAt) - owed);
  if (needed <= available) return undefined;
  return { code: "insufficient-points", needed, available };
}
