import { textWidth } from "./wording.js";

/** A point that wants a name beside it, in pixels from the upper left corner. @internal */
export interface NamedPoint {
  readonly x: number;
  readonly y: number;
  /** The lines of its name. */
  readonly lines: readonly string[];
}

/** A rectangle, in pixels. @internal */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where a name stands: its middle, in pixels. @internal */
export interface NamePlace {
  readonly x: number;
  readonly y: number;
}

/** Distances between the middle of a point and the nearer edge of its name, tried from near to far. */
const DISTANCES = [8, 16, 26, 38];

const POINT_RADIUS = 6;

/** Distance of the lines of a name, as a share of the font size. @internal */
export const LINE_HEIGHT_SHARE = 1.25;

/** How many square pixels of overlap a name accepts rather than move one pixel away from its point. */
const OVERLAP_PER_PIXEL = 4;

/**
 * A renderer that cannot measure text thinks it so much wider, and would widen the chart for a name it thinks beyond
 * the edge.
 */
const THOUGHT_WIDER = 4 / 3;

/** How many square pixels inside the plot count as much as one outside. */
const OUTSIDE_WEIGHT = 10;

/**
 * Places for the names of points, so that they lie in the plot and on no point, name or other text where that is
 * possible; where it is not, little overlap is weighed against the distance from the point. Points are served in
 * their order: right of the point first, then left, above and below. @internal
 */
export function placeNames(
  points: readonly NamedPoint[],
  {
    plot,
    taken,
    fontSize,
  }: { readonly plot: Box; readonly taken: readonly Box[]; readonly fontSize: number },
): NamePlace[] {
  const occupied: Box[] = [
    ...taken,
    ...points.map((point) => boxAround(point, POINT_RADIUS, POINT_RADIUS)),
  ];
  return points.map((point) => {
    const halfWidth = 0.5 * Math.max(...point.lines.map((line) => textWidth(line, fontSize)));
    const halfHeight = 0.5 * (LINE_HEIGHT_SHARE * fontSize * point.lines.length);
    let best: { place: NamePlace; box: Box; cost: number } | undefined;
    for (const { distance, ...place } of candidates(point, halfWidth, halfHeight)) {
      const box = boxAround(place, halfWidth, halfHeight);
      const thought = boxAround(place, THOUGHT_WIDER * halfWidth, halfHeight);
      const outside = area(thought) - overlap(thought, plot);
      const covered = occupied.reduce((sum, other) => sum + overlap(box, other), 0);
      const cost = OUTSIDE_WEIGHT * outside + covered + OVERLAP_PER_PIXEL * distance;
      if (best === undefined || cost < best.cost) best = { place, box, cost };
    }
    const { place, box } = best!;
    occupied.push(box);
    return place;
  });
}

function candidates(
  { x, y }: NamedPoint,
  halfWidth: number,
  halfHeight: number,
): (NamePlace & { readonly distance: number })[] {
  return DISTANCES.flatMap((distance) => {
    const [aside, away] = [distance + halfWidth, distance + halfHeight];
    return [
      { x: x + aside, y },
      { x: x - aside, y },
      { x, y: y - away },
      { x, y: y + away },
      { x: x + aside, y: y - away },
      { x: x - aside, y: y - away },
      { x: x + aside, y: y + away },
      { x: x - aside, y: y + away },
    ].map((place) => ({ ...place, distance }));
  });
}

function boxAround({ x, y }: NamePlace, halfWidth: number, halfHeight: number): Box {
  return { left: x - halfWidth, top: y - halfHeight, right: x + halfWidth, bottom: y + halfHeight };
}

function area({ left, top, right, bottom }: Box): number {
  return Math.max(0, right - left) * Math.max(0, bottom - top);
}

function overlap(a: Box, b: Box): number {
  return area({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  });
}
