import {
  decideLoyalty,
  replayLoyalty,
  type LoyaltyCommand,
  type LoyaltyEvent,
  type LoyaltyProgramme,
} from "goodwill/loyalty";

/**
 * The events of one member's commands, in memory: what `loyalty-on-postgres.ts` does with a database.
 *
 * @throws Error where a command is refused: a recipe is told to the end.
 */
export function ledgerOf(
  programme: LoyaltyProgramme,
  commands: readonly LoyaltyCommand[],
): readonly LoyaltyEvent[] {
  const events: LoyaltyEvent[] = [];
  for (const command of commands) {
    const ids = (index: number): string => `e-${String(events.length + index)}`;
    // A host passes its clock; a recipe records everything the moment it happens.
    const now = command.occurredAt;
    const decided = decideLoyalty(replayLoyalty(events), command, { now, programme, ids });
    if (!decided.ok) throw new Error(`${command.kind} was refused: ${decided.error.code}`);
    events.push(...decided.value);
  }
  return events;
}
