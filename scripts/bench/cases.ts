import { calendarCnCases } from "./calendar-cn.js";
import { carePlanCases } from "./care-plan.js";
import { careSelectionCases } from "./care-selection.js";
import { careTimingCases } from "./care-timing.js";
import { careExportCases } from "./care-export.js";
import { careMessageCases } from "./care-message.js";
import { careRecommendationCases } from "./care-recommendation.js";
import { careReviewCases } from "./care-review.js";
import { occasionCases } from "./occasions.js";
import { consentCases } from "./consent.js";
import { customerMatchingCases } from "./customer-matching.js";
import { experienceCases } from "./experience.js";
import { journeyBenchmarkCases } from "./journeys.js";
import { loyaltyConditionCases } from "./loyalty-conditions.js";
import { loyaltyCases } from "./loyalty.js";
import { serviceComplaintCases } from "./service-complaint.js";
import { serviceDeadlineCases } from "./service-deadline.js";
import { serviceFieldCases } from "./service-field.js";
import { serviceQualityCases } from "./service-quality.js";
import { serviceRosterCases } from "./service-roster.js";
import { serviceRoutingCases } from "./service-routing.js";
import { serviceStaffingCases } from "./service-staffing.js";
import { valueSpendCases } from "./value-spend.js";
import { valueParetoCases } from "./value-pareto.js";
import { valueSurvivalCases } from "./value-survival.js";
import { valueBuyingCases } from "./value-buying.js";
import { valuePurchaseCases } from "./value-purchase.js";
import { valueRfmCases } from "./value-rfm.js";

/** What is timed, and the plain loop it is held against where there is one. */
export interface BenchmarkCase {
  readonly run: () => unknown;
  /** May be asynchronous: it is awaited. */
  readonly baseline?: () => unknown;
  /** How many things one run handles, for the rate. */
  readonly items: number;
  /** What the things are. */
  readonly unit: string;
  /** What was asked of it, in words. */
  readonly aim?: string;
}

/** The benchmarks by name; `short` shrinks those that take long, for a quick look. */
export function benchmarkCases(short: boolean): Record<string, () => BenchmarkCase> {
  return {
    ...experienceCases(short),
    ...customerMatchingCases(short),
    ...consentCases(short),
    ...journeyBenchmarkCases(short),
    ...loyaltyCases(short),
    ...loyaltyConditionCases(short),
    ...valueRfmCases(short),
    ...valuePurchaseCases(short),
    ...valueBuyingCases(short),
    ...valueSurvivalCases(short),
    ...valueParetoCases(short),
    ...valueSpendCases(short),
    ...serviceComplaintCases(short),
    ...serviceDeadlineCases(short),
    ...serviceFieldCases(short),
    ...serviceQualityCases(short),
    ...serviceRosterCases(short),
    ...serviceRoutingCases(short),
    ...serviceStaffingCases(short),
    ...occasionCases(short),
    ...calendarCnCases(short),
    ...careMessageCases(short),
    ...careRecommendationCases(short),
    ...careExportCases(short),
    ...careTimingCases(short),
    ...careSelectionCases(short),
    ...carePlanCases(short),
    ...careReviewCases(short),
  };
}
