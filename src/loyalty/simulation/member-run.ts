// One member's history under one set of rules. Internal: not part of the package's surface.

import type { Instant } from "../../shared/time/instant.js";
import { decideLoyalty } from "../decide-loyalty.js";
import type { LoyaltyCommand } from "../decision/loyalty-command.js";
import { evolveLoyalty } from "../ledger/evolve-loyalty.js";
import type { LoyaltyEvent } from "../ledger/loyalty-event.js";
import { NO_LOYALTY } from "../ledger/loyalty-state.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import type { LoyaltyProgramme } from "../programme/programme.js";

/** What one set of rules makes of all members, as far as it has come. */
export interface ProgrammeRun {
  /** The rules. */
  readonly programme: LoyaltyProgramme;
  /** What is left of shared budgets and stocks. */
  readonly left: Map<string, number>;
  /** Commands taken in. */
  commands: number;
  /** Commands refused, by code. */
  readonly refused: Map<string, number>;
}

/** One member's ledger in a run. */
export interface MemberRun {
  /** The ledger. */
  state: LoyaltyState;
  /** The latest moment of a command so far: a command received late was recorded then. */
  now: Instant | undefined;
}

/** A member of whom nothing is known yet. */
export function newMemberRun(): MemberRun {
  return { state: NO_LOYALTY, now: undefined };
}

/** Sends a command to a member's ledger. */
export function sendCommand(run: ProgrammeRun, member: MemberRun, command: LoyaltyCommand): void {
  const { occurredAt } = command;
  const now = member.now === undefined || member.now < occurredAt ? occurredAt : member.now;
  const { sequence } = member.state;
  const decided = decideLoyalty(member.state, command, {
    now,
    programme: run.programme,
    ids: (index) => `${command.member}-${String(sequence + index + 1)}`,
    ...(run.left.size > 0 && { left: Object.fromEntries(run.left) }),
    trace: "applied",
  });
  if (!decided.ok) {
    const { code } = decided.error;
    run.refused.set(code, (run.refused.get(code) ?? 0) + 1);
    return;
  }
  member.now = now;
  run.commands += 1;
  for (const event of decided.value) {
    member.state = evolveLoyalty(member.state, event);
    takeFromBudgets(run, event);
  }
  if (decided.value.length > 0) takeFromStock(run, command);
}

/** Records what the clock has done by the moment of the simulation. */
export function settleMember(run: ProgrammeRun, member: MemberRun, asOf: Instant): void {
  const { account } = member.state;
  if (account === undefined) return;
  const key = `simulated settlement at ${asOf}`;
  const command = { kind: "settle", key, member: account.member, occurredAt: asOf } as const;
  sendCommand(run, member, command);
  run.commands -= 1;
}

function takeFromBudgets({ left }: ProgrammeRun, event: LoyaltyEvent): void {
  if (event.kind !== "order-recorded" && event.kind !== "activity-recorded") return;
  for (const [budget, points] of Object.entries(event.earning.budgets ?? {})) {
    left.set(budget, (left.get(budget) ?? 0) - points);
  }
}

function takeFromStock({ left, programme }: ProgrammeRun, command: LoyaltyCommand): void {
  if (command.kind !== "redeem" && command.kind !== "reserve") return;
  const { request } = command;
  if (request.use !== "reward") return;
  const stock = programme.rewards?.find(({ id }) => id === request.reward)?.stock;
  if (stock === undefined) return;
  left.set(stock, (left.get(stock) ?? 0) - (request.quantity ?? 1));
}
