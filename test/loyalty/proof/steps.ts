import fc from "fast-check";
import type { LoyaltyCommand } from "../../../src/loyalty/decision/loyalty-command.js";
import { addDays } from "../../../src/shared/time/date-arithmetic.js";
import { addMilliseconds, instant } from "../../../src/shared/time/instant.js";
import type { Instant } from "../../../src/shared/time/instant.js";
import { plainDateAt, timeZone } from "../../../src/shared/time/time-zone.js";
import { MEMBER } from "../ledger-story.js";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What is done next, as small numbers: which commands they become depends on what was done before. */
export interface Step {
  readonly what: StepName;
  /** Chooses among what is there, the newest for 0. */
  readonly pick: number;
  /** How much. */
  readonly size: number;
  /** Minutes and days since the step before. */
  readonly minutes: number;
  readonly days: number;
  /** Days the command is dated back. */
  readonly back: number;
}

/** The steps, by how often they are taken. */
const STEPS = {
  order: 6,
  review: 2,
  grant: 4,
  "grant-through": 2,
  "claw-back": 2,
  redeem: 4,
  pay: 3,
  reserve: 4,
  "reserve-for-order": 2,
  commit: 4,
  release: 3,
  "return-part": 4,
  "return-all": 2,
  confirm: 4,
  extend: 3,
  reinstate: 4,
  settle: 1,
  again: 1,
  "key-clash": 1,
  pause: 1,
} as const;

type StepName = keyof typeof STEPS;

const names = Object.entries(STEPS).flatMap(([name, often]) =>
  Array.from({ length: often }, () => name as StepName),
);

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(...names),
  pick: fc.nat({ max: 3 }),
  size: fc.integer({ min: 1, max: 30 }),
  minutes: fc.constantFrom(0, 0, 1, 29, 30, 31, 600),
  days: fc.oneof(
    { weight: 10, arbitrary: fc.constant(0) },
    { weight: 5, arbitrary: fc.nat({ max: 2 }) },
    { weight: 3, arbitrary: fc.nat({ max: 12 }) },
    { weight: 1, arbitrary: fc.nat({ max: 100 }) },
  ),
  back: fc.oneof(
    { weight: 12, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 15 }) },
  ),
});

/** Histories of up to 50 steps; shorter and smaller ones are tried where one fails. */
export const histories: fc.Arbitrary<readonly Step[]> = fc.array(step, {
  minLength: 1,
  maxLength: 50,
  size: "max",
});

/** What a telling has done so far. */
export interface Told {
  now: Instant;
  readonly sent: LoyaltyCommand[];
  readonly orders: string[];
  readonly redemptions: string[];
  readonly reserved: string[];
  /** The order paid before it is recorded. */
  paid: string | undefined;
}

export const FIRST: Instant = instant("2026-01-01T12:00:00Z");

export function beginning(): Told {
  return { now: FIRST, sent: [], orders: [], redemptions: [], reserved: [], paid: undefined };
}

export function enrolment(): LoyaltyCommand {
  return { kind: "enrol", key: "k-enrol", member: MEMBER, occurredAt: FIRST };
}

/** The command a step becomes; time moves on by it. */
export function commandOf(told: Told, step: Step): LoyaltyCommand {
  // What was set aside is mostly ended before it falls back.
  const isSwift = (step.what === "commit" || step.what === "release") && step.pick < 3;
  const days = isSwift ? 0 : step.days;
  const minutes = isSwift ? step.minutes % 29 : step.minutes;
  told.now = addMilliseconds(told.now, days * DAY + minutes * MINUTE);
  const dated = addMilliseconds(told.now, 0 - step.back * DAY);
  const base = {
    key: `k-${String(told.sent.length)}`,
    member: MEMBER,
    occurredAt: dated < FIRST ? FIRST : dated,
  };
  const command = { ...base, ...bodyOf(told, step, base.occurredAt) } as LoyaltyCommand;
  told.sent.push(command);
  return command;
}

type Body = LoyaltyCommand extends infer Command
  ? Command extends LoyaltyCommand
    ? Omit<Command, "key" | "member" | "occurredAt"> & Partial<Pick<Command, "key" | "occurredAt">>
    : never
  : never;

function bodyOf(told: Told, { what, pick, size }: Step, at: Instant): Body {
  const { sent, orders, redemptions } = told;
  const number = String(sent.length);
  const kind = pick % 2 === 0 ? "points" : "promo";
  const day = plainDateAt(at, timeZone("Etc/UTC"));
  const money = { amount: size * 390, currency: "GBP" } as const;
  const orderId = orders.at(-1 - pick) ?? "o-none";
  switch (what) {
    case "order": {
      const id = told.paid ?? (pick === 3 && orders.length > 0 ? orderId : `o-${number}`);
      told.paid = undefined;
      orders.push(id);
      const lines = [{ id: "1", product: "thing", quantity: 1 + (size % 3), amount: money }];
      return { kind: "record-order", order: { id, lines } };
    }
    case "review":
      return { kind: "record-activity", activity: `a-${number}`, trigger: "review" };
    case "grant":
      return { kind: "grant-points", points: { kind, amount: size }, why: "test" };
    case "grant-through": {
      const through = addDays(day, size - 3);
      return { kind: "grant-points", points: { kind, amount: size }, why: "test", through };
    }
    case "claw-back":
      return { kind: "claw-back-points", points: { kind, amount: size * 2 }, why: "test" };
    case "redeem":
    case "reserve":
      redemptions.push(`r-${number}`);
      if (what === "reserve") told.reserved.push(`r-${number}`);
      return {
        kind: what,
        redemption: pick === 3 ? (redemptions.at(0) ?? "r-x") : `r-${number}`,
        request: { use: "cashback", points: size },
      };
    case "pay":
    case "reserve-for-order":
      told.paid ??= `o-${number}`;
      redemptions.push(`r-${number}`);
      if (what === "reserve-for-order") told.reserved.push(`r-${number}`);
      return {
        kind: what === "pay" ? "redeem" : "reserve",
        redemption: `r-${number}`,
        request: {
          use: "payment",
          order: pick === 3 ? orderId : told.paid,
          payable: money,
          ...(pick === 1 && { points: size }),
        },
      };
    case "commit":
    case "release":
      return { kind: what, redemption: told.reserved.at(pick === 3 ? -2 : -1) ?? "r-none" };
    case "return-part": {
      const lines = [{ line: "1", quantity: 1 + (size % 2) }];
      return { kind: "return-order", order: orderId, return: `b-${number}`, lines };
    }
    case "return-all":
      return { kind: "return-order", order: orderId, return: `b-${number}` };
    case "confirm":
      return { kind: "confirm", action: "delivery", of: orderId };
    case "extend":
    case "reinstate": {
      const moved = what === "extend" ? "extend-expiry" : "reinstate-points";
      return { kind: moved, pointKind: kind, through: addDays(day, size - 2), why: "test" };
    }
    case "settle":
      return { kind: "settle" };
    case "again":
      return sent.at(-1 - pick) ?? { kind: "settle" };
    case "key-clash":
      return { kind: "settle", ...(sent.length > pick && { key: sent.at(-1 - pick)!.key }) };
    case "pause":
      return { kind: pick === 3 ? "pause" : "resume", why: "test" };
  }
}
