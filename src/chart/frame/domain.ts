import { textWidth } from "./wording.js";

/** Values so near to a round number, as a share of a step, are on it. */
const ROUNDING = 1e-9;

/** Width of an axis for a single large value, as a share of it. */
const UNIT_SHARE = 1e-3;

/** The next number of 1, 2, 5 times a power of ten. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const digit = step / power;
  return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
}

/** A mean with the ends of its interval where it has one, for the domain of an axis; none for nothing. @internal */
export function intervalEnds(
  estimate:
    | {
        readonly mean: number;
        readonly interval?: { readonly lower: number; readonly upper: number };
      }
    | undefined,
): readonly number[] {
  if (estimate === undefined) return [];
  const { mean, interval } = estimate;
  return interval === undefined ? [mean] : [interval.lower, mean, interval.upper];
}

/** Round ends that hold all values, and the round numbers between them. @internal */
export interface RoundDomain {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
}

/**
 * Round ends around some values, about five steps apart, within limits where there are any. Without values or without
 * spread it is one unit wide. @internal
 */
export function roundDomain(
  values: readonly number[],
  { min = -Infinity, max = Infinity }: { readonly min?: number; readonly max?: number } = {},
): RoundDomain {
  const lowest = values.length === 0 ? Math.max(0, min) : Math.min(...values);
  const highest = values.length === 0 ? lowest : Math.max(...values);
  const size = Math.max(1, Math.abs(lowest), Math.abs(highest));
  const hasSpread = highest - lowest > ROUNDING * size;
  const step = roundStep((hasSpread ? highest - lowest : Math.max(1, UNIT_SHARE * size)) / 5);
  const clean = (value: number): number => Number(value.toPrecision(12));
  const first = Math.floor(lowest / step + ROUNDING);
  const last = Math.max(Math.ceil(highest / step - ROUNDING), first + 1);
  const upper = Math.min(max, clean(last * step));
  // Values at the upper limit leave no room above: then the axis begins a step lower.
  const lower = Math.max(min, Math.min(clean(first * step), clean(upper - step)));
  const domain = [lower, upper] as const;
  const ticks = Array.from({ length: last - first + 2 }, (_, index) =>
    clean((first - 1 + index) * step),
  ).filter((tick) => tick >= lower && tick <= upper);
  return { domain, ticks };
}

const TICK = { fontSize: 11, gap: 6 };

/**
 * The ticks whose labels have room on an axis of so many pixels: all, every second, and so on, 0 among them where it
 * is one. @internal
 */
export function legibleTicks({ domain, ticks }: RoundDomain, pixels: number): number[] {
  const decimals = Math.max(0, ...ticks.map((tick) => (String(tick).split(".")[1] ?? "").length));
  const widest = Math.max(
    0,
    ...ticks.map((tick) => {
      const commas = Math.floor(Math.log10(Math.max(1, Math.abs(tick))) / 3);
      return textWidth(tick.toFixed(decimals) + ",".repeat(commas), TICK.fontSize);
    }),
  );
  const spacing =
    ticks.length < 2 ? pixels : (pixels * (ticks[1]! - ticks[0]!)) / (domain[1] - domain[0]);
  const every = Math.max(1, Math.ceil((widest + TICK.gap) / spacing));
  const anchor = Math.max(0, ticks.indexOf(0));
  return ticks.filter((_, index) => (index - anchor) % every === 0);
}
