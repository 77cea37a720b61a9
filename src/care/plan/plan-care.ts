import type { CustomerId } from "../../customer/record/customer.js";
import { dayNumber } from "../../shared/time/civil.js";
import { selectCare } from "../selection/select-care.js";
import type { SelectionCustomer } from "../selection/selection-problem.js";
import { takenOf } from "../selection/selection-problem.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import { plainDateAt } from "../../shared/time/time-zone.js";
import type { CareAction } from "./care-action.js";
import { careCohorts, type DraftBasis } from "./care-cohort.js";
import type { DraftedCustomer } from "./drafted-customer.js";
import type { PlanCareOptions } from "./care-plan-options.js";
import type { CareDiagnostic, CareLeftOut, CarePlan } from "./care-plan.js";
import type { CareRelationship } from "./care-relationship.js";
import { careSettings } from "./care-settings.js";
import { customerOutcome } from "./customer-outcome.js";
import { customerSelection } from "./customer-selection.js";
import { planDiagnostics } from "./plan-diagnostics.js";
import { draftCustomer } from "./draft-customer.js";
import { sharedLimits } from "./shared-limits.js";

/**
 * What shall be done for whom, when, at what cost, and why (CARE-2 to CARE-7)?
 *
 * Of all actions that the rules ask for and nothing forbids, the set with the largest expected effect within every
 * limit: budgets, capacities, gift and contact caps, spacing, frequency. Every occasion of every customer is either
 * answered or left out with the reason.
 *
 * - Occasions of one customer on one day and of one mood are answered by one action; an occasion is answered once.
 * - Of its channels an action takes the first that leads somewhere: permitted, with time and somebody to go by it.
 * - Nothing goes out without permission (`mayContact` of `goodwill/customer`), asked as of the plan and, where it may
 *   run out, as of the day it is due.
 * - While a complaint is open no cheerful occasion is answered; the control group gets transactional care alone.
 * - An action is due at the policy's `dueFrom` on the customer's clock or when quiet hours are over, not before `asOf`.
 * - Visits and calls within a span are made on the first free workday of a week in which the caps leave room beside the
 *   customer's other occasions, the first with time for them; what is brought is brought on a workday. Where the
 *   holiday list ends the day is provisional.
 * - What goes after an action, as a feedback form, waits for a day that crowds out no occasion, keeps the same limits,
 *   and may fall after the period.
 *
 * The choice is proven best for small plans; otherwise `optimality` says how much more could be had at most. Ties go
 * to the larger priority, the earlier day, then the key.
 *
 * @remarks The choice is a multiple-choice knapsack with several budgets: Kellerer, Pferschy and Pisinger (2004,
 * Knapsack Problems, Springer, chapters 9 and 11).
 * @param relationships - The customers with what must be known of each; a second row of one customer is passed over
 * with a diagnostic.
 * @param options - The plan, its period and rules, and the limits.
 * @returns The plan, its actions all `planned`.
 * @throws RangeError when the period is reversed, an amount is below 0 or in another currency than the policy's, or a
 * rule, occasion, cap, zone or time of day is not valid.
 * @example
 * ```ts
 * import { DEFAULT_CARE_POLICY, planCare } from "goodwill/care";
 * import { customerId } from "goodwill/customer";
 * import { instant, period, plainDate, timeZone } from "goodwill/shared";
 *
 * const asOf = instant("2026-03-01T00:00:00Z");
 * const consent = { purpose: "care", channel: "sms", state: "granted", at: asOf, evidence: "form 3" } as const;
 * const customer = {
 *   id: customerId("C-17"),
 *   kind: "person",
 *   name: "Lin Mei",
 *   birthday: { calendar: "gregorian", month: 3, day: 20 },
 *   timeZone: timeZone("Asia/Shanghai"),
 *   contactPoints: [{ id: "m1", channel: "sms", address: "+8613900000000" }],
 *   consents: [consent],
 * } as const;
 * const plan = planCare([{ customer, valueClass: "C" }], {
 *   plan: "spring",
 *   asOf,
 *   period: period(plainDate("2026-03-01"), plainDate("2026-04-01")),
 *   occasions: [{ id: "birthday", timing: { kind: "birthday", leapDay: "mar1" }, mood: "cheerful" }],
 *   policy: DEFAULT_CARE_POLICY,
 * });
 * plan.actions.map(({ kind, channel, due }) => [kind, channel, due]); // => [["message", "sms", "2026-03-20"]]
 * ```
 */
