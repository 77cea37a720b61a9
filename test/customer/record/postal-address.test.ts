import { postalLine } from "goodwill/customer";
import { expect, it } from "vitest";

const CHONGQING = {
  lines: ["Jiefangbei 8", " Room 12 "],
  locality: "Yuzhong",
  region: "Chongqing",
  postalCode: "400010",
  country: "CN",
};

it("an address reads from the house to the country, or the other way round", () => {
  expect(postalLine(CHONGQING)).toBe("Jiefangbei 8, Room 12, Yuzhong, Chongqing, 400010, CN");
  expect(postalLine(CHONGQING, { order: "large-first" })).toBe(
    "CN, 400010, Chongqing, Yuzhong, Room 12, Jiefangbei 8",
  );
});

it("absent and blank parts leave no comma behind", () => {
  expect(postalLine({ lines: ["Main St 1", " "], locality: "Dublin", country: "IE" })).toBe(
    "Main St 1, Dublin, IE",
  );
});
