import fc from "fast-check";
import { customerId } from "goodwill/customer";
import { instant, money, plainDate, timeZone, type Money, type Trace } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import { applyPriceInstruments } from "../../../src/loyalty/price/apply-price-instruments.js";
import type { Basket, BasketLine } from "../../../src/loyalty/price/price-basket.js";
import type { PriceInstrument, PriceLimit } from "../../../src/loyalty/price/price-instrument.js";
import type { PriceOptions } from "../../../src/loyalty/price/price-options.js";
import type { PricedBasket } from "../../../src/loyalty/price/priced-basket.js";

const ANN = customerId("ann");

const OPTIONS = {
  ...{ asOf: instant("2026-02-13T17:00:00Z"), zone: timeZone("Asia/Shanghai") },
  customer: { id: ANN, tier: "gold", segments: ["students"], clubs: [] },
} as const satisfies PriceOptions;

function line(product: string, amount: number, rest: Partial<BasketLine> = {}): BasketLine {
  return { id: product, product, quantity: 1, amount, ...rest };
}

function basketOf(...lines: readonly BasketLine[]): Basket {
  return { currency: "EUR", lines };
}

const BASKET = basketOf(
  line("tea", 1000, { category: "drinks", cost: 700 }),
  line("cup", 1000, { category: "kitchen", cost: 200 }),
  line("pot", 1001, { category: "kitchen" }),
);

function apply(
  instruments: readonly PriceInstrument[],
  { basket = BASKET, ...options }: Partial<PriceOptions> & { readonly basket?: Basket } = {},
): PricedBasket {
  return applyPriceInstruments(basket, instruments, { ...OPTIONS, ...options });
}

const amountsOf = ({ lines }: PricedBasket): number[] => lines.map(({ amount }) => amount);

const whyNot = ({ notApplied }: PricedBasket): string[] =>
  notApplied.flatMap(({ reasons }) => reasons.map(({ code }) => code));

const off = (numerator: number, rest: object = {}): PriceInstrument => ({
  ...{ id: "off", form: "discount", off: { share: { numerator, denominator: 100 } } },
  ...rest,
});

describe("LOY-4: discounts", () => {
  test("LOY-4: a share is rounded once and spread by largest remainder", () => {
    const priced = apply([off(10)]);
    // 10 % of 30.01 is 300.1 cents: 300, and no line is rounded on its own.
    expect(priced.total).toEqual(money(2701, "EUR"));
    expect(amountsOf(priced)).toEqual([900, 900, 901]);
    expect(apply([off(50)]).total.amount).toBe(1501);
  });

  test("LOY-4: an amount is spread over its lines, at most what is asked for them", () => {
    const five: PriceInstrument = { id: "five", form: "discount", off: { amount: 500 } };
    expect(amountsOf(apply([five]))).toEqual([833, 834, 834]);
    const kitchen = { ...five, eligibility: { categories: ["kitchen"] } };
    expect(amountsOf(apply([kitchen]))).toEqual([1000, 750, 751]);
    const much = apply([{ ...five, off: { amount: 9999 } }]);
    expect([much.total.amount, much.applied[0]?.wanted]).toEqual([0, 3001]);
  });

  test("LOY-4: discounts apply one after another, in their order, to what is left", () => {
    const twice = apply([off(10, { id: "b" }), off(10, { id: "a" })], {
      basket: basketOf(line("tea", 1000)),
    });
    expect(twice.applied.map(({ instrument, granted }) => [instrument, granted])).toEqual([
      ["a", 100],
      ["b", 90],
    ]);
    const amount: PriceInstrument = { id: "z", form: "discount", off: { amount: 500 }, order: -1 };
    expect(apply([off(10), amount]).total.amount).toBe(2251);
    expect(apply([off(10), { ...amount, order: 1 }]).total.amount).toBe(2201);
  });

  test("LOY-4: an exclusive one shares no line with another, before it or after", () => {
    const tea = { exclusive: true, eligibility: { products: ["tea"] } } as const;
    const first = apply([off(50, { id: "a", ...tea }), off(10, { id: "b" })]);
    expect(amountsOf(first)).toEqual([500, 900, 901]);
    const later = apply([off(50, { id: "z", ...tea }), off(10, { id: "b" })]);
    expect(amountsOf(later)).toEqual([900, 900, 901]);
    expect(whyNot(later)).toEqual(["price-not-stackable"]);
  });

  test("LOY-4: less than a minor unit, or a price of 0, gives nothing and says so", () => {
    const cent = basketOf(line("tea", 4));
    expect(whyNot(apply([off(10)], { basket: cent }))).toEqual(["price-below-minor-unit"]);
    const free = basketOf(line("tea", 0));
    expect(whyNot(apply([off(10)], { basket: free }))).toEqual(["price-nothing-to-reduce"]);
    expect(whyNot(apply([off(10)], { basket: basketOf() }))).toEqual(["price-no-line"]);
  });
});

