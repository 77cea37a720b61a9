// From counts to effects. Internal: not part of the package's surface.

import type { Reason } from "../../shared/reason.js";
import { welchTest } from "../../shared/statistics/mean-test.js";
import { momentsCombine } from "../../shared/statistics/moments.js";
import { compareProportions, wilsonInterval } from "../../shared/statistics/proportion.js";
import { compareText } from "../../shared/text-order.js";
import type { CareEffect, ReviewDimension, ReviewedGroup, ReviewPart } from "./plan-review.js";
import type { ReviewGroupCounts, ReviewPartCounts } from "./review-accumulator.js";
import type { ReviewPolicy } from "./review-policy.js";

const { extractOutput } = momentsCombine();

/** Of which part, and by which policy. @internal */
export interface ReviewedPart {
  readonly by: ReviewDimension;
  readonly name: string;
  readonly policy: ReviewPolicy;
}

/** The figures of a part. @internal */
export function reviewPart(tally: ReviewPartCounts, part: ReviewedPart): ReviewPart {
  const { by, name, policy } = part;
  return {
    ...{ by, name },
    treated: groupFigures(tally.treated, policy),
    control: groupFigures(tally.control, policy),
    effect: effectOf(tally, part),
    actions: { ...tally.states },
    stops: Object.entries(tally.stops)
      .map(([code, actions]) => ({ code: code.slice(1), actions }))
      .sort((a, b) => b.actions - a.actions || compareText(a.code, b.code)),
    stories: tally.stories,
  };
}

function groupFigures(group: ReviewGroupCounts, { level }: ReviewPolicy): ReviewedGroup {
  const { customers, known, responded, cost } = group;
  const satisfaction = extractOutput(group.satisfaction);
  const value = extractOutput(group.value);
  return {
    ...{ customers, known, responded },
    ...(known > 0 && {
      responseShare: responded / known,
      responseInterval: wilsonInterval({ count: responded, n: known }, { level }),
    }),
    satisfactionAnswers: satisfaction.n,
    ...(satisfaction.mean !== undefined && { meanSatisfaction: satisfaction.mean }),
    valueCustomers: value.n,
    ...(value.mean !== undefined && { meanValue: value.mean }),
    cost,
  };
}

function effectOf(
  { treated, control }: ReviewPartCounts,
  { name, policy }: ReviewedPart,
): CareEffect {
  const { level } = policy;
  const lacks: Reason[] = [];
  for (const [group, { known }] of [
    ["treated", treated],
    ["control", control],
  ] as const) {
    const minimum = policy.minimumCustomers;
    const params = { part: name, group, customers: known, minimum };
    if (known < minimum) lacks.push({ code: "review-few-customers", params });
  }
  const response =
    treated.known > 0 && control.known > 0
      ? compareProportions(
          { count: control.responded, n: control.known },
          { count: treated.responded, n: treated.known },
          { level },
        )
      : undefined;
  const means = (field: "satisfaction" | "value") =>
    welchTest(extractOutput(control[field]), extractOutput(treated[field]), { level });
  const [satisfaction, value] = [means("satisfaction"), means("value")];
  if (response !== undefined && lacks.length === 0) {
    const { lower, upper } = response.interval;
    const params = { part: name, lower, upper };
    if (upper <= 0) lacks.push({ code: "review-effect-negative", params });
    else if (lower <= 0) lacks.push({ code: "review-effect-unproven", params });
  }
  const each = treated.customers === 0 ? 0 : treated.cost / treated.customers;
  return {
    ...(response !== undefined && { response }),
    ...(satisfaction !== undefined && { satisfaction }),
    ...(value !== undefined && { value }),
    ...(response !== undefined &&
      lacks.length === 0 && {
        costPerResponse: {
          estimate: each / response.difference,
          interval: {
            lower: each / response.interval.upper,
            upper: each / response.interval.lower,
            level,
          },
        },
      }),
    lacks,
  };
}
