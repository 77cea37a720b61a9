import type { ChartSpecification, LabelledChartOptions } from "goodwill/chart";
import { causeParetoChart } from "../../../src/chart/service/cause-pareto-chart.js";
import { complaintFlowChart } from "../../../src/chart/service/complaint-flow-chart.js";
import { contactProfileChart } from "../../../src/chart/service/contact-profile-chart.js";
import { slaTimelineChart } from "../../../src/chart/service/sla-timeline-chart.js";
import { staffingChart } from "../../../src/chart/service/staffing-chart.js";
import {
  CAUSES,
  causesOf,
  CLOCKS,
  clocksOf,
  flowOf,
  profileOf,
  SHANGHAI as clock,
  staffedOf,
} from "./samples.js";

const MANY_CAUSES = causesOf({
  ...Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [`cause ${String(index + 1)}`, 60 - index]),
  ),
  unknown: 300,
});

const CHINESE = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"] as const;

/** The charts of service, from nothing to far too much. */
export const SERVICE_CHARTS: Readonly<
  Record<string, (options: LabelledChartOptions) => ChartSpecification>
> = {
  "complaint flow": (options) => complaintFlowChart(flowOf(12, 24), options),
  "complaint flow of years": (options) => complaintFlowChart(flowOf(160, 900), options),
  "complaint flow of one week": (options) => complaintFlowChart(flowOf(1, 3), options),
  "complaint flow of nothing": (options) => complaintFlowChart([], options),
  "cause pareto": (options) => causeParetoChart(CAUSES, options),
  "cause pareto of many": (options) => causeParetoChart(MANY_CAUSES, options),
  "cause pareto of one product": (options) =>
    causeParetoChart(causesOf({ kettle: 3 }), { ...options, by: "product" }),
  "cause pareto of nothing known": (options) => causeParetoChart(causesOf({ unknown: 3 }), options),
  "cause pareto of nothing": (options) => causeParetoChart([], options),
  "sla timeline": (options) => slaTimelineChart(CLOCKS, { ...options, clock }),
  "sla timeline of many": (options) => slaTimelineChart(clocksOf(30), { ...options, clock }),
  "sla timeline of no time": (options) => slaTimelineChart(CLOCKS.slice(4), options),
  "sla timeline of nothing": (options) => slaTimelineChart([], options),
  staffing: (options) => staffingChart(staffedOf(24, 30), { ...options, clock }),
  "staffing of a week": (options) => staffingChart(staffedOf(48 * 7, 30), { ...options, clock }),
  "staffing of four weeks in quarters": (options) =>
    staffingChart(staffedOf(96 * 28, 15), { ...options, clock }),
  "staffing of one interval": (options) => staffingChart(staffedOf(1, 15), options),
  "staffing of nothing": (options) => staffingChart([], options),
  "contact profile": (options) => contactProfileChart(profileOf(30, 60), options),
  "contact profile in quarters": (options) => contactProfileChart(profileOf(15, 4), options),
  "contact profile of one cell": (options) =>
    contactProfileChart(
      { intervalMinutes: 60, cells: [{ weekday: 7, time: "23:00", contacts: 0.25, days: 1 }] },
      { ...options, weekdays: CHINESE },
    ),
  "contact profile of nothing": (options) =>
    contactProfileChart({ intervalMinutes: 30, cells: [] }, options),
};

/** Those that most services have. */
export const COMMON: readonly string[] = [
  ...["complaint flow", "cause pareto", "sla timeline", "staffing", "contact profile"],
];
