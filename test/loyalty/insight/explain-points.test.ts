import { describe, expect, test } from "vitest";
import { explainPoints } from "../../../src/loyalty/insight/explain-points.js";
import { walletBalance } from "../../../src/loyalty/view/wallet-balance.js";
import type { Trace } from "../../../src/shared/reason.js";
import { instant } from "../../../src/shared/time/instant.js";
import { ENROL, order, simpleProgramme, tell } from "../ledger-story.js";
import type { Story, Told } from "../ledger-story.js";
import { unevenNodes } from "../proof/trace-sums.js";

const plain = simpleProgramme();

function grant(amount: number, at: string): Told {
  return { kind: "grant-points", at, points: { kind: "points", amount }, why: "test" };
}

function reserve(points: number, at: string): Told {
  return { kind: "reserve", at, redemption: "r-1", request: { use: "cashback", points } };
}

function leaves(trace: Trace, code: string): readonly Trace[] {
  const own = trace.code === code ? [trace] : [];
  return [...own, ...(trace.parts ?? []).flatMap((part) => leaves(part, code))];
}

function explained({ events, state }: Story, at: string): Trace {
  const asOf = instant(at);
  const trace = explainPoints(events, { kind: "points", asOf });
  expect(unevenNodes(trace)).toEqual([]);
  expect(trace.value).toBe(walletBalance(state, "points", { asOf }).balance);
  return trace;
}