describe("LOY-4: eligibility", () => {
  test.each([
    [{ tiers: ["gold"] }, []],
    [{ tiers: ["platinum"] }, ["price-wrong-standing"]],
    [{ segments: ["students", "staff"] }, []],
    [{ segments: ["staff"] }, ["price-wrong-standing"]],
    [{ clubs: ["tea"] }, ["price-wrong-standing"]],
    [{ customers: ["ann"] }, []],
    [{ customers: ["bob"] }, ["price-not-for-customer"]],
    [{ orderAtLeast: 3001 }, []],
    [{ orderAtLeast: 3002 }, ["price-order-too-small"]],
    [{ products: ["mug"] }, ["price-no-line"]],
    [{ products: ["mug"], categories: ["drinks"] }, []],
    // 17:00Z is already the 14th in Shanghai.
    [{ from: plainDate("2026-02-14"), through: plainDate("2026-02-14") }, []],
    [{ from: plainDate("2026-02-15") }, ["price-not-yet-valid"]],
    [{ through: plainDate("2026-02-13") }, ["price-no-longer-valid"]],
    [
      { tiers: ["platinum"], customers: ["bob"] },
      ["price-wrong-standing", "price-not-for-customer"],
    ],
  ])("LOY-4: %o: %j", (eligibility, codes) => {
    expect(whyNot(apply([off(10, { eligibility })]))).toEqual(codes);
  });

  test("LOY-4: what is unknown of the customer is said, not guessed", () => {
    const eligibility = { tiers: ["gold"], segments: ["staff"], clubs: ["tea"] };
    const priced = apply([off(10, { eligibility })], { customer: { id: ANN } });
    expect(priced.notApplied[0]?.reasons).toEqual([
      { code: "price-standing-unknown", params: { what: "tier", asked: "gold" } },
      { code: "price-standing-unknown", params: { what: "segment", asked: "staff" } },
      { code: "price-standing-unknown", params: { what: "club", asked: "tea" } },
    ]);
  });
});

