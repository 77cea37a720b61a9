import type { Instant } from "../../../shared/time/instant.js";
import type { TimeZone } from "../../../shared/time/time-zone.js";
import { courseEvents, noCourse, takeEvent } from "./course.js";
import type { Course } from "./course.js";
import { requireLifecycleFacts } from "./fact-issues.js";
import type { LifecycleRow } from "../facts.js";
import { requireLifecyclePolicy } from "../policy-check.js";
import { DEFAULT_LIFECYCLE_POLICY } from "../policy.js";
import type { LifecyclePolicy } from "../policy.js";
import { readingAt } from "./reading.js";
import type { Reading } from "./reading.js";

/** What is known of a customer at a moment, and how to read it. */
export function courseAt(
  row: LifecycleRow,
  options: { readonly asOf: Instant; readonly zone: TimeZone; readonly policy?: LifecyclePolicy },
): { readonly course: Course; readonly reading: Reading } {
  requireLifecycleFacts(row);
  const { asOf, zone } = options;
  const policy = requireLifecyclePolicy(options.policy ?? DEFAULT_LIFECYCLE_POLICY);
  const course = noCourse();
  for (const event of courseEvents(row, { until: asOf, zone })) {
    takeEvent(course, event, { zone, policy });
  }
  return { course, reading: readingAt(asOf, { zone, policy }) };
}
