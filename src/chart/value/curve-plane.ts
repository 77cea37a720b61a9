import { legibleTicks, type RoundDomain } from "../frame/domain.js";
import { frameOf, paletteOf, type FrameContent } from "../frame/frame.js";
import { LINE_HEIGHT_SHARE, placeNames, type Box } from "../frame/label-placement.js";
import type { ChartLayer, ChartPlace, PlotSpecification } from "../frame/specification.js";
import type { ChartOptions, ChartPalette } from "../frame/theme.js";
import { amountText, textWidth } from "../frame/wording.js";

/** A place in pixels from the upper left corner of the plot. @internal */
export interface CurveSpot {
  readonly x: number;
  readonly y: number;
}

/** What the layers of a chart of curves place their marks by. @internal */
export interface CurvePlane {
  readonly palette: ChartPalette;
  readonly plotWidth: number;
  readonly height: number;
  /** A number on the horizontal axis. */
  readonly x: (field: string) => ChartPlace;
  /** A number on the vertical axis. */
  readonly y: (field: string) => ChartPlace;
  /** The pixels of two numbers. */
  readonly spot: (x: number, y: number) => CurveSpot;
}

/** Curves over two axes of numbers. @internal */
export interface CurvePlaneContent extends Pick<
  FrameContent,
  "title" | "subtitle" | "description" | "legend"
> {
  readonly xTitle: string;
  readonly yTitle: string;
  readonly xDomain: RoundDomain;
  readonly yDomain: RoundDomain;
  readonly layers: (plane: CurvePlane) => readonly ChartLayer[];
}

/** Percent from nothing to all. @internal */
export const PERCENT_DOMAIN: RoundDomain = { domain: [0, 100], ticks: [0, 20, 40, 60, 80, 100] };

const HEIGHT = 260;

const RIGHT = 16;

/** Space of the labels of the vertical axis beyond their width, and of its title. */
const LABEL = { fontSize: 11, clear: 8, title: 21 };

/** Lays out a chart of curves. @internal */
export function curvePlane(
  { xTitle, yTitle, xDomain, yDomain, layers, ...content }: CurvePlaneContent,
  options: ChartOptions,
): PlotSpecification {
  const palette = paletteOf(options);
  const labels = yDomain.ticks.map((tick) => textWidth(amountText(tick), LABEL.fontSize));
  const extent = Math.max(...labels) + LABEL.clear;
  const frame = frameOf(
    { ...content, left: extent + LABEL.title, right: RIGHT, above: 8, axisTitle: xTitle },
    options,
  );
  const { plotWidth } = frame;
  const place = (field: string, { domain, ...axis }: ChartPlaceContent): ChartPlace => ({
    ...{ field, type: "quantitative", axis },
    scale: { domain: [...domain], nice: false, zero: false },
  });
  const share = (value: number, [low, high]: RoundDomain["domain"]): number =>
    (value - low) / (high - low);
  return {
    ...frame.specification,
    ...{ width: plotWidth, height: HEIGHT, autosize: { type: "none" } },
    layer: [
      ...layers({
        ...{ palette, plotWidth, height: HEIGHT },
        x: (field) =>
          place(field, {
            domain: xDomain.domain,
            title: frame.axisTitle,
            values: legibleTicks(xDomain, plotWidth),
          }),
        y: (field) =>
          place(field, {
            ...{ domain: yDomain.domain, title: [yTitle], values: [...yDomain.ticks] },
            ...{ minExtent: extent, maxExtent: extent },
          }),
        spot: (x, y) => ({
          x: plotWidth * share(x, xDomain.domain),
          y: HEIGHT * (1 - share(y, yDomain.domain)),
        }),
      }),
      ...frame.legend,
    ],
  };
}

type ChartPlaceContent = Pick<RoundDomain, "domain"> & NonNullable<ChartPlace["axis"]>;

/** Distance of the obstacles along a path, in pixels. */
const OBSTACLE = 6;

/** A path as obstacles for texts. @internal */
export function pathBoxes(path: readonly CurveSpot[]): Box[] {
  return path.slice(1).flatMap((end, index) => {
    const start = path[index]!;
    const steps = Math.max(1, Math.ceil(Math.hypot(end.x - start.x, end.y - start.y) / OBSTACLE));
    return Array.from({ length: steps }, (_, step) => {
      const share = step / steps;
      const x = start.x + share * (end.x - start.x);
      const y = start.y + share * (end.y - start.y);
      return { left: x - 2, top: y - 2, right: x + 2, bottom: y + 2 };
    });
  });
}

/** The corners of a path that keeps its height until the next point. @internal */
export function stepPath(path: readonly CurveSpot[]): CurveSpot[] {
  return path.flatMap((spot, index) =>
    index === 0 ? [spot] : [{ x: spot.x, y: path[index - 1]!.y }, spot],
  );
}

/** The points of a curve that differ by a pixel, so that thousands of points make no large drawing. @internal */
export function thinned<Point>(
  points: readonly Point[],
  spot: (point: Point) => CurveSpot,
): Point[] {
  let last: CurveSpot | undefined;
  return points.filter((point, index) => {
    const here = spot(point);
    const isFar =
      last === undefined || Math.abs(here.x - last.x) >= 1 || Math.abs(here.y - last.y) >= 1;
    if (!isFar && index < points.length - 1) return false;
    last = here;
    return true;
  });
}

const NAME_SIZE = 12;

/** Short texts beside points, clear of curves where there is room. @internal */
export function spotNames(
  names: readonly (CurveSpot & { readonly text: string })[],
  {
    plane: { plotWidth, height, palette },
    taken,
  }: { readonly plane: CurvePlane; readonly taken: readonly Box[] },
): ChartLayer[] {
  const points = names.map(({ text, ...spot }) => ({ ...spot, lines: [text] }));
  const plot = { left: 0, top: 0, right: plotWidth, bottom: height };
  return placeNames(points, { plot, taken, fontSize: NAME_SIZE }).map(({ x, y }, index) => ({
    data: { values: [{ name: names[index]!.text }] },
    mark: {
      ...{ type: "text", aria: false, align: "center", baseline: "middle", color: palette.ink },
      ...{ fontSize: NAME_SIZE, lineHeight: LINE_HEIGHT_SHARE * NAME_SIZE },
    },
    encoding: { x: { value: x }, y: { value: y }, text: { field: "name", type: "nominal" } },
  }));
}
