/**
 * How many rows become one figure, in a form that any engine can run: on an array, over a stream, or on a cluster.
 *
 * Merging is associative and commutative, so that rows may be split and merged in any way. Accumulators are plain
 * JSON, carry a version and their configuration, and refuse to merge with another configuration.
 *
 * @remarks The contract of distributed engines: Apache Beam's `CombineFn`, Apache Spark's `Aggregator`.
 */
export interface Aggregation<Row, Accumulator, Output> {
  /** The accumulator of no rows; merging with it changes nothing. */
  createAccumulator(): Accumulator;
  /** Takes in one row; may update the accumulator in place and returns it. */
  addInput(accumulator: Accumulator, row: Row): Accumulator;
  /** The accumulator of the rows of both; changes neither. */
  mergeAccumulators(a: Accumulator, b: Accumulator): Accumulator;
  /** The figure; leaves the accumulator as it is, so that more rows may follow. */
  extractOutput(accumulator: Accumulator): Output;
}

/**
 * What every accumulator that depends on a configuration carries, so that a stored one is never merged with a
 * stranger.
 */
export interface ConfiguredAccumulator {
  /** Version of the accumulator's layout; raised when its fields change meaning. */
  readonly version: number;
  /** The configuration it was made with, as one canonical text. */
  readonly configuration: string;
}

/**
 * Computes a figure from rows in one pass.
 *
 * The rows may be an array, a generator, or any other iterable; only the accumulator is kept in memory. For an
 * asynchronous source, call `addInput` in a `for await` loop.
 *
 * @param rows - The rows, each taken in once, in order.
 * @param aggregation - What to compute.
 * @returns The figure; that of no rows when there are none.
 * @example
 * ```ts
 * import { aggregate, momentsCombine } from "goodwill/shared";
 *
 * const { n, mean } = aggregate([4, 8, 9], momentsCombine());
 * [n, mean]; // => [3, 7]
 * ```
 */
export function aggregate<Row, Accumulator, Output>(
  rows: Iterable<Row>,
  aggregation: Aggregation<Row, Accumulator, Output>,
): Output {
  let accumulator = aggregation.createAccumulator();
  for (const row of rows) accumulator = aggregation.addInput(accumulator, row);
  return aggregation.extractOutput(accumulator);
}

/**
 * Checks that accumulators may be merged: same layout, same configuration.
 *
 * @param name - The aggregation's name, for the message.
 * @param accumulators - The accumulators about to be merged, the aggregation's own empty one first.
 * @throws TypeError when version or configuration differ.
 * @example
 * ```ts
 * import { requireSameConfiguration } from "goodwill/shared";
 *
 * const stored = { version: 1, configuration: "0..10" };
 * requireSameConfiguration("experience", [stored, { version: 1, configuration: "0..10" }]);
 * ```
 */
export function requireSameConfiguration(
  name: string,
  accumulators: readonly ConfiguredAccumulator[],
): void {
  const [first, ...others] = accumulators;
  if (first === undefined) return;
  for (const other of others) {
    if (other.version !== first.version) {
      throw new TypeError(
        `Cannot merge ${name} accumulators: versions ${String(first.version)} and ${String(other.version)} differ`,
      );
    }
    if (other.configuration !== first.configuration) {
      throw new TypeError(
        `Cannot merge ${name} accumulators: configurations ${first.configuration} and ${other.configuration} differ`,
      );
    }
  }
}
