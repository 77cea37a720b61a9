import { orderedValue } from "../../shared/ordered-map.js";
import { ok } from "../../shared/result.js";
import type { Result } from "../../shared/result.js";
import { isInstant } from "../../shared/time/instant.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import { shapeFault } from "./command-shape.js";
import type { LoyaltyOptions } from "./decision-options.js";
import type { Decision } from "./decision.js";
import { fieldsFault, gotText, isObject, TEXT } from "./field-shape.js";
import type { FieldShapes } from "./field-shape.js";
import { commandFingerprint } from "./fingerprint.js";
import type { LoyaltyCommandBase } from "./loyalty-command.js";
import type { LoyaltyRefusal } from "./loyalty-refusal.js";
import { settleClock } from "./settle-clock.js";

/** A command of any kind, as far as every decision looks at it. */
export type AnyCommand = LoyaltyCommandBase & { readonly kind: string };

/** What every command says. */
const SAID: FieldShapes = {
  key: TEXT,
  member: TEXT,
  occurredAt: { mustBe: "an instant", holds: isInstant },
  cause: { mustBe: "a text", holds: (value) => typeof value === "string", isOptional: true },
};

/** What a paused or a closed account can still be sent. */
const ALLOWED_WHILE: Readonly<Record<"paused" | "closed", readonly string[]>> = {
  paused: [
    "resume",
    "close",
    "settle",
    "return-order",
    "commit",
    "release",
    "block-card",
    "reverse-referral",
  ],
  closed: ["settle", "return-order", "reverse-referral"],
};

/**
 * Begins a decision: refuses what no ledger can take, recognises a command taken in before, and settles what the clock
 * has done since.
 */
export function openDecision(
  state: LoyaltyState,
  command: AnyCommand,
  options: LoyaltyOptions,
): Result<Decision | "applied", LoyaltyRefusal> {
  if (!isInstant(options.now)) {
    throw new RangeError(`Cannot decide: now must be an instant, got ${String(options.now)}`);
  }
  const broken = brokenField(command) ?? shapeFault(command);
  if (broken !== undefined) return { ok: false, error: broken };
  const fingerprint = commandFingerprint(command);
  const applied = orderedValue(state.keys, command.key);
  if (applied === fingerprint) return ok("applied");
  const obstacle =
    applied === undefined
      ? obstacleOf(state, command, options)
      : ({ code: "key-reused", key: command.key } as const);
  if (obstacle !== undefined) return { ok: false, error: obstacle };
  const decision: Decision = { state, command, fingerprint, options, events: [] };
  if (command.kind !== "enrol") {
    settleClock(decision);
  }
  return ok(decision);
}

function brokenField(command: AnyCommand): LoyaltyRefusal | undefined {
  if (!isObject(command)) {
    const got = gotText(command);
    return { code: "invalid-field", field: "command", mustBe: "an object", got };
  }
  return fieldsFault(SAID, command);
}

function obstacleOf(
  state: LoyaltyState,
  command: AnyCommand,
  { now, expectedSequence }: LoyaltyOptions,
): LoyaltyRefusal | undefined {
  const { sequence, account } = state;
  const { kind, member, occurredAt } = command;
  if (expectedSequence !== undefined && expectedSequence !== sequence) {
    return { code: "stale-version", expected: expectedSequence, actual: sequence };
  }
  if (occurredAt > now) return { code: "in-the-future", occurredAt, now };
  if (kind === "enrol") {
    return account && { code: "already-there", what: "member", id: account.member };
  }
  if (account === undefined || occurredAt < account.enrolledAt) return { code: "not-enrolled" };
  if (account.member !== member) {
    return { code: "other-member", expected: account.member, got: member };
  }
  const merged = mergedFault(state, command);
  if (merged !== undefined) return merged;
  const { status } = account;
  if (status === "active" || ALLOWED_WHILE[status].includes(kind)) return undefined;
  return { code: "account-not-active", status };
}

/** What looks at an order, and is refused as what. */
const LOOKS_AT_ORDER: Readonly<Record<string, string>> = {
  "return-order": "return",
  "qualify-referral": "referral",
  "reverse-referral": "referral",
};

/** After a merge an order stands in the account that remains, from the merge on. */
function mergedFault(
  { account, orders }: LoyaltyState,
  command: AnyCommand & { readonly order?: unknown },
): LoyaltyRefusal | undefined {
  const { kind, order, occurredAt } = command;
  const what = LOOKS_AT_ORDER[kind];
  const into = account?.mergedInto;
  if (what !== undefined && into !== undefined) {
    return { code: "not-possible-now", what, state: `merged into ${into}` };
  }
  const id = kind === "record-order" ? (order as { readonly id: string }).id : order;
  const since = typeof id === "string" ? orderedValue(orders, id)?.takenOverAt : undefined;
  if (since === undefined || since <= occurredAt) return undefined;
  if (kind === "record-order") return { code: "already-there", what: "order", id: id as string };
  if (what === undefined) return undefined;
  return { code: "not-possible-now", what, state: "merged-later" };
}
