import { selectCare } from "../selection/select-care.js";
import { takenOf } from "../selection/selection-problem.js";
import { careCohorts } from "./care-cohort.js";
import type { CareOptions } from "./care-plan-options.js";
import type { CareAction } from "./care-action.js";
import type { CareDiagnostic, CareLeftOut } from "./care-plan.js";
import type { CareRelationship } from "./care-relationship.js";
import { careSettings } from "./care-settings.js";
import { customerOutcome } from "./customer-outcome.js";
import { customerSelection } from "./customer-selection.js";
import { draftCustomer } from "./draft-customer.js";
import { planDiagnostics } from "./plan-diagnostics.js";
import { sharedLimits } from "./shared-limits.js";

/** What shall be done for one customer. */
export interface CustomerCare {
  /** What shall be done, by day, then id. */
  readonly actions: readonly CareAction[];
  /** Every occasion without an action, and why. */
  readonly leftOut: readonly CareLeftOut[];
  /** What wants mending. */
  readonly diagnostics: readonly CareDiagnostic[];
}

/**
 * What shall be done for each customer, where customers share no budget and no capacity?
 *
 * As {@link planCare}, one customer after another as they are asked for, so that a base of any size goes through in
 * little memory. A customer who stands twice is planned twice.
 *
 * @param relationships - The customers, from an array, a generator or a cursor.
 * @param options - The plan, its period and rules, and what any one customer may cost.
 * @returns The care of each customer, in the order given.
 * @throws RangeError as {@link planCare}; and when a budget of a plan, class or team, or a capacity, is handed over.
 * @example
 * ```ts
 * import { careByCustomer, DEFAULT_CARE_POLICY } from "goodwill/care";
 * import { customerId } from "goodwill/customer";
 * import { instant, period, plainDate } from "goodwill/shared";
 *
 * const customer = { id: customerId("C-18"), kind: "person", name: "Ann", contactPoints: [], consents: [] } as const;
 * const options = {
 *   plan: "may",
 *   asOf: instant("2026-04-28T00:00:00Z"),
 *   period: period(plainDate("2026-05-01"), plainDate("2026-06-01")),
 *   occasions: [{ id: "spring", timing: { kind: "fixed", month: 5, day: 1 }, mood: "cheerful" }],
 *   policy: DEFAULT_CARE_POLICY,
 * } as const;
 * const [care] = careByCustomer([{ customer }], options);
 * care?.leftOut.map(({ reasons }) => reasons[0]?.code); // => ["care-no-rule"]
 * ```
 */
export function* careByCustomer(
  relationships: Iterable<CareRelationship>,
  options: CareOptions,
): Generator<CustomerCare, void, undefined> {
  requireNothingShared(options);
  const settings = careSettings(options);
  const shared = sharedLimits({ ...options, capacities: [] }, { owners: [], firstDay: 0 });
  const basis = { settings, cohortOf: careCohorts(settings, shared) };
  const general = planDiagnostics(options);
  let isFirst = true;
  for (const relationship of relationships) {
    const drafted = draftCustomer(relationship, basis);
    const selection = selectCare([customerSelection(drafted)], { shared: shared.capacities });
    const { customer } = relationship;
    const outcome = customerOutcome(options.plan, {
      taken: takenOf(selection, 0),
      context: { drafted, selection, customerAt: 0, settings, shared },
    });
    const own = drafted.diagnostics.map((reason) => ({ customer: customer.id, reason }));
    yield { ...outcome, diagnostics: isFirst ? [...general, ...own] : own };
    isFirst = false;
  }
}

function requireNothingShared(options: CareOptions): void {
  const found = Object.keys({ ...options.budget })
    .filter((name) => name !== "perCustomer")
    .map((name) => `budget.${name}`);
  if ("capacities" in options) found.push("capacities");
  if (found.length === 0) return;
  throw new RangeError(
    `Cannot plan care customer by customer: they must share no limit, got ${found.join(", ")}; use planCare`,
  );
}