describe("LOY-4: matching and undercutting a competitor", () => {
  const seen = (amount: number, rest: object = {}) => ({
    ...{ product: "tea", competitor: "rival", price: money(amount, "EUR") },
    ...{ seenAt: instant("2026-02-10T09:00:00Z"), ...rest },
  });
  const match: PriceInstrument = { id: "match", form: "match" };

  test("LOY-4: the cheapest competitor is matched, line by line", () => {
    const competitorPrices = [seen(950), seen(899), seen(1000, { product: "cup" })];
    expect(amountsOf(apply([match], { competitorPrices }))).toEqual([899, 1000, 1001]);
  });

  test("LOY-4: undercut by an amount a unit or a share, never above what was promised", () => {
    const competitorPrices = [seen(333)];
    const basket = basketOf(line("tea", 1000, { quantity: 2 }));
    const under = (by: object) =>
      apply([{ id: "u", form: "undercut", by } as PriceInstrument], { basket, competitorPrices });
    expect(under({ amount: 10 }).total.amount).toBe(646);
    // 95 % of 6.66 is 632.7 cents.
    expect(under({ share: { numerator: 5, denominator: 100 } }).total.amount).toBe(632);
    expect(under({ amount: 999 }).total.amount).toBe(0);
    const half = basketOf(line("tea", 1000, { quantity: 0.5 }));
    expect(apply([match], { basket: half, competitorPrices }).total.amount).toBe(166);
  });

  test("LOY-4: no price, an old one, one in another currency or one not below ours change nothing", () => {
    expect(whyNot(apply([match]))).toEqual(["price-no-competitor"]);
    const later = seen(1, { seenAt: instant("2026-02-13T17:00:00.001Z") });
    expect(whyNot(apply([match], { competitorPrices: [later] }))).toEqual(["price-no-competitor"]);
    const dollars = seen(1, { price: money(1, "USD") });
    expect(whyNot(apply([match], { competitorPrices: [dollars] }))).toEqual([
      "price-competitor-in-other-currency",
    ]);
    expect(whyNot(apply([match], { competitorPrices: [seen(1000)] }))).toEqual([
      "price-not-dearer",
    ]);
    const fresh = (seenWithinDays: number) =>
      apply([{ ...match, seenWithinDays }], { competitorPrices: [seen(900)] });
    expect(whyNot(fresh(3))).toEqual(["price-competitor-too-old"]);
    expect(amountsOf(fresh(4))[0]).toBe(900);
  });
});

describe("LOY-4: bundles", () => {
  const bundle: PriceInstrument = {
    ...{ id: "set", form: "bundle", price: 1500 },
    parts: [
      { product: "tea", quantity: 1 },
      { product: "cup", quantity: 2 },
    ],
  };

  test("LOY-4: the price of the bundle is split over its lines by what they cost alone", () => {
    const basket = basketOf(line("tea", 1000), line("cup", 1000, { quantity: 2 }), line("pot", 9));
    const priced = apply([bundle], { basket });
    expect(amountsOf(priced)).toEqual([750, 750, 9]);
    expect(priced.applied[0]?.granted).toBe(500);
  });

  test("LOY-4: as many bundles as there are; units beyond them keep their price", () => {
    const basket = basketOf(
      line("tea", 3000, { quantity: 3 }),
      line("cup", 1500, { quantity: 3 }),
      { ...line("cup", 1000, { quantity: 2 }), id: "cup-2" },
    );
    // Two bundles: 2 teas (20.00), 3 cups and 1 cup (15.00 + 5.00) for 30.00 instead of 40.00.
    const priced = apply([bundle], { basket });
    expect(priced.total.amount).toBe(4500);
    expect(amountsOf(priced)).toEqual([2500, 1125, 875]);
  });

  test("LOY-4: an incomplete or dearer bundle changes nothing and says why", () => {
    const incomplete = apply([bundle]);
    expect(incomplete.notApplied[0]?.reasons).toEqual([
      { code: "price-bundle-incomplete", params: { product: "cup", quantity: 2, held: 1 } },
    ]);
    const basket = basketOf(line("tea", 1000), line("cup", 500, { quantity: 2 }));
    expect(whyNot(apply([bundle], { basket }))).toEqual(["price-bundle-not-cheaper"]);
  });
});

