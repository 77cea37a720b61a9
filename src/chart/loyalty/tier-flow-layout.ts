import { pixels } from "../frame/canvas.js";

/** A tier at one of the two dates, in pixels. @internal */
export interface PlacedTier {
  readonly side: "before" | "after";
  readonly tier: string;
  readonly members: number;
  readonly top: number;
  readonly bottom: number;
}

/** Those who went from one tier to another, in pixels. @internal */
export interface PlacedFlow {
  readonly from: string;
  readonly to: string;
  readonly members: number;
  readonly way: "up" | "same" | "down";
  /** Upper edges at both ends. */
  readonly fromTop: number;
  readonly toTop: number;
  readonly thickness: number;
}

/** Bars and bands. @internal */
export interface TierFlowLayout {
  readonly height: number;
  readonly total: number;
  readonly bars: readonly PlacedTier[];
  readonly flows: readonly PlacedFlow[];
}

/** Height of all members together. */
const ALL_HEIGHT = 240;

const GAP = 8;

/** Places tiers, the highest on top, and the flows between them. @internal */
export function layoutTierFlow(
  moves: readonly { readonly from: string; readonly to: string; readonly members: number }[],
  {
    tiers,
    top,
    leastHeight,
  }: { readonly tiers: readonly string[]; readonly top: number; readonly leastHeight: number },
): TierFlowLayout {
  const order = tiers.toReversed();
  const sum = (from: string | undefined, to: string | undefined): number =>
    moves.reduce((all, move) => {
      const isOf = (from ?? move.from) === move.from && (to ?? move.to) === move.to;
      return isOf ? all + move.members : all;
    }, 0);
  const total = sum(undefined, undefined);
  const scale = total > 0 ? ALL_HEIGHT / total : 0;
  const column = (side: "before" | "after"): PlacedTier[] => {
    let y = top;
    return order.flatMap((tier): PlacedTier[] => {
      const members = side === "before" ? sum(tier, undefined) : sum(undefined, tier);
      if (members === 0) return [];
      const bar = members * scale;
      // A thin bar takes the height of its name, so that names do not meet.
      const slot = Math.max(bar, leastHeight);
      const from = y + 0.5 * (slot - bar);
      y += slot + GAP;
      return [{ side, tier, members, top: pixels(from), bottom: pixels(from + bar) }];
    });
  };
  const bars = [...column("before"), ...column("after")];
  const used = new Map(bars.map(({ side, tier, top: from }) => [`${side} ${tier}`, from]));
  const place = (side: "before" | "after", tier: string, thickness: number): number => {
    const from = used.get(`${side} ${tier}`) ?? top;
    used.set(`${side} ${tier}`, from + thickness);
    return from;
  };
  const flows = order.flatMap((from) =>
    order.flatMap((to): PlacedFlow[] => {
      const members = sum(from, to);
      if (members === 0) return [];
      const thickness = members * scale;
      const climb = order.indexOf(from) - order.indexOf(to);
      const way = climb > 0 ? "up" : climb < 0 ? "down" : "same";
      const fromTop = place("before", from, thickness);
      return [{ from, to, members, way, fromTop, toTop: place("after", to, thickness), thickness }];
    }),
  );
  const height = Math.max(top, ...bars.map(({ bottom }) => bottom + 0.5 * leastHeight));
  return { height, total, bars, flows };
}
