import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instant } from "goodwill/shared";
import type { LoyaltyCommand } from "../../../src/loyalty/decision/loyalty-command.js";
import type { LoyaltyProgrammeDefinition } from "../../../src/loyalty/programme/programme-definition.js";
import { simulateProgramme } from "../../../src/loyalty/simulation/simulate-programme.js";
import type { MemberHistory } from "../../../src/loyalty/simulation/simulate-programme.js";
import { order, simpleProgramme } from "../ledger-story.js";

const AS_OF = instant("2026-12-31T12:00:00Z");
const value = (points: number) => ({ points, amount: 1, currency: "GBP" }) as const;

function earning(points: number): Pick<LoyaltyProgrammeDefinition, "earning"> {
  const award = { form: "per-amount", points, per: 100 } as const;
  return { earning: [{ id: "base", kind: "points", trigger: "order", award }] };
}

/** A member who joins, buys for these amounts a day after another, and then does the rest. */
function history(
  member: string,
  amounts: readonly number[],
  rest: readonly Record<string, unknown>[] = [],
): { readonly member: string; readonly commands: readonly LoyaltyCommand[] } {
  const told = [
    { kind: "enrol" },
    ...amounts.map((amount, n) => ({
      kind: "record-order",
      order: order(`o-${String(n)}`, amount),
    })),
    ...rest,
  ];
  const commands = told.map((one, n) => ({
    ...{ key: `k-${String(n)}`, member },
    occurredAt: instant(`2026-01-${String(n + 1).padStart(2, "0")}T09:00:00Z`),
    ...one,
  })) as unknown as LoyaltyCommand[];
  return { member, commands };
}

const redeem = (points: number) => ({
  ...{ kind: "redeem", redemption: "r" },
  request: { use: "cashback", points },
});

