import type { ConsentSpan } from "../../customer/consent/consent.js";
import type { Instant } from "../../shared/time/instant.js";
import { dayText, instantDays } from "../frame/day-axis.js";
import { canvasChart, canvasWidth, paletteTones } from "../frame/canvas.js";
import { paletteOf, type LegendEntry } from "../frame/frame.js";
import type { PlotSpecification } from "../frame/specification.js";
import type { ChartPalette, LabelledChartOptions } from "../frame/theme.js";
import { CONSENT_STATES, consentLanes, type ConsentLane } from "./consent-lanes.js";
import { drawLanes } from "./consent-marks.js";

/** How to draw consents over time. */
export interface ConsentTimelineChartOptions extends LabelledChartOptions {
  /** The moment up to which they are drawn; what began later is left out. */
  readonly asOf: Instant;
}

/**
 * To what did the customer agree, when, and how does it stand now?
 *
 * A lane a purpose and channel, for one contact point where the consent is for that alone; a bar a state, from its
 * first moment to the first moment after it. What still stands ends at the moment asked about, and is written at the
 * right of the name. Dates are days in UTC. Consent is not all that contact needs: suppressions are not drawn.
 *
 * @param spans - The spans of one customer; lanes are drawn in the order they first come.
 * @param options - The moment asked about; theme, title, width, and names of purposes, channels and contact points.
 * @returns The specification; without spans one that says so.
 * @throws RangeError when the width is below 280 pixels or a moment is no instant.
 * @example
 * ```ts
 * import { consentTimelineChart } from "goodwill/chart";
 * import { consentTimeline } from "goodwill/customer";
 * import { instant } from "goodwill/shared";
 *
 * const asOf = instant("2026-02-13T00:00:00Z");
 * const news = { purpose: "newsletter", channel: "email", evidence: "form 3" } as const;
 * const consents = [{ ...news, state: "granted", at: instant("2026-01-10T09:00:00Z") }] as const;
 * const chart = consentTimelineChart(consentTimeline({ consents }, { asOf }), { asOf });
 * chart.title.text; // => ["Consent stands for 1 of 1 on 2026-02-13"]
 * ```
 */
export function consentTimelineChart(
  spans: readonly ConsentSpan[],
  options: ConsentTimelineChartOptions,
): PlotSpecification {
  const to = instantDays(options.asOf);
  const lanes = consentLanes(spans, options);
  const from = Math.min(to, ...lanes.flatMap((lane) => lane.spans.map((span) => span.from)));
  const day = dayText(to);
  const granted = lanes.filter(({ now }) => now === "granted").length;
  const sentences = lanes.map(
    (lane) => `${lane.label} ${lane.spans.map(({ sentence }) => sentence).join(", ")}`,
  );
  return canvasChart(
    {
      title:
        lanes.length === 0
          ? `No consent is recorded up to ${day}`
          : `Consent stands for ${granted} of ${lanes.length} on ${day}`,
      subtitle: lanes.length === 0 ? "" : "By purpose and channel; dates in UTC.",
      description:
        lanes.length === 0
          ? `Consents over time up to ${day}: none is recorded.`
          : `Consents over time up to ${day}, by purpose and channel: ${sentences.join("; ")}.`,
      legend: legendOf(lanes, paletteOf(options)),
      tones: paletteTones(options, ["paper", "ink", "quiet", "line", "good", "bad", "neutral"]),
      // A day before where all begins at the moment asked about: an axis needs a length.
      drawing: drawLanes(lanes, {
        ...{ ends: [from < to ? from : to - 1, to], width: canvasWidth(options) },
        outline: paletteOf(options).neutral,
      }),
    },
    options,
  );
}

function legendOf(lanes: readonly ConsentLane[], palette: ChartPalette): LegendEntry[] {
  const drawn = new Set(lanes.flatMap((lane) => lane.spans.map(({ state }) => state)));
  return CONSENT_STATES.filter(({ state }) => drawn.has(state)).map(({ state, tone }) => ({
    label: state,
    shape: "square",
    color: palette[tone],
    ...(state === "expired" && { fill: palette.paper }),
  }));
}
