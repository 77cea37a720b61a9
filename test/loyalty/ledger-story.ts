import { decideLoyalty } from "../../src/loyalty/decide-loyalty.js";
import type { LoyaltyOptions } from "../../src/loyalty/decision/decision-options.js";
import type { LoyaltyCommand } from "../../src/loyalty/decision/loyalty-command.js";
import type { LoyaltyRefusal } from "../../src/loyalty/decision/loyalty-refusal.js";
import { evolveLoyalty } from "../../src/loyalty/ledger/evolve-loyalty.js";
import type { LoyaltyEvent } from "../../src/loyalty/ledger/loyalty-event.js";
import { NO_LOYALTY } from "../../src/loyalty/ledger/loyalty-state.js";
import type { LoyaltyState } from "../../src/loyalty/ledger/loyalty-state.js";
import type { LoyaltyProgrammeDefinition } from "../../src/loyalty/programme/programme-definition.js";
import { loyaltyProgramme } from "../../src/loyalty/programme/programme.js";
import type { LoyaltyProgramme } from "../../src/loyalty/programme/programme.js";
import { instant } from "../../src/shared/time/instant.js";
import { timeZone } from "../../src/shared/time/time-zone.js";

/** What happened to a member, and the ledger it left. */
export interface Story {
  readonly events: readonly LoyaltyEvent[];
  readonly state: LoyaltyState;
}

/** A command without the member and, where the place in the story is enough, without a key. */
export type Told = LoyaltyCommand extends infer Command
  ? Command extends LoyaltyCommand
    ? Omit<Command, "key" | "member" | "occurredAt"> & {
        readonly at: string;
        readonly key?: string;
        readonly recordedAt?: string;
      }
    : never
  : never;

export const MEMBER = "ann";

/** The least programme: one kind of points, 1 for each full 1.00. */
export function simpleProgramme(
  changes: Partial<LoyaltyProgrammeDefinition> = {},
): LoyaltyProgramme {
  return loyaltyProgramme({
    id: "simple",
    version: 1,
    zone: timeZone("Europe/London"),
    currency: "GBP",
    kinds: [{ id: "points", purpose: "redeemable" }],
    earning: [
      {
        id: "base",
        kind: "points",
        trigger: "order",
        award: { form: "per-amount", points: 1, per: 100 },
      },
    ],
    redemption: { kinds: ["points"], payment: { points: 1, amount: 1 }, reservationMinutes: 30 },
    ...changes,
  });
}

/** Sends one command to a ledger, and says what came of it. */
export function send(
  { events, state }: Story,
  told: Told,
  programme: LoyaltyProgramme,
  options: Partial<LoyaltyOptions> = {},
): Story | LoyaltyRefusal {
  const { at, key = `k-${String(events.length)}`, recordedAt = at, ...rest } = told;
  const command = { ...rest, key, member: MEMBER, occurredAt: instant(at) } as LoyaltyCommand;
  const decided = decideLoyalty(state, command, {
    now: instant(recordedAt),
    programme,
    ids: (index) => `e-${String(events.length + index)}`,
    ...options,
  });
  if (!decided.ok) return decided.error;
  return {
    events: [...events, ...decided.value],
    state: decided.value.reduce(evolveLoyalty, state),
  };
}

/** Sends commands one after another; a refusal fails the test that tells the story. */
export function tell(
  programme: LoyaltyProgramme,
  commands: readonly Told[],
  begun: Story = { events: [], state: NO_LOYALTY },
): Story {
  let story = begun;
  for (const command of commands) {
    const next = send(story, command, programme);
    if ("code" in next) throw new Error(`${command.kind} was refused: ${JSON.stringify(next)}`);
    story = next;
  }
  return story;
}

/** What became of the last command of a story that should be refused. */
export function refusalOf(
  programme: LoyaltyProgramme,
  { after, command }: { readonly after: Story; readonly command: Told },
): LoyaltyRefusal | undefined {
  const next = send(after, command, programme);
  return "code" in next ? next : undefined;
}

/** An order of one line; its amount in minor units. */
export function order(
  id: string,
  amount: number,
): Extract<Told, { kind: "record-order" }>["order"] {
  return {
    id,
    lines: [{ id: "1", product: "thing", quantity: 1, amount: { amount, currency: "GBP" } }],
  };
}

export const ENROL: Told = { kind: "enrol", at: "2026-01-01T09:00:00.000Z" };
