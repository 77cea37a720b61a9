import { describe, expect, test } from "vitest";
import { decideLoyalty } from "../../../src/loyalty/decide-loyalty.js";
import type { LoyaltyCommand } from "../../../src/loyalty/decision/loyalty-command.js";
import type { LoyaltyState } from "../../../src/loyalty/ledger/loyalty-state.js";
import { instant } from "../../../src/shared/time/instant.js";
import { plainDate } from "../../../src/shared/time/plain-date.js";
import { ENROL, MEMBER, order, simpleProgramme, tell } from "../ledger-story.js";
import type { Told } from "../ledger-story.js";

const programme = simpleProgramme({
  kinds: [
    {
      id: "points",
      purpose: "redeemable",
      expiry: { kind: "rolling", count: 60, unit: "days" },
      reinstatementDays: 400,
    },
    {
      id: "promo",
      purpose: "promotional",
      activation: { kind: "on-confirmation", action: "delivery" },
    },
  ],
  earning: [
    {
      id: "base",
      kind: "points",
      trigger: "order",
      award: { form: "per-amount", points: 1, per: 100 },
    },
    { id: "review", kind: "promo", trigger: "review", award: { form: "fixed", points: 15 } },
  ],
  rewards: [
    { id: "mug", form: "product", cost: 5 },
    { id: "card", form: "voucher", cost: 5, amount: 500 },
  ],
  tiers: {
    tiers: [
      { id: "basic" },
      { id: "silver", reach: { all: [{ metric: "spend", atLeast: 9_000_000 }] } },
    ],
    period: { kind: "calendar-year" },
    upgrade: "at-once",
    keepThrough: "next-period",
    landing: "one-tier-down",
    crossing: "before",
  },
  clubs: [{ id: "wine" }],
  household: { members: 4, kinds: ["points"] },
  partners: [{ id: "air", issues: ["points"], accepts: ["points"] }],
});

const NOW = instant("2026-03-10T12:00:00Z");
const SAID = { key: "k-new", member: MEMBER, occurredAt: NOW, cause: "a test" };
const gbp = (amount: number): object => ({ amount, currency: "GBP" });

function granted(key: string, at: string): Told {
  const points = { kind: "points", amount: 100 };
  return { kind: "grant-points", key, at, points, why: "test" };
}

const { state: empty } = tell(programme, []);
const { state: member } = tell(programme, [
  ENROL,
  granted("k-expired", "2026-01-02T12:00:00.000Z"),
  granted("k-open", "2026-03-02T12:00:00.000Z"),
  { kind: "issue-card", at: "2026-03-02T12:00:00.000Z", card: "c-1" },
  { kind: "record-order", at: "2026-03-02T12:00:00.000Z", order: order("o-1", 500) },
  { kind: "record-activity", at: "2026-03-02T12:00:00.000Z", activity: "a-1", trigger: "review" },
  {
    kind: "redeem",
    at: "2026-03-03T12:00:00.000Z",
    redemption: "r-card",
    request: { use: "reward", reward: "card", voucher: "v-1" },
  },
  {
    kind: "reserve",
    at: "2026-03-10T11:59:00.000Z",
    redemption: "r-1",
    request: { use: "cashback", points: 5 },
  },
]);
const household = tell(programme, [
  { ...ENROL, holder: "household" } as Told,
  { kind: "add-person", at: "2026-03-02T12:00:00.000Z", person: "bob" },
]).state;
const { state: paused } = tell(programme, [
  ENROL,
  { kind: "pause", at: "2026-03-02T12:00:00.000Z", why: "away" },
]);
const { state: joined } = tell(programme, [
  ENROL,
  { kind: "join-club", at: "2026-03-02T12:00:00.000Z", club: "wine" },
]);

const said = { channel: "web", nights: 1, visits: 1, segments: ["a"], facts: { rain: true } };
const lines = [
  {
    id: "1",
    product: "thing",
    category: "things",
    quantity: 2,
    amount: gbp(500),
    earns: true,
  },
];
const through = plainDate("2026-12-31");
const points = { kind: "points", amount: 5 };
const move = { pointKind: "points", through, why: "asked" };
const tier = { tier: "silver", through, why: "asked" };
const expiredLot = "0000000003-000";
const openLot = "0000000004-000";

