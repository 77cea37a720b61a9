import { sumMoney } from "../../shared/money/arithmetic.js";
import type { Money } from "../../shared/money/money.js";
import { orderedEntries } from "../../shared/ordered-map.js";
import type { Instant } from "../../shared/time/instant.js";
import { requireInstant } from "../../shared/time/require-instant.js";
import type { CareActionState } from "../plan/care-action.js";
import { isOpen } from "./open-action.js";
import { committedCost } from "./care-plan-change.js";
import type { CarePlanCommandKind } from "./care-plan-command.js";
import { CARE_PLAN_COMMANDS } from "./care-plan-state.js";
import type { CarePlanPhase, CarePlanState, PendingCareChange } from "./care-plan-state.js";

/** A plan of care at a moment. */
export interface CarePlanView {
  /** How far it has come. */
  readonly phase: CarePlanPhase;
  /** What may be done next. */
  readonly allowed: readonly CarePlanCommandKind[];
  /** How many actions are in each state. */
  readonly counts: Readonly<Record<CareActionState, number>>;
  /** What it may cost; absent before it begins. */
  readonly budget?: Money;
  /** What was spent on actions done; absent before it begins. */
  readonly spent?: Money;
  /** That, and what is planned for actions still open; absent before it begins, and while a draft mixes currencies. */
  readonly committed?: Money;
  /** The ids of the actions whose time has come, sorted. */
  readonly toDo: readonly string[];
  /** The ids of the actions still open though their time is over, sorted. */
  readonly overdue: readonly string[];
  /** The ids of the actions that were done after their time, sorted. */
  readonly doneLate: readonly string[];
  /** How many actions done have feedback. */
  readonly withFeedback: number;
  /** The difference that waits for its approval; absent where none does. */
  readonly pending?: PendingCareChange;
}

/**
 * Where does this plan stand, what is to do, and what may be decided next (CARE-2)?
 *
 * To do is what is open and whose `at` has come; overdue, what is open at or after its `notAfter`, and so to be told as
 * expired.
 *
 * @param state - The plan, replayed up to the moment.
 * @param options - `asOf`: the moment.
 * @returns The view.
 * @throws RangeError where the moment is no instant.
 * @example
 * ```ts
 * import { carePlanView, NO_CARE_PLAN } from "goodwill/care";
 * import { instant } from "goodwill/shared";
 *
 * carePlanView(NO_CARE_PLAN, { asOf: instant("2026-03-02T09:00:00Z") }).allowed; // => ["draft"]
 * ```
 */
export function carePlanView(
  state: CarePlanState,
  { asOf }: { readonly asOf: Instant },
): CarePlanView {
  requireInstant("view a care plan", { asOf });
  const { phase, content, actions, pending } = state;
  const counts = { planned: 0, due: 0, done: 0, blocked: 0, expired: 0, cancelled: 0 };
  const toDo: string[] = [];
  const overdue: string[] = [];
  const doneLate: string[] = [];
  const spent: Money[] = [];
  let withFeedback = 0;
  let isOneCurrency = true;
  for (const [id, tracked] of orderedEntries(actions)) {
    const { action, stateAt, feedback } = tracked;
    counts[action.state] += 1;
    if (action.cost.currency !== content?.budget.currency) isOneCurrency = false;
    if (tracked.spent !== undefined) spent.push(tracked.spent);
    if (action.state === "done" && feedback !== undefined) withFeedback += 1;
    if (isOpen(action.state)) {
      if (asOf >= action.notAfter) overdue.push(id);
      else if (asOf >= action.at) toDo.push(id);
    } else if (action.state === "done" && stateAt !== undefined && stateAt >= action.notAfter) {
      doneLate.push(id);
    }
  }
  return {
    phase,
    allowed: CARE_PLAN_COMMANDS[phase],
    counts,
    ...(content !== undefined && {
      budget: content.budget,
      spent: sumMoney(spent, content.budget.currency),
    }),
    ...(content !== undefined &&
      isOneCurrency && { committed: committedCost(actions, content.budget) }),
    toDo,
    overdue,
    doneLate,
    withFeedback,
    ...(pending !== undefined && { pending }),
  };
}
