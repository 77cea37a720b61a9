import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideLoyalty } from "../../../src/loyalty/decide-loyalty.js";
import type { LoyaltyCommand } from "../../../src/loyalty/decision/loyalty-command.js";
import { auditLedger } from "../../../src/loyalty/insight/audit-ledger.js";
import { evolveLoyalty } from "../../../src/loyalty/ledger/evolve-loyalty.js";
import type { LoyaltyEvent } from "../../../src/loyalty/ledger/loyalty-event.js";
import { NO_LOYALTY } from "../../../src/loyalty/ledger/loyalty-state.js";
import type { LoyaltyState } from "../../../src/loyalty/ledger/loyalty-state.js";
import type { LoyaltyProgramme } from "../../../src/loyalty/programme/programme.js";
import { walletBalance } from "../../../src/loyalty/view/wallet-balance.js";
import { addMilliseconds } from "../../../src/shared/time/instant.js";
import type { Instant } from "../../../src/shared/time/instant.js";
import { programmes } from "./programmes.js";
import {
  emptyReference,
  referenceBalance,
  isBackWhole,
  referenceStep,
} from "./reference-ledger.js";
import type { ReferenceLedger } from "./reference-ledger.js";
import { beginning, commandOf, enrolment, histories } from "./steps.js";

const KINDS = ["points", "promo"];
const LATER = 3 * 24 * 3_600_000;

interface Both {
  state: LoyaltyState;
  events: readonly LoyaltyEvent[];
  reference: ReferenceLedger;
}

describe("LOY-3: the ledger does what a slow and obvious one does", () => {
  test("LOY-3: the same balances and refusals after each of thousands of random commands", () => {
    fc.assert(
      fc.property(programmes, histories, (programme, steps) => {
        const both: Both = { state: NO_LOYALTY, events: [], reference: emptyReference() };
        const told = beginning();
        send(both, { command: enrolment(), programme, now: told.now });
        for (const step of steps) {
          const command = commandOf(told, step);
          if (isOutside(both.reference, { command, programme, now: told.now })) continue;
          send(both, { command, programme, now: told.now });
          for (const asOf of [told.now, addMilliseconds(told.now, LATER)]) {
            for (const kind of KINDS) requireSame(both, kind, asOf);
          }
        }
        expect(auditLedger(both.events)).toEqual([]);
      }),
    );
  });
});

interface Sending {
  readonly command: LoyaltyCommand;
  readonly programme: LoyaltyProgramme;
  readonly now: Instant;
}

/** Sends a command to both; both say the same of it. */
function send(both: Both, { command, programme, now }: Sending): void {
  const decided = decideLoyalty(both.state, command, {
    now,
    programme,
    ids: (index) => `e-${String(both.events.length + index)}`,
  });
  const { ledger, refusal } = referenceStep(both.reference, command, programme);
  expect(decided.ok ? undefined : shortOf(decided.error)).toEqual(refusal);
  both.reference = ledger;
  if (!decided.ok) return;
  both.state = decided.value.reduce(evolveLoyalty, both.state);
  both.events = [...both.events, ...decided.value];
}

function shortOf(error: { readonly code: string }): object {
  if (error.code !== "insufficient-points") return { code: error.code };
  return error;
}

function requireSame({ state, reference }: Both, kind: string, asOf: Instant): void {
  const balance = walletBalance(state, kind, { asOf });
  const expected = { ...referenceBalance(reference, kind, Date.parse(asOf)), transferred: 0 };
  const measures = Object.keys(expected) as (keyof typeof expected)[];
  // A comparison field by field is much slower, and only needed to tell what differs.
  if (measures.every((measure) => balance[measure] === expected[measure])) return;
  expect({ kind, asOf, ...balance }).toEqual({ kind, asOf, ...expected });
}

/**
 * What is left out of the comparison: a debt beside a reservation, because what falls back by itself pays it before that
 * is recorded; points reinstated that expired after they had fallen back; and what is dated back to before points came
 * back or were recorded as expired, and takes those.
 */
function isOutside(
  { redemptions, debts, cameBackAt, points, orders }: ReferenceLedger,
  { command, programme, now }: Sending,
): boolean {
  const { kind, occurredAt } = command;
  // An order that came back in whole may be recorded again: told by the tests of returns.
  if (kind === "record-order") {
    const found = orders.find(({ id }) => id === command.order.id);
    if (found !== undefined && isBackWhole(found)) return true;
  }
  const takes = ["redeem", "reserve", "claw-back-points", "return-order"].includes(kind);
  if (takes && cameBackAt > Date.parse(occurredAt)) return true;
  const looksAtExpired = ["claw-back-points", "return-order", "reinstate-points"].includes(kind);
  const hasExpired = points.some(({ where }) => where === "expired");
  if (looksAtExpired && occurredAt < now && hasExpired) return true;
  const hasFallenBack = redemptions.some(({ fallsBackAt, status }) => {
    return status === "timed-out" || (status === "reserved" && fallsBackAt <= Date.parse(now));
  });
  if (kind === "reinstate-points" && hasFallenBack && isIdle(programme)) return true;
  if (kind === "reserve") return Object.values(debts).some((owed) => owed > 0);
  if (kind !== "claw-back-points" && kind !== "return-order") return false;
  return redemptions.some(({ status }) => status === "reserved");
}

function isIdle({ kinds }: LoyaltyProgramme): boolean {
  return kinds.some(({ expiry }) => expiry?.kind === "inactivity");
}
