/** What customers and agents experience at a number of agents. */
export interface WaitingFigures {
  /** The work that arrives, in erlangs; at least 0. */
  readonly loadErlangs: number;
  /** The contacts that find no agent free. */
  readonly waitingShare: number;
  /** The contacts answered within the threshold, of all that arrive; who gives up was not answered. */
  readonly serviceLevelShare: number;
  /** Mean wait of all contacts, those not waiting and those giving up included, in seconds; at least 0. */
  readonly averageWaitSeconds: number;
  /** How much of their time the agents are busy. */
  readonly occupancyShare: number;
  /** The contacts that give up before they are answered; 0 where patience is without end. */
  readonly abandonedShare: number;
  /** How many contacts wait on average; at least 0. */
  readonly meanQueue: number;
}
