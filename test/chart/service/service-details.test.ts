import fc from "fast-check";
import type { ChartSpecification } from "goodwill/chart";
import { instant } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import { textWidth } from "../../../src/chart/frame/wording.js";
import { complaintFlowChart } from "../../../src/chart/service/complaint-flow-chart.js";
import { contactProfileChart } from "../../../src/chart/service/contact-profile-chart.js";
import { slaTimelineChart } from "../../../src/chart/service/sla-timeline-chart.js";
import { staffingChart } from "../../../src/chart/service/staffing-chart.js";
import type { ComplaintFlowPeriod } from "../../../src/service/complaint/complaint-flow.js";
import { plotOf, rowsOf, titleOf } from "../drawing.js";
import { CLOCKS, flowOf, SHANGHAI, staffedOf } from "./samples.js";

/** The words of the legend. */
function legendOf(chart: ChartSpecification): string[] {
  return rowsOf(chart, "text").flatMap(({ legend }) =>
    legend === undefined ? [] : [String(legend)],
  );
}

function textsOf(chart: ChartSpecification): string[] {
  return rowsOf(chart, "text").map(({ text }) => String(text));
}

/** The grid that stands upright. */
function linesOf(chart: ChartSpecification) {
  return rowsOf(chart, "rule").filter(({ x, x2, tone }) => x === x2 && tone === "line");
}

describe("the rows of the flow of complaints", () => {
  /** The phases with a row, from the top. */
  function rowsDrawn(flow: readonly ComplaintFlowPeriod[]): string[] {
    const sentences = rowsOf(complaintFlowChart(flow), "rect").map((row) =>
      String(row["sentence"]),
    );
    return [...new Set(sentences.map((text) => text.replace(/, .*/, "")))];
  }

  /** Complaints pass through all phases, and stay in these. */
  function standingIn(...standing: readonly string[]): ComplaintFlowPeriod[] {
    return flowOf(2, 24).map((period) => ({
      ...period,
      phases: period.phases.map((one) => ({
        ...{ ...one, entered: 5, closing: standing.includes(one.phase) ? 3 : 0 },
      })),
    }));
  }

  test("SRV-2: are the phases in which complaints stood when a period ended, in the order of a complaint's life", () => {
    expect(rowsDrawn(flowOf(2, 24))).toEqual(["received", "acknowledged"]);
    expect(rowsDrawn(standingIn("reopened", "assessed", "closed"))).toEqual([
      ...["assessed", "reopened"],
    ]);
  });

  test("SRV-2: are at least one", () => {
    expect(rowsDrawn(standingIn("closed"))).toEqual(["received"]);
  });
});

