import type { Reason } from "../../shared/reason.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { PlannedShift } from "./planned-shift.js";
import type { RosterAgent } from "./roster-agent.js";
import type { RosterRules } from "./roster-rules.js";

/** How to give shifts to agents. */
export interface AssignShiftsOptions {
  /** The agents there are. */
  readonly agents: readonly RosterAgent[];
  /** The zone on whose calendar days and weeks are counted. */
  readonly zone: TimeZone;
  /** What every roster keeps to; `DEFAULT_ROSTER_RULES` when absent. */
  readonly rules?: RosterRules;
  /** How many half-made rosters the exact search may look at; 200000 when absent. */
  readonly searchSteps?: number;
}

/** A shift an agent was given. */
export interface AssignedShift {
  /** The shift; `agents` is 1. */
  readonly shift: PlannedShift;
  /** Why: how many could have it, the wishes it meets, whose turn it was. */
  readonly reasons: readonly Reason[];
}

/** The working time of an agent in one week. */
export interface AgentWeek {
  /** Its Monday. */
  readonly week: PlainDate;
  /** The paid minutes, of shifts held already, too. */
  readonly paidMinutes: number;
  /** Missing from the least by contract, in minutes; 0 where none are. */
  readonly underMinutes: number;
  /** Above the most by contract, in minutes: only shifts held already bring that about; 0 where none are. */
  readonly overMinutes: number;
}

/** The shifts of one agent. */
export interface AgentRoster {
  /** Whose. */
  readonly agent: string;
  /** The shifts given, by start. */
  readonly shifts: readonly AssignedShift[];
  /** The working time of every week in which a shift begins. */
  readonly weeks: readonly AgentWeek[];
  /** How many unpopular shifts the agent has had with these. */
  readonly unpopular: number;
  /** How many of the shifts given are wished for. */
  readonly preferred: number;
  /** How many of the shifts given are not wanted. */
  readonly unwanted: number;
}

/** A shift for which agents are missing. */
export interface UnfilledShift {
  /** The shift; `agents` is how many are missing. */
  readonly shift: PlannedShift;
  /** Each rule that stands against some agents with the number of those it stops; never empty. */
  readonly reasons: readonly Reason[];
}

/** An agent who works less or more than the contract says. */
export interface ContractFinding extends Reason {
  /** Less than the least, or more than the most. */
  readonly code: "roster-under-contract" | "roster-over-contract";
  /** Whose. */
  readonly agent: string;
  /** The Monday of the week. */
  readonly week: PlainDate;
}

/** How good a roster is. */
export interface RosterOptimality {
  /** Whether it is proven that no roster leaves fewer places empty, nor, with as few, has a lower penalty. */
  readonly exact: boolean;
  /** The places left empty. */
  readonly unfilled: number;
  /** No roster that keeps to the rules leaves fewer empty. */
  readonly unfilledAtLeast: number;
  /** What hours missing, wishes and unpopular shifts weigh together. */
  readonly penalty: number;
}

/** Who works which shift. */
export interface Roster {
  /** Every agent, by id, those without a shift, too. */
  readonly agents: readonly AgentRoster[];
  /** The shifts for which agents are missing, in the order given. */
  readonly unfilled: readonly UnfilledShift[];
  /** The agents who work less or more than their contract says, by id and week. */
  readonly contracts: readonly ContractFinding[];
  /** How good the roster is. */
  readonly optimality: RosterOptimality;
}
