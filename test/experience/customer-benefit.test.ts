import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  customerBenefit,
  customerBenefitPartsSchema,
  EXPERIENCE_SENTENCES,
} from "goodwill/experience";
import { explain } from "goodwill/shared";

const parts = {
  price: -20,
  quality: 35,
  productInnovation: 10,
  serviceQuality: 15,
  corporateImage: 5,
};

describe("customerBenefit", () => {
  it("EXP-12: total customer benefit = price + quality + product innovation + service quality + corporate image", () => {
    expect(customerBenefit(parts)).toEqual({
      code: "total-customer-benefit",
      value: 45,
      parts: [
        { code: "benefit-price", value: -20 },
        { code: "benefit-quality", value: 35 },
        { code: "benefit-product-innovation", value: 10 },
        { code: "benefit-service-quality", value: 15 },
        { code: "benefit-corporate-image", value: 5 },
      ],
    });
  });

  it("EXP-12: the parts add up to the value, to the last bit", () => {
    const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(
        fc.record({
          price: number,
          quality: number,
          productInnovation: number,
          serviceQuality: number,
          corporateImage: number,
        }),
        (given) => {
          const { value, parts: found } = customerBenefit(given);
          expect(found!.reduce((sum, part) => sum + part.value, 0)).toBe(value);
          // adding 0 turns -0 into 0
          expect(found!.map((part) => part.value)).toEqual([
            given.price + 0,
            given.quality + 0,
            given.productInnovation + 0,
            given.serviceQuality + 0,
            given.corporateImage + 0,
          ]);
        },
      ),
    );
  });

  it("EXP-12: a part of minus zero is zero", () => {
    const none = customerBenefit({
      price: -0,
      quality: -0,
      productInnovation: 0,
      serviceQuality: -0,
      corporateImage: -0,
    });
    // toBe tells -0 from 0
    expect(none.value).toBe(0);
    for (const { value } of none.parts!) expect(value).toBe(0);
  });

  it("is put into words, a line a part", () => {
    expect(explain(customerBenefit(parts), EXPERIENCE_SENTENCES).split("\n")).toEqual([
      "Total customer benefit: 45.",
      "  Price: -20.",
      "  Quality: 35.",
      "  Product innovation: 10.",
      "  Service quality: 15.",
      "  Corporate image: 5.",
    ]);
  });

  it("refuses a part that is missing or no finite number", () => {
    expect(() => customerBenefit({ ...parts, quality: Number.NaN })).toThrow(
      new RangeError("Cannot add up customer benefit: quality must be a finite number, got NaN"),
    );
    const withoutPrice: Partial<typeof parts> = { ...parts };
    delete withoutPrice.price;
    expect(() => customerBenefit(withoutPrice as typeof parts)).toThrow(
      "price must be a finite number, got undefined",
    );
    expect(customerBenefitPartsSchema.safeParse(withoutPrice).success).toBe(false);
    expect(customerBenefitPartsSchema.safeParse(parts).success).toBe(true);
  });
});
