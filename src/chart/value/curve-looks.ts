import type { LegendEntry } from "../frame/frame.js";
import type { ChartLayer, ChartMark, ChartPlace } from "../frame/specification.js";
import type { ChartDatum, ChartShape } from "../frame/specification.js";
import type { ChartOptions } from "../frame/theme.js";
import { paletteOf } from "../frame/frame.js";

/** How one of several curves is told from the others: never by colour alone. @internal */
export interface CurveLook {
  readonly color: string;
  /** Lengths of dashes and gaps; a full line where absent. */
  readonly dash?: readonly number[];
  /** Form of its marked points. */
  readonly shape: ChartShape;
}

/** More curves are not told apart in one plot. @internal */
export const MOST_CURVES = 9;

const COLOURS = ["good", "bad", "neutral"] as const;

const DASHES = [undefined, [7, 3], [2, 2]];

const SHAPES: readonly ChartShape[] = ["circle", "diamond", "square"];

/** The look of each curve, in their order. @internal */
export function curveLooks(count: number, options: ChartOptions): CurveLook[] {
  const palette = paletteOf(options);
  return Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / COLOURS.length);
    const dash = DASHES[(index + round) % DASHES.length];
    return {
      color: palette[COLOURS[index % COLOURS.length]!],
      shape: SHAPES[index % SHAPES.length]!,
      ...(dash !== undefined && { dash }),
    };
  });
}

/** Throws where there are more curves than one can tell apart. @internal */
export function requireCurves(count: number, task: string): void {
  if (count <= MOST_CURVES) return;
  throw new RangeError(
    `Cannot draw ${task}: at most ${String(MOST_CURVES)} curves can be told apart, got ${String(count)}`,
  );
}

/** Names of the curves with their lines. @internal */
export function curveLegend(labels: readonly string[], looks: readonly CurveLook[]): LegendEntry[] {
  return labels.map((label, index) => {
    const { color, dash } = looks[index]!;
    return { label, shape: "stroke", color, ...(dash && { dash }) };
  });
}

/** A line through points, in the look of its curve. @internal */
export function curveLine(
  values: readonly ChartDatum[],
  {
    look: { color, dash },
    x,
    y,
    ...mark
  }: {
    readonly look: Pick<CurveLook, "color" | "dash">;
    readonly x: ChartPlace;
    readonly y: ChartPlace;
  } & Pick<ChartMark, "interpolate" | "strokeWidth">,
): ChartLayer {
  return {
    data: { values: [...values] },
    mark: {
      ...{ type: "line", aria: false, color, strokeWidth: 2, ...mark },
      ...(dash && { strokeDash: [...dash] }),
    },
    encoding: { x, y },
  };
}