describe("the colours of a usual week", () => {
  /** A Monday with these means, an hour each. */
  function mondayOf(means: readonly number[]): ChartSpecification {
    const cells = means.map((contacts, hour) => ({
      ...{ weekday: 1 as const, time: `${String(hour).padStart(2, "0")}:00`, contacts, days: 1 },
    }));
    return contactProfileChart({ intervalMinutes: 60, cells });
  }

  function tonesOf(means: readonly number[]): string[] {
    return rowsOf(mondayOf(means), "rect").flatMap(({ sentence, tone }) =>
      sentence === undefined ? [] : [String(tone)],
    );
  }

  test.each([
    [[2, 29], "below 5|5 to 10|10 to 15|15 to 20|20 to 25|25 and more"],
    [[0.05, 0.42], "below 0.1|0.1 to 0.2|0.2 to 0.3|0.3 to 0.4|0.4 and more"],
    [
      [0.012, 0.023],
      "below 0.0125|0.0125 to 0.015|0.015 to 0.0175|0.0175 to 0.02|0.02 to 0.0225|0.0225 and more",
    ],
    [[820, 1400], "below 750|750 to 900|900 to 1,050|1,050 to 1,200|1,200 to 1,350|1,350 and more"],
    [[0], "below 0.002|0.002 to 0.004|0.004 to 0.006|0.006 to 0.008|0.008 and more"],
  ])("SRV-6: have round steps: %j", (means, legend) => {
    expect(legendOf(mondayOf(means)).join("|")).toBe(legend);
  });

  test("SRV-6: are five or six, rarely four, from the fewest contacts to the most", () => {
    const mean = fc.double({ min: 0.01, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(mean, { minLength: 1, maxLength: 24 }), (means) => {
        const steps = legendOf(mondayOf(means)).length;
        expect([4, 5, 6]).toContain(steps);
        const [least, most] = [Math.min(...means), Math.max(...means)];
        const tones = tonesOf(means);
        expect(tones[means.indexOf(most)]).toBe(`step-${String(steps - 1)}`);
        if (least <= 0.5 * most) expect(tones[means.indexOf(least)]).toBe("step-0");
      }),
    );
  });

  test("SRV-6: are alike where contacts differ little", () => {
    expect(new Set(tonesOf([101, 103, 104])).size).toBe(1);
  });

  test("SRV-6: means below one are written with two digits", () => {
    const chart = mondayOf([0.05, 0.42]);
    expect(titleOf(chart)).toBe("Most contacts come Mon at 01:00: 0.42 in 60 minutes");
    expect(textsOf(chart)).toEqual(expect.arrayContaining(["0.05", "0.42"]));
  });
});

describe("the axis of time", () => {
  const CASES = [280, 360, 640, 1200].flatMap((width) =>
    [2, 3, 6, 9, 12, 24, 33, 48, 72, 168, 180, 328, 336, 720].map((hours) => ({ width, hours })),
  );

  test.each(CASES)(
    "has a label for every line and a date for every day: $hours hours at $width pixels",
    ({ width, hours }) => {
      for (const clock of [undefined, SHANGHAI]) {
        const chart = staffingChart(staffedOf(hours, 60), { width, ...(clock && { clock }) });
        const texts = rowsOf(chart, "text");
        const [ticks, dates] = [213, 227].map((place) => texts.filter(({ y }) => y === place));
        const lines = linesOf(chart);
        expect(ticks).toHaveLength(lines.length);
        for (const [index, { x }] of ticks!.entries())
          expect(Math.abs(Number(x) - Number(lines[index]!["x"]))).toBeLessThan(6);
        const times = ticks!.map(({ text }) => String(text));
        const days = times.filter((time, index) => index === 0 || time < times[index - 1]!);
        if (times[0]!.includes(":")) expect(dates).toHaveLength(days.length);
      }
    },
  );

  test("leaves the year to the line of the zone where the dates have no room for it", () => {
    const texts = (width: number): string[] =>
      textsOf(slaTimelineChart(CLOCKS, { width, clock: SHANGHAI }));
    expect(texts(640)).toEqual(expect.arrayContaining(["2026-03-05", "time in Asia/Shanghai"]));
    const narrow = texts(360);
    expect(narrow.filter((text) => text.startsWith("03-"))).toEqual([
      ...["03-02", "03-03", "03-04", "03-05"],
    ]);
    expect(narrow).toContain("2026, time in Asia/Shanghai");
    expect(narrow).not.toContain("2026-03-02");
  });

  test("SRV-4: has no line through the name or the state of a clock", () => {
    for (const width of [280, 360, 640]) {
      const chart = slaTimelineChart(CLOCKS, { width, clock: SHANGHAI });
      const lines = linesOf(chart);
      const bottom = Math.max(...lines.map(({ y2 }) => Number(y2)));
      const right = plotOf(chart).width;
      const texts = rowsOf(chart, "text").filter(({ y }) => Number(y) < bottom);
      expect(texts).toHaveLength(2 * CLOCKS.length);
      for (const { x, y, text } of texts) {
        const words = [text].flat().map(String);
        const wide = Math.max(...words.map((line) => textWidth(line, 12)));
        const from = x === right ? right - wide : Number(x);
        const lower = Number(y) + 8 + 16 * (words.length - 1);
        const through = lines.filter(
          (row) =>
            Number(row["x"]) >= from &&
            Number(row["x"]) <= from + wide &&
            Number(row["y"]) < lower &&
            Number(row["y2"]) > Number(y) - 8,
        );
        expect(through, words.join(" ")).toEqual([]);
      }
      // Each line reaches the axis, and those beside the names are not cut.
      const xs = new Set(lines.map((row) => row["x"]));
      expect(lines.filter(({ y2 }) => y2 === bottom)).toHaveLength(xs.size);
      if (width === 640) expect(lines.some(({ y, y2 }) => y === 0 && y2 === bottom)).toBe(true);
    }
  });
});

