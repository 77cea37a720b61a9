import type { CustomerId } from "../../customer/record/customer.js";
import type { Reason } from "../../shared/reason.js";
import { textOfDay } from "../../shared/time/civil.js";
import { obstacleOf } from "../selection/obstacle.js";
import type { Selection } from "../selection/selection-problem.js";
import type { CareDate } from "./care-date.js";
import type { CareSlot } from "./care-draft.js";
import type { DraftedCustomer } from "./drafted-customer.js";
import type { CareLeftOut } from "./care-plan.js";
import type { CareSettings } from "./care-settings.js";
import { customerSelection } from "./customer-selection.js";
import { customerSituation } from "./customer-situation.js";
import { slotObstacles } from "./draft-slot.js";
import type { SharedLimits } from "./shared-limits.js";

/** What decided about a customer's slots. @internal */
export interface SlotContext {
  readonly drafted: DraftedCustomer;
  readonly selection: Selection;
  /** The place of the customer in the selection. */
  readonly customerAt: number;
  readonly settings: CareSettings;
  readonly shared: SharedLimits;
}

/** The occasions of a slot without an action, each with why. @internal */
export function leftOutOfSlot(
  slot: CareSlot,
  place: number,
  context: SlotContext,
): readonly CareLeftOut[] {
  const obstacles = obstaclesOf(slot, context);
  const reasons =
    slot.drafts.length === 0 ? obstacles : [selectionReason(place, context), ...obstacles];
  const { id } = context.drafted.relationship.customer;
  if (slot.others.length === 0) return [leftOutOn(slot.date, id, reasons)];
  return [slot.date, ...slot.others].map((date) => leftOutOn(date, id, reasons));
}

function leftOutOn(
  { dated: { occasion, key, date } }: CareDate,
  customer: CustomerId,
  reasons: readonly Reason[],
): CareLeftOut {
  return { customer, occasion, key, date, reasons };
}

/** What stands against actions that are no drafts: found only now, as most slots are answered. */
function obstaclesOf(slot: CareSlot, { drafted, settings }: SlotContext): readonly Reason[] {
  const { relationship, cohort, pastCare } = drafted;
  if (slot.date.rules.length === 0 && pastCare.length === 0) return slot.date.unanswered;
  const { situation } = customerSituation(relationship, { settings, cohort });
  return slotObstacles(slot, { situation, settings });
}

function selectionReason(place: number, context: SlotContext): Reason {
  const { drafted, selection, customerAt, shared } = context;
  const { own, limits } = drafted.cohort;
  const customer = customerSelection(drafted);
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
          spacingDays: limits.spacingDays ?? 0,
        },
      };
    default:
      return { code: "care-less-effect", params: {} };
  }
}
