import type { Reason } from "../../shared/reason.js";
import { textOfDay } from "../../shared/time/civil.js";
import { obstacleOf } from "../selection/obstacle.js";
import type { Selection } from "../selection/selection-problem.js";
import type { CareSlot, DraftedCustomer } from "./care-draft.js";
import type { CareLeftOut } from "./care-plan.js";
import type { CustomerSelection } from "./customer-selection.js";
import type { SharedLimits } from "./shared-limits.js";

/** What decided about a customer's slots. @internal */
export interface SlotContext {
  readonly drafted: DraftedCustomer;
  readonly selection: Selection;
  /** The place of the customer in the selection. */
  readonly customerAt: number;
  /** Makes the customer's part of the selection again. */
  readonly again: () => CustomerSelection;
  readonly shared: SharedLimits;
  readonly spacingDays: number;
}

/** The occasions of a slot without an action, each with why. @internal */
export function leftOutOfSlot(
  slot: CareSlot,
  place: number,
  context: SlotContext,
): readonly CareLeftOut[] {
  const reasons =
    slot.drafts.length === 0
      ? slot.obstacles
      : [selectionReason(place, context), ...slot.obstacles];
  return slot.dates.map(({ occasion, key, date }) => ({
    customer: context.drafted.relationship.customer.id,
    occasion,
    key,
    date,
    reasons,
  }));
}

function selectionReason(place: number, context: SlotContext): Reason {
  const { selection, customerAt, again, shared, spacingDays } = context;
  const { customer, own } = again();
  const obstacle = obstacleOf(customer, place, { selection, customerAt });
  switch (obstacle?.code) {
    case "own":
      return own.reasonOf(obstacle.resource, obstacle.needed, obstacle.left);
    case "shared":
      return shared.reasonOf(obstacle.resource, obstacle.needed, obstacle.left);
    case "spacing":
      return {
        code: "care-too-close",
        params: {
          day: textOfDay(obstacle.day),
          other: textOfDay(obstacle.otherDay),
          spacingDays,
        },
      };
    default:
      return { code: "care-less-effect", params: {} };
  }
}