describe("LOY-3: a balance is explained point by point", () => {
  test("LOY-3: by the rules that gave them, what held them back, and what left", () => {
    const programme = simpleProgramme({
      earning: [
        {
          id: "base",
          kind: "points",
          trigger: "order",
          award: { form: "per-amount", points: 1, per: 100 },
          caps: [{ per: "day", points: 30 }],
        },
        {
          id: "online",
          kind: "points",
          trigger: "order",
          award: { form: "fixed", points: 5 },
          when: { channels: ["web"] },
        },
      ],
    });
    const story = tell(programme, [
      ENROL,
      { kind: "record-order", at: "2026-01-02T12:00:00.000Z", order: order("o-1", 5000) },
      {
        kind: "redeem",
        at: "2026-01-03T12:00:00.000Z",
        redemption: "r-1",
        request: { use: "cashback", points: 12 },
      },
    ]);
    const spent = story.events[2]!.id;
    expect(explained(story, "2026-01-04T12:00:00Z")).toEqual({
      code: "points-balance",
      value: 18,
      params: { kind: "points", asOf: "2026-01-04T12:00:00.000Z" },
      parts: [
        {
          code: "points-lot",
          value: 18,
          params: {
            lot: story.events[1]!.lots![0]!.id,
            source: "order",
            of: "o-1",
            at: "2026-01-02T12:00:00.000Z",
          },
          parts: [
            {
              code: "rule-points",
              value: 30,
              params: { rule: "base" },
              parts: [
                { code: "points-asked", value: 50, params: { basis: 5000, exact: "50" } },
                {
                  code: "points-held-back",
                  value: -20,
                  params: { by: "rule-cap", of: "rule:base:day:2026-01-02" },
                },
              ],
            },
            { code: "wrong-channel", value: 0, params: { rule: "online" } },
            {
              code: "points-out",
              value: -12,
              params: {
                event: spent,
                at: "2026-01-03T12:00:00.000Z",
                from: "open",
                to: "redeemed",
              },
            },
          ],
        },
      ],
    });
  });

  test("LOY-3: points given by hand say so", () => {
    const story = tell(plain, [ENROL, grant(5, "2026-01-03T12:00:00.000Z")]);
    const { key } = story.events[1]!;
    expect(leaves(explained(story, "2026-01-04T12:00:00Z"), "points-granted")).toEqual([
      { code: "points-granted", value: 5, params: { source: "grant", of: key } },
    ]);
  });

  test("LOY-3: why not is told of an order that earned nothing, too", () => {
    const programme = simpleProgramme({
      earning: [
        {
          id: "online",
          kind: "points",
          trigger: "order",
          award: { form: "fixed", points: 5 },
          when: { channels: ["web"] },
        },
      ],
    });
    const story = tell(programme, [
      ENROL,
      { kind: "record-order", at: "2026-01-02T12:00:00.000Z", order: order("o-1", 5000) },
    ]);
    expect(leaves(explained(story, "2026-01-04T12:00:00Z"), "wrong-channel")).toHaveLength(1);
  });

  test("LOY-3: a rule wholly held back is told beside those that gave, and of an order that earned nothing", () => {
    const award = { form: "fixed", points: 5 } as const;
    const capped = { trigger: "order", award, caps: [{ per: "day", points: 5 }] } as const;
    const programme = simpleProgramme({
      kinds: [
        { id: "points", purpose: "redeemable" },
        { id: "promo", purpose: "promotional" },
      ],
      earning: [
        { ...capped, id: "promo", kind: "promo" },
        { id: "base", kind: "points", trigger: "order", award, when: { channels: ["web"] } },
        { ...capped, id: "capped", kind: "points" },
        {
          id: "half",
          kind: "points",
          trigger: "order",
          award: { form: "per-amount", points: 1, per: 10_000, blocks: "proportional" },
        },
      ],
    });
    const bought = (id: string, at: string, channel: string): Told => ({
      kind: "record-order",
      at,
      order: { ...order(id, 5000), channel },
    });
    const story = tell(programme, [
      ENROL,
      bought("o-1", "2026-01-02T12:00:00.000Z", "web"),
      bought("o-2", "2026-01-02T13:00:00.000Z", "web"),
      bought("o-3", "2026-01-02T14:00:00.000Z", "shop"),
    ]);
    const trace = explained(story, "2026-01-04T12:00:00Z");
    const [first, second, third] = trace.parts!;
    const rulesOf = (part: Trace | undefined): unknown =>
      part?.parts?.map(({ value, params }) => [params?.["rule"], value]);
    expect(rulesOf(first)).toEqual([
      ["base", 5],
      ["capped", 5],
      ["half", 0],
    ]);
    expect(rulesOf(second)).toEqual([
      ["base", 5],
      ["capped", 0],
      ["half", 0],
    ]);
    expect(third).toMatchObject({ code: "nothing-earned", value: 0, params: { of: "o-3" } });
    expect(rulesOf(third)).toEqual([
      ["capped", 0],
      ["half", 0],
      ["base", 0],
    ]);
    expect(leaves(second!, "points-held-back")).toEqual([
      {
        code: "points-held-back",
        value: -5,
        params: { by: "rule-cap", of: "rule:capped:day:2026-01-02" },
      },
    ]);
    expect(leaves(trace, "points-asked").at(-1)).toEqual({
      code: "points-asked",
      value: 0,
      params: { basis: 5000, exact: "1/2" },
    });
    const promo = explainPoints(story.events, {
      kind: "promo",
      asOf: instant("2026-01-04T12:00:00Z"),
    });
    expect(promo.parts!.map(({ code }) => code)).toEqual([
      "points-lot",
      "nothing-earned",
      "nothing-earned",
    ]);
    expect(leaves(promo, "rule-points").map(({ value }) => value)).toEqual([5, 0, 0]);
  });

  test("LOY-3: a debt, and what paid it", () => {
    const story = tell(plain, [
      ENROL,
      grant(10, "2026-01-02T12:00:00.000Z"),
      {
        kind: "claw-back-points",
        at: "2026-01-03T12:00:00.000Z",
        points: { kind: "points", amount: 25 },
        why: "test",
      },
      grant(40, "2026-01-04T12:00:00.000Z"),
    ]);
    const owing = explainPoints(story.events, {
      kind: "points",
      asOf: instant("2026-01-03T12:00:00Z"),
    });
    expect(owing.value).toBe(-15);
    expect(leaves(owing, "debt-made").map(({ value }) => value)).toEqual([-15]);
    const paid = explained(story, "2026-01-05T12:00:00Z");
    expect(paid.value).toBe(25);
    expect(leaves(paid, "debt-paid").map(({ value }) => value)).toEqual([15]);
  });

  test("LOY-3: what has expired, and is not recorded yet", () => {
    const expiry = { kind: "rolling", count: 3, unit: "days" } as const;
    const programme = simpleProgramme({ kinds: [{ id: "points", purpose: "redeemable", expiry }] });
    const story = tell(programme, [ENROL, grant(10, "2026-01-02T12:00:00.000Z")]);
    expect(leaves(explained(story, "2026-01-05T23:59:59.999Z"), "points-past-end")).toEqual([]);
    expect(leaves(explained(story, "2026-01-06T00:00:00Z"), "points-past-end")).toEqual([
      { code: "points-past-end", value: -10 },
    ]);
    const settled = tell(programme, [{ kind: "settle", at: "2026-01-07T00:00:00.000Z" }], story);
    const trace = explained(settled, "2026-01-07T00:00:00Z");
    expect(leaves(trace, "points-past-end")).toEqual([]);
    expect(leaves(trace, "points-out").map(({ value, params }) => [value, params?.["to"]])).toEqual(
      [[-10, "expired"]],
    );
  });

  test("LOY-3: a reservation that has fallen back, and is not recorded yet", () => {
    const story = tell(plain, [
      ENROL,
      grant(10, "2026-01-02T12:00:00.000Z"),
      reserve(4, "2026-01-03T12:00:00.000Z"),
    ]);
    expect(explained(story, "2026-01-03T12:29:59.999Z").value).toBe(6);
    const trace = explained(story, "2026-01-03T12:30:00Z");
    expect(trace.value).toBe(10);
    expect(leaves(trace, "reservation-fallen-back")).toEqual([
      { code: "reservation-fallen-back", value: 4, params: { redemption: "r-1" } },
    ]);
    const given = tell(
      plain,
      [{ kind: "release", at: "2026-01-03T12:10:00.000Z", redemption: "r-1" }],
      story,
    );
    expect(
      leaves(explained(given, "2026-01-03T12:30:00Z"), "points-back").map(({ value }) => value),
    ).toEqual([4]);
  });

  test("LOY-3: only what had happened by then, and only of the kind asked for", () => {
    const story = tell(plain, [
      ENROL,
      grant(10, "2026-01-02T12:00:00.000Z"),
      grant(20, "2026-01-04T12:00:00.000Z"),
    ]);
    const at = instant("2026-01-03T12:00:00Z");
    expect(explainPoints(story.events, { kind: "points", asOf: at }).value).toBe(10);
    expect(explainPoints(story.events, { kind: "promo", asOf: at })).toMatchObject({
      value: 0,
      parts: [],
    });
  });
});
