import { compareText } from "../../shared/text-order.js";
import type { CareAction } from "./care-action.js";
import { actionsOfDraft } from "./action-of-draft.js";
import type { CareLeftOut } from "./care-plan.js";
import { leftOutOfSlot, type SlotContext } from "./left-out-of-slot.js";

/** What is planned for one customer, and what is not. @internal */
export interface CustomerOutcome {
  /** By day, then id. */
  readonly actions: readonly CareAction[];
  /** By day, then key. */
  readonly leftOut: readonly CareLeftOut[];
}

/** Turns what was selected for one customer into actions, and the rest into reasons. @internal */
export function customerOutcome(
  plan: string,
  { taken, context }: { readonly taken: ArrayLike<number>; readonly context: SlotContext },
): CustomerOutcome {
  const actions: CareAction[] = [];
  const leftOut: CareLeftOut[] = [];
  const { drafted } = context;
  const idPrefix = `${plan}/${drafted.relationship.customer.id}/`;
  drafted.slots.forEach((slot, place) => {
    const draft = slot.drafts[taken[place] ?? -1];
    if (draft === undefined) leftOut.push(...leftOutOfSlot(slot, place, context));
    else actions.push(...actionsOfDraft(draft, { idPrefix, drafted, slot }));
  });
  return { actions: actions.sort(byDueThenId), leftOut: leftOut.sort(byDateThenKey) };
}

function byDateThenKey(a: CareLeftOut, b: CareLeftOut): number {
  return compareText(a.date, b.date) || compareText(a.key, b.key);
}

function byDueThenId(a: CareAction, b: CareAction): number {
  return compareText(a.due, b.due) || compareText(a.id, b.id);
}