describe("LOY-3: a simulated programme", () => {
  test("gives members, points and refusals under each set of rules, and the difference of each number", () => {
    const histories = [history("ann", [1000, 500], [redeem(20)]), history("bob", [300])];
    const { today, instead, difference, asOf } = simulateProgramme(histories, {
      programme: simpleProgramme(earning(1)),
      instead: simpleProgramme(earning(2)),
      asOf: AS_OF,
    });
    expect(asOf).toBe(AS_OF);
    const none = { pending: 0, reserved: 0, expired: 0, clawedBack: 0, deficit: 0 };
    // Ann has 15 points and cannot take 20; with 30 she can.
    expect(today).toEqual({
      ...{ members: 2, membersByTier: {}, liability: {}, unvaluedPoints: 18 },
      points: { points: { ...none, issued: 18, active: 18, redeemed: 0 } },
      ...{ commands: 5, refused: { "insufficient-points": 1 } },
    });
    expect(instead).toEqual({
      ...{ members: 2, membersByTier: {}, liability: {}, unvaluedPoints: 16 },
      points: { points: { ...none, issued: 36, active: 16, redeemed: 20 } },
      ...{ commands: 6, refused: {} },
    });
    expect(difference).toEqual({
      ...{ members: 0, membersByTier: {}, liability: {}, unvaluedPoints: -2 },
      points: { points: { ...none, issued: 18, active: -2, redeemed: 20 } },
      ...{ commands: 1, refused: { "insufficient-points": -1 } },
    });
  });

  test("the liability is exact over all lots and rounded once, a tie to the even neighbour", () => {
    const kinds = (points: number) => ({
      kinds: [{ id: "points", purpose: "redeemable", value: value(points) } as const],
    });
    const histories = [history("ann", [100]), history("bob", [100]), history("cem", [100])];
    const { today, instead, difference } = simulateProgramme(histories, {
      programme: simpleProgramme(kinds(2)),
      instead: simpleProgramme(kinds(3)),
      asOf: AS_OF,
    });
    // Three points at half a penny: 1.5 goes to 2. At a third: exactly 1.
    expect([today.liability, today.unvaluedPoints]).toEqual([{ GBP: 2 }, 0]);
    expect(instead.liability).toEqual({ GBP: 1 });
    expect(difference.liability).toEqual({ GBP: -1 });
  });

  test("what has expired by the moment is expired and no liability, and a reservation has fallen back", () => {
    const kind = { id: "points", purpose: "redeemable", value: value(1) } as const;
    const kinds = [{ ...kind, expiry: { kind: "rolling", count: 30, unit: "days" } as const }];
    const lasting = [kind];
    const reserve = { ...redeem(4), kind: "reserve" };
    const options = {
      programme: simpleProgramme({ kinds }),
      instead: simpleProgramme({ kinds: lasting }),
    };
    const simulated = simulateProgramme([history("ann", [1000], [reserve])], {
      ...options,
      asOf: AS_OF,
    });
    expect(simulated.today.points["points"]).toMatchObject({ expired: 10, active: 0, reserved: 0 });
    expect(simulated.today.liability).toEqual({});
    expect(simulated.instead.points["points"]).toMatchObject({
      expired: 0,
      active: 10,
      reserved: 0,
    });
    expect(simulated.difference.liability).toEqual({ GBP: 10 });
    const before = instant("2026-01-03T09:29:59Z");
    const early = simulateProgramme([history("ann", [1000], [reserve])], {
      ...options,
      asOf: before,
    });
    expect(early.today.points["points"]).toMatchObject({ active: 6, reserved: 4 });
    expect(early.today.liability).toEqual({ GBP: 10 });
  });

  test("members are counted by the tier they hold at the moment", () => {
    const tiers = (atLeast: number) => ({
      tiers: {
        tiers: [
          { id: "blue" },
          { id: "gold", reach: { all: [{ metric: "spend", atLeast } as const] } },
        ],
        ...({
          period: { kind: "lifetime" },
          upgrade: "at-once",
          keepThrough: "this-period",
        } as const),
        ...({ landing: "qualified-tier", crossing: "before" } as const),
      },
    });
    const { today, difference, mostChanged } = simulateProgramme(
      [history("ann", [900]), history("bob", [400])],
      {
        programme: simpleProgramme(tiers(500)),
        instead: simpleProgramme({ ...tiers(1000), ...earning(3) }),
        asOf: AS_OF,
      },
    );
    expect(today.membersByTier).toEqual({ blue: 1, gold: 1 });
    expect(difference.membersByTier).toEqual({ blue: 1, gold: -1 });
    expect(mostChanged).toMatchObject([
      { member: "ann", changed: 18, tierToday: "gold", tierInstead: "blue" },
      { member: "bob", changed: 8, tierToday: "blue", tierInstead: "blue" },
    ]);
  });

  test("names the members that change most, among equals by name, and none that do not change", () => {
    const histories = [
      history("cem", [300]),
      history("ann", [300]),
      history("bob", [900]),
      history("dee", [50]),
    ];
    const options = {
      programme: simpleProgramme(),
      instead: simpleProgramme(earning(2)),
      asOf: AS_OF,
    };
    const named = (mostChanged: number) =>
      simulateProgramme(histories, {
        ...options,
        policy: { mostChanged, by: "active" },
      }).mostChanged.map(({ member, changed }) => [member, changed]);
    expect(named(2)).toEqual([
      ["bob", 9],
      ["ann", 3],
    ]);
    expect(named(9)).toEqual([
      ["bob", 9],
      ["ann", 3],
      ["cem", 3],
    ]);
    expect(named(0)).toEqual([]);
    expect(() => named(-1)).toThrow(
      "Cannot simulate a programme: policy.mostChanged must be an integer of at least 0, got -1",
    );
  });

  test("commands after the moment are left out, and late ones are taken in", () => {
    const late = {
      kind: "record-order",
      order: order("late", 700),
      occurredAt: instant("2026-01-02T08:00:00Z"),
    };
    const after = {
      kind: "record-order",
      order: order("after", 800),
      occurredAt: instant("2027-01-01T00:00:00Z"),
    };
    const { today } = simulateProgramme([history("ann", [100], [late, after])], {
      ...{ programme: simpleProgramme(), instead: simpleProgramme(), asOf: AS_OF },
    });
    expect([today.points["points"]?.issued, today.commands, today.refused]).toEqual([8, 3, {}]);
  });

  test("shared budgets and stocks are drawn on by one member after another", () => {
    const award = { form: "per-amount", points: 1, per: 100 } as const;
    const budget = { id: "base", kind: "points", trigger: "order", award, budget: "launch" };
    const rewards = [{ id: "cup", form: "product", cost: 1, stock: "cups" } as const];
    const programme = simpleProgramme({ earning: [budget], rewards });
    const take = {
      kind: "redeem",
      redemption: "r",
      request: { use: "reward", reward: "cup", quantity: 2 },
    };
    const histories = [history("ann", [1000], [take]), history("bob", [1000], [take])];
    const { today } = simulateProgramme(histories, {
      ...{ programme, instead: programme, asOf: AS_OF, left: { launch: 15, cups: 3 } },
    });
    expect(today.points["points"]).toMatchObject({ issued: 15, redeemed: 2 });
    expect(today.refused).toEqual({ "out-of-stock": 1 });
  });

  test("members and commands are read once, one member at a time", () => {
    let open = 0;
    let most = 0;
    function* commandsOf(member: string): Generator<LoyaltyCommand> {
      open += 1;
      most = Math.max(most, open);
      yield* history(member, [100, 200]).commands;
      open -= 1;
    }
    function* members(): Generator<MemberHistory> {
      for (let n = 0; n < 5; n += 1) yield { member: `m-${n}`, commands: commandsOf(`m-${n}`) };
    }
    const programme = simpleProgramme();
    const { today } = simulateProgramme(members(), { programme, instead: programme, asOf: AS_OF });
    expect([today.members, today.points["points"]?.issued, most]).toEqual([5, 15, 1]);
  });

  test("a command of another member than its history is a mistake of the host", () => {
    const [programme, { commands }] = [simpleProgramme(), history("ann", [])];
    const options = { programme, instead: programme, asOf: AS_OF };
    expect(() => simulateProgramme([{ member: "bob", commands }], options)).toThrow(
      'Cannot simulate a programme: commands of the history of "bob" must be of that member, got "ann"',
    );
  });

  test("the same rules instead make no difference, and members add up in any order", () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 5000 }), { maxLength: 5 });
    const histories = fc.array(fc.tuple(amounts, fc.integer({ min: 1, max: 60 })), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(histories, fc.integer({ min: 1, max: 9 }), (told, rate) => {
        const all = told.map(([spent, points], n) => history(`m-${n}`, spent, [redeem(points)]));
        const programme = simpleProgramme(earning(rate));
        const same = simulateProgramme(all, { programme, instead: programme, asOf: AS_OF });
        expect(same.today).toEqual(same.instead);
        expect(same.mostChanged).toEqual([]);
        const options = { programme, instead: simpleProgramme(earning(10)), asOf: AS_OF };
        const forward = simulateProgramme(all, options);
        expect(simulateProgramme(all.toReversed(), options)).toEqual(forward);
        const { issued = 0, active = 0, redeemed = 0 } = forward.instead.points["points"] ?? {};
        expect(active + redeemed).toBe(issued);
      }),
    );
  });
});