export function planCare(
  relationships: readonly CareRelationship[],
  options: PlanCareOptions,
): CarePlan {
  const settings = careSettings(options);
  const { distinct, twice } = distinctCustomers(relationships);
  const shared = sharedLimits(options, {
    owners: ownersOf(distinct),
    firstDay: firstDayOf(options),
  });
  const basis = { settings, cohortOf: careCohorts(settings, shared) };
  const drafts: DraftedCustomer[] = [];
  const selection = selectCare(selectionsOf(distinct, drafts, basis), {
    shared: shared.capacities,
  });
  const actions: CareAction[] = [];
  const leftOut: CareLeftOut[] = [];
  const diagnostics: CareDiagnostic[] = [...planDiagnostics(options), ...twice];
  drafts.forEach((drafted, customerAt) => {
    const { customer } = drafted.relationship;
    const outcome = customerOutcome(options.plan, {
      taken: takenOf(selection, customerAt),
      context: { drafted, selection, customerAt, settings, shared },
    });
    for (const action of outcome.actions) actions.push(action);
    for (const one of outcome.leftOut) leftOut.push(one);
    for (const reason of drafted.diagnostics) diagnostics.push({ customer: customer.id, reason });
  });
  const { exact, effect, effectAtMost } = selection;
  return {
    id: options.plan,
    asOf: options.asOf,
    period: options.period,
    actions,
    leftOut,
    diagnostics,
    cost: {
      amount: actions.reduce((sum, { cost }) => sum + cost.amount, 0),
      currency: settings.currency,
    },
    uses: shared.usesAfter(selection.used),
    optimality: { exact, effect, effectAtMost },
  };
}

/** Keeps the drafts and hands over what may be selected, one customer after another. */
function* selectionsOf(
  relationships: readonly CareRelationship[],
  drafts: DraftedCustomer[],
  basis: DraftBasis,
): Generator<SelectionCustomer> {
  for (const relationship of relationships) {
    const drafted = draftCustomer(relationship, basis);
    drafts.push(drafted);
    yield customerSelection(drafted);
  }
}

function distinctCustomers(relationships: readonly CareRelationship[]): {
  readonly distinct: readonly CareRelationship[];
  readonly twice: readonly CareDiagnostic[];
} {
  const seen = new Set<CustomerId>();
  const distinct: CareRelationship[] = [];
  const twice: CareDiagnostic[] = [];
  for (const relationship of relationships) {
    const { id } = relationship.customer;
    if (seen.has(id)) {
      twice.push({
        customer: id,
        reason: { code: "care-customer-twice", params: { customer: id } },
      });
    } else {
      seen.add(id);
      distinct.push(relationship);
    }
  }
  return { distinct, twice };
}

function ownersOf(relationships: readonly CareRelationship[]): readonly string[] {
  const owners = relationships.map(({ owner, customer }) => owner ?? customer.owner);
  return [...new Set(owners.filter((owner) => owner !== undefined))];
}

/** The first day on which anything may be due: the longest lead before the period, and not before today. */
function firstDayOf({ policy, period, asOf }: PlanCareOptions): number {
  const leads = policy.rules.map(({ leadDays = 0 }) => leadDays);
  const longest = leads.reduce((most, lead) => Math.max(most, lead), 0);
  // What is brought may come up to two weeks earlier; no zone is more than a day behind.
  const today = dayNumber(plainDateAt(asOf, "UTC" as TimeZone)) - 1;
  return Math.max(dayNumber(period.start) - longest - 14, today);
}
