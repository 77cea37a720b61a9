import { describe, expect, test } from "vitest";
import { replayLoyalty } from "../../../src/loyalty/ledger/replay-loyalty.js";
import { plainDate } from "../../../src/shared/time/plain-date.js";
import { ENROL, simpleProgramme, tell } from "../ledger-story.js";
import type { Told } from "../ledger-story.js";

const noon = (day: string): string => `2026-01-${day}T12:00:00.000Z`;

/** Told on the 20th, whenever it happened. */
function late<Command extends Told>(command: Command): Command {
  return { ...command, recordedAt: noon("20") };
}

const programme = simpleProgramme({
  clubs: [{ id: "roasters" }],
  household: { members: 5, kinds: ["points"] },
  rewards: [{ id: "fiver", form: "voucher", cost: 100, amount: 500 }],
});

const VOUCHER: readonly Told[] = [
  { kind: "grant-points", at: noon("02"), points: { kind: "points", amount: 100 }, why: "test" },
  {
    kind: "redeem",
    at: noon("02"),
    redemption: "r",
    request: { use: "reward", reward: "fiver", voucher: "v" },
  },
];

describe("LOY-3: what is told late leaves the ledger a replay finds", () => {
  test.each<[string, readonly Told[]]>([
    [
      "a card blocked before it was issued",
      [
        { kind: "issue-card", at: noon("03"), card: "A" },
        late({ kind: "block-card", at: noon("02"), card: "A", why: "stolen" }),
      ],
    ],
    [
      "a club left before it was joined",
      [
        { kind: "join-club", at: noon("03"), club: "roasters" },
        late({ kind: "leave-club", at: noon("02"), club: "roasters" }),
      ],
    ],
    [
      "a pause that is over",
      [
        { kind: "pause", at: noon("03"), why: "away" },
        { kind: "resume", at: noon("05"), why: "back" },
        late({
          kind: "grant-points",
          at: noon("04"),
          points: { kind: "points", amount: 5 },
          why: "x",
        }),
      ],
    ],
    [
      "a voucher made void before it was used",
      [
        ...VOUCHER,
        {
          kind: "use-voucher",
          at: noon("04"),
          voucher: "v",
          amount: { amount: 200, currency: "GBP" },
          order: "o",
        },
        late({ kind: "void-voucher", at: noon("03"), voucher: "v", why: "fraud" }),
      ],
    ],
    [
      "an end moved after it was moved further",
      [
        {
          kind: "grant-points",
          at: noon("02"),
          points: { kind: "points", amount: 9 },
          why: "x",
          through: plainDate("2026-02-01"),
        },
        {
          kind: "extend-expiry",
          at: noon("05"),
          pointKind: "points",
          through: plainDate("2026-04-01"),
          why: "x",
        },
      ],
    ],
  ])("LOY-3: %s", (_, commands) => {
    const { events, state } = tell(programme, [ENROL, ...commands]);
    expect(replayLoyalty(events)).toEqual(state);
    expect(replayLoyalty([...events].reverse())).toEqual(state);
  });
});
