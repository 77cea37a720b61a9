import type { TransitionTable } from "../../touchpoint/path/transition.js";
import { canvasChart, textMark, type CanvasDrawing, type Tones } from "../frame/canvas.js";
import { paletteOf, type LegendEntry } from "../frame/frame.js";
import type { PlotSpecification } from "../frame/specification.js";
import type { ChartOptions, LabelledChartOptions } from "../frame/theme.js";
import { tint } from "../frame/tint.js";
import { amountText, percentText } from "../frame/wording.js";
import {
  fittedMatrix,
  headingsOf,
  NAME,
  type MatrixLayout,
  type MatrixNames,
} from "./heat-map-layout.js";
import type { MatrixCell, TransitionMatrix } from "./transition-matrix.js";

/** How to draw transitions as a heat map. */
export interface TransitionHeatMapOptions extends LabelledChartOptions {
  /** States that have a row of their own, at least 2; 12 when absent, fewer where the width has no room for them. */
  readonly mostStates?: number;
}

const DEFAULT_MOST_STATES = 12;

/** Where journeys begin. */
const START = "(start)";

/** Shares from which on a cell is a step darker; how much of the colour it has; the colour of its figure. */
const CLASSES = [
  { from: 0, tone: "least", color: 0.12, figure: "ink", label: "below 10%" },
  { from: 0.1, tone: "less", color: 0.3, figure: "ink", label: "10 to 25%" },
  { from: 0.25, tone: "more", color: 0.5, figure: "ink", label: "25 to 50%" },
  { from: 0.5, tone: "most", color: 1, figure: "paper", label: "50% and more" },
] as const;

/**
 * From where do customers go where?
 *
 * A row a state that is left, a column a state or end that is reached: the share of those who leave the row, as colour
 * and as percent in the cell. Beyond the most frequent states, or where the width has no room for more, the rest is
 * gathered, and the subtitle says so. Columns that nobody reaches are left out.
 *
 * @param table - The transitions of a log.
 * @param options - Theme, title, width, names of the states, and how many of them have a row of their own.
 * @returns The specification; without transitions one that says so.
 * @throws RangeError when the width is below 280 pixels or fewer than 2 states are asked for.
 * @example
 * ```ts
 * import { transitionHeatMap } from "goodwill/chart";
 * import { instant } from "goodwill/shared";
 * import { transitionTable, type Journey } from "goodwill/touchpoint";
 *
 * const customer = "c-1" as Journey["customer"];
 * const steps = [{ touchpoint: "home", at: instant("2026-02-13T09:30:00Z") }];
 * const lost = { customer, steps };
 * const table = transitionTable([{ ...lost, outcome: "purchase" }, lost, lost, lost]);
 * const [words] = transitionHeatMap(table, { width: 900 }).title.text;
 * words; // => "Taken most often: from home to (exit), by 75% of those who leave home"
 * ```
 */
export function transitionHeatMap(
  table: TransitionTable,
  options: TransitionHeatMapOptions = {},
): PlotSpecification {
  const { mostStates = DEFAULT_MOST_STATES } = options;
  if (!(Number.isInteger(mostStates) && mostStates >= 2)) {
    throw new RangeError(
      `Cannot draw transitions: mostStates must be a whole number of at least 2, got ${String(mostStates)}`,
    );
  }
  const layout = fittedMatrix(table, { options, mostStates });
  const { matrix, names } = layout;
  const sentences = matrix.cells.map((one) => cellText(one, names));
  const words = storyText(table, matrix);
  return canvasChart(
    {
      title: titleText(matrix, names),
      subtitle: words,
      description:
        sentences.length === 0
          ? "Transitions from state to state: no transition is known."
          : `Transitions from state to state: ${sentences.join("; ")}. ${words}`,
      legend: matrix.cells.length === 0 ? [] : legendOf(options),
      tones: tonesOf(options),
      drawing: drawMatrix(layout, sentences),
    },
    options,
  );
}

/** Names the way taken most often, not counting the beginning and what is gathered, where there is any other. */
function titleText({ rows, columns, cells }: TransitionMatrix, names: MatrixNames): string {
  const isPlain = ({ row, column }: MatrixCell): boolean =>
    rows[row]!.id !== START && rows[row]!.gathered + columns[column]!.gathered === 2;
  const plain = cells.filter(isPlain);
  const [busiest] = (plain.length > 0 ? plain : cells).toSorted((a, b) => b.count - a.count);
  if (busiest === undefined) return "No transition is known";
  const from = names.rows[busiest.row]!;
  return `Taken most often: from ${from} to ${names.columns[busiest.column]!}, by ${percentText(busiest.share)} of those who leave ${from}`;
}

