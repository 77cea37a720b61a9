import type { CustomerId } from "../../customer/record/customer.js";
import type { Money } from "../../shared/money/money.js";
import type { Trace } from "../../shared/reason.js";
import { expectedMoney } from "./expected-money.js";
import { requireSilentAssumptions } from "./require-silent-assumptions.js";
import { DEFAULT_SILENT_ASSUMPTIONS } from "./silent-assumptions.js";
import type { SilentAssumptions } from "./silent-assumptions.js";

/** One estimate of what complaints do not show. The numbers are expectations and need not be whole. */
export interface HiddenEstimate {
  /** Customers who are dissatisfied, with those who complained. */
  readonly dissatisfied: number;
  /** Of those, the ones who keep silent. */
  readonly hidden: number;
  /** Of the silent ones, those who never come back. */
  readonly lost: number;
  /** Of those lost, the ones lost to unprofessional management or a bad attitude, which the firm can mend. */
  readonly lostToAttitude: number;
  /** People the silent ones tell. */
  readonly peopleTold: number;
  /** People they would tell good things, were they satisfied. */
  readonly peopleToldIfSatisfied: number;
  /** What the customers lost are worth; absent where no value is given. */
  readonly moneyAtRisk?: Money;
  /** How `dissatisfied` comes about, which is complained and hidden, and hidden is lost and kept. */
  readonly trace: Trace;
}

/** What complaints do not show, at the lowest, most likely and highest of what is assumed. */
export interface HiddenDissatisfaction {
  /** The customers who complained, each once. */
  readonly complained: number;
  /** With every assumption at its lowest. */
  readonly low: HiddenEstimate;
  /** With every assumption at its most likely. */
  readonly expected: HiddenEstimate;
  /** With every assumption at its highest. */
  readonly high: HiddenEstimate;
}

/** What else is known. */
export interface HiddenDissatisfactionOptions {
  /** What a customer is worth, in the currency of the firm; no money is said when absent. */
  readonly valuePerCustomer?: Money;
  /** How many customers there are: no more can be dissatisfied; without bound when absent. */
  readonly customers?: number;
}

/**
 * How many more are dissatisfied than complain, how many are lost, how many hear of it, and what is at risk (SRV-3)?
 *
 * Of the dissatisfied a share keeps silent, so that those who complained are the rest: `dissatisfied = complained /
 * (1 - silent share)`. Of the silent a share never comes back, and they tell others.
 *
 * @param complaints - The complaints, whose customers count once each, or the number of customers who complained.
 * @param assumptions - What is assumed; replace any of {@link DEFAULT_SILENT_ASSUMPTIONS}, and see
 * {@link SERVICE_SILENT_ASSUMPTIONS}.
 * @param options - What a customer is worth, and how many there are.
 * @returns The estimates.
 * @throws RangeError where a share is not between 0 and 1, the silent share is 1, a range does not rise, the shares of
 * those who tell do not add up to 1, or there are fewer customers than complained.
 * @example
 * ```ts
 * import { hiddenDissatisfaction, SERVICE_SILENT_ASSUMPTIONS } from "goodwill/service";
 * import { money } from "goodwill/shared";
 *
 * const { low, high } = hiddenDissatisfaction(30);
 * [Math.round(low.hidden), Math.round(high.hidden)]; // => [70, 570]
 * const value = { valuePerCustomer: money(20000, "EUR") };
 * const { expected } = hiddenDissatisfaction(4, SERVICE_SILENT_ASSUMPTIONS, value);
 * [Math.round(expected.hidden), expected.lost.toFixed(2), expected.moneyAtRisk?.amount]; // => [96, "87.36", 1747200]
 * ```
 */
export function hiddenDissatisfaction(
  complaints: number | Iterable<{ readonly customer: CustomerId }>,
  assumptions: SilentAssumptions = DEFAULT_SILENT_ASSUMPTIONS,
  options: HiddenDissatisfactionOptions = {},
): HiddenDissatisfaction {
  requireSilentAssumptions(assumptions);
  const complained = complainedOf(complaints);
  const { customers } = options;
  if (customers !== undefined && !(customers >= complained && Number.isFinite(customers))) {
    throw new RangeError(
      `Cannot estimate hidden dissatisfaction: there must be at least the ${complained} customers who complained, ` +
        `got ${customers}`,
    );
  }
  const at = (end: "low" | "expected" | "high"): HiddenEstimate =>
    estimateAt(end, { complained, assumptions, options });
  return { complained, low: at("low"), expected: at("expected"), high: at("high") };
}

function complainedOf(complaints: number | Iterable<{ readonly customer: CustomerId }>): number {
  if (typeof complaints !== "number") {
    return new Set(Array.from(complaints, ({ customer }) => customer)).size;
  }
  if (Number.isSafeInteger(complaints) && complaints >= 0) return complaints;
  throw new RangeError(
    `Cannot estimate hidden dissatisfaction: complaints must be whole and at least 0, got ${complaints}`,
  );
}

function estimateAt(
  end: "low" | "expected" | "high",
  input: {
    readonly complained: number;
    readonly assumptions: SilentAssumptions;
    readonly options: HiddenDissatisfactionOptions;
  },
): HiddenEstimate {
  const { complained, assumptions, options } = input;
  const { silentShare, neverReturnShare, telling, attitudeShare, satisfiedTell } = assumptions;
  const silent = silentShare[end];
  const hidden = Math.min(
    (complained * silent) / (1 - silent),
    (options.customers ?? Infinity) - complained,
  );
  const lost = hidden * neverReturnShare[end];
  const told = telling.reduce((sum, { share, people }) => sum + share * people[end], 0);
  const { valuePerCustomer } = options;
  const dissatisfied = complained + hidden;
  const trace: Trace = {
    code: "hidden-dissatisfied",
    value: dissatisfied,
    params: { silentShare: silent },
    parts: [
      { code: "hidden-complained", value: complained },
      {
        code: "hidden-silent",
        value: hidden,
        params: { neverReturnShare: neverReturnShare[end] },
        parts: [
          { code: "hidden-lost", value: lost },
          { code: "hidden-kept", value: hidden - lost },
        ],
      },
    ],
  };
  return {
    dissatisfied,
    hidden,
    lost,
    lostToAttitude: lost * attitudeShare,
    peopleTold: hidden * told,
    peopleToldIfSatisfied: hidden * satisfiedTell,
    ...(valuePerCustomer !== undefined && { moneyAtRisk: expectedMoney(lost, valuePerCustomer) }),
    trace,
  };
}
