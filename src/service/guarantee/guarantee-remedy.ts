import { compareMoney, multiplyMoney, subtractMoney } from "../../shared/money/arithmetic.js";
import { formatMoney } from "../../shared/money/money.js";
import type { Money } from "../../shared/money/money.js";
import type { Reason } from "../../shared/reason.js";
import type { SlaLedger } from "../deadline/sla-interval.js";
import { requireGuaranteeAmount, requireGuarantee } from "./require-guarantee.js";
import type { GuaranteeRemedy, GuaranteeStep, ServiceGuarantee } from "./service-guarantee.js";

/** What was promised, paid and granted before. */
export interface GuaranteeOptions {
  /** The guarantee. */
  readonly guarantee: ServiceGuarantee;
  /** What the customer paid; needed where the guarantee refunds. */
  readonly price?: Money;
  /** What this customer was granted in the period before, refunds and credit together; nothing when absent. */
  readonly grantedInPeriod?: Money;
}

/** What the customer is owed for lateness, and why. */
export interface GuaranteeClaim {
  /** The guarantee's id. */
  readonly guarantee: string;
  /** How late we are, in minutes as the guarantee measures; 0 where in time. */
  readonly lateMinutes: number;
  /** Whether the clock is stopped: while it is not, the lateness and the claim may grow. */
  readonly isFinal: boolean;
  /** The step that holds; absent where nothing is owed. */
  readonly step?: GuaranteeStep;
  /** What is owed, caps applied; none where nothing is. */
  readonly remedies: readonly GuaranteeGrant[];
  /** Why, in the order the rules were applied; put into words by `explain` with `SERVICE_SENTENCES`. */
  readonly reasons: readonly Reason[];
}

/** One remedy owed. */
export type GuaranteeGrant =
  | {
      /** Paid back, or credited for a later purchase. */
      readonly kind: "refund" | "credit";
      /** The amount, above 0. */
      readonly amount: Money;
    }
  | {
      /** Points are given. */
      readonly kind: "points";
      /** How many. */
      readonly points: number;
    };

const TASK = "apply a guarantee";

/**
 * What do we owe the customer for being late (SRV-4)?
 *
 * Owed is what the highest step says that the lateness is above, once it is above the grace; the lateness is measured
 * from the deadline, the grace included. Refunds of one claim are never more than the price together. Caps on money are
 * used up in the order of the remedies; points have none.
 *
 * The clock starts with the order, for a promised date, too: its target are the business minutes from the order to the
 * date (`businessTimeBetween`), so that the deadline is the date, or the closing before it. A clock cannot start at the
 * date, since a delivery before it would stop it before its start.
 *
 * Store every final claim under a key of guarantee and case, also one that pays nothing: computed again once the period
 * of the cap is over, it would pay. `proposeRecovery` knows nothing of guarantees: its caps count what was paid only
 * where it is among what was granted before (`granted`, by `recoveryGranted`).
 *
 * @param ledger - The clock promised, as `slaLedger` or `serviceClocks` gives it.
 * @param options - `guarantee`; `price`; `grantedInPeriod`.
 * @returns The claim with its reasons; without remedies where we were in time, within the grace or below the first
 * step, or where the caps are used up. Fractions of a minor unit are rounded up, to the customer's favour.
 * @throws RangeError where the guarantee is not valid (grace or steps negative, steps not rising, no remedy, a share
 * not above 0 to 1), a refund is promised and no price given, or currencies differ.
 * @example
 * ```ts
 * import { DEFAULT_SERVICE_GUARANTEE, guaranteeRemedy, slaLedger } from "goodwill/service";
 * import { instant, money, timeZone } from "goodwill/shared";
 *
 * const calendar = { zone: timeZone("UTC"), hours: "always" as const };
 * const stop = instant("2026-06-01T12:31:00Z");
 * const ledger = slaLedger(instant("2026-06-01T12:00:00Z"), { minutes: 30 }, { calendar, stop });
 * const options = { guarantee: DEFAULT_SERVICE_GUARANTEE, price: money(4900, "CNY") };
 * const claim = ledger.ok ? guaranteeRemedy(ledger.value, options) : undefined;
 * claim?.lateMinutes; // => 1
 * claim?.remedies; // => [{ kind: "refund", amount: { amount: 4900, currency: "CNY" } }]
 * ```
 */
