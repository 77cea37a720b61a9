import type { Trace } from "../shared/reason.js";

/** What a customer gains, part by part, all in one unit chosen by the host: money or points. */
export interface CustomerBenefitParts {
  /** Gain from the price; below 0 where the customer pays more than elsewhere. */
  readonly price: number;
  /** Gain from the quality. */
  readonly quality: number;
  /** Gain from what is new in the product. */
  readonly productInnovation: number;
  /** Gain from the quality of the service. */
  readonly serviceQuality: number;
  /** Gain from the image of the firm. */
  readonly corporateImage: number;
}

const PARTS = [
  ["price", "benefit-price"],
  ["quality", "benefit-quality"],
  ["productInnovation", "benefit-product-innovation"],
  ["serviceQuality", "benefit-service-quality"],
  ["corporateImage", "benefit-corporate-image"],
] as const satisfies readonly (readonly [keyof CustomerBenefitParts, string])[];

/**
 * What a customer gains in all, and from what (EXP-12).
 *
 * Total customer benefit = price + quality + product innovation + service quality + corporate image. The value is
 * the sum of the parts in that order, added one by one, so that a reader who adds them up finds the same number.
 *
 * @param parts - The five parts in one unit; a part may be negative, none may be left out.
 * @returns The total with its five parts; `EXPERIENCE_SENTENCES` put it into words.
 * @throws RangeError when a part is not a finite number.
 * @example
 * ```ts
 * import { customerBenefit } from "goodwill/experience";
 *
 * const benefit = customerBenefit({
 *   price: -20,
 *   quality: 35,
 *   productInnovation: 10,
 *   serviceQuality: 15,
 *   corporateImage: 5,
 * });
 * benefit.value; // => 45
 * benefit.parts?.map(({ value }) => value); // => [-20, 35, 10, 15, 5]
 * ```
 */
export function customerBenefit(parts: CustomerBenefitParts): Trace {
  const traces = PARTS.map(([name, code]) => {
    const value = parts[name];
    if (!Number.isFinite(value)) {
      throw new RangeError(
        `Cannot add up customer benefit: ${name} must be a finite number, got ${String(value)}`,
      );
    }
    // A part of -0 is 0: no reader should meet a minus zero.
    return { code, value: value + 0 };
  });
  const value = traces.reduce((sum, part) => sum + part.value, 0);
  return { code: "total-customer-benefit", value, parts: traces };
}
