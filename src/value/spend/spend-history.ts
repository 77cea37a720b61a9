/** What a customer spends on the average purchase. */
export interface SpendHistory {
  /** How many purchases the mean is of: the repeat purchases. An integer of at least 1. */
  readonly frequency: number;
  /** Mean spend of a purchase, in any unit of one currency; above 0. */
  readonly meanSpend: number;
  /** How many customers share this history: above 0, not necessarily whole; 1 when absent. */
  readonly count?: number;
}
