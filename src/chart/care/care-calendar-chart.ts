import type { CarePlan } from "../../care/plan/care-plan.js";
import { canvasChart } from "../frame/canvas.js";
import { dayText, instantDays } from "../frame/day-axis.js";
import { paletteOf } from "../frame/frame.js";
import type { PlotSpecification } from "../frame/specification.js";
import type { LabelledChartOptions } from "../frame/theme.js";
import { tint } from "../frame/tint.js";
import { amountText, labelText, listText } from "../frame/wording.js";
import { drawCells, type GridCell } from "../value/cell-grid.js";
import { colourSteps, type ColourSteps } from "../value/colour-steps.js";

/** What a calendar of care shows of a plan. */
export interface CareCalendarPlan {
  /** The days the plan is for. */
  readonly period: CarePlan["period"];
  /** What shall be done. */
  readonly actions: readonly Pick<
    CarePlan["actions"][number],
    "due" | "kind" | "state" | "provisional"
  >[];
}

/** How to draw a calendar of care. */
export interface CareCalendarChartOptions extends LabelledChartOptions {
  /** Names of the weekdays from Monday to Sunday; in English when absent. */
  readonly weekdays?: readonly [string, string, string, string, string, string, string];
}

/** What is planned on one day. */
interface CalendarDay {
  readonly day: number;
  readonly kinds: Map<string, number>;
  actions: number;
  provisional: number;
}

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

/** 1970-01-05, the first Monday. */
const MONDAY = 4;

/** Plans of more weeks have lower rows. */
const MANY_WEEKS = 18;

const ROW_HEIGHT = { few: 26, many: 16 };

const WIDEST_CELL = 64;

/** With fewer actions on the fullest day the steps of colour are whole numbers up to this. */
const LEAST_SCALE = 5;

/** How much of the colour of the grid a day without actions has: less than the lightest step. */
const EMPTY_TINT = 0.4;

/** Marks a day that may yet change. */
const PROVISIONAL = "?";

/**
 * On which days is how much to be done?
 *
 * A row a week, a column a weekday, the number of actions that are due as colour and figure; a question mark where some
 * of them may yet change day. Actions that were cancelled are left out; days outside of the plan on which something is
 * due are added. The sentence of a day tells the kinds.
 *
 * @param plan - The plan, or its period and actions.
 * @param options - Theme, title, width, names of kinds and weekdays.
 * @returns The specification; without actions one that says so.
 * @throws RangeError when a day is no date, or the width is below 280 pixels.
 * @example
 * ```ts
 * import { careCalendarChart } from "goodwill/chart";
 * import { plainDate } from "goodwill/shared";
 *
 * const period = { start: plainDate("2026-03-02"), end: plainDate("2026-03-16") };
 * const actions = [{ due: plainDate("2026-03-08"), kind: "card", state: "planned" } as const];
 * careCalendarChart({ period, actions }).title.text; // => ["1 action on 1 day"]
 * ```
 */
export function careCalendarChart(
  { period, actions }: CareCalendarPlan,
  options: CareCalendarChartOptions = {},
): PlotSpecification {
  const days = daysOf({ period, actions });
  const { ink, quiet, paper, line } = paletteOf(options);
  const busy = days.filter((day) => day.actions > 0);
  const first = days[0]?.day ?? 0;
  const monday = mondayOf(first);
  const weeks = days.length === 0 ? 0 : (mondayOf(days.at(-1)!.day) - monday) / 7 + 1;
  const largest = Math.max(LEAST_SCALE, ...busy.map((day) => day.actions));
  const steps = colourSteps(largest, { options, text: amountText });
  const name = (kind: string): string => labelText(kind.replaceAll("-", "_"), named(options));
  const isEmpty = busy.length === 0;
  const span = `${period.start} to ${dayText(dayOf(period.end) - 1)}`;
  return canvasChart(
    {
      title: isEmpty ? "Nothing is to be done" : titleText(busy),
      subtitle: isEmpty ? "" : subtitleText(busy, span),
      description: isEmpty
        ? `Actions of care by day, ${span}: nothing is to be done.`
        : `Actions of care by day, ${span}: ${busy.map((day) => sentenceOf(day, name)).join("; ")}.`,
      legend: isEmpty ? [] : steps.legend,
      tones: { paper, ink, quiet, none: tint(paper, line, EMPTY_TINT), ...steps.tones },
      drawing:
        weeks === 0
          ? { height: 1, layers: [] }
          : drawCells(
              {
                rows: Array.from({ length: weeks }, (_, week) => dayText(monday + 7 * week)),
                columns: options.weekdays ?? WEEKDAYS,
                ...{ rowTitle: "week from", columnTitle: "" },
                cells: days.map((day) => cellOf(day, { monday, steps, name })),
                rowHeight: weeks > MANY_WEEKS ? ROW_HEIGHT.many : ROW_HEIGHT.few,
                ...{ widestCell: WIDEST_CELL, axes: "names", hasGround: false },
              },
              options,
            ),
    },
    options,
  );
}

