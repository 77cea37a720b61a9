/** Customers won in the same period, and how many of them were left after each renewal. */
export interface ContractCohort {
  /**
   * How many were there at the start, after the first renewal, after the second, ...: at least two numbers, none above
   * the one before. Numbers of customers, or shares or percent of them; with shares or percent the standard errors are
   * those of so many customers.
   */
  readonly remaining: readonly number[];
}
