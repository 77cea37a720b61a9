import type { DayOfWeek } from "../../shared/time/date-arithmetic.js";

/** What every roster keeps to, and how much is made of what it need not keep to. */
export interface RosterRules {
  /** From the end of a shift to the beginning of one on another day at least, in minutes; at least 0. */
  readonly leastRestMinutes: number;
  /** On so many days running at most; whole, at least 1. A shift counts on the day it begins. */
  readonly mostDaysInARow: number;
  /** Shifts that begin on one day at most; whole, at least 1. */
  readonly mostShiftsADay: number;
  /** Paid minutes in one week, Monday to Sunday, at most; of agents whose contract does not say. */
  readonly mostMinutesAWeek: number;
  /** Every shift that begins on these weekdays is unpopular, too; none when absent. */
  readonly unpopularWeekdays?: readonly DayOfWeek[];
  /** What an hour missing from the least working time weighs; at least 0. */
  readonly weightOfHourMissing: number;
  /** What a shift weighs that is not wanted, and one that is preferred with the opposite sign; at least 0. */
  readonly weightOfWish: number;
  /** What the square of an agent's number of unpopular shifts weighs, so that few have many; at least 0. */
  readonly weightOfUnpopular: number;
}

/**
 * The least the law asks for in the European Union, as rules to start from.
 *
 * Eleven hours of rest a day, one day off in seven, 48 hours a week, one shift a day; hours missing from the contract
 * weigh 1 each, a wish 2, and the square of unpopular shifts 1.
 *
 * @remarks Directive 2003/88/EC: article 3 (11 hours of daily rest), article 5 (24 hours uninterrupted in seven days),
 * article 6 (48 hours a week on average; here in every week). The weights are ours.
 */
export const DEFAULT_ROSTER_RULES: RosterRules = {
  leastRestMinutes: 660,
  mostDaysInARow: 6,
  mostShiftsADay: 1,
  mostMinutesAWeek: 2880,
  weightOfHourMissing: 1,
  weightOfWish: 2,
  weightOfUnpopular: 1,
};
