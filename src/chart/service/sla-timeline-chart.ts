import { canvasChart, canvasWidth, paletteTones } from "../frame/canvas.js";
import { paletteOf } from "../frame/frame.js";
import type { PlotSpecification } from "../frame/specification.js";
import { tint } from "../frame/tint.js";
import { amountText } from "../frame/wording.js";
import type { ClockChartOptions } from "./chart-clock.js";
import { clockEnds } from "./clock-axis.js";
import { lengthText } from "./clock-time.js";
import { slaLanes, type SlaLane, type SlaStretch } from "./sla-lanes.js";
import { drawSlaLanes, SLA_TINT } from "./sla-marks.js";
import type { SlaTimelineRow } from "./sla-timeline-row.js";
import { usedEntries } from "./used-entries.js";

/** More clocks make the chart too high: then the worst are drawn. */
const MOST_LANES = 20;

/**
 * Where did the time of these clocks go, and which of them are late?
 *
 * A lane a clock, from its start to its stop or the moment looked at: counted time as a high bar, paused time as a
 * lower one, closed hours as a thin one; a triangle at the last moment in time, and everything after it in the colour
 * of what is missed. How the clock stands is at the right. Of more than 20 clocks the worst are drawn, and the subtitle
 * says so.
 *
 * @param rows - The clocks, in the order of their lanes.
 * @param options - Whose clock the times are written in, names of the clocks, theme, title and width.
 * @returns The specification; without clocks one that says so.
 * @throws RangeError when a name is given twice, a time is no instant, or the width is below 280 pixels.
 * @example
 * ```ts
 * import { slaTimelineChart } from "goodwill/chart";
 * import { instant, timeZone, wallTimeAt } from "goodwill/shared";
 * import { slaLedger } from "goodwill/service";
 *
 * const zone = timeZone("Asia/Shanghai");
 * const calendar = { zone, hours: { 1: [{ from: "09:00", until: "17:00" }] } };
 * const stop = instant("2026-03-02T04:30:00Z");
 * const ledger = slaLedger(instant("2026-03-02T02:00:00Z"), { minutes: 120 }, { calendar, stop });
 * const rows = ledger.ok ? [{ name: "K-1", ledger: ledger.value }] : [];
 * const chart = slaTimelineChart(rows, { clock: { zone, wallTimeAt }, width: 800 });
 * chart.title.text; // => ["The clock is late by 30 min of counted time"]
 * ```
 */
export function slaTimelineChart(
  rows: readonly SlaTimelineRow[],
  options: ClockChartOptions = {},
): PlotSpecification {
  const all = slaLanes(rows, options);
  const lanes = all.length <= MOST_LANES ? all : worst(all);
  const palette = paletteOf(options);
  const isEmpty = lanes.length === 0;
  const paused = tint(palette.paper, palette.neutral, SLA_TINT);
  const latePause = tint(palette.paper, palette.bad, SLA_TINT);
  const stretches = lanes.flatMap((lane) => lane.stretches);
  const has = (kind: SlaStretch["kind"], isLate: boolean): boolean =>
    stretches.some((part) => part.kind === kind && part.isLate === isLate);
  return canvasChart(
    {
      title: isEmpty ? "No clock is given" : titleText(all),
      subtitle: isEmpty ? "" : subtitleText(all),
      description: isEmpty
        ? "Time of service clocks: no clock is given."
        : `Time of service clocks, counted, paused and closed: ${lanes.map(({ sentence }) => sentence).join("; ")}.`,
      legend: usedEntries([
        { label: "counted", shape: "square", color: palette.good, isUsed: has("counted", false) },
        { label: "paused", shape: "square", color: paused, isUsed: has("paused", false) },
        { label: "closed", shape: "stroke", color: palette.neutral, isUsed: has("closed", false) },
        {
          ...{ label: "after the last moment in time", shape: "square", color: palette.bad },
          isUsed: has("counted", true) || has("closed", true),
        },
        {
          ...{ label: "paused after the last moment", shape: "square", color: latePause },
          isUsed: has("paused", true),
        },
        {
          ...{ label: "last moment in time", shape: "triangle-down", color: palette.ink },
          isUsed: lanes.some(({ due }) => due !== undefined),
        },
      ]),
      tones: {
        ...paletteTones(options, ["ink", "quiet", "line", "good", "bad", "neutral"]),
        ...{ paused, "late-paused": latePause },
      },
      drawing: isEmpty
        ? { height: 1, layers: [] }
        : drawSlaLanes(lanes, {
            ends: clockEnds(lanes.flatMap(({ from, to, due }) => [from, to, due ?? to])),
            ...{ left: 0, width: canvasWidth(options), clock: options.clock },
          }),
    },
    options,
  );
}

/** The latest, then those with an early last moment, in the order they were in. */
function worst(lanes: readonly SlaLane[]): SlaLane[] {
  const sorted = lanes.toSorted(
    (a, b) =>
      Number(b.state === "breached") - Number(a.state === "breached") ||
      b.over - a.over ||
      (a.due ?? Infinity) - (b.due ?? Infinity) ||
      0,
  );
  const kept = new Set(sorted.slice(0, MOST_LANES));
  return lanes.filter((lane) => kept.has(lane));
}

function titleText(lanes: readonly SlaLane[]): string {
  const count = (state: SlaLane["state"]): number =>
    lanes.filter((lane) => lane.state === state).length;
  const all = `${amountText(lanes.length)} clocks`;
  const late = count("breached");
  if (late > 0) {
    const over = lanes.reduce((most, lane) => Math.max(most, lane.over), 0);
    const by = over === 0 ? "" : `${lengthText(over)} of counted time`;
    if (lanes.length === 1) return `The clock is late${by === "" ? "" : ` by ${by}`}`;
    const most = by === "" ? "" : `, by up to ${by}`;
    return `${amountText(late)} of ${all} ${late === 1 ? "is" : "are"} late${most}`;
  }
  const open = count("running") + count("paused");
  if (open > 0 && lanes.length === 1) return "The clock is not late, and not yet stopped";
  if (open > 0) return `None of ${all} is late, ${amountText(open)} not yet stopped`;
  return lanes.length === 1 ? "The clock was stopped in time" : `All ${all} were stopped in time`;
}

function subtitleText(lanes: readonly SlaLane[]): string {
  const endless = lanes.filter(({ due }) => due === undefined).length;
  return [
    "From the start of each clock to its stop, or to the moment looked at.",
    ...(endless === 0
      ? []
      : [`Without a last moment in time, as a pause has no end: ${amountText(endless)}.`]),
    ...(lanes.length > MOST_LANES
      ? [`Drawn: the ${String(MOST_LANES)} worst of ${amountText(lanes.length)}.`]
      : []),
  ].join(" ");
}
