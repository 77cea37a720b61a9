import { scaleText } from "../rating/scale-text.js";
import { requireScale, type Scale } from "../rating/scale.js";

/** One factor on the map: how important it is and how well it is done. */
export interface ImportancePoint {
  /** Name of the factor. */
  readonly factor: string;
  /** How important customers say it is, such as its mean importance; on the study's scale. */
  readonly stated?: number;
  /**
   * How important it proves to be, such as the `importanceShare` of {@link keyDrivers}; it has no scale of its own.
   */
  readonly derived?: number;
  /** How well it is done, such as its mean experience; on the study's scale. */
  readonly performance: number;
}

/**
 * What a place on the map asks for: `concentrate-here`, important and done badly; `keep-up`, important and done
 * well; `low-priority`, neither; `possible-overkill`, done well and not important. On a line counts as high.
 */
export type Quadrant = "concentrate-here" | "keep-up" | "low-priority" | "possible-overkill";

/** Where the lines cross that part the map into quadrants. */
export interface Crosshairs {
  /** From here on a factor is important; in the unit of the importance. */
  readonly importance: number;
  /** From here on a factor is done well; in the unit of the performance. */
  readonly performance: number;
}

/** Lines the host draws itself. */
export interface ChosenCrosshairs extends Crosshairs {
  /** The line for derived importance, which has another unit; the mean of the derived importances when absent. */
  readonly derivedImportance?: number;
}

/**
 * Where the lines are drawn.
 *
 * - `scale`: in the middle of the declared scale. Whether a factor is done well then depends on that factor alone;
 * when all are rated high, all are in one quadrant. The middle of 0..10 is 5, of 1..10 it is 5.5.
 * - `data`: at the means over the factors. The quadrants then rank the factors against one another.
 * - `diagonal`: a factor more important than well done, both on the one scale, is `concentrate-here` wherever it
 * lies; for the others the lines are those of `data`.
 * - lines of your own.
 *
 * Derived importance has no scale, so neither a middle nor a diagonal: unless a line is chosen it is parted at the
 * mean over the factors, which for shares that sum to 1 is 1 by the number of factors.
 */
export type ImportancePerformanceOptions =
  | {
      /** Lines in the middle of the scale. */
      readonly centre: "scale";
      /** The scale of stated importance and performance. */
      readonly scale: Scale;
    }
  | {
      /** Lines at the means, with or without the diagonal, or chosen. */
      readonly centre: "data" | "diagonal" | ChosenCrosshairs;
      /** The scale of stated importance and performance; when given, figures out of it are refused. */
      readonly scale?: Scale;
    };

/** A factor's place on one of the two maps. */
export interface QuadrantPlace {
  /** The importance, as given. */
  readonly importance: number;
  /** Where that places the factor. */
  readonly quadrant: Quadrant;
}

/** A factor's place by what customers say and by what moves them. */
export interface FactorQuadrants {
  /** Name of the factor. */
  readonly factor: string;
  /** Its performance, as given. */
  readonly performance: number;
  /** Its place by stated importance; absent where none was given. */
  readonly stated?: QuadrantPlace;
  /** Its place by derived importance; absent where none was given. */
  readonly derived?: QuadrantPlace;
  /**
   * Whether both places ask for the same; absent where one is. What is said and what moves often differ: then look
   * closer.
   */
  readonly agree?: boolean;
}

/** The factors on the map, and the lines used. */
export interface ImportancePerformance {
  /** The lines, by kind of importance; absent where no factor has it. */
  readonly crosshairs: {
    /** Lines for stated importance. */
    readonly stated?: Crosshairs;
    /** Lines for derived importance. */
    readonly derived?: Crosshairs;
  };
  /** The factors, in the order given. */
  readonly factors: readonly FactorQuadrants[];
}

/**
 * Figures nearer to a line than this share of their size are on it: the mean of equal figures may miss them by
 * rounding.
 */
const ROUNDING = 1e-12;

/**
 * Where to act first: the factors by importance and performance, in four quadrants, with stated and derived
 * importance side by side.
 *
 * The means are over the factors that have the figure; a factor without importance still counts for the mean
 * performance.
 *
 * @remarks Martilla and James (1977, Journal of Marketing 41:77); the diagonal after Bacon (2003, International
 * Journal of Market Research 45:55) and Abalo, Varela and Manzano (2007, Journal of Business Research 60:115). The
 * lines decide as much as the data: the retailer's convenience, importance 9 and performance 5, is
 * `concentrate-here` on a scale of 1..10 and by the means, and `keep-up` on a scale of 0..10, where 5 is the
 * middle.
 * @param points - The factors with their figures, each once, at least one.
 * @param options - Where the lines are drawn.
 * @returns The factors with their quadrants, and the lines used.
 * @throws RangeError when there is no factor, one is named twice, a figure is not finite or not on the scale, or
 * the scale is missing where its middle is asked for.
 * @example
 * ```ts
 * import { importancePerformance } from "goodwill/experience";
 *
 * const points = [
 *   { factor: "convenience", stated: 9, derived: 0.5, performance: 5 },
 *   { factor: "relationship", stated: 5, derived: 0.2, performance: 4 },
 *   { factor: "price", stated: 8, derived: 0.3, performance: 7 },
 * ];
 * const { crosshairs, factors } = importancePerformance(points, { centre: { importance: 6, performance: 5.5 } });
 * factors.map(({ stated }) => stated?.quadrant); // => ["concentrate-here", "low-priority", "keep-up"]
 * factors.map(({ derived }) => derived?.quadrant); // => ["concentrate-here", "low-priority", "possible-overkill"]
 * factors.map(({ agree }) => agree); // => [true, true, false]
 * crosshairs.stated; // => { importance: 6, performance: 5.5 }
 * ```
 */
