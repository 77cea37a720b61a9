import type { StaffedInterval } from "../../service/roster/staffed-interval.js";
import { canvasChart, canvasWidth, paletteTones } from "../frame/canvas.js";
import { paletteOf } from "../frame/frame.js";
import type { PlotSpecification } from "../frame/specification.js";
import { tint } from "../frame/tint.js";
import { amountText } from "../frame/wording.js";
import type { ChartClock, ClockChartOptions } from "./chart-clock.js";
import { lengthText, momentText } from "./clock-time.js";
import { drawStaffing, STAFFING_TINT } from "./staffing-marks.js";
import { drawnStretches, staffedStretches, type StaffedStretch } from "./staffed-stretch.js";
import { usedEntries } from "./used-entries.js";

/**
 * Are enough agents at work, at every time of the day?
 *
 * The agents at work as an area, those needed as a line in steps, and what is missing between them in the colour of
 * what calls for action. Where there are more intervals than pixels, the one of each pixel that misses most is drawn,
 * and the subtitle says so.
 *
 * @param intervals - What `staffedIntervals` or a plan of shifts gives, in the order of time.
 * @param options - Whose clock the times are written in, theme, title and width.
 * @returns The specification; without intervals one that says so.
 * @throws RangeError when agents are no whole number of at least 0, `over` or `under` is not their difference, an
 * interval is not longer than 0 or begins before the end of the one before, or the width is below 280 pixels.
 * @example
 * ```ts
 * import { staffingChart } from "goodwill/chart";
 * import { instant, timeZone, wallTimeAt } from "goodwill/shared";
 *
 * const start = instant("2026-03-02T08:00:00Z");
 * const intervals = [{ start, minutes: 30, required: 5, scheduled: 3, over: 0, under: 2 }];
 * const clock = { zone: timeZone("Europe/Paris"), wallTimeAt };
 * const chart = staffingChart(intervals, { clock, width: 800 });
 * chart.title.text; // => ["Agents are missing for 30 min, most at 2026-03-02 09:00: 2 of 5"]
 * ```
 */
export function staffingChart(
  intervals: readonly StaffedInterval[],
  options: Omit<ClockChartOptions, "labels"> = {},
): PlotSpecification {
  const { clock } = options;
  const all = staffedStretches(intervals);
  const stretches = drawnStretches(all, canvasWidth(options));
  const { paper, good, ink, bad } = paletteOf(options);
  const atWork = tint(paper, good, STAFFING_TINT);
  const isEmpty = all.length === 0;
  const sentence = (one: StaffedStretch): string => sentenceOf(one, clock);
  return canvasChart(
    {
      title: isEmpty ? "No time is to be staffed" : titleText(all, clock),
      subtitle: isEmpty ? "" : subtitleText(all, stretches.length < all.length),
      description: isEmpty
        ? "Agents at work against those needed: no time is to be staffed."
        : `Agents at work against those needed, ${momentText(all[0]!.from, clock)} to ${momentText(all.at(-1)!.to, clock)}. ${titleText(all, clock)}. ${missingText(all, sentence)}`,
      legend: usedEntries([
        { label: "needed", shape: "stroke", color: ink, isUsed: !isEmpty },
        {
          ...{ label: "at work", shape: "square", color: atWork },
          isUsed: all.some((one) => one.scheduled > 0),
        },
        {
          ...{ label: "missing", shape: "square", color: bad },
          isUsed: all.some(({ under }) => under > 0),
        },
      ]),
      tones: { ...paletteTones(options, ["ink", "quiet", "line", "bad"]), scheduled: atWork },
      drawing: isEmpty
        ? { height: 1, layers: [] }
        : drawStaffing(stretches, { width: canvasWidth(options), clock, sentence }),
    },
    options,
  );
}

/** The description names no more stretches than can be listened to. */
const MOST_NAMED = 12;

function missingText(
  all: readonly StaffedStretch[],
  sentence: (one: StaffedStretch) => string,
): string {
  const missing = all.filter(({ under }) => under > 0);
  if (missing.length === 0) return "Nobody is missing.";
  const worst = missing.toSorted((a, b) => b.under - a.under).slice(0, MOST_NAMED);
  const named = missing.filter((one) => worst.includes(one)).map(sentence);
  const more = missing.length - named.length;
  return `${named.join("; ")}${more === 0 ? "" : `; and ${amountText(more)} more times`}.`;
}

function sentenceOf(
  { from, to, required, scheduled, under, over }: StaffedStretch,
  clock: ChartClock | undefined,
): string {
  const difference =
    under > 0 ? `, ${amountText(under)} missing` : over > 0 ? `, ${amountText(over)} more` : "";
  return `${momentText(from, clock)} to ${momentText(to, clock)}: ${amountText(scheduled)} at work, ${amountText(required)} needed${difference}`;
}

function hours(all: readonly StaffedStretch[], amount: (one: StaffedStretch) => number): string {
  const sum = all.reduce((total, one) => total + amount(one) * (one.to - one.from), 0);
  return amountText(Number((sum / 3_600_000).toFixed(1)));
}

function titleText(all: readonly StaffedStretch[], clock: ChartClock | undefined): string {
  const worst = all.reduce((most, one) => (one.under > most.under ? one : most));
  if (all.every(({ required }) => required === 0)) return "No agents are needed";
  if (worst.under === 0) return "Enough agents are at work at every time";
  const time = all.reduce((sum, { under, from, to }) => (under > 0 ? sum + to - from : sum), 0);
  return `Agents are missing for ${lengthText(time)}, most at ${momentText(worst.from, clock)}: ${amountText(worst.under)} of ${amountText(worst.required)}`;
}

function subtitleText(all: readonly StaffedStretch[], isThinned: boolean): string {
  const sum = (field: "required" | "scheduled" | "under" | "over"): string =>
    hours(all, (one) => one[field]);
  return [
    `Hours of agents: ${sum("required")} needed, ${sum("scheduled")} at work, ${sum("under")} missing, ${sum("over")} more than needed.`,
    ...(isThinned ? ["Of each pixel the time that misses most is drawn."] : []),
  ].join(" ");
}
