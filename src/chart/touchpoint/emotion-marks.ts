import { textMark, type CanvasLayer } from "../frame/canvas.js";
import { placeNames, type Box } from "../frame/label-placement.js";
import type { ChartDatum, ChartMark, ChartShape } from "../frame/specification.js";
import type { EmotionPlot, EmotionScale } from "./emotion-plot.js";
import { textWidth } from "../frame/wording.js";
import { emotionText, type NamedEmotion } from "./named-emotion.js";

interface Drawn {
  readonly plot: EmotionPlot;
  readonly scale: EmotionScale;
}

const NAME_SIZE = 11;

/** More peaks than this have no names of their own. */
const MOST_NAMES = 3;

/** Distance of the places on a line that names keep off. */
const LINE_STEP = 8;

/** What was planned, what was felt, and what stood in the way. @internal */
export function curveLayers(
  points: readonly NamedEmotion[],
  { plot, scale }: Drawn,
): CanvasLayer[] {
  const felt = points.flatMap((point) => valueOf(point, point.emotion));
  const planned = points.flatMap((point) => valueOf(point, point.planned));
  return [
    lineLayer(planned, { plot, color: "quiet", mark: { strokeDash: [4, 4], strokeWidth: 1.5 } }),
    {
      mark: pointMark("circle", { size: 40, strokeWidth: 1.5, filled: false }),
      values: planned.map(({ point, value }) => ({
        ...{ ...plot.spot(point.index, value), tone: "quiet" },
      })),
    },
    lineLayer(felt, { plot, color: "ink", mark: { strokeWidth: 2 } }),
    {
      mark: { type: "rule", aria: false, strokeWidth: 1.5 },
      values: points.flatMap(({ index, interval }) => {
        if (interval === undefined) return [];
        const [from, to] = [interval.lower, interval.upper].map((end) =>
          plot.spot(index, Math.min(scale.max, Math.max(scale.min, end))),
        );
        return [{ x: from!.x, y: from!.y, x2: to!.x, y2: to!.y, tone: "ink" }];
      }),
    },
    ...nameLayers([...felt, ...planned], { plot, scale, felt }),
    ...(["circle", "square", "diamond"] as const).map((shape) => ({
      mark: pointMark(shape, { aria: true, size: shape === "circle" ? 70 : 130 }),
      values: felt
        .filter(({ point }) => shapeOf(point) === shape)
        .map(({ point, value }) => ({
          ...{ ...plot.spot(point.index, value), tone: toneOf(value, scale) },
          sentence: point.sentence,
        })),
    })),
    {
      mark: pointMark("triangle-up", { aria: true, size: 70 }),
      values: points.flatMap(({ index, obstacle, label }) =>
        obstacle === undefined
          ? []
          : [
              {
                ...{ ...plot.obstacle(index), tone: "bad" },
                sentence: `${label}, obstacle: ${obstacle}`,
              },
            ],
      ),
    },
  ];
}

interface PointValue {
  readonly point: NamedEmotion;
  readonly value: number;
}

function valueOf(point: NamedEmotion, value: number | undefined): PointValue[] {
  return value === undefined ? [] : [{ point, value }];
}

function shapeOf({ isPeak, isEnd }: NamedEmotion): "circle" | "square" | "diamond" {
  return isPeak ? "diamond" : isEnd ? "square" : "circle";
}

function toneOf(value: number, { neutral }: EmotionScale): string {
  return value > neutral ? "good" : value < neutral ? "bad" : "neutral";
}

function pointMark(
  shape: ChartShape,
  look: Pick<ChartMark, "size" | "strokeWidth"> & { aria?: boolean; filled?: boolean },
): ChartMark {
  return { type: "point", aria: false, shape, filled: true, opacity: 1, ...look };
}

/** Straight lines between neighbours; a step without a value leaves a gap. */
function segments(values: readonly PointValue[], plot: EmotionPlot) {
  return values.flatMap(({ point, value }, at) => {
    const before = values[at - 1];
    if (before?.point.index !== point.index - 1) return [];
    const [from, to] = [plot.spot(before.point.index, before.value), plot.spot(point.index, value)];
    return [{ x: from.x, y: from.y, x2: to.x, y2: to.y }];
  });
}

function lineLayer(
  values: readonly PointValue[],
  {
    plot,
    color,
    mark,
  }: {
    readonly plot: EmotionPlot;
    readonly color: string;
    readonly mark: Pick<ChartMark, "strokeDash" | "strokeWidth">;
  },
): CanvasLayer {
  return {
    mark: { type: "rule", aria: false, ...mark },
    values: segments(values, plot).map((line): ChartDatum => ({ ...line, tone: color })),
  };
}

/** Peak and end with their figures, on a ground that hides what little they cannot keep off. */
function nameLayers(
  values: readonly PointValue[],
  { plot, scale, felt }: Drawn & { readonly felt: readonly PointValue[] },
): CanvasLayer[] {
  const peaks = felt.filter(({ point }) => point.isPeak).length;
  const named = felt.filter(({ point }) => point.isEnd || (point.isPeak && peaks <= MOST_NAMES));
  const texts = named.map(({ point, value }) => {
    const part = [...(point.isPeak ? ["peak"] : []), ...(point.isEnd ? ["end"] : [])].join(", ");
    return `${part} ${emotionText(value, scale)}`;
  });
  const places = placeNames(
    named.map(({ point, value }, at) => ({
      ...{ ...plot.spot(point.index, value), lines: [texts[at]!] },
    })),
    { plot: plot.box, taken: takenBy(values, plot), fontSize: NAME_SIZE },
  );
  return [
    {
      mark: { type: "rect", aria: false, opacity: 0.8, cornerRadius: 3 },
      values: places.map(({ x, y }, at) => {
        const half = 0.5 * textWidth(texts[at]!, NAME_SIZE, "bold");
        return { x: x - half, x2: x + half, y: y - 7, y2: y + 7, tone: "paper" };
      }),
    },
    {
      mark: textMark(NAME_SIZE, { align: "center", fontWeight: "bold" }),
      values: places.map(({ x, y }, at) => ({ x, y, text: texts[at]!, tone: "ink" })),
    },
  ];
}

/** The places that points and lines take. */
function takenBy(values: readonly PointValue[], plot: EmotionPlot): Box[] {
  const around = (x: number, y: number, half: number): Box => ({
    ...{ left: x - half, top: y - half, right: x + half, bottom: y + half },
  });
  const points = values.flatMap(({ point, value }) => {
    const { x, y } = plot.spot(point.index, value);
    // Twice: better on a line than on a point.
    return [around(x, y, 9), around(x, y, 9)];
  });
  const lines = segments(values, plot).flatMap(({ x, y, x2, y2 }) => {
    const count = Math.ceil(Math.hypot(x2 - x, y2 - y) / LINE_STEP);
    return Array.from({ length: count }, (_, at) =>
      around(x + ((x2 - x) * at) / count, y + ((y2 - y) * at) / count, 2),
    );
  });
  return [...points, ...lines];
}
