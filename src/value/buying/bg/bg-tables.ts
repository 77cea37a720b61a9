import type { HistoryCells } from "../history-cells.js";
import { createRisingSums, fillRisingSums, type RisingSums } from "../rising-sums.js";

/**
 * What the likelihood of BG/NBD and MBG/NBD needs at given parameters, by distinct frequency, age and recency: of these
 * there are a few hundred where there are thousands of cells.
 *
 * @internal
 */
export interface BgTables {
  /** The histories. */
  readonly cells: HistoryCells;
  /** Chances to leave, by frequency. */
  readonly chances: Float64Array;
  /** Sums from r on over the purchases. */
  readonly buying: RisingSums;
  /** Sums from b on over the chances. */
  readonly staying: RisingSums;
  /** Sums from a + b on over the chances. */
  readonly either: RisingSums;
  /** r and the frequency. */
  readonly purchases: Float64Array;
  /** What does not depend on times, by frequency. */
  readonly constant: Float64Array;
  /** Logarithm of the odds to leave at the last chance, by frequency; minus infinity without a chance. */
  readonly logHazard: Float64Array;
  /** 1 / (b + chances - 1), by frequency; 0 without a chance. */
  readonly perStay: Float64Array;
  /** By age: log((alpha + age) / alpha). */
  readonly logAge: Float64Array;
  /** By age: 1 / alpha - 1 / (alpha + age). */
  readonly gapAge: Float64Array;
  /** By recency: log((alpha + recency) / alpha). */
  readonly logRecency: Float64Array;
  /** By recency: 1 / alpha - 1 / (alpha + recency). */
  readonly gapRecency: Float64Array;
}

/** Makes room; `firstChance` is 1 where one may leave after the very first purchase. @internal */
export function createBgTables(
  cells: HistoryCells,
  { firstChance }: { readonly firstChance: 0 | 1 },
): BgTables {
  const { frequency, age, recency } = cells;
  const like = ({ values }: { readonly values: Float64Array }): Float64Array =>
    new Float64Array(values.length);
  const chances = frequency.values.map((x) => x + firstChance);
  return {
    ...{ cells, chances },
    buying: createRisingSums(frequency.values),
    staying: createRisingSums(chances),
    either: createRisingSums(chances),
    ...{ purchases: like(frequency), constant: like(frequency) },
    ...{ logHazard: like(frequency), perStay: like(frequency) },
    ...{ logAge: like(age), gapAge: like(age) },
    ...{ logRecency: like(recency), gapRecency: like(recency) },
  };
}

/** Fills in the tables for r, alpha, a, b. @internal */
export function fillBgTables(tables: BgTables, at: Float64Array): void {
  const { cells, chances, buying, staying, either } = tables;
  const { purchases, constant, logHazard, perStay } = tables;
  const [r, alpha, a, b] = at as unknown as readonly [number, number, number, number];
  const { frequency, age, recency } = cells;
  fillRisingSums(buying, { lengths: frequency.values, from: r });
  fillRisingSums(staying, { lengths: chances, from: b });
  fillRisingSums(either, { lengths: chances, from: a + b });
  const logAlpha = Math.log(alpha);
  const logA = Math.log(a);
  for (let k = 0; k < chances.length; k += 1) {
    const x = frequency.values[k]!;
    purchases[k] = r + x;
    constant[k] = buying.logs[k]! - x * logAlpha + staying.logs[k]! - either.logs[k]!;
    // Without a chance to leave nobody has left: the odds are 0.
    const stays = b + (chances[k]! - 1);
    logHazard[k] = chances[k]! > 0 ? logA - Math.log(stays) : -Infinity;
    perStay[k] = chances[k]! > 0 ? 1 / stays : 0;
  }
  fillTimes(age.values, { alpha, logs: tables.logAge, gaps: tables.gapAge });
  fillTimes(recency.values, { alpha, logs: tables.logRecency, gaps: tables.gapRecency });
}

// Against alpha, not against 0: where alpha is 1e7, because all buy at one rate, no digit of a time is lost.
function fillTimes(
  times: Float64Array,
  {
    alpha,
    logs,
    gaps,
  }: { readonly alpha: number; readonly logs: Float64Array; readonly gaps: Float64Array },
): void {
  for (let k = 0; k < times.length; k += 1) {
    logs[k] = Math.log1p(times[k]! / alpha);
    gaps[k] = times[k]! / alpha / (alpha + times[k]!);
  }
}
