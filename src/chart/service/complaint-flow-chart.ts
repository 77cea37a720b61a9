import type { ComplaintFlowPeriod } from "../../service/complaint/complaint-flow.js";
import type { ComplaintPhase } from "../../service/complaint/complaint-state.js";
import { canvasChart } from "../frame/canvas.js";
import { instantDays } from "../frame/day-axis.js";
import { paletteOf } from "../frame/frame.js";
import type { PlotSpecification } from "../frame/specification.js";
import type { LabelledChartOptions } from "../frame/theme.js";
import { tint } from "../frame/tint.js";
import { amountText, labelText, listText } from "../frame/wording.js";
import { colourSteps } from "../value/colour-steps.js";
import { requireFlow } from "./require-flow.js";
import { drawFlowGrid } from "./complaint-flow-marks.js";

/** In these phases something is left to be done, in the order of a complaint's life. */
const OPEN_PHASES: readonly ComplaintPhase[] = [
  "received",
  "acknowledged",
  "assessed",
  "investigating",
  "answered",
  "reopened",
];

/** With more periods the columns are too narrow: then the last are drawn. */
const MOST_PERIODS = 60;

/** With fewer complaints in the fullest cell the steps of colour are whole numbers up to this. */
const LEAST_SCALE = 5;

/** How much of the colour of the grid a cell of nothing has. */
const NONE_TINT = 0.4;

/**
 * Do complaints come in faster than they are closed, and in which phase do they wait?
 *
 * Above, how many were received and how many closed in each period; below, a row for each phase in which something is
 * left to be done, and in a cell how many stood in it when the period ended; a phase in which none ever stood then has
 * no row. The last 60 periods are drawn; where there are more, the subtitle says so.
 *
 * @param flow - What `complaintFlow` gives.
 * @param options - Names of the phases, theme, title and width.
 * @returns The specification; without periods one that says so.
 * @throws RangeError when a count is no whole number of at least 0, a period has no such phase, a period does not begin
 * where the one before ends, or the width is below 280 pixels.
 * @example
 * ```ts
 * import { complaintFlowChart } from "goodwill/chart";
 * import { plainDate, timeZone } from "goodwill/shared";
 * import { complaintFlow } from "goodwill/service";
 *
 * const day = plainDate("2026-03-02");
 * const flow = complaintFlow([], { zone: timeZone("UTC"), per: "week", from: day, through: day });
 * complaintFlowChart(flow).title.text; // => ["No complaints are open, as at the beginning"]
 * ```
 */
export function complaintFlowChart(
  flow: readonly ComplaintFlowPeriod[],
  options: LabelledChartOptions = {},
): PlotSpecification {
  requireFlow(flow);
  const periods = flow.slice(-MOST_PERIODS);
  const { paper, ink, quiet, line, good, bad } = paletteOf(options);
  const used = usedPhases(periods);
  const columns = periods.map(({ phases, received }) => {
    const closed = phases.find(({ phase }) => phase === "closed")!.entered;
    return { received, closed, standing: used.map((phase) => standingIn(phases, phase)) };
  });
  const largest = columns.reduce((most, one) => Math.max(most, ...one.standing), LEAST_SCALE);
  const steps = colourSteps(largest, { options, text: amountText });
  const isEmpty = flow.length === 0;
  const names = used.map((phase) => labelText(phase, options.labels));
  const sentences = columns.map(
    (column, index) =>
      `${periods[index]!.start} received ${amountText(column.received)}, closed ${amountText(column.closed)}, open ${openText(column.standing, names)}`,
  );
  return canvasChart(
    {
      title: isEmpty ? "No complaints are counted" : titleText(flow),
      subtitle: isEmpty ? "" : subtitleText(flow),
      description: isEmpty
        ? "Flow of complaints: none are counted."
        : `Flow of complaints by ${unitOf(periods[0]!)}: ${sentences.join("; ")}.`,
      legend: isEmpty
        ? []
        : [
            { label: "received", shape: "circle", color: bad },
            { label: "closed", shape: "diamond", color: good },
            ...steps.legend,
          ],
      tones: { paper, ink, quiet, line, none: tint(paper, line, NONE_TINT), ...steps.tones },
      drawing: isEmpty
        ? { height: 1, layers: [] }
        : drawFlowGrid(columns, {
            ...{ names, steps, options },
            starts: periods.map(startText),
            periodTitle: periodTitle(periods),
          }),
    },
    options,
  );
}