export function guaranteeRemedy(
  ledger: Pick<SlaLedger, "stop" | "lateMilliseconds" | "overMilliseconds">,
  options: GuaranteeOptions,
): GuaranteeClaim {
  const { guarantee, price, grantedInPeriod } = options;
  requireGuarantee(TASK, guarantee);
  if (price !== undefined)
    requireGuaranteeAmount(TASK, { name: "the price", least: 0, value: price });
  if (grantedInPeriod !== undefined) {
    requireGuaranteeAmount(TASK, { name: "grantedInPeriod", least: 0, value: grantedInPeriod });
  }
  const late =
    guarantee.measuredIn === "business" ? ledger.overMilliseconds : ledger.lateMilliseconds;
  const isLater = (minutes: number): boolean => late > Math.round(minutes * 60_000);
  const lateMinutes = late / 60_000;
  const claim = {
    guarantee: guarantee.id,
    lateMinutes,
    isFinal: ledger.stop !== undefined,
    remedies: [],
  };
  if (!isLater(0)) return { ...claim, reasons: [{ code: "guarantee-in-time", params: {} }] };
  const { graceMinutes, measuredIn, steps } = guarantee;
  if (!isLater(graceMinutes)) {
    const params = { lateMinutes, graceMinutes };
    return { ...claim, reasons: [{ code: "guarantee-within-grace", params }] };
  }
  const step = steps.findLast(({ laterThanMinutes }) => isLater(laterThanMinutes));
  if (step === undefined) {
    const firstMinutes = (steps[0] as GuaranteeStep).laterThanMinutes;
    const params = { lateMinutes, firstMinutes };
    return { ...claim, reasons: [{ code: "guarantee-below-first-step", params }] };
  }
  const { laterThanMinutes } = step;
  const reasons: Reason[] = [
    { code: "guarantee-late", params: { lateMinutes, measuredIn, laterThanMinutes } },
  ];
  const remedies = granted(step.remedies, { options, reasons });
  return { ...claim, step, remedies, reasons };
}

interface GrantScene {
  readonly options: GuaranteeOptions;
  readonly reasons: Reason[];
}

/** What a cap has left, and how its use is explained. */
interface CapLeft {
  readonly cap: string;
  left: Money;
}

function granted(
  remedies: readonly GuaranteeRemedy[],
  { options, reasons }: GrantScene,
): readonly GuaranteeGrant[] {
  const { guarantee, price, grantedInPeriod } = options;
  const caps: CapLeft[] = [];
  const { perCase, perPeriod } = guarantee.caps ?? {};
  if (perCase !== undefined) caps.push({ cap: "case", left: perCase });
  if (perPeriod !== undefined) {
    const left = grantedInPeriod === undefined ? perPeriod : leftOf(perPeriod, grantedInPeriod);
    caps.push({ cap: "period", left });
  }
  const refundable = price === undefined ? [] : [{ cap: "price", left: price }];
  const grants: GuaranteeGrant[] = [];
  for (const remedy of remedies) {
    if (remedy.kind === "points") {
      reasons.push({ code: "guarantee-points", params: { points: remedy.points } });
      grants.push({ kind: "points", points: remedy.points });
      continue;
    }
    const asked = askedAmount(remedy, price);
    const isCredit = remedy.kind === "credit";
    const kind = isCredit ? "credit" : "refund";
    const code = isCredit ? "guarantee-credit" : "guarantee-refund";
    reasons.push({ code, params: { amount: formatMoney(asked) } });
    const amount = capped(asked, {
      caps: kind === "refund" ? [...refundable, ...caps] : caps,
      reasons,
    });
    if (amount.amount > 0) grants.push({ kind, amount });
  }
  return grants;
}

function askedAmount(
  remedy: Exclude<GuaranteeRemedy, { readonly kind: "points" }>,
  price: Money | undefined,
): Money {
  if (remedy.kind === "credit") return remedy.amount;
  if (price === undefined) {
    throw new RangeError(`Cannot ${TASK}: the price must be given where a refund is promised`);
  }
  if (remedy.kind === "refund") return remedy.amount;
  return multiplyMoney(price, remedy.share, { rounding: "ceiling" });
}

/** Takes the amount from every cap, after cutting it to the least that any has left. */
function capped(
  asked: Money,
  { caps, reasons }: { readonly caps: readonly CapLeft[]; readonly reasons: Reason[] },
): Money {
  let amount = asked;
  for (const { cap, left } of caps) {
    if (compareMoney(amount, left) <= 0) continue;
    const params = { cap, asked: formatMoney(amount), left: formatMoney(left) };
    reasons.push({ code: "guarantee-capped", params });
    amount = left;
  }
  for (const cap of caps) cap.left = subtractMoney(cap.left, amount);
  return amount;
}

function leftOf(cap: Money, used: Money): Money {
  const left = subtractMoney(cap, used);
  return left.amount > 0 ? left : { amount: 0, currency: cap.currency };
}