describe("LOY-4: limits", () => {
  test("LOY-4: an order's limit cuts all lines in proportion", () => {
    const priced = apply([off(10, { limit: { perOrder: 100 } })]);
    expect(priced.total.amount).toBe(2901);
    expect(priced.applied[0]).toMatchObject({
      ...{ wanted: 300, granted: 100 },
      heldBack: [{ code: "price-order-limit", params: { wanted: 300, limit: 100 } }],
    });
  });

  test("LOY-4: a floor of price or margin holds a line; a share is not moved to others, an amount is", () => {
    const limit: PriceLimit = { leastMargin: { numerator: 1, denominator: 3 } };
    const basket = basketOf(line("tea", 1000, { cost: 700 }), line("cup", 1000, { cost: 200 }));
    const share = apply([off(20, { limit })], { basket });
    // Tea costs 7.00: with a third on top and up to the cent, 9.34.
    expect(amountsOf(share)).toEqual([934, 800]);
    expect(share.applied[0]?.heldBack).toEqual([
      { code: "price-floor", params: { line: "tea", wanted: 200, room: 66, floor: 934 } },
    ]);
    const amount: PriceInstrument = { id: "m", form: "discount", off: { amount: 400 }, limit };
    expect(amountsOf(apply([amount], { basket }))).toEqual([934, 666]);
    const half: PriceLimit = { leastPriceShare: { numerator: 1, denominator: 2 } };
    expect(amountsOf(apply([off(80, { limit: half })]))).toEqual([500, 500, 501]);
  });

  test("LOY-4: a line without a known cost is left as it is where a margin is asked for", () => {
    const limit: PriceLimit = { leastMargin: { numerator: 0, denominator: 1 } };
    const priced = apply([off(10, { limit })]);
    expect(amountsOf(priced)).toEqual([900, 900, 1001]);
    expect(priced.applied[0]?.heldBack).toEqual([
      { code: "price-cost-unknown", params: { line: "pot" } },
    ]);
    const only = apply([off(10, { limit, eligibility: { products: ["pot"] } })]);
    expect(whyNot(only)).toEqual(["price-cost-unknown"]);
  });

  test("LOY-4: a customer's limit counts uses and money in the calendar span of the zone", () => {
    const use = (at: string, amount = 100, customer = ANN) => ({
      ...{ instrument: "off", customer, at: instant(at), amount: money(amount, "EUR") as Money },
    });
    const limited = (perCustomer: object, usedSoFar: readonly ReturnType<typeof use>[]) =>
      apply([off(10, { limit: { perCustomer } })], { usedSoFar });
    // 2026-02-28T16:00Z is 1 March in Shanghai, 2026-01-31T16:00Z is 1 February.
    const february = [use("2026-01-31T16:00:00Z"), use("2026-02-10T00:00:00Z")];
    expect(whyNot(limited({ span: "month", uses: 2 }, february))).toEqual(["price-uses-exhausted"]);
    expect(whyNot(limited({ span: "month", uses: 3 }, february))).toEqual([]);
    const january = [use("2026-01-31T15:59:59Z"), use("2026-02-10T00:00:00Z")];
    expect(whyNot(limited({ span: "month", uses: 2 }, january))).toEqual([]);
    expect(whyNot(limited({ span: "ever", uses: 2 }, january))).toEqual(["price-uses-exhausted"]);
    expect(limited({ span: "month", amount: 350 }, february).applied[0]).toMatchObject({
      ...{ granted: 150 },
      heldBack: [{ code: "price-customer-limit", params: { wanted: 300, left: 150 } }],
    });
    expect(whyNot(limited({ span: "year", amount: 200 }, february))).toEqual([
      "price-amount-exhausted",
    ]);
    const others = [
      use("2026-02-10T00:00:00Z", 200, customerId("bob")),
      use("2026-02-13T17:00:00.001Z", 200),
      { ...use("2026-02-10T00:00:00Z", 200), instrument: "else" },
    ];
    expect(limited({ span: "ever", uses: 1, amount: 200 }, others).applied[0]?.granted).toBe(200);
    const dollars = [{ ...use("2026-02-10T00:00:00Z"), amount: money(1, "USD") }];
    expect(whyNot(limited({ span: "ever", amount: 500 }, dollars))).toEqual([
      "price-use-in-other-currency",
    ]);
    expect(whyNot(limited({ span: "ever", uses: 2 }, dollars))).toEqual([]);
    for (const span of ["day", "week", "quarter"] as const) {
      const [inside] = ["2026-02-13T16:00:00Z"].map((at) => limited({ span, uses: 1 }, [use(at)]));
      expect(whyNot(inside!)).toEqual(["price-uses-exhausted"]);
      expect(whyNot(limited({ span, uses: 1 }, [use("2025-12-01T00:00:00Z")]))).toEqual([]);
    }
  });

  test("LOY-4: what was used is handed back, to be handed in with the next order", () => {
    const limit: PriceLimit = { perCustomer: { span: "year", amount: 400 } };
    const first = apply([off(10, { limit })]);
    expect(first.uses).toEqual([
      { instrument: "off", customer: "ann", at: OPTIONS.asOf, amount: money(300, "EUR") },
    ]);
    expect(apply([off(10, { limit })], { usedSoFar: first.uses }).total.amount).toBe(2901);
  });
});