function named({ labels }: CareCalendarChartOptions): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(labels ?? {}).map(([kind, label]) => [kind.replaceAll("-", "_"), label]),
  );
}

function dayOf(date: string): number {
  return instantDays(`${date}T00:00:00.000Z`);
}

function mondayOf(day: number): number {
  return Math.floor((day - MONDAY) / 7) * 7 + MONDAY;
}

/** Every day of the plan, and those before and after on which something is due. */
function daysOf({ period, actions }: CareCalendarPlan): CalendarDay[] {
  const wanted = actions.filter(({ state }) => state !== "cancelled");
  const due = wanted.map(({ due: date }) => dayOf(date));
  const first = due.reduce((least, day) => Math.min(least, day), dayOf(period.start));
  const last = due.reduce((most, day) => Math.max(most, day), dayOf(period.end) - 1);
  const days = Array.from({ length: Math.max(0, last - first + 1) }, (_, index): CalendarDay => ({
    ...{ day: first + index, actions: 0, provisional: 0, kinds: new Map() },
  }));
  wanted.forEach(({ kind, provisional = false }, index) => {
    const day = days[due[index]! - first]!;
    day.actions += 1;
    if (provisional) day.provisional += 1;
    day.kinds.set(kind, (day.kinds.get(kind) ?? 0) + 1);
  });
  return days;
}

function counted(count: number, what: string): string {
  return `${amountText(count)} ${what}${count === 1 ? "" : "s"}`;
}

function titleText(busy: readonly CalendarDay[]): string {
  const actions = busy.reduce((sum, day) => sum + day.actions, 0);
  const fullest = busy.reduce((most, day) => (day.actions > most.actions ? day : most));
  const all = `${counted(actions, "action")} on ${counted(busy.length, "day")}`;
  return busy.length === 1
    ? all
    : `${all}, most on ${dayText(fullest.day)}: ${amountText(fullest.actions)}`;
}

function subtitleText(busy: readonly CalendarDay[], span: string): string {
  const open = busy.filter((day) => day.provisional > 0);
  const sum = open.reduce((all, day) => all + day.provisional, 0);
  const provisional =
    sum === 0
      ? []
      : [`${PROVISIONAL} marks days of which ${counted(sum, "action")} may yet change day.`];
  return [`Actions due by day, ${span}.`, ...provisional].join(" ");
}

function sentenceOf(
  { day, actions, provisional, kinds }: CalendarDay,
  name: (kind: string) => string,
): string {
  if (actions === 0) return `${dayText(day)}: nothing`;
  const parts = [...kinds]
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .map(([kind, count]) => `${amountText(count)} ${name(kind)}`);
  const open = provisional === 0 ? "" : ` (${amountText(provisional)} may yet change day)`;
  return `${dayText(day)}: ${listText(parts)}${open}`;
}

function cellOf(
  day: CalendarDay,
  {
    monday,
    steps,
    name,
  }: {
    readonly monday: number;
    readonly steps: ColourSteps;
    readonly name: (kind: string) => string;
  },
): GridCell {
  const { actions, provisional } = day;
  const mark = provisional > 0 ? PROVISIONAL : "";
  const look = actions === 0 ? ({ tone: "none", ink: "ink" } as const) : steps.lookOf(actions);
  const thousands = actions < 1000 ? String(actions) : `${String(Math.floor(actions / 1000))}k`;
  return {
    ...{ row: Math.floor((day.day - monday) / 7), column: (day.day - monday) % 7, ...look },
    figures:
      actions === 0
        ? [[""], [""], [""]]
        : [[amountText(actions) + mark], [`${String(actions)}${mark}`], [thousands + mark]],
    sentence: sentenceOf(day, name),
  };
}