/** Commands that are fine: all kinds, with all fields they can carry. */
const FINE: readonly (readonly [LoyaltyState, object])[] = [
  [
    empty,
    { kind: "enrol", holder: "member", birthday: "1990-01-01", card: "c-1", referredBy: "bob" },
  ],
  [member, { kind: "pause", why: "asked" }],
  [paused, { kind: "resume", why: "asked" }],
  [member, { kind: "close", why: "asked" }],
  [member, { kind: "issue-card", card: "c-2", why: "asked" }],
  [member, { kind: "block-card", card: "c-1", why: "lost" }],
  [member, { kind: "replace-card", card: "c-2", replaces: "c-1", why: "lost" }],
  [
    member,
    {
      kind: "record-order",
      order: { id: "o-2", lines, rate: { numerator: 1, denominator: 1 }, ...said },
    },
  ],
  [member, { kind: "record-activity", activity: "a-2", trigger: "review", quantity: 1, ...said }],
  [member, { kind: "grant-points", points, why: "asked", partner: "air", through }],
  [member, { kind: "claw-back-points", points, why: "asked" }],
  [member, { kind: "confirm", action: "delivery", of: "a-1" }],
  [member, { kind: "settle" }],
  [member, { kind: "extend-expiry", ...move, lots: [openLot] }],
  [member, { kind: "reinstate-points", ...move, lots: [expiredLot] }],
  [
    member,
    {
      kind: "redeem",
      redemption: "r-2",
      request: { use: "payment", order: "o-2", payable: gbp(500), points: 5 },
    },
  ],
  [member, { kind: "redeem", redemption: "r-2", request: { use: "cashback", points: 5 } }],
  [
    member,
    {
      kind: "reserve",
      redemption: "r-2",
      request: { use: "reward", reward: "mug", quantity: 1, order: "o-1", recipient: "bob" },
    },
  ],
  [
    member,
    {
      kind: "redeem",
      redemption: "r-2",
      request: { use: "reward", reward: "card", voucher: "v-2" },
    },
  ],
  [
    member,
    {
      kind: "redeem",
      redemption: "r-2",
      request: { use: "partner", partner: "air", kind: "points", points: 5 },
    },
  ],
  [member, { kind: "commit", redemption: "r-1" }],
  [member, { kind: "release", redemption: "r-1" }],
  [member, { kind: "use-voucher", voucher: "v-1", amount: gbp(100), order: "o-3" }],
  [member, { kind: "void-voucher", voucher: "v-1", why: "asked" }],
  [
    member,
    {
      kind: "return-order",
      order: "o-1",
      return: "b-1",
      lines: [{ line: "1", quantity: 1, amount: gbp(500) }],
    },
  ],
  [member, { kind: "award-tier", ...tier }],
  [member, { kind: "match-tier", ...tier }],
  [member, { kind: "invite-to-tier", ...tier }],
  [member, { kind: "invite-to-club", club: "wine" }],
  [member, { kind: "join-club", club: "wine" }],
  [joined, { kind: "leave-club", club: "wine" }],
  [household, { kind: "add-person", person: "eve" }],
  [household, { kind: "remove-person", person: "bob" }],
];

function decide(state: LoyaltyState, command: unknown): ReturnType<typeof decideLoyalty> {
  return decideLoyalty(state, command as LoyaltyCommand, {
    now: NOW,
    programme,
    ids: (index) => `n-${String(index)}`,
  });
}

type Path = readonly (string | number)[];

function pathsOf(value: unknown): Path[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]): Path[] => {
    const step = Array.isArray(value) ? Number(name) : name;
    return [[step], ...pathsOf(part).map((rest) => [step, ...rest])];
  });
}

function replaced(value: unknown, [step, ...rest]: Path, by: unknown): unknown {
  if (step === undefined) return by;
  if (Array.isArray(value)) {
    return value.map((one: unknown, index) => (index === step ? replaced(one, rest, by) : one));
  }
  const fields = value as Record<string, unknown>;
  return { ...fields, [step]: replaced(fields[step], rest, by) };
}

function textOf(path: Path): string {
  return path.map((step) => (typeof step === "number" ? `[${String(step)}]` : `.${step}`)).join("");
}

const BROKEN: readonly unknown[] = [NaN, 1.5, -1, 2 ** 53, "", null, undefined, {}, []];

/** Fields that may be absent, by command or for all. */
const OPTIONAL: Readonly<Record<string, readonly string[]>> = {
  all: [".cause"],
  enrol: [".holder", ".birthday", ".card", ".referredBy"],
  "issue-card": [".why"],
  "record-order": [
    ...[".rate", ".channel", ".nights", ".visits", ".segments", ".facts"].map((f) => `.order${f}`),
    ".order.lines[0].category",
    ".order.lines[0].earns",
  ],
  "record-activity": [".quantity", ".channel", ".nights", ".visits", ".segments", ".facts"],
  "grant-points": [".partner", ".through"],
  "extend-expiry": [".lots"],
  "reinstate-points": [".lots"],
  redeem: [".request.points"],
  reserve: [".request.quantity", ".request.order", ".request.recipient"],
  "return-order": [".lines", ".lines[0].amount"],
  "award-tier": [".through"],
  "match-tier": [".through"],
  "invite-to-tier": [".through"],
};

