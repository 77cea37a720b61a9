import type { CareUse } from "../../care/plan/care-plan.js";
import { canvasChart } from "../frame/canvas.js";
import { dayText, instantDays } from "../frame/day-axis.js";
import { paletteOf } from "../frame/frame.js";
import type { PlotSpecification } from "../frame/specification.js";
import type { LabelledChartOptions } from "../frame/theme.js";
import { amountText, labelText, percentText } from "../frame/wording.js";
import { drawCells, widthOfCells, type GridCell } from "../value/cell-grid.js";
import { colourSteps } from "../value/colour-steps.js";
import { requireFigure, requireOnce } from "../value/required-figures.js";

const TASK = "plan against capacity";

/** More rows make a chart too high: then those with the fullest weeks are drawn. */
const MOST_ROWS = 24;

const ROW_HEIGHT = 24;

const WIDEST_CELL = 60;

/** Narrower columns are numbered here and there. */
const LEAST_NAMED = 15;

/** One owner's visits or calls. */
interface CapacityRow {
  readonly name: string;
  readonly uses: readonly WeekUse[];
  readonly fullness: number;
}

type WeekUse = CareUse & { readonly week: NonNullable<CareUse["week"]> };

/**
 * Can the people do what is planned, week by week?
 *
 * A row for each member of staff and what is counted, visits or calls; a column a week; in a cell how many are planned
 * of how many can be made, the colour by that share. Weeks in which nothing is planned are empty. Of more than 24 rows
 * those with the fullest weeks are drawn, and the subtitle says so.
 *
 * @param uses - How much of each limit the plan uses; limits of money are left to the budget chart.
 * @param options - Theme, title, width, and names of the owners.
 * @returns The specification; without visits and calls one that says so.
 * @throws RangeError when a figure is no whole number of at least 0, a limit is given twice, or the width is below 280
 * pixels.
 * @example
 * ```ts
 * import { capacityChart } from "goodwill/chart";
 * import { plainDate } from "goodwill/shared";
 *
 * const week = plainDate("2026-03-02");
 * const limit = "visit ann 2026-03-02";
 * const uses = [{ limit, kind: "visit", of: "ann", week, used: 3, available: 5 } as const];
 * capacityChart(uses).title.text; // => ["3 visits and calls are planned of 5, 60%"]
 * ```
 */
export function capacityChart(
  uses: readonly CareUse[],
  options: LabelledChartOptions = {},
): PlotSpecification {
  const weekly = uses.filter(isWeekly);
  requireWeekly(weekly);
  const all = rowsOf(weekly, options);
  const rows = all.length <= MOST_ROWS ? all : fullest(all);
  const { paper, ink, quiet } = paletteOf(options);
  const steps = colourSteps(100, { options, text: (value) => `${amountText(value)}%`, max: 100 });
  const names = rows.map(({ name }) => name);
  const mondays = weekly.map(({ week }) => dayOf(week));
  const first = mondays.reduce((least, day) => Math.min(least, day), Infinity);
  const last = mondays.reduce((most, day) => Math.max(most, day), -Infinity);
  const weeks = rows.length === 0 ? 0 : Math.floor((last - first) / 7) + 1;
  const isNamed = widthOfCells(names, options) / Math.max(1, weeks) >= LEAST_NAMED;
  const isEmpty = rows.length === 0;
  return canvasChart(
    {
      title: isEmpty ? "No visits or calls are planned" : titleText(weekly),
      subtitle: isEmpty ? "" : subtitleText(weekly, all.length),
      description: isEmpty
        ? "Visits and calls planned against what can be made: none are planned."
        : `Visits and calls planned against what can be made, by week: ${rows.map(rowSentence).join("; ")}.`,
      legend: isEmpty ? [] : steps.legend,
      tones: { paper, ink, quiet, ...steps.tones },
      drawing: isEmpty
        ? { height: 1, layers: [] }
        : drawCells(
            {
              rows: names,
              columns: Array.from({ length: weeks }, (_, week) =>
                isNamed ? dayText(first + 7 * week).slice(5) : String(week + 1),
              ),
              rowTitle: "owner",
              columnTitle: isNamed
                ? `week from (${dayText(first).slice(0, 4)})`
                : `week, the first from ${dayText(first)}`,
              cells: rows.flatMap(({ name, uses: own }, row) =>
                own.map((use): GridCell => {
                  const column = Math.floor((dayOf(use.week) - first) / 7);
                  const { used, available } = use;
                  const share = shareOf(use);
                  const short =
                    available === undefined ? String(used) : `${String(used)}/${String(available)}`;
                  return {
                    ...{ row, column, ...steps.lookOf(100 * (share ?? 0)) },
                    figures: [[short.replace("/", " / ")], [short], [String(used)]],
                    sentence: `${name}, week from ${use.week}: ${ofText(use)}`,
                  };
                }),
              ),
              ...{ rowHeight: ROW_HEIGHT, widestCell: WIDEST_CELL },
              ...{ axes: isNamed ? "names" : "numbers", hasGround: false },
            },
            options,
          ),
    },
    options,
  );
}

