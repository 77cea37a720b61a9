import type { LoyaltyCommandKind } from "./loyalty-command.js";
import type { LoyaltyRefusal } from "./loyalty-refusal.js";
import { DAY, fieldsFault, listOf, objectOf, optional, TEXT } from "./field-shape.js";
import type { FieldShape, FieldShapes } from "./field-shape.js";

const OPTIONAL_TEXT = optional(TEXT);
const MONEY = objectOf({ currency: TEXT });
const POINTS = objectOf({ kind: TEXT });

/** Null would be read as absent; how many they may be is looked at where it is decided. */
const UNITS: FieldShape = {
  mustBe: "an integer from 1 to 2^53 - 1",
  holds: (value) => typeof value === "number",
  isOptional: true,
};

const HOLDER: FieldShape = {
  mustBe: "member or household",
  holds: (value) => value === "member" || value === "household",
};

const ORDER = objectOf({
  lines: {
    mustBe: "a list of at least one line",
    holds: (value) => Array.isArray(value) && value.length > 0,
    each: objectOf({ amount: objectOf() }),
  },
  rate: optional(objectOf()),
});

const REQUEST: FieldShape = {
  ...objectOf(),
  variants: {
    by: "use",
    of: {
      payment: { order: TEXT, payable: MONEY },
      reward: {
        reward: TEXT,
        quantity: UNITS,
        order: OPTIONAL_TEXT,
        recipient: OPTIONAL_TEXT,
        voucher: OPTIONAL_TEXT,
      },
      partner: { partner: TEXT, kind: TEXT },
    },
  },
};

const STATUS = { why: TEXT };
const CARD = { card: TEXT, replaces: OPTIONAL_TEXT, why: OPTIONAL_TEXT };
const MOVE = { pointKind: TEXT, through: DAY, lots: optional(listOf(TEXT)), why: TEXT };
const REDEMPTION = { redemption: TEXT, request: REQUEST };
const TIER = { tier: TEXT, through: optional(DAY), why: TEXT };
const CLUB = { club: TEXT };
const PERSON = { person: TEXT };

/** What a command of a kind has to carry; how large its numbers may be is looked at where it is decided. */
const SHAPES: Readonly<Record<LoyaltyCommandKind, FieldShapes>> = {
  enrol: {
    holder: optional(HOLDER),
    birthday: optional(DAY),
    card: OPTIONAL_TEXT,
    referredBy: OPTIONAL_TEXT,
  },
  pause: STATUS,
  resume: STATUS,
  close: STATUS,
  "issue-card": CARD,
  "block-card": CARD,
  "replace-card": CARD,
  "record-order": { order: ORDER },
  "record-activity": { activity: TEXT, trigger: TEXT },
  "grant-points": { points: POINTS, why: TEXT, partner: OPTIONAL_TEXT, through: optional(DAY) },
  "claw-back-points": { points: POINTS, why: TEXT },
  confirm: { action: TEXT, of: TEXT },
  settle: {},
  "extend-expiry": MOVE,
  "reinstate-points": MOVE,
  redeem: REDEMPTION,
  reserve: REDEMPTION,
  commit: { redemption: TEXT },
  release: { redemption: TEXT },
  "use-voucher": { voucher: TEXT, amount: MONEY, order: TEXT },
  "void-voucher": { voucher: TEXT, why: TEXT },
  "return-order": {
    order: TEXT,
    return: TEXT,
    lines: optional(listOf(objectOf({ line: TEXT, amount: optional(MONEY) }))),
  },
  "award-tier": TIER,
  "match-tier": TIER,
  "invite-to-tier": TIER,
  "invite-to-club": CLUB,
  "join-club": CLUB,
  "leave-club": CLUB,
  "add-person": PERSON,
  "remove-person": PERSON,
};

/** Why a command is none: something it has to carry is not as it has to be. It may come from outside, unchecked. */
export function shapeFault(command: { readonly kind: string }): LoyaltyRefusal | undefined {
  const { kind } = command;
  if (!Object.hasOwn(SHAPES, kind)) return undefined;
  const shapes = SHAPES[kind as LoyaltyCommandKind];
  return fieldsFault(shapes, command);
}
