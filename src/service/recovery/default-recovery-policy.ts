import type { Money } from "../../shared/money/money.js";
import type { RecoveryPolicy } from "./recovery-policy.js";

const cny = (amount: number): Money => ({ amount, currency: "CNY" });

/**
 * Recovery as a first policy to start from (SRV-5).
 *
 * | severity | of the price | at least | forms, the preferred first | apology |
 * |---|---|---|---|---|
 * | low | 10 percent | CNY 10 | credit, points, discount, gift | whoever received it, by the same channel |
 * | medium | 25 percent | CNY 30 | credit, refund, points, discount, gift | the supervisor, by the same channel |
 * | high | 50 percent | CNY 100 | refund, credit, points, gift | the manager, by phone |
 * | critical | 100 percent | CNY 300 | refund, credit | the head of service, by phone |
 *
 * The firm answers for all of its own fault, half of a shared one, half of a third party's, nothing of the customer's.
 * A risk to safety counts as critical. Value adds 20 percent for class A and 10 for class B, never more than 20; each
 * earlier failure adds 25 percent, never more than 50. Frontline staff grant up to CNY 200, supervisors 1000,
 * managers 5000, the head of service 50000. Caps in 365 days: CNY 50000 a case, 100000 a customer.
 *
 * @remarks What a recovery is made of (apology, explanation, remedy) and that it must be fair in outcome, procedure and
 * manner: Tax, Brown and Chandrashekaran (1998, Journal of Marketing 62(2):60). That the remedy follows kind and
 * size of the failure: Smith, Bolton and Wagner (1999, Journal of Marketing Research 36:356). All numbers are house
 * rules, with no source: put the firm's own in their place.
 */
export const DEFAULT_RECOVERY_POLICY: RecoveryPolicy = {
  priceShare: { low: 0.1, medium: 0.25, high: 0.5, critical: 1 },
  faultShare: { ours: 1, shared: 0.5, "third-party": 0.5, customer: 0 },
  minimum: { low: cny(10_00), medium: cny(30_00), high: cny(100_00), critical: cny(300_00) },
  minimumFor: ["ours", "shared"],
  restoreFor: ["ours", "shared", "third-party"],
  safetySeverity: "critical",
  value: { addedShareByClass: { A: 0.2, B: 0.1 }, atMostShare: 0.2 },
  repeat: { addedShareEach: 0.25, atMostShare: 0.5 },
  kinds: {
    low: ["credit", "points", "discount", "gift"],
    medium: ["credit", "refund", "points", "discount", "gift"],
    high: ["refund", "credit", "points", "gift"],
    critical: ["refund", "credit"],
  },
  apology: {
    low: { by: "receiver", channel: "same" },
    medium: { by: "supervisor", channel: "same" },
    high: { by: "manager", channel: "phone" },
    critical: { by: "head-of-service", channel: "phone" },
  },
  caps: { perCase: cny(50_000_00), perCustomer: cny(100_000_00), periodDays: 365 },
  authority: [
    { level: "frontline", upTo: cny(200_00) },
    { level: "supervisor", upTo: cny(1000_00) },
    { level: "manager", upTo: cny(5000_00) },
    { level: "head-of-service", upTo: cny(50_000_00) },
  ],
  rounding: { toMinorUnits: 100, rounding: "up" },
};