function isWeekly(use: CareUse): use is WeekUse {
  return (use.kind === "visit" || use.kind === "call") && use.week !== undefined;
}

function requireWeekly(uses: readonly WeekUse[]): void {
  for (const { limit, used, available } of uses) {
    requireFigure(used, { task: TASK, name: `used of ${limit}`, least: 0, whole: true });
    const name = `available of ${limit}`;
    if (available !== undefined)
      requireFigure(available, { task: TASK, name, least: 0, whole: true });
  }
  requireOnce(
    uses.map(({ limit }) => limit),
    { task: TASK, what: "the limit" },
  );
}

function dayOf(date: string): number {
  return instantDays(`${date}T00:00:00.000Z`);
}

function rowsOf(uses: readonly WeekUse[], { labels }: LabelledChartOptions): CapacityRow[] {
  const byRow = new Map<string, WeekUse[]>();
  for (const use of uses) {
    const name = `${use.kind}s, ${labelText(use.of ?? "nobody", labels)}`;
    const own = byRow.get(name);
    if (own === undefined) byRow.set(name, [use]);
    else own.push(use);
  }
  const sorted = [...byRow].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([name, own]) => ({
    ...{ name, uses: own.toSorted((a, b) => (a.week < b.week ? -1 : 1)) },
    fullness: Math.max(...own.map((use) => shareOf(use) ?? 0)),
  }));
}

/** The rows with the fullest weeks, in the order they were in. */
function fullest(rows: readonly CapacityRow[]): CapacityRow[] {
  const kept = new Set(rows.toSorted((a, b) => b.fullness - a.fullness).slice(0, MOST_ROWS));
  return rows.filter((row) => kept.has(row));
}

/** A capacity of none is full. */
function shareOf({ used, available }: CareUse): number | undefined {
  if (available === undefined) return undefined;
  return available === 0 ? 1 : used / available;
}

function ofText({ used, available }: CareUse): string {
  return available === undefined
    ? amountText(used)
    : `${amountText(used)} of ${amountText(available)}`;
}

function rowSentence({ name, uses }: CapacityRow): string {
  return `${name} ${uses.map((use) => `${use.week} ${ofText(use)}`).join(", ")}`;
}

function titleText(uses: readonly WeekUse[]): string {
  const limited = uses.filter(({ available }) => available !== undefined);
  const used = limited.reduce((sum, use) => sum + use.used, 0);
  const available = limited.reduce((sum, use) => sum + (use.available ?? 0), 0);
  if (available === 0) {
    const all = uses.reduce((sum, use) => sum + use.used, 0);
    return `${amountText(all)} visits and calls are planned`;
  }
  return `${amountText(used)} visits and calls are planned of ${amountText(available)}, ${percentText(used / available)}`;
}

function subtitleText(uses: readonly WeekUse[], rows: number): string {
  const full = uses.filter((use) => shareOf(use) === 1).length;
  return [
    `Planned of what can be made in the week. ${full === 0 ? "No week is full." : `Full: ${amountText(full)} of ${amountText(uses.length)} weeks of staff.`}`,
    ...(rows > MOST_ROWS
      ? [`Drawn: the ${String(MOST_ROWS)} with the fullest weeks of ${amountText(rows)}.`]
      : []),
  ].join(" ");
}
