/** Earning cases carried from public systems; amounts in minor units. */
export const LOYALTY_EARNING_CASES = {
  E1: { basis: 1999, perPound: 19, perTwoPounds: 9, sum: 28, oneRuleDoubled: 38 },
  E2: { basis: 1999, factor: [3, 2], floor: 28, halfUp: 29, ceiling: 29 },
  E3: { spend: 700, points: 10, per: 200, earned: 30 },
  E4: { spend: 100, points: 100, per: 1000, earned: 0 },
  E5: [
    { units: 5, factor: [3, 1], earned: 15 },
    { units: 4, factor: [3, 2], earned: 6 },
  ],
  E8: { discounted: 9000, paidByGiftCard: 10_000, earned: [90, 100] },
  E12: { points: [100, 100], per: [10, 20], worth: 1500 },
  E14: { fixed: 100, priority: 10 },
  E15: [
    { fixed: 50, priority: 5 },
    { fixed: 200, priority: 20 },
  ],
  E17: { basis: 1999, perAmount: 19, fixed: 5 },
  sources: {
    E1: "Setono loyalty plugin, EarningCalculatorTest",
    E2: "Setono loyalty plugin, EarningCalculatorTest",
    E3: "Adobe Commerce documentation",
    E4: "magento architecture issue 398",
    E5: "Square loyalty documentation",
    E8: "Odoo, test_loyalty",
    E12: "code-curiosity issue 421",
    E14: "Setono loyalty plugin",
    E15: "Setono loyalty plugin",
    E17: "Setono loyalty plugin",
  },
} as const;