describe("LOY-4: refunds", () => {
  const cashback: PriceInstrument = {
    ...{ id: "back", form: "refund", back: { share: { numerator: 5, denominator: 100 } } },
    afterDays: 14,
  };

  test("LOY-4: a refund comes later, of what is paid after all other prices, and changes no price", () => {
    const priced = apply([{ ...cashback, order: -9 }, off(10)]);
    expect(priced.total.amount).toBe(2701);
    expect(priced.refunds).toEqual([
      { instrument: "back", amount: money(135, "EUR"), dueOn: "2026-02-28" },
    ]);
    expect(priced.lines.map(({ refund }) => refund)).toEqual([45, 45, 45]);
    expect(priced.trace.value).toBe(2701 - 135);
  });

  test("LOY-4: refunds together never give back more than was paid, and keep the floor", () => {
    const amount: PriceInstrument = { ...cashback, back: { amount: 5000 } };
    const twice = apply([
      { ...amount, id: "a" },
      { ...amount, id: "b" },
    ]);
    expect(twice.trace.value).toBe(0);
    expect(whyNot(twice)).toEqual(["price-floor", "price-floor", "price-floor"]);
    const limit: PriceLimit = { leastPriceShare: { numerator: 9, denominator: 10 } };
    const floored = apply([off(5), { ...amount, limit }]);
    expect(floored.lines.map(({ amount: paid, refund }) => paid - refund)).toEqual([900, 900, 901]);
  });
});

const anyShare = fc.record({ numerator: fc.nat({ max: 100 }), denominator: fc.constant(100) });

const anyReduction = fc.oneof(
  fc.record({ share: anyShare }),
  fc.record({ amount: fc.integer({ min: 1, max: 3000 }) }),
);

const PRODUCTS = ["tea", "cup", "pot", "mug"] as const;

const anyForm = fc.oneof(
  fc.record({ form: fc.constant("discount" as const), off: anyReduction }),
  fc.record({ form: fc.constant("match" as const) }),
  fc.record({ form: fc.constant("undercut" as const), by: anyReduction }),
  fc.record({
    ...{ form: fc.constant("refund" as const), back: anyReduction, afterDays: fc.nat({ max: 60 }) },
  }),
  fc.record({
    ...{ form: fc.constant("bundle" as const), price: fc.nat({ max: 4000 }) },
    parts: fc.uniqueArray(
      fc.record({
        product: fc.constantFrom(...PRODUCTS),
        quantity: fc.integer({ min: 1, max: 2 }),
      }),
      { minLength: 1, maxLength: 3, selector: ({ product }) => product },
    ),
  }),
);

const anyInstruments: fc.Arbitrary<PriceInstrument[]> = fc
  .array(
    fc.record({
      form: anyForm,
      order: fc.integer({ min: -2, max: 2 }),
      isExclusive: fc.boolean(),
      limit: fc.record(
        {
          perOrder: fc.nat({ max: 2000 }),
          leastPriceShare: anyShare,
          leastMargin: anyShare,
          perCustomer: fc.record({
            span: fc.constant("ever" as const),
            amount: fc.nat({ max: 2000 }),
          }),
        },
        { requiredKeys: [] },
      ),
      products: fc.option(fc.subarray([...PRODUCTS], { minLength: 1 }), { nil: undefined }),
    }),
    { maxLength: 6 },
  )
  .map((drawn) =>
    drawn.map(({ form, order, isExclusive, limit, products }, index) => ({
      ...{ ...form, id: `i${index}`, order, limit },
      ...(isExclusive && { exclusive: true as const }),
      ...(products !== undefined && { eligibility: { products } }),
    })),
  );