function storyText(
  { journeys, states, ends }: TransitionTable,
  { gathered }: TransitionMatrix,
): string {
  return [
    `${amountText(journeys)} journeys. Percent of those who leave the row and go straight to the column.`,
    ...(gathered.states > 0
      ? [`The ${gathered.states} least frequent of ${states.length} states are gathered.`]
      : []),
    ...(gathered.ends > 0
      ? [`The ${gathered.ends} least frequent of ${ends.length} ends are gathered.`]
      : []),
  ].join(" ");
}

function cellText(
  { row, column, share, count, leaving, interval }: MatrixCell,
  names: MatrixNames,
) {
  const sure =
    interval === undefined
      ? ""
      : `, ${amountText(100 * interval.level)}% interval ${percentText(interval.lower)} to ${percentText(interval.upper)}`;
  return `from ${names.rows[row]!} to ${names.columns[column]!} ${percentText(share)} (${amountText(count)} of ${amountText(leaving)}${sure})`;
}

function classOf(share: number): (typeof CLASSES)[number] {
  return CLASSES.findLast(({ from }) => share >= from) ?? CLASSES[0];
}

function tonesOf(options: ChartOptions): Tones {
  const { paper, ink, quiet, good, line } = paletteOf(options);
  return {
    ...{ paper, ink, quiet, none: tint(paper, line, 0.35) },
    ...Object.fromEntries(CLASSES.map(({ tone, color }) => [tone, tint(paper, good, color)])),
  };
}

function legendOf(options: ChartOptions): LegendEntry[] {
  const { paper, good } = paletteOf(options);
  return CLASSES.map(({ label, color }) => ({
    label,
    shape: "square",
    color: tint(paper, good, color),
  }));
}

function drawMatrix(
  { matrix: { rows, columns, cells }, names, rowLines, nameWidth, cell }: MatrixLayout,
  sentences: readonly string[],
): CanvasDrawing {
  if (cells.length === 0) return { height: 1, layers: [] };
  const headings = headingsOf(names.columns, cell);
  const tallest = Math.max(1, ...rowLines.map((lines) => lines.length));
  const rowHeight = Math.max(24, tallest * NAME.lineHeight + 6);
  const left = (column: number): number => nameWidth + NAME.gap + column * cell;
  const top = (row: number): number => headings.height + row * rowHeight;
  const box = (row: number, column: number) => ({
    ...{ x: left(column) + 0.5, x2: left(column + 1) - 0.5 },
    ...{ y: top(row) + 0.5, y2: top(row + 1) - 0.5 },
  });
  const middle = (row: number): number => top(row) + 0.5 * rowHeight;
  return {
    height: top(rows.length),
    layers: [
      {
        mark: { type: "rect", aria: false },
        values: rows.flatMap((_, row) =>
          columns.map((__, column) => ({ ...box(row, column), tone: "none" })),
        ),
      },
      {
        mark: { type: "rect", aria: true },
        values: cells.map(({ row, column, share }, index) => ({
          ...{ ...box(row, column), tone: classOf(share).tone, sentence: sentences[index]! },
        })),
      },
      {
        mark: textMark(cell < 26 ? 10 : 11, { align: "center" }),
        values: cells.map(({ row, column, share }) => ({
          ...{ x: left(column) + 0.5 * cell, y: middle(row), tone: classOf(share).figure },
          text: percentText(share).replace("%", ""),
        })),
      },
      {
        mark: textMark(NAME.fontSize, { align: "right", lineHeight: NAME.lineHeight }),
        values: rowLines.map((text, row) => ({
          ...{ x: nameWidth, text, tone: "ink" },
          y: middle(row) + 0.5 * NAME.lineHeight * (1 - text.length),
        })),
      },
      {
        mark: textMark(NAME.fontSize, {
          lineHeight: NAME.lineHeight,
          ...(headings.turned ? { angle: -90 } : { align: "center" }),
        }),
        values: headings.lines.map((text, column) => {
          const back = 0.5 * NAME.lineHeight * (text.length - 1);
          const middleOf = left(column) + 0.5 * cell;
          return headings.turned
            ? { x: middleOf - back, y: headings.height - 6, text, tone: "ink" }
            : { x: middleOf, y: headings.height - 12 - 2 * back, text, tone: "ink" };
        }),
      },
    ],
  };
}
