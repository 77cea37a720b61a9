import type { Instant } from "../../shared/time/instant.js";

/** Points of one kind over all members; in a difference, below 0 where there are fewer. */
export interface SimulatedPoints {
  /** Ever issued. */
  readonly issued: number;
  /** Earned, and not yet to be spent. */
  readonly pending: number;
  /** To be spent. */
  readonly active: number;
  /** Set aside. */
  readonly reserved: number;
  /** Spent. */
  readonly redeemed: number;
  /** Expired. */
  readonly expired: number;
  /** Taken back. */
  readonly clawedBack: number;
  /** Owed by members. */
  readonly deficit: number;
}

/** What a programme has come to over all members; in a difference, below 0 where there is less. */
export interface SimulatedFigures {
  /** Members enrolled. */
  readonly members: number;
  /** Members by the tier they hold; those without one are in none. */
  readonly membersByTier: Readonly<Record<string, number>>;
  /** Points by kind. */
  readonly points: Readonly<Record<string, SimulatedPoints>>;
  /**
   * What outstanding points (pending, active, set aside) are worth by the value recorded in their lots, in minor units
   * by currency: exact, and rounded once, a tie to the even neighbour. What members owe is not taken off.
   */
  readonly liability: Readonly<Record<string, number>>;
  /** Outstanding points without a stated value, which are in no liability. */
  readonly unvaluedPoints: number;
  /** Commands taken in. */
  readonly commands: number;
  /** Commands refused, by the code of the refusal. */
  readonly refused: Readonly<Record<string, number>>;
}

/** What other rules would have changed for one member. */
export interface SimulatedMemberChange {
  /** The member. */
  readonly member: string;
  /** The size of the change the policy looks at: points of all kinds, up or down. */
  readonly changed: number;
  /** The tier under the rules of today; absent where there is none. */
  readonly tierToday?: string;
  /** The tier under the other rules. */
  readonly tierInstead?: string;
  /** The difference by kind of points: under the other rules less today. */
  readonly points: Readonly<Record<string, SimulatedPoints>>;
}

/** The same history under two sets of rules. */
export interface ProgrammeSimulation {
  /** The moment of all balances. */
  readonly asOf: Instant;
  /** Under the rules of today. */
  readonly today: SimulatedFigures;
  /** Under the other rules. */
  readonly instead: SimulatedFigures;
  /** The other rules less today, number by number. */
  readonly difference: SimulatedFigures;
  /** The members whose points change most, largest change first, then by name; those without a change left out. */
  readonly mostChanged: readonly SimulatedMemberChange[];
}
