import type { SelectionOption } from "../selection/selection-problem.js";
import type { CareDate } from "./care-date.js";
import type { CareMoment } from "./care-moment.js";
import type { CareWay, PreparedRule } from "./prepared-rule.js";

/** What would be done after an action, and when. @internal */
export interface DraftFollowUp {
  readonly way: CareWay;
  readonly moment: CareMoment;
}

/** An action that might be done: one option of a slot. @internal */
export interface CareDraft {
  readonly prepared: PreparedRule;
  readonly date: CareDate;
  readonly way: CareWay;
  readonly moment: CareMoment;
  /** Absent where nothing follows. */
  readonly followUp: DraftFollowUp | undefined;
}

/** Occasions of one customer that one action answers. @internal */
export interface DateGroup {
  /** The first by priority. */
  readonly date: CareDate;
  /** The others of that day and mood; seldom any. */
  readonly others: readonly CareDate[];
}

/** Occasions that one action answers, with the actions that might. @internal */
export interface CareSlot extends DateGroup {
  readonly drafts: readonly CareDraft[];
  /** The drafts as the selection sees them, where other customers have the very same slot; otherwise absent. */
  readonly options: readonly SelectionOption[] | undefined;
}
