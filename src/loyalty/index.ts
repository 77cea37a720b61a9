/**
 * How is loyalty rewarded: points, tiers, rewards, clubs, referral?
 *
 * A points ledger that can be trusted with money: every point has its reason, expires when it was said to, and comes
 * back when an order is returned. The host sends commands and keeps the events; all else follows from them.
 *
 * @example
 * ```ts
 * import { decideLoyalty, loyaltyProgramme, loyaltyView, replayLoyalty } from "goodwill/loyalty";
 * import type { LoyaltyEvent } from "goodwill/loyalty";
 * import { instant, timeZone } from "goodwill/shared";
 *
 * const programme = loyaltyProgramme({
 *   id: "beans",
 *   version: 1,
 *   zone: timeZone("Europe/London"),
 *   currency: "GBP",
 *   kinds: [{ id: "beans", purpose: "redeemable" }],
 *   earning: [
 *     { id: "coffee", kind: "beans", trigger: "order", award: { form: "per-amount", points: 10, per: 100 } },
 *   ],
 * });
 * const now = instant("2026-03-02T09:00:00Z");
 * const common = { member: "ann", occurredAt: now };
 * const enrol = { ...common, kind: "enrol", key: "k-1" } as const;
 * const line = { id: "1", product: "flat-white", quantity: 1, amount: { amount: 380, currency: "GBP" } } as const;
 * const order = { ...common, kind: "record-order", key: "k-2", order: { id: "o-1", lines: [line] } } as const;
 * const events: LoyaltyEvent[] = [];
 * for (const command of [enrol, order]) {
 *   const ids = (n: number): string => `e-${events.length + n}`;
 *   const decided = decideLoyalty(replayLoyalty(events), command, { now, programme, ids });
 *   if (decided.ok) events.push(...decided.value);
 * }
 * loyaltyView(replayLoyalty(events), { asOf: now, programme }).active; // => 30
 * ```
 *
 * @module loyalty
 */
export * from "./reasons.js";
export * from "./schema.js";
// programme: the rules as data
export * from "./programme/point-kind.js";
export * from "./programme/activation-rule.js";
export * from "./programme/expiry-rule.js";
export * from "./programme/earning-condition.js";
export * from "./programme/earning-rule.js";
export * from "./programme/redemption-policy.js";
export * from "./programme/return-policy.js";
export * from "./programme/sharing-policy.js";
export * from "./programme/tier-policy.js";
export * from "./programme/programme-definition.js";
export * from "./programme/programme.js";
// ledger: what happened, and what it left
export * from "./ledger/movement.js";
export * from "./ledger/lot.js";
export * from "./ledger/event-base.js";
export * from "./ledger/member-event.js";
export * from "./ledger/earning-record.js";
export * from "./ledger/earning-event.js";
export * from "./ledger/points-event.js";
export * from "./ledger/redemption-event.js";
export * from "./ledger/return-event.js";
export * from "./ledger/tier-event.js";
export * from "./ledger/loyalty-event.js";
export * from "./ledger/loyalty-state.js";
export * from "./decision/loyalty-command.js";
export * from "./decision/loyalty-refusal.js";
export * from "./decision/decision-options.js";
export * from "./decide-loyalty.js";
export * from "./ledger/evolve-loyalty.js";
export * from "./ledger/replay-loyalty.js";
export * from "./ledger/upcast-events.js";
// view
export * from "./view/wallet-balance.js";
export * from "./view/forecast-expiry.js";
export * from "./view/loyalty-view.js";
// earning
export * from "./earning/earning-occasion.js";
export * from "./earning/earned-points.js";
export * from "./earning/earn-points.js";
// redemption and returns
export * from "./redemption/redemption-quote.js";
export * from "./redemption/quote-redemption.js";
export * from "./returns/preview-return.js";
// allowance: shared budgets and stocks
export * from "./allowance/allowance-command.js";
export * from "./allowance/allowance-event.js";
export * from "./allowance/allowance-state.js";
export * from "./allowance/allowance-left.js";
export * from "./allowance/decide-allowance.js";
export * from "./allowance/evolve-allowance.js";
// tier
export * from "./tier/tier-options.js";
export * from "./tier/qualified-amounts.js";
export * from "./tier/tier-standing.js";
export * from "./tier/tier-segments.js";
export * from "./tier/tier-progress.js";
export * from "./tier/tier-benefits.js";
// sharing and referral
export * from "./grant/points-named.js";
export * from "./transfer/ledger-pair.js";
export * from "./transfer/decide-transfer.js";
export * from "./transfer/merge-ledgers.js";
export * from "./transfer/split-ledger.js";
export * from "./referral/referral-command.js";
export * from "./referral/decide-referral.js";
// insight
export * from "./insight/balance-as-of.js";
export * from "./insight/late-events.js";
export * from "./insight/explain-points.js";
export * from "./insight/ledger-finding.js";
export * from "./insight/audit-ledger.js";
// attachment
export * from "./attachment/attachment-policy.js";
export * from "./attachment/attitude-fact.js";
export * from "./attachment/repeated-purchase.js";
export * from "./attachment/loyalty-level.js";
export * from "./attachment/loyalty-attachment.js";
// price instruments
export * from "./price/price-basket.js";
export * from "./price/price-instrument.js";
export * from "./price/price-options.js";
export * from "./price/priced-basket.js";
export * from "./price/apply-price-instruments.js";
// accounting
export * from "./accounting/revenue-allocation.js";
export * from "./accounting/revenue-recognition.js";
export * from "./accounting/vintage-lot.js";
export * from "./accounting/expected-redemption.js";
export * from "./accounting/vintage-liability.js";
export * from "./accounting/points-liability.js";
export * from "./accounting/liability-lots.js";
export * from "./accounting/estimate-redemption.js";
// looking over a programme
export * from "./lint/programme-finding.js";
export * from "./lint/lint-policy.js";
export * from "./lint/lint-programme.js";
export * from "./simulation/simulation-policy.js";
export * from "./simulation/simulation-figures.js";
export * from "./simulation/simulate-programme.js";