const anyBasket: fc.Arbitrary<Basket> = fc
  .array(
    fc.record({
      product: fc.constantFrom(...PRODUCTS),
      quantity: fc.constantFrom(1, 2, 3, 0.5, 2.4),
      amount: fc.nat({ max: 5000 }),
      cost: fc.option(fc.nat({ max: 3000 }), { nil: undefined }),
    }),
    { maxLength: 6 },
  )
  .map((drawn) => ({
    currency: "EUR",
    lines: drawn.map(({ cost, ...rest }, index) => ({
      ...{ ...rest, id: `l${index}` },
      ...(cost !== undefined && { cost }),
    })),
  }));

function expectSums(trace: Trace): void {
  if (trace.parts === undefined) return;
  expect(trace.parts.reduce((sum, part) => sum + part.value, 0)).toBe(trace.value);
  trace.parts.forEach(expectSums);
}

const competitorPrices = PRODUCTS.map((product, index) => ({
  ...{ product, competitor: "rival", price: money(300 * (index + 1), "EUR") },
  seenAt: instant("2026-02-10T09:00:00Z"),
}));

describe("LOY-4: whatever the instruments", () => {
  test("LOY-4: lines sum to the total, the trace sums, each instrument is said once, nothing is below 0", () => {
    fc.assert(
      fc.property(anyBasket, anyInstruments, (basket, instruments) => {
        const priced = apply(instruments, { basket, competitorPrices });
        const { lines, total, listTotal, trace, applied, notApplied, refunds } = priced;
        expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(total.amount);
        for (const { listAmount, amount, refund, reductions, refunds: back } of lines) {
          expect(reductions.reduce((sum, one) => sum - one.amount, listAmount)).toBe(amount);
          expect(back.reduce((sum, one) => sum + one.amount, 0)).toBe(refund);
          expect(amount - refund).toBeGreaterThanOrEqual(0);
        }
        expectSums(trace);
        const back = refunds.reduce((sum, { amount }) => sum + amount.amount, 0);
        expect(trace.value).toBe(total.amount - back);
        const given = applied.reduce((sum, { granted }) => sum + granted, 0);
        expect(listTotal.amount - given).toBe(trace.value);
        expect([...applied, ...notApplied].map(({ instrument }) => instrument).toSorted()).toEqual(
          instruments.map(({ id }) => id).toSorted(),
        );
        for (const { reasons } of notApplied) expect(reasons.length).toBeGreaterThan(0);
        for (const { wanted, granted, heldBack } of applied) {
          expect(granted).toBeLessThanOrEqual(wanted);
          expect(heldBack.length > 0).toBe(granted < wanted);
        }
      }),
    );
  });

  test("LOY-4: no limit is passed", () => {
    fc.assert(
      fc.property(anyBasket, anyInstruments, (basket, instruments) => {
        const { applied, lines } = apply(instruments, { basket, competitorPrices });
        for (const { instrument: id, granted } of applied) {
          const { limit = {} } = instruments.find((one) => one.id === id)!;
          const { perOrder = Infinity, perCustomer, leastPriceShare, leastMargin } = limit;
          expect(granted).toBeLessThanOrEqual(Math.min(perOrder, perCustomer?.amount ?? Infinity));
          lines.forEach(({ listAmount, amount, refund, reductions, refunds }, index) => {
            const touched = [...reductions, ...refunds].at(-1)?.instrument === id;
            if (!touched) return;
            const { cost } = basket.lines[index]!;
            const share = leastPriceShare?.numerator ?? 0;
            expect((amount - refund) * 100).toBeGreaterThanOrEqual(listAmount * share);
            if (leastMargin === undefined) return;
            expect(cost).toBeDefined();
            expect((amount - refund) * 100).toBeGreaterThanOrEqual(
              cost! * (100 + leastMargin.numerator),
            );
          });
        }
      }),
    );
  });

  test("LOY-4: an exclusive one is alone on its lines", () => {
    fc.assert(
      fc.property(anyBasket, anyInstruments, (basket, instruments) => {
        const exclusive = new Set(instruments.filter((one) => one.exclusive).map(({ id }) => id));
        for (const { reductions, refunds } of apply(instruments, { basket, competitorPrices })
          .lines) {
          const ids = [...reductions, ...refunds].map(({ instrument }) => instrument);
          if (ids.some((id) => exclusive.has(id))) expect(ids).toHaveLength(1);
        }
      }),
    );
  });

  test("LOY-4: the order in which instruments are given does not matter, and nothing given is changed", () => {
    fc.assert(
      fc.property(anyBasket, anyInstruments, (basket, instruments) => {
        const before = JSON.stringify([basket, instruments]);
        const priced = apply(instruments, { basket, competitorPrices });
        expect(apply(instruments.toReversed(), { basket, competitorPrices })).toEqual(priced);
        expect(JSON.stringify([basket, instruments])).toBe(before);
        expect(JSON.parse(JSON.stringify(priced))).toEqual(priced);
      }),
    );
  });
});

