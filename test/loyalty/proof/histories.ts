import { decideLoyalty } from "../../../src/loyalty/decide-loyalty.js";
import { evolveLoyalty } from "../../../src/loyalty/ledger/evolve-loyalty.js";
import type { LoyaltyCommand } from "../../../src/loyalty/decision/loyalty-command.js";
import type { LoyaltyEvent } from "../../../src/loyalty/ledger/loyalty-event.js";
import { NO_LOYALTY } from "../../../src/loyalty/ledger/loyalty-state.js";
import type { LoyaltyState } from "../../../src/loyalty/ledger/loyalty-state.js";
import type { LoyaltyProgramme } from "../../../src/loyalty/programme/programme.js";
import type { Instant } from "../../../src/shared/time/instant.js";
import { beginning, commandOf, enrolment } from "./steps.js";
import type { Step } from "./steps.js";

/** A ledger with what led to it. */
export interface History {
  readonly state: LoyaltyState;
  readonly events: readonly LoyaltyEvent[];
  /** The commands events came of: one that changes nothing leaves its key free. */
  readonly taken: readonly LoyaltyCommand[];
  /** The moment of the last step. */
  readonly now: Instant;
}

/** The options of a decision, with ids that go on from the events there are. */
export function deciding(
  { events }: Pick<History, "events">,
  { programme, now }: { readonly programme: LoyaltyProgramme; readonly now: Instant },
): Parameters<typeof decideLoyalty>[2] {
  return { now, programme, ids: (index) => `e-${String(events.length + index)}` };
}

/** The history after one more command; the same where it is refused. */
export function historyAfter(
  history: History,
  command: LoyaltyCommand,
  { programme, now }: { readonly programme: LoyaltyProgramme; readonly now: Instant },
): History {
  const decided = decideLoyalty(history.state, command, deciding(history, { programme, now }));
  if (!decided.ok || decided.value.length === 0) return { ...history, now };
  return {
    state: decided.value.reduce(evolveLoyalty, history.state),
    events: [...history.events, ...decided.value],
    taken: [...history.taken, command],
    now,
  };
}

/** What a list of steps leaves; without those dated back where `inOrder` is asked for. */
export function historyOf(
  programme: LoyaltyProgramme,
  steps: readonly Step[],
  { inOrder }: { readonly inOrder: boolean },
): History {
  const told = beginning();
  const empty: History = { state: NO_LOYALTY, events: [], taken: [], now: told.now };
  let history = historyAfter(empty, enrolment(), { programme, now: told.now });
  for (const step of steps) {
    const command = commandOf(told, inOrder ? { ...step, back: 0 } : step);
    if (inOrder && command.occurredAt < told.now) continue;
    history = historyAfter(history, command, { programme, now: told.now });
  }
  return history;
}