describe("the legend", () => {
  test("SRV-6: says missing only where somebody is", () => {
    const start = instant("2026-03-02T00:00:00Z");
    const interval = { start, minutes: 30, required: 2, scheduled: 2, over: 0, under: 0 };
    expect(legendOf(staffingChart([interval]))).toEqual(["needed", "at work"]);
    expect(legendOf(staffingChart([{ ...interval, scheduled: 0, under: 2 }]))).toEqual([
      ...["needed", "missing"],
    ]);
    expect(legendOf(staffingChart([{ ...interval, scheduled: 1, under: 1 }]))).toEqual([
      ...["needed", "at work", "missing"],
    ]);
  });

  test("SRV-4: names only the times there are", () => {
    const [met] = CLOCKS;
    expect(legendOf(slaTimelineChart([met!]))).toEqual(["counted", "last moment in time"]);
    expect(legendOf(slaTimelineChart(CLOCKS.slice(3, 4)))).toEqual(["counted", "paused", "closed"]);
    expect(legendOf(slaTimelineChart(CLOCKS))).toEqual([
      ...["counted", "paused", "closed", "after the last moment in time", "last moment in time"],
    ]);
    const [counted] = met!.ledger.intervals;
    const late = { ...counted!, kind: "paused" as const };
    const ledger = { ...met!.ledger, due: late.start, intervals: [late] };
    expect(legendOf(slaTimelineChart([{ name: "K-1", ledger }]))).toEqual([
      ...["paused after the last moment", "last moment in time"],
    ]);
  });
});

test("SRV-6: below bars side by side lies one area without a seam, and none over a gap", () => {
  const bar = (time: string, scheduled: number) => ({
    ...{ start: instant(`2026-03-02T${time}:00Z`), minutes: 20, required: 2, scheduled },
    ...{ over: Math.max(0, scheduled - 2), under: Math.max(0, 2 - scheduled) },
  });
  const chart = staffingChart([
    ...[bar("08:00", 3), bar("08:20", 1), bar("08:40", 0), bar("09:20", 4), bar("09:40", 5)],
  ]);
  const bars = rowsOf(chart, "rect").filter(({ tone }) => tone === "scheduled");
  const missing = rowsOf(chart, "rect").filter(({ tone }) => tone === "bad");
  const band = (name: string) =>
    rowsOf(chart, "area").flatMap((row) =>
      row["band"] === name ? [[row["x"], row["y"], row["y2"]]] : [],
    );
  /** The upper corners of bars, from the left. */
  const corners = (rows: typeof bars) =>
    [...rows, { ...rows.at(-1)!, x: rows.at(-1)!["x2"]! }].map(({ x, y, y2 }) => [x, y, y2]);
  expect(band("scheduled 1")).toEqual(corners(bars.slice(0, 2)));
  expect(band("scheduled 2")).toEqual(corners(bars.slice(2)));
  expect(band("bad 1")).toEqual(corners(missing));
  expect(rowsOf(chart, "area")).toHaveLength(9);
  const marks = plotOf(chart).layer.map(({ mark }) => mark.type);
  expect(marks.lastIndexOf("area")).toBeLessThan(marks.indexOf("rect"));
});
