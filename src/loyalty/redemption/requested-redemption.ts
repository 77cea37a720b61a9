import { ok } from "../../shared/result.js";
import type { Result } from "../../shared/result.js";
import type { Decision } from "../decision/decision.js";
import type { RedemptionRequest } from "../decision/loyalty-command.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import { burnQuote } from "./burn-quote.js";
import { numberFault } from "../decision/field-fault.js";
import { cashbackQuote, paymentQuote } from "./payment-quote.js";
import type { RedemptionQuote } from "./redemption-quote.js";
import { rewardQuote } from "./reward-quote.js";

/** What a request takes and gives: the one computation behind the quote and what happens. */
export function requestedRedemption(
  decision: Decision,
  request: RedemptionRequest,
): Result<RedemptionQuote, LoyaltyRefusal> {
  switch (request.use) {
    case "payment":
      return paymentQuote(decision, request);
    case "cashback":
      return cashbackQuote(decision, request);
    case "reward":
      return rewardQuote(decision, request);
    case "partner":
      return partnerQuote(decision, request);
    default:
      return { ok: false, error: unknownUse(request) };
  }
}

/** The request may come from outside, unchecked. */
function unknownUse({ use }: { readonly use: unknown }): LoyaltyRefusal {
  const mustBe = "payment, cashback, reward or partner";
  return { code: "invalid-field", field: "request.use", mustBe, got: String(use) };
}

/** As all redemptions, at a partner's too needs the policy: without one nothing could be set aside, nor given back. */
function partnerQuote(
  decision: Decision,
  { partner: id, kind, points }: Extract<RedemptionRequest, { use: "partner" }>,
): Result<RedemptionQuote, LoyaltyRefusal> {
  const fault = numberFault("request.points", points, { least: 1 });
  if (fault !== undefined) return { ok: false, error: fault };
  const { redemption: policy, partners = [] } = decision.options.programme;
  const partner = partners.find((one) => one.id === id);
  if (partner === undefined) return { ok: false, error: { code: "unknown", what: "partner", id } };
  if (!partner.accepts.includes(kind)) {
    return { ok: false, error: { code: "not-offered", what: `${kind} at ${id}` } };
  }
  if (policy === undefined) {
    return { ok: false, error: { code: "not-offered", what: "redemption" } };
  }
  const taken = burnQuote(decision, { kinds: [kind], points });
  return taken.ok ? ok({ use: "partner", ...taken.value, unusedPoints: 0 }) : taken;
}