/** Whether a value stands for what the field may hold after all. */
function mayHold(kind: string, field: string, value: unknown): boolean {
  if (value === undefined) return [...OPTIONAL["all"]!, ...(OPTIONAL[kind] ?? [])].includes(field);
  if (field === ".cause") return value === "";
  if (field.endsWith(".facts.rain")) return value === "" || Number.isFinite(value);
  if (field.endsWith(".segments")) return Array.isArray(value);
  return field.endsWith(".facts") && typeof value === "object" && value !== null
    ? !Array.isArray(value)
    : false;
}

describe("LOY-3: a command from outside, unchecked", () => {
  test.each(FINE.map(([state, command]) => [(command as { kind: string }).kind, state, command]))(
    "LOY-3: %s with a field that is none is refused, never taken in and never thrown at",
    (kind, state, carried) => {
      const command = { ...SAID, ...carried };
      const fine = decide(state, command);
      expect(fine, JSON.stringify(fine)).toMatchObject({ ok: true });
      for (const path of pathsOf(command)) {
        for (const value of BROKEN) {
          const field = textOf(path);
          const got = decide(state, replaced(command, path, value));
          const told = `${field} ${String(value)}: ${JSON.stringify(got)}`;
          if (got.ok) expect(mayHold(kind, field, value), told).toBe(true);
          else expect(got.error.code, told).toMatch(/^[a-z-]+$/);
        }
      }
    },
  );

  test("LOY-3: every kind of command is among those tried", () => {
    const kinds = new Set(FINE.map(([, command]) => (command as { kind: string }).kind));
    expect(kinds.size).toBe(30);
  });

  test.each([null, undefined, 5, "settle", []])("LOY-3: %s is no command", (command) => {
    expect(decide(member, command)).toMatchObject({
      ok: false,
      error: { code: "invalid-field", field: "command", mustBe: "an object" },
    });
  });

  test.each(["toString", "constructor", "__proto__", "record-ordr"])(
    "LOY-3: %s is no kind of command",
    (kind) => {
      expect(decide(member, { ...SAID, kind })).toEqual({
        ok: false,
        error: { code: "invalid-field", field: "kind", mustBe: "a kind of command", got: kind },
      });
    },
  );

  test.each([
    ["record-order", ["order", "lines", 0], [null, 5, "x"], "order.lines[0]"],
    ["record-order", ["order", "lines", 0, "amount"], [undefined, null], "order.lines[0].amount"],
    ["record-order", ["order", "rate"], [null], "order.rate"],
    ["record-order", ["order", "facts"], [[]], "order.facts"],
    ["grant-points", ["through"], [{}, "2026-02-30"], "through"],
    ["extend-expiry", ["through"], [{}, "2026-02-30", "9999", undefined], "through"],
    ["reinstate-points", ["through"], [{}, "2026-02-30", "9999", undefined], "through"],
    ["extend-expiry", ["lots"], ["x", 5, {}, null], "lots"],
    ["extend-expiry", ["lots", 0], [5, null, {}], "lots[0]"],
    ["extend-expiry", ["why"], [" ", 5, undefined], "why"],
    ["return-order", ["lines"], ["x", 5, {}, null], "lines"],
    ["return-order", ["lines", 0], ["x", 5, null], "lines[0]"],
    ["return-order", ["lines", 0, "amount"], [null, 5], "lines[0].amount"],
    ["reserve", ["request", "quantity"], [null, "1", {}], "request.quantity"],
    ["award-tier", ["why"], ["", " ", 5, undefined], "why"],
    ["enrol", ["holder"], ["company", "", null, 5], "holder"],
    ["settle", ["cause"], [5, null, {}], "cause"],
  ] as const)("LOY-3: %s with %j as none of its own names the field", (kind, path, got, field) => {
    const [state, carried] = FINE.find(([, one]) => (one as { kind: string }).kind === kind)!;
    for (const value of got) {
      expect(decide(state, replaced({ ...SAID, ...carried }, path, value))).toMatchObject({
        ok: false,
        error: { code: "invalid-field", field },
      });
    }
  });

  test("LOY-3: what is payable names the field", () => {
    const request = { use: "payment", order: "o-2", payable: undefined };
    for (const payable of [undefined, null, 5]) {
      const redeem = { ...SAID, kind: "redeem", redemption: "r", request: { ...request, payable } };
      expect(decide(member, redeem)).toMatchObject({
        error: { code: "invalid-field", field: "request.payable" },
      });
    }
  });
});
