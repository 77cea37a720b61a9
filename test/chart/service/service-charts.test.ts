import type { ChartSpecification } from "goodwill/chart";
import { instant, plainDate, timeZone, wallTimeAt } from "goodwill/shared";
import type { TopLevelSpec } from "vega-lite";
import { describe, expect, expectTypeOf, test } from "vitest";
import { causeParetoChart } from "../../../src/chart/service/cause-pareto-chart.js";
import { complaintFlowChart } from "../../../src/chart/service/complaint-flow-chart.js";
import { contactProfileChart } from "../../../src/chart/service/contact-profile-chart.js";
import { slaTimelineChart } from "../../../src/chart/service/sla-timeline-chart.js";
import { staffingChart } from "../../../src/chart/service/staffing-chart.js";
import type { causeShares } from "../../../src/service/complaint/cause-share.js";
import type { complaintFlow } from "../../../src/service/complaint/complaint-flow.js";
import type { SlaLedger } from "../../../src/service/deadline/sla-interval.js";
import type { ContactForecast } from "../../../src/service/forecast/contact-forecast.js";
import type { staffedIntervals } from "../../../src/service/roster/staffed-intervals.js";
import { contrast } from "../contrast.js";
import { beyondPlot, plotOf, rowsOf, subtitleOf, textsOnGrounds, titleOf } from "../drawing.js";
import { drawnTexts, outside, overlapping, render } from "../render.js";
import { COMMON, SERVICE_CHARTS } from "./charts.js";
import {
  CAUSES,
  causesOf,
  CLOCKS,
  clocksOf,
  flowOf,
  profileOf,
  SHANGHAI,
  staffedOf,
} from "./samples.js";

const DESKTOP = {
  theme: "light",
  width: 640,
  labels: { invoice: "发票", "K-101 resolution": "K-101 已解决", assessed: "评估" },
} as const;

const PHONE = {
  theme: "dark",
  width: 360,
  labels: { investigating: "Ursachen werden untersucht", invoice: "Rechnungsstellungsfehler" },
} as const;

/** Drawing takes long: the common charts are drawn at two widths, the odd ones at the least only. */
const DRAWN = Object.entries(SERVICE_CHARTS).flatMap(([name, draw]) => {
  const looks = COMMON.includes(name) ? [DESKTOP, PHONE] : [{ ...PHONE, width: 280 }];
  return looks.map((look) => ({ name, draw, look, width: look.width }));
});

