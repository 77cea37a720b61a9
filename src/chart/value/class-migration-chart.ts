import { canvasChart } from "../frame/canvas.js";
import { paletteOf } from "../frame/frame.js";
import type { PlotSpecification } from "../frame/specification.js";
import type { ChartOptions, LabelledChartOptions } from "../frame/theme.js";
import { tint } from "../frame/tint.js";
import { amountText, labelText, percentText } from "../frame/wording.js";
import { drawCells, type GridCell } from "./cell-grid.js";
import { migrationCells, type MigrationCell, type MigrationWay } from "./class-migration-cells.js";
import type { ClassMigration } from "./class-migration.js";

/** How to draw the migration between classes. */
export interface ClassMigrationChartOptions extends LabelledChartOptions {
  /** All classes in the order they are drawn, perhaps more than occur; that of the migration when absent. */
  readonly classes?: readonly string[];
  /**
   * Whether the first class drawn is the lowest (`rising`) or the best (`falling`, as with A, B, C); when absent the
   * classes have no order, and nobody is said to have gone up or down.
   */
  readonly order?: "rising" | "falling";
  /** What the two dates are called; `before` and `after` when absent. */
  readonly dates?: {
    /** The earlier day. */
    readonly before: string;
    /** The later day. */
    readonly after: string;
  };
}

const WAYS = {
  up: { tone: "good", label: "went up", sign: "\u2191" },
  down: { tone: "bad", label: "went down", sign: "\u2193" },
  moved: { tone: "good", label: "moved", sign: "" },
  same: { tone: "neutral", label: "stayed", sign: "" },
  gone: { tone: "quiet", label: "gone", sign: "" },
  came: { tone: "quiet", label: "came", sign: "" },
} as const;

/** Shares of a row from which on a cell is a step darker, and how much of the colour it has. */
const STRENGTHS = [
  { from: 0, color: 0.12 },
  { from: 0.1, color: 0.27 },
  { from: 0.5, color: 0.44 },
] as const;

const ROW_HEIGHT = 40;

const WIDEST_CELL = 150;

/**
 * Who changed class between two dates, and which way?
 *
 * A row the class before, a column the class after: the share of the row and the number of customers, darker for a
 * larger share. A row is all who were in the class before, so that those who are gone, in a column of their own, count
 * in its shares; those who came stand in a row of their own, as shares of all who came. With `order` those who went up
 * have an arrow upwards, those who went down one downwards, each in a colour of its own; without it those who moved
 * and those who stayed are told apart. RFM segments have no order: `Need Attention` is not below `Promising`.
 *
 * @param migration - The classes with moves and balances, as `segmentMigration` gives them.
 * @param options - The classes as they are drawn, their order, names of the dates and classes, theme, title and width.
 * @returns The specification; without customers one that says so.
 * @throws RangeError when a class is not in the list or stands in it twice, a count is no integer of at least 0, an
 * opening is not the sum of those who stayed, moved and went, or the width is below 280 pixels.
 * @example
 * ```ts
 * import { classMigrationChart } from "goodwill/chart";
 * import { segmentMigration } from "goodwill/value";
 *
 * const before = ["A", "A", "B", "B", "C"].map((segment, i) => ({ customer: `k-${i}`, segment }));
 * const after = ["A", "B", "A", "B"].map((segment, i) => ({ customer: `k-${i}`, segment }));
 * const migration = segmentMigration(before, after, { order: ["A", "B", "C"] });
 * classMigrationChart(migration, { order: "falling", width: 900 }).title.text;
 * // => ["20% went up, 20% went down, 40% stayed, 20% gone"]
 * classMigrationChart(migration).title.text; // => ["40% moved, 40% stayed, 20% gone"]
 * ```
 */
