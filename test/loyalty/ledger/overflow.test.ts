import { describe, expect, test } from "vitest";
import { DEFAULT_EARNING_POLICY } from "../../../src/loyalty/programme/programme.js";
import type { TierMetric } from "../../../src/loyalty/programme/tier-policy.js";
import { ENROL, order, refusalOf, send, simpleProgramme, tell } from "../ledger-story.js";
import type { Told } from "../ledger-story.js";

const MOST = 2 ** 53 - 1;
const AT = "2026-01-02T12:00:00.000Z";
const NEXT = "2026-01-03T12:00:00.000Z";
const TOO_MANY = { code: "too-many-points", kind: "points" };
const plain = simpleProgramme({ earning: [] });

const grant = (amount: number): Told => ({
  kind: "grant-points",
  at: AT,
  points: { kind: "points", amount },
  why: "test",
});
const clawBack = (amount: number): Told => ({ ...grant(amount), kind: "claw-back-points" }) as Told;
const visit = (said: object, at = NEXT): Told => ({
  kind: "record-activity",
  at,
  activity: `a-${at}`,
  trigger: "visit",
  ...said,
});

describe("LOY-3: no number of a ledger passes 2^53 - 1", () => {
  test("LOY-3: points taken back, and what is owed by it", () => {
    const story = tell(plain, [ENROL, clawBack(MOST)]);
    expect(story.state.wallets["points"]!.totals.deficit).toBe(-MOST);
    expect(refusalOf(plain, { after: story, command: clawBack(1) })).toEqual(TOO_MANY);
    const most = tell(plain, [ENROL, clawBack(MOST - 10)]);
    expect(refusalOf(plain, { after: most, command: clawBack(11) })).toEqual(TOO_MANY);
    expect(refusalOf(plain, { after: most, command: clawBack(10) })).toBeUndefined();
  });

  test("LOY-3: points given beside those taken back, which a return may still take, too", () => {
    const most = tell(plain, [ENROL, clawBack(MOST - 10)]);
    expect(refusalOf(plain, { after: most, command: grant(11) })).toEqual(TOO_MANY);
    expect(refusalOf(plain, { after: most, command: grant(10) })).toBeUndefined();
    const shop = simpleProgramme();
    const owing = tell(shop, [ENROL, clawBack(MOST - 10)]);
    const bought = (pounds: number): Told => ({
      kind: "record-order",
      at: AT,
      order: order("o-1", pounds * 100),
    });
    expect(refusalOf(shop, { after: owing, command: bought(11) })).toEqual(TOO_MANY);
    const returned: Told = { kind: "return-order", at: NEXT, order: "o-1", return: "b-1" };
    const back = tell(shop, [bought(10), returned], owing);
    expect(back.state.wallets["points"]!.totals["clawed-back"]).toBe(MOST);
  });

  test.each([
    ["visits", "visits"],
    ["nights", "nights"],
  ] as const)("LOY-4: %s of a day, and of all days where there are tiers", (metric, field) => {
    const refused = { code: "invalid-field", field };
    const begun = tell(plain, [ENROL, visit({ [metric]: MOST }, AT)]);
    const again = { ...visit({ [metric]: 1 }, AT), activity: "a-2" } as Told;
    expect(refusalOf(plain, { after: begun, command: again })).toMatchObject(refused);
    const tiers = tiered(metric);
    const one = tell(tiers, [ENROL, visit({ [metric]: MOST - 5 }, AT)]);
    expect(refusalOf(tiers, { after: one, command: visit({ [metric]: 6 }) })).toMatchObject({
      ...refused,
      got: "6",
    });
    expect(refusalOf(tiers, { after: one, command: visit({ [metric]: 5 }) })).toBeUndefined();
  });

  test("LOY-4: what is spent, and the visits of orders, with the order's field", () => {
    const tiers = tiered("spend");
    const bought = (id: string, amount: number, said = {}): Told => ({
      kind: "record-order",
      at: id === "o-1" ? AT : NEXT,
      order: { ...order(id, amount), ...said },
    });
    const spent = tell(tiers, [ENROL, bought("o-1", MOST - 5)]);
    expect(refusalOf(tiers, { after: spent, command: bought("o-2", 6) })).toMatchObject({
      code: "invalid-field",
      field: "order.lines",
    });
    expect(refusalOf(tiers, { after: spent, command: bought("o-2", 5) })).toBeUndefined();
    const seen = tell(tiers, [ENROL, bought("o-1", 1, { visits: MOST })]);
    expect(refusalOf(tiers, { after: seen, command: bought("o-2", 1) })).toMatchObject({
      code: "invalid-field",
      field: "order.visits",
    });
  });

  test("LOY-3: uses of a cap that counts grants, over several kinds", () => {
    const award = { form: "fixed", points: MOST } as const;
    const rule = { award, trigger: "visit", campaign: "spring" } as const;
    const programme = simpleProgramme({
      kinds: [
        { id: "points", purpose: "redeemable" },
        { id: "promo", purpose: "promotional" },
      ],
      earning: [
        { ...rule, id: "a", kind: "points" },
        { ...rule, id: "b", kind: "promo" },
      ],
      earningPolicy: {
        ...DEFAULT_EARNING_POLICY,
        campaigns: [{ id: "spring", caps: [{ per: "ever", times: 3 }] }],
      },
    });
    const story = tell(programme, [ENROL]);
    expect(send(story, visit({}), programme)).toEqual(TOO_MANY);
  });
});

function tiered(metric: TierMetric): ReturnType<typeof simpleProgramme> {
  return simpleProgramme({
    earning: [],
    tiers: {
      tiers: [{ id: "basic" }, { id: "silver", reach: { all: [{ metric, atLeast: MOST }] } }],
      period: { kind: "lifetime" },
      upgrade: "at-once",
      keepThrough: "this-period",
      landing: "one-tier-down",
      crossing: "before",
    },
  });
}