test.each(DRAWN)(
  "$name at $width pixels is drawn without a warning, within its frame, no text on another",
  async ({ draw, look }) => {
    const chart = draw(look);
    const { svg, complaints } = await render(chart);
    expect(complaints).toEqual([]);
    const texts = drawnTexts(svg);
    expect(outside(svg, texts)).toEqual([]);
    expect(overlapping(texts)).toEqual([]);
    expect(Number(/width="(\d+)"/.exec(svg)?.[1])).toBe(look.width);
    const drawn = texts.map(({ text }) => text);
    for (const line of chart.title.text) expect(drawn).toContain(line);
    const said = new Set(Array.from(svg.matchAll(/aria-label="([^"]*)"/g), ([, text]) => text));
    for (const { data, encoding } of plotOf(chart).layer.filter(({ mark }) => mark.aria)) {
      expect(encoding.description).toEqual({ field: "sentence", type: "nominal" });
      expect(data.values.filter(({ sentence }) => !said.has(String(sentence)))).toEqual([]);
    }
  },
);

const LOOKS = [
  DESKTOP,
  PHONE,
  { theme: "dark", width: 280 },
  { theme: "light", width: 1200 },
] as const;

describe.each(Object.entries(SERVICE_CHARTS))("%s", (_name, draw) => {
  test.each(LOOKS)("is plain data with every mark in the plot: $theme $width", (look) => {
    const chart = draw(look);
    const text = JSON.stringify(chart);
    expect(JSON.parse(text)).toEqual(chart);
    expect(chart.description).toMatch(/^[A-Z].{30,}\.$/s);
    expect(text).not.toMatch(/NaN|Infinity|undefined|null,null/);
    expect(beyondPlot(chart)).toEqual([]);
  });
});

describe.each(["light", "dark"] as const)("the figures in cells, %s", (theme) => {
  test.each(["complaint flow", "contact profile"])(
    "%s: have a contrast of at least 4.5 to what is below them",
    (name) => {
      const texts = textsOnGrounds(SERVICE_CHARTS[name]!({ theme, width: 640 }));
      expect(texts.length).toBeGreaterThan(20);
      for (const { text, ink, ground } of texts)
        expect(contrast(ink, ground), `${text}: ${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    },
  );
});

describe("the types of the charts", () => {
  test("are taken by Vega-Lite, and take what the room service gives", () => {
    expectTypeOf(slaTimelineChart).returns.toExtend<TopLevelSpec>();
    expectTypeOf(causeParetoChart).returns.toExtend<ChartSpecification>();
    expectTypeOf<ReturnType<typeof complaintFlow>>().toExtend<
      Parameters<typeof complaintFlowChart>[0]
    >();
    expectTypeOf<ReturnType<typeof causeShares>>().toExtend<
      Parameters<typeof causeParetoChart>[0]
    >();
    expectTypeOf<SlaLedger>().toExtend<Parameters<typeof slaTimelineChart>[0][number]["ledger"]>();
    expectTypeOf<ReturnType<typeof staffedIntervals>>().toExtend<
      Parameters<typeof staffingChart>[0]
    >();
    expectTypeOf<ContactForecast["profile"]>().toExtend<
      Parameters<typeof contactProfileChart>[0]
    >();
  });
});

/** Left and right of the rectangles of a tone. */
function boxesOf(chart: ChartSpecification, tone: string) {
  return rowsOf(chart, "rect").filter((row) => row["tone"] === tone);
}

function sentencesOf(rows: readonly Readonly<Record<string, unknown>>[]): string[] {
  return rows.map(({ sentence }) => String(sentence));
}

describe("what the charts say", () => {
  test("SRV-2: the flow tells what is open, what came and went, and where it stands", () => {
    const [first, second] = flowOf(2, 24);
    const chart = complaintFlowChart([first!, second!], { labels: { assessed: "weighed" } });
    const { phases } = second!;
    const closing = (phase: string) => phases.find((one) => one.phase === phase)!.closing;
    expect(titleOf(chart)).toBe(
      `${String(second!.open)} complaints are open, ${String(second!.open)} more than at the beginning`,
    );
    expect(subtitleOf(chart)).toMatch(
      /^From 2026-03-02 until 2026-03-16: \d+ received, 0 closed and 2 duplicates\.$/,
    );
    expect(chart.description).toMatch(
      /^Flow of complaints by week: 2026-03-02 received \d+, closed 0, open \d+ received; 2026-03-09 /,
    );
    const cells = rowsOf(chart, "rect").filter(({ sentence }) => sentence !== undefined);
    expect(sentencesOf(cells)).toContain(`received, 03-09: ${String(closing("received"))}`);
    const later = complaintFlowChart(flowOf(3, 24), { labels: { assessed: "weighed" } });
    expect(sentencesOf(rowsOf(later, "rect"))).toContain("weighed, 03-09: 0");
    const points = sentencesOf(rowsOf(chart, "point").filter((row) => row["sentence"]));
    expect(points).toContain(`03-02: ${String(first!.received)} received`);
    const many = complaintFlowChart(flowOf(70, 9));
    expect(subtitleOf(many)).toContain("Drawn: the last 60 of 70 periods.");
    const steady = {
      ...first!,
      phases: first!.phases.map((one) => ({ ...one, opening: one.closing })),
    };
    expect(titleOf(complaintFlowChart([steady]))).toMatch(
      /^\d+ complaints are open, as at the beginning$/,
    );
  });

  test.each([
    ["month", ["2026-02-01", "2026-03-01", "2026-04-01"], ["2026-02", "2026-03"]],
    ["quarter", ["2025-10-01", "2026-01-01", "2026-04-01"], ["2025Q4", "2026Q1"]],
  ])("SRV-2: a flow by %s names its columns and its unit", (unit, days, names) => {
    const dates = days.map((day) => plainDate(day));
    const flow = flowOf(2, 24).map((one, i) => ({ ...one, start: dates[i]!, end: dates[i + 1]! }));
    const chart = complaintFlowChart(flow);
    expect(chart.description).toContain(`Flow of complaints by ${unit}: ${days[0]!} received`);
    const points = sentencesOf(rowsOf(chart, "point").filter((row) => row["sentence"]));
    expect(points.slice(0, 2)).toEqual(
      names.map((name, i) => `${name}: ${String(flow[i]!.received)} received`),
    );
    expect(JSON.stringify(chart)).toContain(`open at the end of the ${unit}`);
  });

  test("SRV-2: the Pareto chart says how many causes make 80 percent, and what is not known", () => {
    const chart = causeParetoChart(CAUSES, { labels: { late_delivery: "late" } });
    expect(titleOf(chart)).toBe("4 of 8 causes make up 80% of the complaints");
    expect(subtitleOf(chart)).toBe("250 complaints; exactly 82%. Of 17 the cause is not known.");
    expect(chart.description).toContain(
      "late 84 (34%), in all 34%; damaged in transit 61 (24%), in all 58%;",
    );
    const bars = plotOf(chart).layer.filter(({ mark }) => mark.type === "bar");
    expect(bars.map(({ data }) => data.values.length)).toEqual([4, 4, 1]);
    const [line] = plotOf(chart).layer.filter(({ mark }) => mark.type === "line");
    expect(line!.data.values.map(({ cumulative }) => Math.round(Number(cumulative)))).toEqual([
      34, 58, 74, 82, 87, 91, 92, 93, 100,
    ]);
    const exactly = causeParetoChart(causesOf({ a: 4, b: 4, c: 2 }));
    expect(titleOf(exactly)).toBe("2 of 3 causes make up 80% of the complaints");
    const open = causeParetoChart(causesOf({ a: 4, b: 3, unknown: 3 }), { by: "kind" });
    expect(titleOf(open)).toBe("The 2 kinds known make up 70% of the complaints");
    const many = causeParetoChart(
      causesOf(Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`c${String(i)}`, 5]))),
    );
    expect(subtitleOf(many)).toContain("Drawn one by one: the 13 most frequent.");
    expect(many.description).toContain("; 7 more causes 35 (35%), in all 100%.");
  });

  test("SRV-4: the timeline shows counted, paused and closed time, and what is late, on the clock asked for", () => {
    const chart = slaTimelineChart(CLOCKS.slice(1, 2), { clock: SHANGHAI });
    const { ledger } = CLOCKS[1]!;
    expect(titleOf(chart)).toBe("The clock is late by 1 h of counted time");
    expect(chart.description).toBe(
      "Time of service clocks, counted, paused and closed: K-101 resolution breached, 1 h over, due 2026-03-04 12:00, counted 17 h, paused 4 h 30 min, closed 30 h.",
    );
    const late = boxesOf(chart, "bad");
    expect(sentencesOf(late)).toEqual([
      "K-101 resolution: counted, late, from 2026-03-04 12:00 to 2026-03-04 13:00, 1 h",
    ]);
    const all = ["good", "paused", "neutral", "bad"].flatMap((tone) => boxesOf(chart, tone));
    expect(all).toHaveLength(ledger.intervals.length + 1);
    const ends = [...all].sort((a, b) => Number(a["x"]) - Number(b["x"]));
    // Nothing is left out between one stretch and the next.
    for (const [index, row] of ends.entries())
      if (index > 0) expect(row["x"]).toBeCloseTo(Number(ends[index - 1]!["x2"]), 1);
    const heights = ["good", "paused", "neutral"].map((tone) => {
      const [row] = boxesOf(chart, tone);
      return Number(row!["y2"]) - Number(row!["y"]);
    });
    expect(heights).toEqual([18, 10, 3]);
    const due = rowsOf(chart, "point").find(({ sentence }) => sentence !== undefined)!;
    expect([due["sentence"], due["x"]]).toEqual([
      "K-101 resolution: due 2026-03-04 12:00",
      late[0]!["x"],
    ]);
    expect(rowsOf(chart, "text").map(({ text }) => text)).toContain("time in Asia/Shanghai");
    expect(slaTimelineChart(CLOCKS.slice(1, 2)).description).toContain("due 2026-03-04 04:00");
  });

  test("SRV-4: a clock whose pause has no end has no due mark, and of many clocks the worst are drawn", () => {
    const chart = slaTimelineChart(CLOCKS);
    expect(titleOf(chart)).toBe("2 of 5 clocks are late, by up to 1 h 45 min of counted time");
    expect(subtitleOf(chart)).toContain("Without a last moment in time, as a pause has no end: 1.");
    const marks = rowsOf(chart, "point").filter(({ sentence }) => sentence !== undefined);
    expect(marks).toHaveLength(4);
    expect(boxesOf(chart, "bad").length).toBeGreaterThan(1);
    const many = slaTimelineChart(clocksOf(30));
    expect(subtitleOf(many)).toContain("Drawn: the 20 worst of 30.");
    expect(many.description).toContain("K-29 breached");
    expect(many.description).not.toContain("K-10 met");
    expect(titleOf(slaTimelineChart(clocksOf(3)))).toBe("All 3 clocks were stopped in time");
    expect(titleOf(slaTimelineChart(CLOCKS.slice(3)))).toBe(
      "None of 2 clocks is late, 2 not yet stopped",
    );
  });

  test("the axis of time skips what the clock skips, and shows a date once", () => {
    const clock = { zone: timeZone("Europe/Paris"), wallTimeAt };
    // The clock is put forward from 2 to 3 on this night.
    const start = instant("2026-03-28T23:00:00Z");
    const chart = staffingChart(
      [{ start, minutes: 240, required: 1, scheduled: 1, over: 0, under: 0 }],
      { clock },
    );
    const texts = rowsOf(chart, "text").map(({ text }) => String(text));
    expect(texts.filter((text) => /^\d\d:\d\d$/.test(text))).toEqual([
      ...["00:00", "00:30", "01:00", "01:30", "03:00", "03:30", "04:00", "04:30", "05:00"],
    ]);
    expect(texts.filter((text) => text === "2026-03-29")).toHaveLength(1);
    const upright = rowsOf(chart, "rule").filter(({ x, x2, y, y2 }) => x === x2 && y !== y2);
    expect(upright).toHaveLength(9);
  });

  test("SRV-6: the staffing chart colours what is missing between those at work and those needed", () => {
    const start = instant("2026-03-02T00:00:00Z");
    const next = instant("2026-03-02T00:30:00Z");
    const intervals = [
      { start, minutes: 30, required: 5, scheduled: 3, over: 0, under: 2 },
      { start: next, minutes: 30, required: 2, scheduled: 3, over: 1, under: 0 },
    ];
    const chart = staffingChart(intervals, { clock: SHANGHAI });
    expect(titleOf(chart)).toBe("Agents are missing for 30 min, most at 2026-03-02 08:00: 2 of 5");
    expect(subtitleOf(chart)).toBe(
      "Hours of agents: 3.5 needed, 3 at work, 1 missing, 0.5 more than needed.",
    );
    const [missing, ...others] = boxesOf(chart, "bad");
    const [scheduled, after] = boxesOf(chart, "scheduled");
    expect(others).toEqual([]);
    // The missing part stands on those at work.
    expect([missing!["x"], missing!["x2"], missing!["y2"]]).toEqual([
      scheduled!["x"],
      scheduled!["x2"],
      scheduled!["y"],
    ]);
    expect(after!["x"]).toBe(missing!["x2"]);
    expect(missing!["sentence"]).toBe(
      "2026-03-02 08:00 to 2026-03-02 08:30: 3 at work, 5 needed, 2 missing",
    );
    expect(titleOf(staffingChart(intervals.slice(1)))).toBe(
      "Enough agents are at work at every time",
    );
    const long = staffingChart(staffedOf(96 * 28, 15));
    expect(subtitleOf(long)).toContain("Of each pixel the time that misses most is drawn.");
    expect(boxesOf(long, "bad").length).toBeLessThan(640);
    expect(boxesOf(long, "bad").length).toBeGreaterThan(100);
  });

  test("SRV-6: the week shows the mean of each time, and the busiest in the title", () => {
    const cells = [
      { weekday: 1, time: "09:00", contacts: 25.4, days: 2 },
      { weekday: 1, time: "09:30", contacts: 0, days: 2 },
      { weekday: 3, time: "10:30", contacts: 4.24, days: 3 },
    ] as const;
    const chart = contactProfileChart({ intervalMinutes: 30, cells });
    expect(titleOf(chart)).toBe("Most contacts come Mon at 09:00: 25 in 30 minutes");
    expect(subtitleOf(chart)).toBe(
      "Mean contacts in 30 minutes, each of 2 to 3 counted. Times never counted are empty.",
    );
    expect(chart.description).toBe(
      "Contacts by weekday and time of day, mean of 30 minutes: most on Mon 09:00 25; most on Wed 10:30 4.2.",
    );
    const drawn = rowsOf(chart, "rect").filter(({ sentence }) => sentence !== undefined);
    expect(sentencesOf(drawn)).toEqual([
      "Mon 09:00 25, mean of 2",
      "Mon 09:30 0, mean of 2",
      "Wed 10:30 4.2, mean of 3",
    ]);
    const [monday, , wednesday] = drawn.map(({ x, y }) => [Number(x), Number(y)] as const);
    expect(wednesday![0]).toBeGreaterThan(monday![0]);
    expect(wednesday![1]).toBeGreaterThan(monday![1]);
    const texts = (width: number) =>
      rowsOf(contactProfileChart(profileOf(15, 40), { width }), "text").map(({ text }) =>
        String(text),
      );
    expect(texts(640)).toContain("19:00");
    expect(texts(640)).not.toContain("19:15");
  });

  test("what cannot be drawn is refused", () => {
    const [week, , third] = flowOf(3, 5);
    expect(() => complaintFlowChart([week!, third!])).toThrow(
      "Cannot draw the flow of complaints: periods[1] must begin at the end of the one before, 2026-03-09, got 2026-03-16",
    );
    expect(() => complaintFlowChart([{ ...week!, phases: week!.phases.slice(1) }])).toThrow(
      "must have the phase received, got none",
    );
    expect(() => causeParetoChart([CAUSES[0]!, CAUSES[0]!])).toThrow(
      "the cause late_delivery is given twice",
    );
    expect(() => causeParetoChart([...CAUSES].reverse())).toThrow("cumulativeShare of");
    expect(() => causeParetoChart([{ ...CAUSES[0]!, count: 0.5 }])).toThrow(
      "must be a whole number",
    );
    expect(() => slaTimelineChart([CLOCKS[0]!, CLOCKS[0]!])).toThrow("is given twice");
    const start = instant("2026-03-02T00:00:00Z");
    const interval = { start, minutes: 30, required: 5, scheduled: 3, over: 0, under: 2 };
    expect(() => staffingChart([{ ...interval, under: 1 }])).toThrow(
      "Cannot draw staffing: intervals[0].under and over must be the difference of 5 and 3, got 1 and 0",
    );
    expect(() => staffingChart([interval, interval])).toThrow("must not lie before the end");
    expect(() => staffingChart([{ ...interval, minutes: 0 }])).toThrow("must be above 0, got 0");
    const cell = { weekday: 1, time: "09:10", contacts: 1, days: 1 } as const;
    expect(() => contactProfileChart({ intervalMinutes: 30, cells: [cell] })).toThrow(
      'cells[0].time must be the beginning of an interval of 30 minutes like 09:00, got "09:10"',
    );
    expect(() => contactProfileChart({ intervalMinutes: 7, cells: [] })).toThrow(
      "must divide a day",
    );
    expect(() => contactProfileChart({ intervalMinutes: 10, cells: [cell, cell] })).toThrow(
      "given twice",
    );
  });
});
