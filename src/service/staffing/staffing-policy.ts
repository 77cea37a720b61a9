/** How soon how many contacts shall be answered. */
export interface ServiceLevel {
  /** The contacts to be answered in time, of all that arrive; above 0 and below 1. */
  readonly share: number;
  /** In time is within so many seconds; at least 0. */
  readonly thresholdSeconds: number;
}

/** What staffing has to reach; at least one of the four goals. */
export interface StaffingPolicy {
  /** How soon how many contacts shall be answered. */
  readonly serviceLevel?: ServiceLevel;
  /** How long contacts may wait on average (average speed of answer), in seconds; above 0. */
  readonly maximumWaitSeconds?: number;
  /** How busy agents may be; above 0 and at most 1. */
  readonly maximumOccupancyShare?: number;
  /** How many contacts may give up; above 0 and below 1. Needs `patienceSeconds`. */
  readonly maximumAbandonedShare?: number;
  /**
   * How long a contact waits on average before it gives up, in seconds; at least 0. Counted by Erlang A where given, by
   * Erlang C (nobody gives up) where absent.
   */
  readonly patienceSeconds?: number;
  /** The part of paid time in which an agent is not at work: leave, breaks, training; below 1, 0 when absent. */
  readonly shrinkageShare?: number;
  /** The fewest agents, also where nobody is expected to call; a whole number, 0 when absent. */
  readonly minimumAgents?: number;
  /**
   * How many contacts an agent handles at once, as in chat; a whole number, 1 when absent. The handle time is then how
   * long a contact lasts for an agent who has that many.
   */
  readonly contactsAtOnce?: number;
}

/**
 * Four of five contacts within 20 seconds, and nothing else.
 *
 * @remarks "80/20", the target of the field's worked examples (Call Centre Helper: 100 calls in half an hour of 180
 * seconds need 14 agents). It is a custom and no law: replace it by what your customers expect.
 */
export const DEFAULT_STAFFING_POLICY: StaffingPolicy = {
  serviceLevel: { share: 0.8, thresholdSeconds: 20 },
};
