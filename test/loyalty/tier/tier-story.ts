import { record } from "../../../src/loyalty/decision/decision.js";
import type { Decision } from "../../../src/loyalty/decision/decision.js";
import type { QualifyingEntry } from "../../../src/loyalty/ledger/event-base.js";
import type { LoyaltyEvent } from "../../../src/loyalty/ledger/loyalty-event.js";
import { NO_LOYALTY } from "../../../src/loyalty/ledger/loyalty-state.js";
import type { LoyaltyState } from "../../../src/loyalty/ledger/loyalty-state.js";
import { decideEnrolment } from "../../../src/loyalty/member/decide-enrolment.js";
import type { LoyaltyProgrammeDefinition } from "../../../src/loyalty/programme/programme-definition.js";
import { loyaltyProgramme } from "../../../src/loyalty/programme/programme.js";
import type { LoyaltyProgramme } from "../../../src/loyalty/programme/programme.js";
import type { TierPolicy } from "../../../src/loyalty/programme/tier-policy.js";
import { settleTier } from "../../../src/loyalty/tier/settle-tier.js";
import { tierStandingAt } from "../../../src/loyalty/tier/tier-standing.js";
import { orderedValue } from "../../../src/shared/ordered-map.js";
import { withEntry } from "../../../src/shared/ordered-map-change.js";
import { instant } from "../../../src/shared/time/instant.js";
import type { Instant } from "../../../src/shared/time/instant.js";
import { plainDate } from "../../../src/shared/time/plain-date.js";
import { plainDateAt, timeZone } from "../../../src/shared/time/time-zone.js";

/** Bronze, silver from 10000, gold from 20000, in a calendar year; each test says what is different. */
export const LADDER: TierPolicy = {
  tiers: [
    { id: "bronze" },
    { id: "silver", reach: { all: [{ metric: "spend", atLeast: 10_000 }] } },
    { id: "gold", reach: { all: [{ metric: "spend", atLeast: 20_000 }] } },
  ],
  period: { kind: "calendar-year" },
  upgrade: "at-once",
  keepThrough: "next-period",
  landing: "qualified-tier",
  crossing: "after",
};

export function tiered(
  policy: Partial<TierPolicy> = {},
  more: Partial<LoyaltyProgrammeDefinition> = {},
): LoyaltyProgramme {
  return loyaltyProgramme({
    id: "ladder",
    version: 1,
    zone: timeZone("Europe/London"),
    currency: "GBP",
    kinds: [
      { id: "points", purpose: "redeemable" },
      { id: "status", purpose: "qualifying" },
    ],
    earning: [],
    tiers: { ...LADDER, ...policy },
    ...more,
  });
}

/** A decision at a moment, to be handed to a handler. */
export function decisionAt(
  state: LoyaltyState,
  programme: LoyaltyProgramme,
  at: Instant | string,
): Decision {
  const occurredAt = instant(at);
  return {
    state,
    command: { key: `k-${String(state.sequence)}`, member: "ann", occurredAt },
    fingerprint: "f",
    options: { now: instant("9000-01-01T00:00:00Z"), programme, ids: (n) => `e-${String(n)}` },
    events: [],
  };
}

/** The ledger of a member enrolled at a moment. */
export function enrolledAt(programme: LoyaltyProgramme, at: string): LoyaltyState {
  const decision = decisionAt(NO_LOYALTY, programme, at);
  const refusal = decideEnrolment(decision, {
    kind: "enrol",
    key: "k-0",
    member: "ann",
    occurredAt: instant(at),
  });
  if (refusal !== undefined) throw new Error(refusal.code);
  return decision.state;
}

/** A ledger after something that counts towards a tier, recorded as any order is: settled before and after. */
export function after(
  state: LoyaltyState,
  programme: LoyaltyProgramme,
  done: { readonly at: string } & Partial<QualifyingEntry["amounts"]> & { readonly day?: string },
): LoyaltyState {
  return doneAt(state, programme, done).state;
}

/** The same, with all that was recorded. */
export function doneAt(
  state: LoyaltyState,
  programme: LoyaltyProgramme,
  done: { readonly at: string } & Partial<QualifyingEntry["amounts"]> & { readonly day?: string },
): Decision {
  const { at, day, ...amounts } = done;
  const decision = decisionAt(state, programme, at);
  settleTier(decision);
  const on = day === undefined ? plainDateAt(instant(at), programme.zone) : plainDate(day);
  record(decision, { kind: "points-granted", why: "order", qualifying: [{ day: on, amounts }] });
  settleTier(decision);
  return decision;
}

/** A ledger settled at a moment. */
export function settledAt(state: LoyaltyState, programme: LoyaltyProgramme, at: string): Decision {
  const decision = decisionAt(state, programme, at);
  settleTier(decision);
  return decision;
}

/** A ledger with something that counted on a day, of which nothing else was recorded. */
export function counted(state: LoyaltyState, day: string, spend: number): LoyaltyState {
  const before = orderedValue(state.qualifying, day)?.spend ?? 0;
  const qualifying = withEntry(state.qualifying, day, { spend: before + spend });
  return { ...state, qualifying };
}

/** The tier at a moment and the first moment it has to be earned again. */
export function tierAt(
  state: LoyaltyState,
  programme: LoyaltyProgramme,
  at: string,
): readonly [string | undefined, string | undefined] {
  const standing = tierStandingAt(state, { asOf: instant(at), programme });
  return [standing?.tier, standing?.heldUntil];
}

/** What was recorded about the tier, in short. */
export function changes(events: readonly LoyaltyEvent[]): readonly string[] {
  return events.flatMap((event) => {
    if (event.kind !== "tier-changed") return [];
    const { standing, before = "none", occurredAt } = event;
    return [`${occurredAt.slice(0, 10)} ${before} -> ${standing.tier} (${standing.by})`];
  });
}

/** A thing without one of its fields. */
export function without<Thing extends object>(thing: Thing, field: keyof Thing): Thing {
  return Object.fromEntries(Object.entries(thing).filter(([name]) => name !== field)) as Thing;
}
