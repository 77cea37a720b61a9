import type { SelectionCustomer, SelectionOption } from "../selection/selection-problem.js";
import type { CareDraft } from "./care-draft.js";
import type { DraftedCustomer } from "./drafted-customer.js";
import type { CareParties } from "./shared-limits.js";

const NONE: ReadonlySet<readonly SelectionOption[]> = new Set();

/** What may be selected for one customer; the same each time it is asked. @internal */
export function customerSelection({ cohort, pastCare, slots }: DraftedCustomer): SelectionCustomer {
  const options = slots.map((slot) => slot.options ?? slot.drafts.map(cohort.optionOf));
  // Only now it is known which limits the options have to do with.
  const { left, pastDays } = cohort.own.after(pastCare);
  const { spacingDays = 0 } = cohort.limits;
  const isFirst = left === cohort.own.unused && (spacingDays === 0 || pastDays.length === 0);
  const recurring = isFirst ? cohort.slots.options : NONE;
  return { slots: options, own: left, spacingDays, pastDays, recurring };
}

/** Who pays for an action and who acts. @internal */
export function partiesOf(
  { relationship: { valueClass, owner, team, customer } }: DraftedCustomer,
  { prepared }: CareDraft,
): CareParties {
  return { valueClass, owner: owner ?? customer.owner, team: prepared.rule.team ?? team };
}
