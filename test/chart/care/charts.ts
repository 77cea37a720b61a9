import type { ChartSpecification, LabelledChartOptions } from "goodwill/chart";
import { budgetUseChart } from "../../../src/chart/care/budget-use-chart.js";
import { capacityChart } from "../../../src/chart/care/capacity-chart.js";
import { careCalendarChart } from "../../../src/chart/care/care-calendar-chart.js";
import { effectChart } from "../../../src/chart/care/effect-chart.js";
import { BUDGETS, calendarOf, capacitiesOf, NO_REVIEW, REVIEW } from "./samples.js";

const CNY = { currency: "CNY", minorDigits: 2 } as const;

/** The charts of care, from nothing to far too much. */
export const CARE_CHARTS: Readonly<
  Record<string, (options: LabelledChartOptions) => ChartSpecification>
> = {
  "care calendar": (options) => careCalendarChart(calendarOf(13, 40), options),
  "care calendar of a year and many": (options) => careCalendarChart(calendarOf(53, 1500), options),
  "care calendar of one action": (options) =>
    careCalendarChart(
      { ...calendarOf(2, 0), actions: calendarOf(1, 3).actions.slice(0, 1) },
      {
        ...options,
        weekdays: ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
      },
    ),
  "care calendar of nothing": (options) => careCalendarChart(calendarOf(0, 0), options),
  "budget use": (options) => budgetUseChart(BUDGETS, { ...options, ...CNY }),
  "budget use of one class": (options) =>
    budgetUseChart(BUDGETS.slice(2, 3), { ...options, ...CNY }),
  "budget use without a budget": (options) => budgetUseChart([], { ...options, ...CNY }),
  capacity: (options) => capacityChart(capacitiesOf(4, 13), options),
  "capacity over a year": (options) => capacityChart(capacitiesOf(2, 52), options),
  "capacity of one week": (options) => capacityChart(capacitiesOf(1, 1), options),
  "capacity of nobody": (options) => capacityChart([], options),
  "effect of care": (options) => effectChart(REVIEW, options),
  "effect of care by occasion": (options) => effectChart(REVIEW, { ...options, by: "occasions" }),
  "effect of care, not measured": (options) => effectChart(NO_REVIEW, options),
};

/** Those that most plans have. */
export const COMMON: readonly string[] = [
  "care calendar",
  "budget use",
  "capacity",
  "effect of care",
];
