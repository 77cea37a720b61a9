import { readFileSync } from "node:fs";
import { instant } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import { main as coffeeShop } from "../../examples/recipes/coffee-shop-points.js";
import { main as hotel } from "../../examples/recipes/hotel-tiers.js";
import { main as marketplace } from "../../examples/recipes/marketplace-returns.js";
import { ledgerOf } from "../../examples/recipes/points-ledger.js";
import { simpleProgramme } from "../loyalty/ledger-story.js";

describe("the recipes of points programmes", () => {
  test.each(["coffee-shop-points", "hotel-tiers", "marketplace-returns", "points-ledger"])(
    "%s is shorter than 80 lines",
    (name) => {
      const text = readFileSync(
        new URL(`../../examples/recipes/${name}.ts`, import.meta.url),
        "utf8",
      );
      expect(text.trimEnd().split("\n").length).toBeLessThan(80);
    },
  );

  test("a coffee shop: ten beans a full pound, double on Mondays, a coffee for 500, a year to the month's end", () => {
    // Monday: 29.99 has 29 full pounds, 290 beans; doubled, 290 more: 580.
    // Tuesday: 3.80 has 3 full pounds: 30. Friday: the coffee takes 500 of the older lot: 580 - 500 = 80; 80 + 30 = 110.
    // 12 months from 2 and 3 March 2026 are 2 and 3 March 2027; both months end on 31 March.
    expect(coffeeShop().split("\n")).toEqual([
      "Ann has 110 beans, through 2027-03-31.",
      "110 beans at 2026-03-06T08:30:00.000Z:",
      "  80 left of order party, earned 2026-03-02T08:30:00.000Z:",
      "    290 by the rule ten-a-pound:",
      "      290 asked for, exactly 290 on 2999.",
      "    290 by the rule double-monday:",
      "      290 asked for, exactly 290 on 290.",
      // The events before it: enrolled, e-0; the two orders, e-1 and e-2.
      "    -500: open became redeemed at 2026-03-06T08:30:00.000Z, by event e-3.",
      "  30 left of order flat-white, earned 2026-03-03T08:30:00.000Z:",
      "    30 by the rule ten-a-pound:",
      "      30 asked for, exactly 30 on 380.",
      "    0 by the rule double-monday: it is for other days of the week.",
    ]);
  });

  test("a hotel: a tier lasts to the end of the next year and three months more, then goes one down", () => {
    // 12 nights in February make silver (10): 1,800 dollars at 10 are 18,000 points.
    // 20 nights in June make 32, gold (30); the stay that makes gold is rated as gold: 3,000 dollars at 10 are 30,000,
    // half as many again 15,000. Together 18,000 + 30,000 + 15,000 = 63,000.
    // Gold of 2016 lasts to the end of 2017 and three months: through 31 March 2018. 2017 has 0 of 30 nights so far.
    expect(hotel().split("\n")).toEqual([
      "Bo has 63000 points and is gold through 2018-03-31.",
      "30 nights from 2017-01-01 through 2017-12-31 keep it.",
      "Without another stay Bo is silver from the day after.",
    ]);
  });

  test("a marketplace: a return takes back what was earned and gives back what was spent, in proportion", () => {
    // 250.00 dollars at 4/5 are 200.00 euros: 200 points. 100 of them pay 10.00 of 70.00, less than half of it.
    // The other 60.00 earn 60, 30 by each line: 200 - 100 + 60 = 160.
    // One of two equal lines comes back: its 30 are taken, half of the 100 is given: 160 - 30 + 50 = 180.
    expect(marketplace().split("\n")).toEqual([
      "Before the return 160 points.",
      "It takes back 30 earned points and gives back 50 spent ones.",
      "After it 180 points.",
    ]);
  });

  test("a refused command ends a recipe and names the refusal", () => {
    const occurredAt = instant("2026-03-02T09:00:00Z");
    const enrol = { kind: "enrol", key: "k", member: "ann", occurredAt } as const;
    expect(() => ledgerOf(simpleProgramme(), [enrol, { ...enrol, key: "again" }])).toThrow(
      "enrol was refused: already-there",
    );
  });
});
