import type { Reason } from "../../shared/reason.js";
import type { Instant } from "../../shared/time/instant.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import { courseStates, isSameState, UNKNOWN_STATE } from "./course/course-states.js";
import { requireLifecycleFacts } from "./course/fact-issues.js";
import type { LifecycleCustomer, LifecycleFacts } from "./facts.js";
import { requireLifecyclePolicy, requireSpan } from "./policy-check.js";
import { DEFAULT_LIFECYCLE_POLICY } from "./policy.js";
import type { LifecyclePolicy } from "./policy.js";
import type { LifecycleState } from "./state.js";

/** Between which moments, in whose days and by which rules the life cycle is followed. */
export interface LifecycleSpanOptions {
  /** The moment it opens. */
  readonly from: Instant;
  /** The moment it closes; not before `from`. */
  readonly to: Instant;
  /** The zone whose calendar days are counted. */
  readonly zone: TimeZone;
  /** The rules; {@link DEFAULT_LIFECYCLE_POLICY} when absent. */
  readonly policy?: LifecyclePolicy;
}

/** A change of stage, rung or exit. */
export interface LifecycleTransition {
  /** When. */
  readonly at: Instant;
  /** The state up to then. */
  readonly before: LifecycleState;
  /** The state from then on. */
  readonly after: LifecycleState;
  /** Why: the reasons of the new rung, then those of the new exit. */
  readonly reasons: readonly Reason[];
}

/** How a customer's life cycle went between two moments. */
export interface LifecycleHistory {
  /** The state at the opening moment, with what happened at it. */
  readonly opening: LifecycleState;
  /** The changes after the opening moment, up to and including the closing one, in the order of time. */
  readonly transitions: readonly LifecycleTransition[];
  /** The state at the closing moment, with what happened at it. */
  readonly closing: LifecycleState;
}

/**
 * When did the stage, the rung or the exit of this customer change (CUS-7)?
 *
 * Changes are found at the very moments they happen: those of the facts, and the beginning of the day on which a limit
 * is passed (lapsed, lost, interest or a signal no longer fresh, a last day over). At every moment the state agrees
 * with {@link lifecycleStage} and {@link relationshipRung}: each moment is judged by what was known then, so that a
 * return in May does not unmake the purchase of March before May.
 *
 * @param customer - The customer.
 * @param facts - The customer's facts, in any order.
 * @param options - The two moments, the zone and the policy.
 * @returns The state at the opening, the changes, and the state at the close; histories that follow one another join.
 * @throws RangeError when `to` is before `from`, a fact is of another customer or given twice, a date or zone is not
 * valid, or the policy is none.
 * @example
 * ```ts
 * import { customerId, lifecycleHistory } from "goodwill/customer";
 * import { instant, timeZone } from "goodwill/shared";
 *
 * const customer = { id: customerId("C-17") };
 * const at = instant("2026-02-13T09:30:00Z");
 * const interactions = [{ id: "I-1", customer: customer.id, at, direction: "inbound", kind: "enquiry" }] as const;
 * const [from, to] = [instant("2026-01-01T00:00:00Z"), instant("2027-01-01T00:00:00Z")];
 * const options = { from, to, zone: timeZone("UTC") };
 * const { transitions } = lifecycleHistory(customer, { interactions }, options);
 * transitions.map(({ at, after }) => `${at.slice(0, 10)} ${after.rung}, exit ${after.exit}`);
 * // => ["2026-02-13 qualified-prospect, exit none", "2026-03-16 qualified-prospect, exit threatening",
 * // "2026-05-15 potential, exit seen"]
 * ```
 */
export function lifecycleHistory(
  customer: LifecycleCustomer,
  facts: LifecycleFacts,
  options: LifecycleSpanOptions,
): LifecycleHistory {
  const { from, to, zone } = options;
  requireSpan(options);
  requireLifecycleFacts({ customer, facts });
  const policy = requireLifecyclePolicy(options.policy ?? DEFAULT_LIFECYCLE_POLICY);
  const states = courseStates({ customer, facts }, { until: to, zone, policy });
  const opening = states.findLast(({ at }) => at <= from)?.state ?? UNKNOWN_STATE;
  const transitions: LifecycleTransition[] = [];
  let before = opening;
  for (const { at, state, reasons } of states) {
    if (at <= from || isSameState(before, state)) continue;
    transitions.push({ at, before, after: state, reasons });
    before = state;
  }
  return { opening, transitions, closing: before };
}