export function classMigrationChart(
  migration: ClassMigration,
  options: ClassMigrationChartOptions = {},
): PlotSpecification {
  const { classes = migration.segments, order, labels } = options;
  const { dates = { before: "before", after: "after" } } = options;
  const cells = migrationCells(migration, { classes, order });
  const opening = customersIn(cells.filter(({ way }) => way !== "came"));
  const came = customersIn(cells.filter(({ way }) => way === "came"));
  const name = (id: string): string => labelText(id, labels);
  const sentenceOf = (cell: MigrationCell): string => sentenceText(cell, name);
  const isEmpty = cells.length === 0;
  const { paper, ink, quiet, line } = paletteOf(options);
  const ways = waysOf(cells, order);
  const names = classes.map(name);
  return canvasChart(
    {
      title: isEmpty ? "No customer is counted" : titleText(cells, { ways, opening, came }),
      subtitle: isEmpty
        ? ""
        : `${amountText(opening)} customers before${came === 0 ? "" : `, ${amountText(came)} came`}. Percent of the row, customers where there is room; darker from 10% and from 50%.`,
      description: isEmpty
        ? "Customers from class to class: no customer is counted."
        : `Customers from class to class, ${dates.before} and ${dates.after}: ${cells.map(sentenceOf).join("; ")}.`,
      // Those who are gone or came stand under a heading of their own.
      legend: ways
        .filter((way) => way !== "gone" && way !== "came")
        .map((way) => ({
          label: WAYS[way].label,
          shape: "square",
          color: tint(paper, paletteOf(options)[WAYS[way].tone], STRENGTHS[2].color),
        })),
      tones: { paper, ink, quiet, none: tint(paper, line, 0.35), ...tonesOf(ways, options) },
      drawing: isEmpty
        ? { height: 1, layers: [] }
        : drawCells(
            {
              rows: [...names, ...(came > 0 ? [WAYS.came.label] : [])],
              columns: [...names, ...(ways.includes("gone") ? [WAYS.gone.label] : [])],
              ...{ rowTitle: dates.before, columnTitle: dates.after },
              cells: cells.map((cell) => ({
                ...{ row: cell.row, column: cell.column, ...lookOf(cell) },
                sentence: sentenceOf(cell),
              })),
              ...{ rowHeight: ROW_HEIGHT, widestCell: WIDEST_CELL },
              ...{ axes: "names", hasGround: true },
            },
            options,
          ),
    },
    options,
  );
}

function customersIn(cells: readonly MigrationCell[]): number {
  return cells.reduce((sum, { count }) => sum + count, 0);
}

/** The ways that are told apart, those who came or went only where there are any. */
function waysOf(
  cells: readonly MigrationCell[],
  order: ClassMigrationChartOptions["order"],
): readonly MigrationWay[] {
  if (cells.length === 0) return [];
  const moved = order === undefined ? (["moved"] as const) : (["up", "down"] as const);
  const beyond = (["gone", "came"] as const).filter((way) =>
    cells.some((cell) => cell.way === way),
  );
  return [...moved, "same", ...beyond];
}

/** Shares of all who were there before. */
function titleText(
  cells: readonly MigrationCell[],
  {
    ways,
    opening,
    came,
  }: {
    readonly ways: readonly MigrationWay[];
    readonly opening: number;
    readonly came: number;
  },
): string {
  if (opening === 0) return `Nobody was there before, ${amountText(came)} came`;
  return ways
    .filter((way) => way !== "came")
    .map((way) => {
      const own = cells.filter((cell) => cell.way === way);
      return `${percentText(customersIn(own) / opening)} ${WAYS[way].label}`;
    })
    .join(", ");
}

function sentenceText(
  { from, to, count, base }: MigrationCell,
  name: (id: string) => string,
): string {
  const figures = `${amountText(count)} of ${amountText(base)} (${percentText(count / base)})`;
  if (from === undefined) return `came into ${name(to!)} ${figures}`;
  if (to === undefined) return `gone from ${name(from)} ${figures}`;
  return `${from === to ? `stayed ${name(from)}` : `from ${name(from)} to ${name(to)}`} ${figures}`;
}

function strengthOf(share: number): number {
  return STRENGTHS.findLastIndex(({ from }) => share >= from);
}

function tonesOf(ways: readonly MigrationWay[], options: ChartOptions) {
  const palette = paletteOf(options);
  return Object.fromEntries(
    ways.flatMap((way) =>
      STRENGTHS.map(({ color }, strength) => [
        `${way}-${String(strength)}`,
        tint(palette.paper, palette[WAYS[way].tone], color),
      ]),
    ),
  );
}

function lookOf({ way, count, base }: MigrationCell): Pick<GridCell, "tone" | "ink" | "figures"> {
  const percent = percentText(count / base);
  const signed = `${WAYS[way].sign} ${percent}`.trimStart();
  return {
    ...{ tone: `${way}-${String(strengthOf(count / base))}`, ink: "ink" },
    figures: [[signed, amountText(count)], [signed], [percent], [percent.replace("%", "")]],
  };
}
