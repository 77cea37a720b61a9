import { ok, refuse, type Result } from "../../shared/result.js";
import type { GammaGammaModel } from "./gamma-gamma-model.js";
import { requireSpendHistory } from "./spend-check.js";

const TASK = "predict spend";

/** What is known of the spend of one customer. */
export interface KnownSpend {
  /** Purchases of which the spend is known; an integer of at least 0. */
  readonly frequency: number;
  /** Their mean spend, above 0, in the unit of the model; not needed without a purchase. */
  readonly meanSpend?: number;
}

/** The model has no mean spend: its tail of large spends is too heavy. */
export interface NoMeanSpend {
  /** What is refused. */
  readonly code: "no-mean-spend";
  /** The parameter q, at most 1: a mean exists only above 1. */
  readonly q: number;
}

/**
 * What will this customer spend on the average purchase to come?
 *
 * A mean of the customer's own spend and that of all customers, in which the customer's own counts the more, the more
 * purchases there are; without one it is the mean over all customers, p v / (q - 1). Refused when q is at most 1, as
 * the model then has no mean.
 *
 * @remarks Fader, Hardie and Lee (2005, Journal of Marketing Research 42:415); Fader and Hardie (2013, note 025).
 * @param model - A fit, or parameters.
 * @param known - Frequency and mean spend of the customer.
 * @returns The expected mean spend in the unit of the model; or the refusal `no-mean-spend`.
 * @throws RangeError when a parameter is not above 0, the frequency is not an integer of at least 0, or the mean spend
 * of purchases is absent or not above 0.
 * @example
 * ```ts
 * import { expectedSpend } from "goodwill/value";
 *
 * const model = { kind: "gamma-gamma", parameters: { p: 6.25, q: 3.74, v: 15.44 } } as const;
 * const spend = expectedSpend(model, { frequency: 2, meanSpend: 22.35 });
 * spend.ok && spend.value.toFixed(2); // => "24.66"
 * ```
 */
export function expectedSpend(
  model: GammaGammaModel,
  known: KnownSpend,
): Result<number, NoMeanSpend> {
  const { p, q, v } = model.parameters;
  if (!(p > 0 && p < Infinity)) refuseParameter("p", p);
  if (!(q > 0 && q < Infinity)) refuseParameter("q", q);
  if (!(v > 0 && v < Infinity)) refuseParameter("v", v);
  const { frequency, meanSpend = 0 } = known;
  if (frequency !== 0) requireSpendHistory(known, TASK);
  if (q <= 1) return refuse({ code: "no-mean-spend", q });
  const spent = frequency === 0 ? 0 : frequency * meanSpend;
  return ok((p * (v + spent)) / (p * frequency + q - 1));
}

function refuseParameter(name: string, value: number): never {
  throw new RangeError(
    `Cannot ${TASK}: the parameter ${name} must be a number above 0, got ${String(value)}`,
  );
}
