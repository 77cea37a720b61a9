import { customerId, type CustomerId } from "goodwill/customer";
import { describe, expect, it } from "vitest";

describe("a customer's id", () => {
  it("is the host's own text", () => {
    expect(customerId("客户 17")).toBe("客户 17");
    // @ts-expect-error -- a bare text is not yet an id
    const bare: CustomerId = "C-17";
    expect(bare).toBe("C-17");
  });

  it.each(["", " ", " C-17", "C-17\n"])("is not %j", (text) => {
    expect(() => customerId(text)).toThrow(RangeError);
  });
});