describe("broken contracts", () => {
  const broken = (instrument: object): PriceInstrument[] => [instrument as PriceInstrument];

  test.each([
    [basketOf(line("tea", 1.5)), "lines[0].amount must be an integer of at least 0, got 1.5"],
    [basketOf(line("tea", 1, { cost: -1 })), "lines[0].cost must be an integer of at least 0"],
    [basketOf(line("tea", 1, { quantity: 0 })), "lines[0].quantity must be finite and above 0"],
    [basketOf(line("tea", 1), line("tea", 1)), 'every id of lines must stand once, got "tea"'],
    [
      basketOf(line("tea", Number.MAX_SAFE_INTEGER), line("cup", 9)),
      "the list price in all must be an integer",
    ],
  ])("LOY-4: refuses the basket %o", (basket, message) => {
    expect(() => apply([], { basket })).toThrow(message);
  });

  test.each([
    [off(101), "instruments[0].off.share must be at most 1, got 1.01"],
    [off(10, { order: Number.NaN }), "instruments[0].order must be finite, got NaN"],
    [off(10, { limit: { perOrder: -1 } }), "limit.perOrder must be an integer of at least 0"],
    [off(10, { limit: { perCustomer: { span: "day", uses: 0 } } }), "perCustomer.uses must be"],
    [off(10, { limit: { perCustomer: { span: "day", amount: -1 } } }), "perCustomer.amount must"],
    [
      off(10, { limit: { leastPriceShare: { numerator: 3, denominator: 2 } } }),
      "leastPriceShare must be at most 1, got 1.5",
    ],
    [
      off(10, { limit: { leastMargin: { numerator: 1, denominator: 0 } } }),
      "leastMargin.denominator must be an integer of at least 1",
    ],
    [off(10, { eligibility: { orderAtLeast: -1 } }), "eligibility.orderAtLeast must be"],
    [{ id: "r", form: "refund", back: { amount: 0 }, afterDays: 1 }, "back.amount must be"],
    [{ id: "r", form: "refund", back: { amount: 1 }, afterDays: -1 }, "afterDays must be"],
    [{ id: "m", form: "match", seenWithinDays: 0.5 }, "seenWithinDays must be"],
    [{ id: "u", form: "undercut", by: { amount: 0 } }, "by.amount must be"],
    [{ id: "b", form: "bundle", price: -1, parts: [] }, "price must be"],
    [{ id: "b", form: "bundle", price: 1, parts: [] }, "parts must name a product"],
    [
      { id: "b", form: "bundle", price: 1, parts: [{ product: "tea", quantity: 0 }] },
      "parts[0].quantity must be an integer of at least 1, got 0",
    ],
  ])("LOY-4: refuses the instrument %o", (instrument, message) => {
    expect(() => apply(broken(instrument))).toThrow(RangeError);
    expect(() => apply(broken(instrument))).toThrow(message);
  });

  test("LOY-4: refuses two instruments of one name", () => {
    expect(() => apply([off(1), off(2)])).toThrow(
      'Cannot apply price instruments: every id of instruments must stand once, got "off"',
    );
  });
});
