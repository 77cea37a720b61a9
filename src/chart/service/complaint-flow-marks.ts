import {
  canvasWidth,
  pixels,
  textMark,
  type CanvasDrawing,
  type CanvasLayer,
} from "../frame/canvas.js";
import { paletteOf } from "../frame/frame.js";
import type { LabelledChartOptions } from "../frame/theme.js";
import { amountText } from "../frame/wording.js";
import { drawCells, widthOfCells } from "../value/cell-grid.js";
import type { ColourSteps } from "../value/colour-steps.js";
import { countAxis, countGrid } from "./count-axis.js";

/** One period. @internal */
export interface FlowColumn {
  readonly received: number;
  readonly closed: number;
  /** How many stood in each phase when it ended. */
  readonly standing: readonly number[];
}

interface FlowGrid {
  /** Of the phases. */
  readonly names: readonly string[];
  /** Of the periods. */
  readonly starts: readonly string[];
  readonly periodTitle: string;
  readonly steps: ColourSteps;
  readonly options: LabelledChartOptions;
}

/** What came in and went out, above the cells. */
const PANEL = { title: 16, height: 84, below: 14, clear: 8 };

const ROW_HEIGHT = 22;

const WIDEST_CELL = 60;

/** In narrower columns the points of the lines would touch. */
const LEAST_WITH_POINTS = 9;

/** Draws the lines of what came in and went out, and the cells below them. @internal */
export function drawFlowGrid(columns: readonly FlowColumn[], grid: FlowGrid): CanvasDrawing {
  const { names, starts, periodTitle, steps, options } = grid;
  const cells = drawCells(
    {
      ...{ rows: names, columns: starts, rowTitle: "phase", columnTitle: periodTitle },
      cells: columns.flatMap(({ standing }, column) =>
        standing.map((count, row) => ({
          ...{ row, column },
          ...(count === 0 ? { tone: "none", ink: "ink" as const } : steps.lookOf(count)),
          figures: count === 0 ? [[""], [""]] : [[amountText(count)], [String(count)]],
          sentence: `${names[row]!}, ${starts[column]!}: ${amountText(count)}`,
        })),
      ),
      ...{ rowHeight: ROW_HEIGHT, widestCell: WIDEST_CELL, axes: "numbers", hasGround: false },
    },
    options,
  );
  const down = PANEL.title + PANEL.clear + PANEL.height + PANEL.below;
  return {
    height: down + cells.height,
    layers: [
      ...flowPanel(columns, grid),
      ...cells.layers.map(({ mark, values }) => ({
        mark,
        values: values.map((row) => ({
          ...row,
          y: pixels(Number(row["y"]) + down),
          ...(row["y2"] !== undefined && { y2: pixels(Number(row["y2"]) + down) }),
        })),
      })),
    ],
  };
}

function flowPanel(
  columns: readonly FlowColumn[],
  { names, options, starts }: FlowGrid,
): CanvasLayer[] {
  const { good, bad } = paletteOf(options);
  const width = widthOfCells(names, options);
  const left = canvasWidth(options) - width;
  const cell = Math.min(WIDEST_CELL, width / columns.length);
  const axis = countAxis(columns.flatMap(({ received, closed }) => [received, closed]));
  const top = PANEL.title + PANEL.clear;
  const place = (count: number): number => pixels(top + PANEL.height * (1 - count / axis.most));
  const line = (field: "received" | "closed") =>
    columns.map((column, index) => ({
      ...{ x: pixels(left + (index + 0.5) * cell), y: place(column[field]) },
      sentence: `${starts[index]!}: ${amountText(column[field])} ${field}`,
    }));
  const series = [
    { values: line("received"), color: bad, shape: "circle" as const },
    { values: line("closed"), color: good, shape: "diamond" as const, dash: [6, 3] },
  ];
  const hasPoints = cell >= LEAST_WITH_POINTS || columns.length === 1;
  return [
    {
      mark: textMark(11),
      values: [{ x: left, y: 6, text: "received and closed", tone: "quiet" }],
    },
    ...countGrid(axis, { left, right: left + columns.length * cell, top, height: PANEL.height }),
    ...series.map(({ values, color, dash }): CanvasLayer => ({
      mark: { type: "line", aria: false, color, strokeWidth: 2, ...(dash && { strokeDash: dash }) },
      values: values.map(({ x, y }) => ({ x, y })),
    })),
    ...series.map(({ values, color, shape }): CanvasLayer => ({
      mark: {
        ...{ type: "point", aria: hasPoints, shape, filled: true, opacity: 1, color },
        size: hasPoints ? 60 : 12,
      },
      values,
    })),
  ];
}
