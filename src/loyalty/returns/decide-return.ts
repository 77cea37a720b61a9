import { orderedValue } from "../../shared/ordered-map.js";
import { clawBack } from "../decision/claw-back.js";
import { record } from "../decision/decision.js";
import type { Decision } from "../decision/decision.js";
import { giveBack } from "../decision/give-back.js";
import type { GivenBack } from "../decision/give-back.js";
import type { ReturnOrder } from "../decision/loyalty-command.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import { applyPoints } from "../ledger/apply-points.js";
import { openDraft } from "../ledger/ledger-draft.js";
import type { LoyaltyState, OrderRecord } from "../ledger/loyalty-state.js";
import type { PointsMovement } from "../ledger/movement.js";
import type { ReturnedLine } from "../ledger/return-event.js";
import { isReturnedWhole } from "../ledger/returned-whole.js";
import { textFault } from "../decision/field-fault.js";
import { releaseOrder } from "../redemption/release-reservation.js";
import { settleTier } from "../tier/settle-tier.js";
import { countedReversal } from "./counted-reversal.js";
import { earnedReversal } from "./earned-reversal.js";
import { returnedLines } from "./returned-lines.js";
import type { LineComingBack } from "./returned-lines.js";
import { orderShare } from "./returned-share.js";
import type { ReturnedSums } from "./returned-share.js";
import { spentReversal } from "./spent-reversal.js";
import { voucherReversal } from "./voucher-reversal.js";

/**
 * Gives an order back, in part or whole: first what was spent on it comes back, then what it earned is taken back, from
 * its own lots first; what is not there any more is owed or let go, and recorded either way. What is set aside for an
 * order that has come back in whole is given up before; what vouchers paid of it can be used again after.
 */
export function decideReturn(decision: Decision, command: ReturnOrder): LoyaltyRefusal | undefined {
  const { options } = decision;
  const order = orderedValue(decision.state.orders, command.order);
  const refusal = refusalOf(order, command);
  if (refusal !== undefined) return refusal;
  const found = order!;
  const lines = returnedLines(found, command.lines, options.programme);
  if (!lines.ok) return lines.error;
  const before = found.returned ?? {};
  const after = withLines(before, lines.value);
  if (isReturnedWhole({ lines: found.lines, returned: after })) {
    releaseOrder(decision, command.order);
  }
  const earned = earnedReversal(found, after);
  const share = orderShare(found, after);
  const spent = spentReversal(decision, command.order, share);
  const vouchers = voucherReversal(decision, command.order, share);
  const vouchersLost = vouchers
    .filter(({ isLost }) => isLost)
    .map(({ voucher, amount }) => ({ voucher, amount }));
  const back = giveBack(
    decision,
    spent.flatMap(({ allocations }) => allocations),
    { from: "redeemed" },
  );
  const taken = takenBack(decision, { order: found, back, earned: sumByKind(earned) });
  const { movements, owed, letGo } = taken;
  const givenBack = spent.map(({ redemption, points }) => ({ redemption, points }));
  record(decision, {
    kind: "order-returned",
    order: command.order,
    return: command.return,
    lines: recordedLines(found, lines.value, earned),
    reversal: {
      earned: sumByKind(earned),
      spent: givenBack.reduce((sum, { points }) => sum + points, 0),
      forfeited: back.forfeited,
      owed,
      letGo,
    },
    ...(givenBack.length > 0 && { givenBack }),
    ...(vouchersLost.length > 0 && { vouchersLost }),
    ...(back.moved !== undefined && { moved: back.moved }),
    movements,
    ...countedReversal(found, {
      before,
      after,
      qualifyingKind: options.programme.tiers?.qualifyingKind,
    }),
  });
  for (const { voucher } of spent) {
    if (voucher === undefined) continue;
    const change = { kind: "voided", why: `return ${command.return}` } as const;
    record(decision, { kind: "voucher-changed", voucher, change });
  }
  for (const { voucher, amount, isLost } of vouchers) {
    if (isLost) continue;
    const change = { kind: "restored", amount, order: command.order } as const;
    record(decision, { kind: "voucher-changed", voucher, change });
  }
  settleTier(decision);
  return undefined;
}

function refusalOf(
  order: OrderRecord | undefined,
  command: ReturnOrder,
): LoyaltyRefusal | undefined {
  if (order === undefined) return { code: "unknown", what: "order", id: command.order };
  const fault = textFault("return", command.return);
  if (fault !== undefined) return fault;
  if (order.returns?.includes(command.return) === true) {
    return { code: "already-there", what: "return", id: command.return };
  }
  if (command.occurredAt >= order.at) return undefined;
  return { code: "not-possible-now", what: "order", state: "not-yet-placed" };
}

/** What has come back of each line, with what comes back now. */
function withLines(before: ReturnedSums, lines: readonly LineComingBack[]): ReturnedSums {
  const sums: Record<string, { readonly quantity: number; readonly amount: number }> = {
    ...before,
  };
  for (const { line, quantity, amount } of lines) {
    const sum = sums[line];
    sums[line] = {
      quantity: (sum?.quantity ?? 0) + quantity,
      amount: (sum?.amount ?? 0) + amount,
    };
  }
  return sums;
}

function sumByKind(earned: ReturnType<typeof earnedReversal>): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const byKind of Object.values(earned)) {
    for (const [kind, points] of Object.entries(byKind)) sums[kind] = (sums[kind] ?? 0) + points;
  }
  return sums;
}

/** The lines that come back, and those whose points only now make a whole one, in the order's own sequence. */
function recordedLines(
  { lines }: OrderRecord,
  back: readonly LineComingBack[],
  earned: ReturnType<typeof earnedReversal>,
): readonly ReturnedLine[] {
  return lines.flatMap(({ id }): ReturnedLine[] => {
    const found = back.find(({ line }) => line === id);
    if (found === undefined && earned[id] === undefined) return [];
    return [{ line: id, quantity: 0, amount: 0, ...found, earned: earned[id] ?? {} }];
  });
}

interface EarnedBack {
  readonly order: OrderRecord;
  readonly back: GivenBack;
  readonly earned: Readonly<Record<string, number>>;
}

/** What was spent comes back before what was earned is taken, so that it can be taken from it. */
function takenBack(
  { state, command, options }: Decision,
  { order, back, earned }: EarnedBack,
): {
  readonly movements: readonly PointsMovement[];
  readonly owed: Readonly<Record<string, number>>;
  readonly letGo: Readonly<Record<string, number>>;
} {
  const { shortfall } = options.programme.returns;
  const between = stateAfter(state, back);
  const movements = [...back.movements];
  const owed: Record<string, number> = {};
  const letGo: Record<string, number> = {};
  for (const [kind, points] of Object.entries(earned)) {
    const request = { kind, points, ownLots: order.lots, shortfall, asOf: command.occurredAt };
    const taken = clawBack(between, request);
    movements.push(...taken.movements);
    if (taken.owed > 0) owed[kind] = taken.owed;
    if (taken.letGo > 0) letGo[kind] = taken.letGo;
  }
  return { movements, owed, letGo };
}

function stateAfter(state: LoyaltyState, { movements, moved }: GivenBack): LoyaltyState {
  const draft = openDraft(state);
  applyPoints(draft, { movements, ...(moved && { moved }) });
  return draft.state;
}
