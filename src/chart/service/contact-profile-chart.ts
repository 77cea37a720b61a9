import type { ContactProfile } from "../../service/forecast/usual-week-profile.js";
import { canvasChart, type CanvasDrawing } from "../frame/canvas.js";
import { paletteOf } from "../frame/frame.js";
import type { ChartDatum, PlotSpecification } from "../frame/specification.js";
import type { ChartOptions } from "../frame/theme.js";
import { tint } from "../frame/tint.js";
import { amountText } from "../frame/wording.js";
import { drawCells, type GridCell } from "../value/cell-grid.js";
import { requireFigure, requireOnce } from "../value/required-figures.js";
import { contactSteps, meanText } from "./contact-steps.js";

/** How to draw a usual week. */
export interface ContactProfileChartOptions extends ChartOptions {
  /** Names of the weekdays from Monday to Sunday; in English when absent. */
  readonly weekdays?: readonly [string, string, string, string, string, string, string];
}

type ProfileCell = ContactProfile["cells"][number];

const TASK = "a usual week";

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

const DAY_MINUTES = 1440;

const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** More times have lower rows, and only full hours are named. */
const MANY_TIMES = 30;

const ROW_HEIGHT = { few: 20, many: 9 };

const WIDEST_CELL = 64;

/** How much of the colour of the grid a time that was never counted has. */
const NONE_TINT = 0.35;

/**
 * On which weekdays, at which times of the day, do most contacts come?
 *
 * A row a time of day, a column a weekday, the mean contacts of an interval as colour and figure; the colours are in
 * round steps over the means there are. Times that were never counted have no figure. With more than 30 times the rows
 * are lower, and only full hours are named.
 *
 * @param profile - What `contactProfile` gives, or the `profile` of a forecast.
 * @param options - Names of the weekdays, theme, title and width.
 * @returns The specification; without cells one that says so.
 * @throws RangeError when contacts are below 0, a time is none or is not on the grid of the intervals, a cell is given
 * twice, the intervals do not divide a day, or the width is below 280 pixels.
 * @example
 * ```ts
 * import { contactProfileChart } from "goodwill/chart";
 *
 * const cells = [{ weekday: 1, time: "09:00", contacts: 25, days: 2 } as const];
 * const chart = contactProfileChart({ intervalMinutes: 30, cells }, { width: 800 });
 * chart.title.text; // => ["Most contacts come Mon at 09:00: 25 in 30 minutes"]
 * ```
 */
export function contactProfileChart(
  { intervalMinutes, cells }: ContactProfile,
  options: ContactProfileChartOptions = {},
): PlotSpecification {
  requireProfile({ intervalMinutes, cells });
  const { weekdays = WEEKDAYS } = options;
  const { paper, ink, quiet, line } = paletteOf(options);
  const slots = cells.map(({ time }) => slotOf(time, intervalMinutes));
  const first = slots.reduce((least, slot) => Math.min(least, slot), Infinity);
  const last = slots.reduce((most, slot) => Math.max(most, slot), -Infinity);
  const isEmpty = cells.length === 0;
  const times = isEmpty ? 0 : last - first + 1;
  const isLong = times > MANY_TIMES;
  const means = cells.map(({ contacts }) => contacts);
  const largest = means.reduce((most, mean) => Math.max(most, mean), 0);
  const steps = contactSteps(means, options);
  const text = (cell: ProfileCell): string =>
    `${weekdays[cell.weekday - 1]!} ${cell.time} ${meanText(cell.contacts, largest)}`;
  return canvasChart(
    {
      title: isEmpty ? "No contact was counted" : titleText(cells, { weekdays, intervalMinutes }),
      subtitle: isEmpty ? "" : subtitleText(cells, intervalMinutes),
      description: isEmpty
        ? "Contacts by weekday and time of day: none was counted."
        : `Contacts by weekday and time of day, mean of ${amountText(intervalMinutes)} minutes: ${weekSentence(cells, { weekdays, text })}.`,
      legend: isEmpty ? [] : steps.legend,
      tones: { paper, ink, quiet, none: tint(paper, line, NONE_TINT), ...steps.tones },
      drawing: isEmpty
        ? { height: 1, layers: [] }
        : named(
            drawCells(
              {
                rows: Array.from({ length: times }, (_, row) =>
                  nameOf((first + row) * intervalMinutes, isLong),
                ),
                columns: [...weekdays],
                ...{ rowTitle: "time of day", columnTitle: "" },
                cells: cells.map((cell, index): GridCell => ({
                  ...{ row: slots[index]! - first, column: cell.weekday - 1 },
                  ...steps.lookOf(cell.contacts),
                  figures: figuresOf(cell.contacts, largest),
                  sentence: `${text(cell)}, mean of ${amountText(cell.days)}`,
                })),
                rowHeight: isLong ? ROW_HEIGHT.many : ROW_HEIGHT.few,
                ...{ widestCell: WIDEST_CELL, axes: "names", hasGround: true },
              },
              options,
            ),
          ),
    },
    options,
  );
}

