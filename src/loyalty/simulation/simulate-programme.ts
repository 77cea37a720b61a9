import type { Instant } from "../../shared/time/instant.js";
import type { LoyaltyCommand } from "../decision/loyalty-command.js";
import type { LoyaltyProgramme } from "../programme/programme.js";
import { differenceOf, keepLargest, memberChange } from "./figures-difference.js";
import { addMember, figuresOf, newTally } from "./figures-tally.js";
import { newMemberRun, sendCommand, settleMember } from "./member-run.js";
import type { ProgrammeRun } from "./member-run.js";
import type { ProgrammeSimulation, SimulatedMemberChange } from "./simulation-figures.js";
import { DEFAULT_SIMULATION_POLICY } from "./simulation-policy.js";
import type { SimulationPolicy } from "./simulation-policy.js";

/** What one member asked for, as the host received it. */
export interface MemberHistory {
  /** The member. */
  readonly member: string;
  /** The commands, in the order they were received; read once. */
  readonly commands: Iterable<LoyaltyCommand>;
}

/** Under which rules a history is run. */
export interface SimulationOptions {
  /** The rules of today. */
  readonly programme: LoyaltyProgramme;
  /** The rules to try in their place. */
  readonly instead: LoyaltyProgramme;
  /** The moment of all balances; later commands are left out. */
  readonly asOf: Instant;
  /** What there is of shared budgets and stocks at first, for each set of rules; nothing when absent. */
  readonly left?: Readonly<Record<string, number>>;
  /** Which members are named; `DEFAULT_SIMULATION_POLICY` when absent. */
  readonly policy?: SimulationPolicy;
}

/**
 * What would have come of the same history under other rules?
 *
 * Every command is decided twice, under the rules of today and under the others, each in a ledger of its own from the
 * beginning: what is refused under one set of rules may be taken in under the other. Members and commands are read
 * once; memory holds one member at a time, however many there are.
 *
 * - A command is taken as recorded when it happened, or at the latest command of the member before it.
 * - At the moment asked about the ledgers are settled: what has expired by then is expired, reservations fall back.
 * - Shared budgets and stocks are drawn on member after member, not by time; a return or release gives nothing back.
 * - Members do as they did: nobody buys more because the rules are better. Transfers, merges and recommendations, which
 * take two ledgers, are not commands of one and not in the history.
 *
 * @param histories - Each member once, with the commands received.
 * @param options - The two sets of rules, the moment, shared budgets, and which members are to be named.
 * @returns The figures under each, the difference, and the members that change most.
 * @throws RangeError where a command is of another member than its history, the number of members to be named is no
 * integer of at least 0, or points pass 2^53 - 1 together.
 * @example
 * ```ts
 * import { loyaltyProgramme, simulateProgramme } from "goodwill/loyalty";
 * import { instant, timeZone } from "goodwill/shared";
 *
 * const definition = {
 *   id: "beans",
 *   version: 1,
 *   zone: timeZone("Europe/London"),
 *   currency: "GBP",
 *   kinds: [{ id: "beans", purpose: "redeemable" }],
 *   earning: [{ id: "visit", kind: "beans", trigger: "visit", award: { form: "fixed", points: 5 } }],
 * } as const;
 * const programme = loyaltyProgramme(definition);
 * const visit = { ...definition.earning[0], award: { form: "fixed", points: 8 } } as const;
 * const instead = loyaltyProgramme({ ...definition, version: 2, earning: [visit] });
 * const asOf = instant("2026-03-02T09:00:00Z");
 * const common = { member: "ann", occurredAt: asOf };
 * const commands = [
 *   { ...common, kind: "enrol", key: "k-1" },
 *   { ...common, kind: "record-activity", key: "k-2", activity: "v-1", trigger: "visit" },
 * ] as const;
 * const simulated = simulateProgramme([{ member: "ann", commands }], { programme, instead, asOf });
 * simulated.difference.points["beans"]?.active; // => 3
 * ```
 */
export function simulateProgramme(
  histories: Iterable<MemberHistory>,
  options: SimulationOptions,
): ProgrammeSimulation {
  const { programme, instead, asOf, left = {}, policy = DEFAULT_SIMULATION_POLICY } = options;
  requireMostChanged(policy);
  const runs = [newRun(programme, left), newRun(instead, left)] as const;
  const tallies = [newTally(), newTally()] as const;
  const mostChanged: SimulatedMemberChange[] = [];
  for (const { member, commands } of histories) {
    const ledgers = [newMemberRun(), newMemberRun()] as const;
    for (const command of commands) {
      requireMember(command, member);
      if (command.occurredAt > asOf) continue;
      sendCommand(runs[0], ledgers[0], command);
      sendCommand(runs[1], ledgers[1], command);
    }
    const [before, after] = [0, 1].map((side) => {
      const run = runs[side]!;
      settleMember(run, ledgers[side]!, asOf);
      return addMember(tallies[side]!, ledgers[side]!, { asOf, run });
    });
    const change = memberChange(member, { today: before!, instead: after! }, policy);
    keepLargest(mostChanged, change, policy);
  }
  const figures = {
    today: figuresOf(tallies[0], runs[0]),
    instead: figuresOf(tallies[1], runs[1]),
  };
  return {
    asOf,
    ...figures,
    difference: differenceOf(figures.today, figures.instead),
    mostChanged,
  };
}

function newRun(programme: LoyaltyProgramme, left: Readonly<Record<string, number>>): ProgrammeRun {
  return { programme, left: new Map(Object.entries(left)), commands: 0, refused: new Map() };
}

function requireMember(command: LoyaltyCommand, member: string): void {
  if (command.member === member) return;
  throw new RangeError(
    `Cannot simulate a programme: commands of the history of ${JSON.stringify(member)} must be of that member, ` +
      `got ${JSON.stringify(command.member)}`,
  );
}

function requireMostChanged({ mostChanged }: SimulationPolicy): void {
  if (Number.isSafeInteger(mostChanged) && mostChanged >= 0) return;
  throw new RangeError(
    `Cannot simulate a programme: policy.mostChanged must be an integer of at least 0, got ${String(mostChanged)}`,
  );
}
