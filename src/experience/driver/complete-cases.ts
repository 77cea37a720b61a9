import type { ConfiguredAccumulator } from "../../shared/aggregation.js";
import type { Comoments } from "../../shared/statistics/comoments.js";

/**
 * One respondent's answers by column, such as a factor's experience or overall satisfaction; a missing answer is
 * absent.
 */
export type DriverRow = Readonly<Record<string, number | undefined>>;

/** What is kept of the rows: enough for every regression on their columns. The working state of an aggregation. */
export interface CompleteCases extends ConfiguredAccumulator {
  /** Rows left out because an answer is missing. */
  dropped: number;
  /** For every column, whether any row so far answered it. */
  answered: boolean[];
  /** Count, means and co-deviations of the rows with every answer. */
  comoments: Comoments;
}