/** Rows without a name have no text. */
function named({ height, layers }: CanvasDrawing): CanvasDrawing {
  const isNamed = ({ text }: ChartDatum): boolean => !(Array.isArray(text) && text.length === 0);
  return {
    height,
    layers: layers.map(({ mark, values }) => ({ mark, values: values.filter(isNamed) })),
  };
}

function requireProfile({ intervalMinutes, cells }: ContactProfile): void {
  requireFigure(intervalMinutes, { task: TASK, name: "intervalMinutes", least: 1, whole: true });
  if (DAY_MINUTES % intervalMinutes !== 0)
    throw new RangeError(
      `Cannot draw ${TASK}: intervalMinutes must divide a day, got ${String(intervalMinutes)}`,
    );
  cells.forEach(({ weekday, time, contacts, days }, index) => {
    const name = (field: string): string => `cells[${String(index)}].${field}`;
    requireFigure(weekday, { task: TASK, name: name("weekday"), least: 1, most: 7, whole: true });
    requireFigure(contacts, { task: TASK, name: name("contacts"), least: 0 });
    requireFigure(days, { task: TASK, name: name("days"), least: 1, whole: true });
    if (TIME.test(time) && Number.isInteger(slotOf(time, intervalMinutes))) return;
    throw new RangeError(
      `Cannot draw ${TASK}: ${name("time")} must be the beginning of an interval of ${String(intervalMinutes)} minutes like 09:00, got ${JSON.stringify(time)}`,
    );
  });
  requireOnce(
    cells.map(({ weekday, time }) => `${String(weekday)} ${time}`),
    { task: TASK, what: "the cell" },
  );
}

function slotOf(time: string, intervalMinutes: number): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return (60 * hours + minutes) / intervalMinutes;
}

function nameOf(minute: number, isLong: boolean): string {
  if (isLong && minute % 60 !== 0) return "";
  const digits = (value: number): string => String(value).padStart(2, "0");
  return `${digits(Math.floor(minute / 60))}:${digits(minute % 60)}`;
}

/** Where there is no room, whole numbers; but not where all would be 0. */
function figuresOf(mean: number, largest: number): string[][] {
  const text = meanText(mean, largest);
  return [[text], [largest < 1 ? text : amountText(Math.round(mean))]];
}

interface ProfileWords {
  readonly weekdays: readonly string[];
  readonly intervalMinutes: number;
}

function busiest(cells: readonly ProfileCell[]): ProfileCell {
  return cells.reduce((most, cell) => (cell.contacts > most.contacts ? cell : most));
}

function titleText(
  cells: readonly ProfileCell[],
  { weekdays, intervalMinutes }: ProfileWords,
): string {
  const { weekday, time, contacts } = busiest(cells);
  if (contacts === 0) return "No contacts came";
  return `Most contacts come ${weekdays[weekday - 1]!} at ${time}: ${meanText(contacts, contacts)} in ${amountText(intervalMinutes)} minutes`;
}

function subtitleText(cells: readonly ProfileCell[], intervalMinutes: number): string {
  const days = cells.map((cell) => cell.days);
  const least = days.reduce((a, b) => Math.min(a, b));
  const most = days.reduce((a, b) => Math.max(a, b));
  const range = least === most ? amountText(most) : `${amountText(least)} to ${amountText(most)}`;
  return `Mean contacts in ${amountText(intervalMinutes)} minutes, each of ${range} counted. Times never counted are empty.`;
}

/** The busiest time of each weekday: a list of all cells would be too long to listen to. */
function weekSentence(
  cells: readonly ProfileCell[],
  {
    weekdays,
    text,
  }: Pick<ProfileWords, "weekdays"> & { readonly text: (cell: ProfileCell) => string },
): string {
  return weekdays
    .flatMap((_, index) => {
      const own = cells.filter(({ weekday }) => weekday === index + 1);
      return own.length === 0 ? [] : [`most on ${text(busiest(own))}`];
    })
    .join("; ");
}
