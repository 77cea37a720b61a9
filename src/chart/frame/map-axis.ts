import { legibleTicks, roundDomain } from "./domain.js";
import type { ChartPlace } from "./specification.js";

/** From one end of an axis to the other. @internal */
export type Ends = readonly [number, number];

/** Every quadrant takes at least this share of its axis, so that its name has room. */
const LEAST_QUADRANT_SHARE = 0.3;

/** No tick is so near to an edge that its label reaches beyond, in pixels. */
const TICK_CLEARANCE = 14;

/** Values that differ by less than this share of their size are one. */
const NO_SPREAD = 1e-9;

/** A place on an axis of a map. @internal */
export function placeOn(
  field: string,
  {
    ends,
    title,
    pixels,
  }: { readonly ends: Ends; readonly title: string[]; readonly pixels: number },
): ChartPlace {
  const [low, high] = ends;
  const clear = (TICK_CLEARANCE / pixels) * (high - low);
  const ticks = roundDomain(ends).ticks.filter(
    (tick) => tick >= low + clear && tick <= high - clear,
  );
  return {
    field,
    type: "quantitative",
    axis: { title, values: legibleTicks({ domain: ends, ticks }, pixels) },
    scale: { domain: [low, high], nice: false, zero: false },
  };
}

/**
 * Ends of an axis that hold all values, keep them clear of the edge, and leave room on both sides of the line.
 * @internal
 */
export function endsAround(
  line: number,
  { values, clearShare }: { readonly values: readonly number[]; readonly clearShare: number },
): Ends {
  const below = line - Math.min(line, ...values);
  const above = Math.max(line, ...values) - line;
  if (below + above <= NO_SPREAD * Math.max(1, Math.abs(line))) return [line - 1, line + 1];
  const clear = ((below + above) * clearShare) / (1 - 2 * clearShare);
  const [low, high] = [below + clear, above + clear];
  const least = (LEAST_QUADRANT_SHARE / (1 - LEAST_QUADRANT_SHARE)) * Math.max(low, high);
  return [line - Math.max(low, least), line + Math.max(high, least)];
}

/** How far along an axis a value lies, as a share. @internal */
export function shareOf(value: number, [low, high]: Ends): number {
  return (value - low) / (high - low);
}