export function importancePerformance(
  points: readonly ImportancePoint[],
  options: ImportancePerformanceOptions,
): ImportancePerformance {
  const { centre, scale } = options;
  requirePoints(points, scale);
  if (typeof centre === "object") requireLines(centre);
  const stated = statedLines(points, options);
  const derived = derivedLines(points, options);
  const factors = points.map(({ factor, performance, ...importance }) => {
    const onDiagonalMap = centre === "diagonal";
    const byStated = placeOf(importance.stated, { performance, lines: stated, onDiagonalMap });
    const byDerived = placeOf(importance.derived, {
      performance,
      lines: derived,
      onDiagonalMap: false,
    });
    return {
      factor,
      performance,
      ...(byStated && { stated: byStated }),
      ...(byDerived && { derived: byDerived }),
      ...(byStated && byDerived && { agree: byStated.quadrant === byDerived.quadrant }),
    };
  });
  return { crosshairs: { ...(stated && { stated }), ...(derived && { derived }) }, factors };
}

function statedLines(
  points: readonly ImportancePoint[],
  { centre, scale }: ImportancePerformanceOptions,
): Crosshairs | undefined {
  const importance = meanOf(points.map(({ stated }) => stated));
  if (importance === undefined) return undefined;
  if (typeof centre === "object")
    return { importance: centre.importance, performance: centre.performance };
  const performance = performanceLine(points, { centre, scale });
  return centre === "scale"
    ? { importance: performance, performance }
    : { importance, performance };
}

function derivedLines(
  points: readonly ImportancePoint[],
  { centre, scale }: ImportancePerformanceOptions,
): Crosshairs | undefined {
  const mean = meanOf(points.map(({ derived }) => derived));
  if (mean === undefined) return undefined;
  if (typeof centre !== "object")
    return { importance: mean, performance: performanceLine(points, { centre, scale }) };
  return { importance: centre.derivedImportance ?? mean, performance: centre.performance };
}

function performanceLine(
  points: readonly ImportancePoint[],
  {
    centre,
    scale,
  }: { readonly centre: "scale" | "data" | "diagonal"; readonly scale: Scale | undefined },
): number {
  if (centre !== "scale") return meanOf(points.map(({ performance }) => performance))!;
  if (scale === undefined)
    throw new RangeError("Cannot place factors: lines in the middle of the scale need the scale");
  return 0.5 * (scale.min + scale.max);
}

function placeOf(
  importance: number | undefined,
  place: {
    readonly performance: number;
    readonly lines: Crosshairs | undefined;
    readonly onDiagonalMap: boolean;
  },
): QuadrantPlace | undefined {
  const { performance, lines, onDiagonalMap } = place;
  if (importance === undefined || lines === undefined) return undefined;
  if (onDiagonalMap && !isAtLeast(performance, importance))
    return { importance, quadrant: "concentrate-here" };
  const isImportant = isAtLeast(importance, lines.importance);
  const isDoneWell = isAtLeast(performance, lines.performance);
  if (isImportant) return { importance, quadrant: isDoneWell ? "keep-up" : "concentrate-here" };
  return { importance, quadrant: isDoneWell ? "possible-overkill" : "low-priority" };
}

function isAtLeast(value: number, line: number): boolean {
  return value >= line - ROUNDING * Math.max(Math.abs(value), Math.abs(line));
}

function meanOf(values: readonly (number | undefined)[]): number | undefined {
  const given = values.filter((value) => value !== undefined);
  return given.length === 0
    ? undefined
    : given.reduce((sum, value) => sum + value, 0) / given.length;
}

function requireLines(lines: ChosenCrosshairs): void {
  for (const [line, value] of Object.entries(lines)) {
    if (!Number.isFinite(value)) {
      throw new RangeError(
        `Cannot place factors: the line of ${line} must be finite, got ${String(value)}`,
      );
    }
  }
}

function requirePoints(points: readonly ImportancePoint[], scale: Scale | undefined): void {
  if (scale !== undefined) requireScale(scale);
  if (points.length === 0) throw new RangeError("Cannot place factors: give at least 1, got none");
  const names = new Set<string>();
  for (const { factor, stated, derived, performance } of points) {
    if (names.has(factor)) throw new RangeError(`Cannot place factors: "${factor}" is given twice`);
    names.add(factor);
    for (const [figure, value] of Object.entries({ stated, derived, performance })) {
      if (value === undefined) continue;
      if (!Number.isFinite(value)) {
        throw new RangeError(
          `Cannot place factors: ${figure} of "${factor}" must be finite, got ${String(value)}`,
        );
      }
      if (
        scale !== undefined &&
        figure !== "derived" &&
        !(value >= scale.min && value <= scale.max)
      ) {
        const where = scaleText(scale);
        throw new RangeError(
          `Cannot place factors: ${figure} of "${factor}" must lie on ${where}, got ${String(value)}`,
        );
      }
    }
  }
}
