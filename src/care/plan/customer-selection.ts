import type { SelectionCustomer, SelectionOption } from "../selection/selection-problem.js";
import type { CareDraft, DraftedCustomer } from "./care-draft.js";
import type { CareSettings } from "./care-settings.js";
import { ownLimits, type OwnLimits } from "./own-limits.js";
import type { CareParties, SharedLimits } from "./shared-limits.js";

/** One customer's slots as the selection sees them, with the limits behind. @internal */
export interface CustomerSelection {
  readonly customer: SelectionCustomer;
  readonly own: OwnLimits;
}

/** What may be selected for one customer; the same each time it is asked. @internal */
export function customerSelection(
  drafted: DraftedCustomer,
  { settings, shared }: { readonly settings: CareSettings; readonly shared: SharedLimits },
): CustomerSelection {
  const { relationship, zone, pastCare, slots } = drafted;
  const { limits, capsOn } = settings.limitsOf(relationship.valueClass);
  const spacingDays = limits.spacingDays ?? 0;
  const own = ownLimits(pastCare, {
    limits,
    capsOn,
    zone,
    budget: settings.options.budget?.perCustomer,
  });
  const optionOf = (draft: CareDraft): SelectionOption => {
    const { effect } = draft.prepared.rule;
    const uses = {
      own: own.usesOf(draft),
      shared: shared.usesOf(draft, partiesOf(drafted, draft)),
    };
    const isSpaced = spacingDays > 0 && !draft.prepared.transactional;
    return isSpaced
      ? { effect, days: contactDaysOf(draft), own: uses.own, shared: uses.shared }
      : { effect, own: uses.own, shared: uses.shared };
  };
  const options = slots.map(({ drafts }) => drafts.map(optionOf));
  return {
    customer: { slots: options, own: own.left, spacingDays, pastDays: own.pastDays },
    own,
  };
}

function contactDaysOf({ moment, followUp }: CareDraft): readonly number[] {
  return followUp === undefined ? [moment.day] : [moment.day, followUp.moment.day];
}

/** Who pays for an action and who acts. @internal */
export function partiesOf(
  { relationship: { valueClass, owner, team, customer } }: DraftedCustomer,
  { prepared }: CareDraft,
): CareParties {
  return { valueClass, owner: owner ?? customer.owner, team: prepared.rule.team ?? team };
}