function standingIn(phases: ComplaintFlowPeriod["phases"], phase: ComplaintPhase): number {
  return phases.find((one) => one.phase === phase)!.closing;
}

/** The open phases in which complaints stood when a period ended; the first where they never did. */
function usedPhases(periods: readonly ComplaintFlowPeriod[]): readonly ComplaintPhase[] {
  const used = OPEN_PHASES.filter((phase) =>
    periods.some(({ phases }) => standingIn(phases, phase) > 0),
  );
  return used.length === 0 ? OPEN_PHASES.slice(0, 1) : used;
}

function openText(standing: readonly number[], names: readonly string[]): string {
  const parts = standing.flatMap((count, index) =>
    count === 0 ? [] : [`${amountText(count)} ${names[index]!}`],
  );
  return parts.length === 0 ? "none" : listText(parts);
}

/** No calendar month has more days. */
const LONGEST_MONTH = 31;

/** The length of a period, told from its days. */
function unitOf({ start, end }: ComplaintFlowPeriod): "day" | "week" | "month" | "quarter" {
  const [from = 0, to = 0] = [start, end].map((date) => instantDays(`${date}T00:00:00.000Z`));
  if (to - from > LONGEST_MONTH) return "quarter";
  if (start.endsWith("-01") && end.endsWith("-01")) return "month";
  return to - from === 1 ? "day" : "week";
}

/** A period as its column is named: `03-02` for a day or a week, `2026-03` for a month, `2026Q1` for a quarter. */
function startText(period: ComplaintFlowPeriod): string {
  const { start } = period;
  const unit = unitOf(period);
  if (unit === "quarter")
    return `${start.slice(0, 4)}Q${String((Number(start.slice(5, 7)) + 2) / 3)}`;
  return unit === "month" ? start.slice(0, 7) : start.slice(5);
}

function periodTitle(periods: readonly ComplaintFlowPeriod[]): string {
  const [first, last] = [periods[0]!, periods.at(-1)!];
  const unit = unitOf(first);
  if (unit === "month" || unit === "quarter") return `open at the end of the ${unit}`;
  const years = [...new Set([first.start.slice(0, 4), last.start.slice(0, 4)])].join(" to ");
  return unit === "day"
    ? `open at the end of the day (${years})`
    : `open at the end of the week from (${years})`;
}

/** How many stood in an open phase when a period began or ended. */
function openCount({ phases }: ComplaintFlowPeriod, at: "opening" | "closing"): number {
  return phases.reduce((sum, one) => (OPEN_PHASES.includes(one.phase) ? sum + one[at] : sum), 0);
}

function titleText(flow: readonly ComplaintFlowPeriod[]): string {
  const before = openCount(flow[0]!, "opening");
  const after = openCount(flow.at(-1)!, "closing");
  const open =
    after === 0
      ? "No complaints are open"
      : `${amountText(after)} complaint${after === 1 ? " is" : "s are"} open`;
  if (after === before) return `${open}, as at the beginning`;
  const change = amountText(Math.abs(after - before));
  return `${open}, ${change} ${after > before ? "more" : "fewer"} than at the beginning`;
}

function subtitleText(flow: readonly ComplaintFlowPeriod[]): string {
  const entered = (phase: ComplaintPhase): number =>
    flow.reduce((sum, { phases }) => sum + phases.find((one) => one.phase === phase)!.entered, 0);
  const [received, closed] = [entered("received"), entered("closed")];
  const other = (["reopened", "withdrawn", "duplicate"] as const).flatMap((phase) => {
    const count = entered(phase);
    return count === 0
      ? []
      : [`${amountText(count)} ${phase}${phase === "duplicate" && count > 1 ? "s" : ""}`];
  });
  const counts = [`${amountText(received)} received`, `${amountText(closed)} closed`, ...other];
  return [
    `From ${flow[0]!.start} until ${flow.at(-1)!.end}: ${listText(counts)}.`,
    ...(flow.length > MOST_PERIODS
      ? [`Drawn: the last ${String(MOST_PERIODS)} of ${amountText(flow.length)} periods.`]
      : []),
  ].join(" ");
}
