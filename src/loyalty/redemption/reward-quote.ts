import { orderedEntries, orderedValue } from "../../shared/ordered-map.js";
import { ok } from "../../shared/result.js";
import type { Result } from "../../shared/result.js";
import type { Decision } from "../decision/decision.js";
import type { RedemptionRequest } from "../decision/loyalty-command.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import type { Reward } from "../programme/redemption-policy.js";
import { tierStandingAt } from "../tier/tier-standing.js";
import { burnQuote } from "./burn-quote.js";
import { numberFault, textFault } from "../decision/field-fault.js";
import { stillInUse } from "./order-redemptions.js";
import type { RedemptionQuote } from "./redemption-quote.js";

type RewardRequest = Extract<RedemptionRequest, { use: "reward" }>;

/** A reward costs what the catalogue says, for as many claims as its units need; the client's figure is never asked. */
export function rewardQuote(
  decision: Decision,
  request: RewardRequest,
): Result<RedemptionQuote, LoyaltyRefusal> {
  const { redemption: policy, rewards = [] } = decision.options.programme;
  const fault = faultOf(request);
  if (fault !== undefined) return { ok: false, error: fault };
  const reward = rewards.find(({ id }) => id === request.reward);
  if (reward === undefined) {
    return { ok: false, error: { code: "unknown", what: "reward", id: request.reward } };
  }
  if (policy === undefined) {
    return { ok: false, error: { code: "not-offered", what: "redemption" } };
  }
  const units = request.quantity ?? 1;
  const claims = Math.ceil(units / (reward.unitsPerClaim ?? 1));
  const refusal =
    voucherRefusal(decision, request, reward) ??
    numberFault("request.quantity", units, { least: 1 }) ??
    sizeFault(reward, { units, claims }) ??
    tierRefusal(decision, reward) ??
    limitRefusal(decision.state, reward, claims) ??
    stockRefusal(decision, reward, units);
  if (refusal !== undefined) return { ok: false, error: refusal };
  const points = claims * reward.cost;
  const taken = burnQuote(decision, { kinds: policy.kinds, points });
  if (!taken.ok) return taken;
  return ok({
    use: "reward",
    ...taken.value,
    unusedPoints: 0,
    ...(reward.form === "voucher" && { amount: claims * reward.amount }),
    claims,
    ...(reward.stock !== undefined && { stock: { name: reward.stock, units } }),
    ...(reward.form === "voucher" && { voucher: voucherOf(request.voucher!, reward.validDays) }),
  });
}

function voucherOf(id: string, validDays: number | undefined): { id: string; validDays?: number } {
  return validDays === undefined ? { id } : { id, validDays };
}

function faultOf({ reward, order, recipient }: RewardRequest): LoyaltyRefusal | undefined {
  return (
    textFault("request.reward", reward) ??
    (order === undefined ? undefined : textFault("request.order", order)) ??
    (recipient === undefined ? undefined : textFault("request.recipient", recipient))
  );
}

/** Claims and worth have to be numbers that can be counted with. */
function sizeFault(
  reward: Reward,
  { units, claims }: { readonly units: number; readonly claims: number },
): LoyaltyRefusal | undefined {
  const worth = reward.form === "voucher" ? reward.amount : 0;
  if (Number.isSafeInteger(claims * Math.max(reward.cost, worth))) return undefined;
  const mustBe = "a number of units whose cost and worth are at most 2^53 - 1";
  return { code: "invalid-field", field: "request.quantity", mustBe, got: String(units) };
}

function voucherRefusal(
  { state }: Decision,
  { voucher }: RewardRequest,
  { form }: Reward,
): LoyaltyRefusal | undefined {
  if (form === "voucher") {
    const fault = textFault("request.voucher", voucher);
    if (fault !== undefined) return fault;
    if (orderedValue(state.vouchers, voucher!) === undefined) return undefined;
    return { code: "already-there", what: "voucher", id: voucher! };
  }
  if (voucher === undefined) return undefined;
  const mustBe = "absent for a reward that is no voucher";
  return { code: "invalid-field", field: "request.voucher", mustBe, got: voucher };
}

function tierRefusal(
  { state, command, options }: Decision,
  { fromTier }: Reward,
): LoyaltyRefusal | undefined {
  if (fromTier === undefined) return undefined;
  const { programme } = options;
  const tier = tierStandingAt(state, { asOf: command.occurredAt, programme })?.tier;
  const tiers = (programme.tiers?.tiers ?? []).map(({ id }) => id);
  if (tier !== undefined && tiers.indexOf(tier) >= tiers.indexOf(fromTier)) return undefined;
  return { code: "tier-too-low", needed: fromTier, ...(tier !== undefined && { tier }) };
}

function limitRefusal(
  state: LoyaltyState,
  { id, memberLimit }: Reward,
  claims: number,
): LoyaltyRefusal | undefined {
  if (memberLimit === undefined) return undefined;
  let would = claims;
  for (const [, record] of orderedEntries(state.redemptions)) {
    if (record.redemption.reward !== id) continue;
    would += stillInUse(record, record.redemption.claims ?? 0);
  }
  if (would <= memberLimit) return undefined;
  return { code: "limit-reached", limit: "member-claims", atMost: memberLimit, would };
}

/** A shared stock counts units; one the host does not name has nothing left. */
function stockRefusal(
  { options }: Decision,
  { stock }: Reward,
  needed: number,
): LoyaltyRefusal | undefined {
  if (stock === undefined) return undefined;
  const left = options.left?.[stock] ?? 0;
  return left >= needed ? undefined : { code: "out-of-stock", stock, left, needed };
}
