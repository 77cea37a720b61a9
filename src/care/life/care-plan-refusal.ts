import type { Money } from "../../shared/money/money.js";
import type { Instant } from "../../shared/time/instant.js";
import type { CareActionState } from "../plan/care-action.js";
import type { CarePlanCommandKind } from "./care-plan-command.js";
import type { CarePlanGap } from "./care-plan-gap.js";
import type { CarePlanPhase } from "./care-plan-state.js";

/** Why a command is refused, by its code, with what is needed to see why. */
export type CarePlanObstacle =
  | {
      /** The command may not follow in this phase. */
      readonly code: "not-allowed-now";
      /** The command. */
      readonly command: CarePlanCommandKind;
      /** The phase. */
      readonly phase: CarePlanPhase;
    }
  | {
      /** The key was applied already, to something else. */
      readonly code: "key-reused";
      /** The key. */
      readonly key: string;
      /** To what. */
      readonly appliedTo: CarePlanCommandKind;
      /** The action that was about; absent where it was about the plan. */
      readonly action?: string;
    }
  | {
      /** The command lies before what it has to follow. */
      readonly code: "before-last-event";
      /** The command's moment. */
      readonly at: Instant;
      /** The moment of what it has to follow. */
      readonly lastAt: Instant;
    }
  | {
      /** The plan, or the difference, is not complete. */
      readonly code: "not-complete";
      /** What it lacks. */
      readonly gaps: readonly CarePlanGap[];
    }
  | {
      /** Nobody approves what they had a hand in. */
      readonly code: "own-plan";
      /** Who wanted to. */
      readonly by: string;
      /** Everybody who had a hand in it. */
      readonly authors: readonly string[];
      /** Who may approve it. */
      readonly may: readonly string[];
    }
  | {
      /** The amount is above the limit of who wanted to approve. */
      readonly code: "above-limit";
      /** Who. */
      readonly by: string;
      /** The amount. */
      readonly amount: Money;
      /** The limit; absent where there is none in that currency, or who wanted to is no approver. */
      readonly limit?: Money;
      /** Who may approve it. */
      readonly may: readonly string[];
    }
  | {
      /** Another difference waits for its approval. */
      readonly code: "change-pending";
      /** Who wants it. */
      readonly by: string;
      /** Since when. */
      readonly since: Instant;
    }
  | {
      /** No difference waits for an approval. */
      readonly code: "no-change-pending";
    }
  | {
      /** The difference changes nothing. */
      readonly code: "nothing-changed";
    }
  | {
      /** There is no such action. */
      readonly code: "unknown-action";
      /** Its id. */
      readonly action: string;
    }
  | {
      /** There is an action of this id already. */
      readonly code: "action-exists";
      /** Its id. */
      readonly action: string;
    }
  | {
      /** The action is named twice in a difference, or altered into one for another customer, or of another kind. */
      readonly code: "other-action";
      /** Its id. */
      readonly action: string;
    }
  | {
      /** What may not follow in the action's life. */
      readonly code: "not-allowed-for-action";
      /** Its id. */
      readonly action: string;
      /** How far it has come. */
      readonly state: CareActionState;
      /** What may follow; nothing where it has ended. */
      readonly may: readonly CareActionState[];
    }
  | {
      /** The action rests until the difference that removes or alters it is decided about. */
      readonly code: "action-rests";
      /** Its id. */
      readonly action: string;
    }
  | {
      /** It is too early to do the action, or to call it expired. */
      readonly code: "too-early";
      /** Its id. */
      readonly action: string;
      /** From when on it may be done. */
      readonly from: Instant;
    }
  | {
      /** The action it goes with is not done. */
      readonly code: "before-leading-action";
      /** Its id. */
      readonly action: string;
      /** The action it goes with. */
      readonly follows: string;
    }
  | {
      /** What came back is told of an action that has not ended. */
      readonly code: "action-open";
      /** Its id. */
      readonly action: string;
    }
  | {
      /** Money of a currency other than the plan's. */
      readonly code: "other-currency";
      /** The currency. */
      readonly currency: string;
      /** That of the plan. */
      readonly expected: string;
    }
  | {
      /** The plan cannot be closed while actions are open. */
      readonly code: "actions-open";
      /** How many. */
      readonly count: number;
      /** The first of them, at most ten. */
      readonly first: readonly string[];
    };

/** Why a command is refused, and what may be done instead. */
export type CarePlanRefusal = CarePlanObstacle & {
  /** What may be done in the phase the plan is in. */
  readonly allowed: readonly CarePlanCommandKind[];
};
