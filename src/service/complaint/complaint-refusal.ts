import type { Instant } from "../../shared/time/instant.js";
import type { AuthorityDecision } from "./authority-question.js";
import type { ComplaintCommandKind } from "./complaint-command.js";
import type { ComplaintPhase } from "./complaint-state.js";

/** Why a command about a complaint is refused, by its code, with what is needed to see why. */
export type ComplaintObstacle =
  | {
      /** The command may not follow in this phase. */
      readonly code: "not-allowed-now";
      /** The command. */
      readonly command: ComplaintCommandKind;
      /** The phase; absent before it is received. */
      readonly phase?: ComplaintPhase;
    }
  | {
      /** The id was applied already, to something else. */
      readonly code: "id-reused";
      /** The id. */
      readonly id: string;
      /** To what. */
      readonly appliedTo: ComplaintCommandKind;
    }
  | {
      /** The command lies before what was done last: events are told in the order of time. */
      readonly code: "before-last-event";
      /** The command's moment. */
      readonly at: Instant;
      /** The moment of what was done last. */
      readonly lastAt: Instant;
      /** The id of what was done last. */
      readonly lastId: string;
    }
  | {
      /** Somebody was put in charge already: hand it off, or escalate it. */
      readonly code: "assigned-already";
      /** Who answers for it. */
      readonly owner: string;
    }
  | {
      /** Who is to be put in charge is so already. */
      readonly code: "same-owner";
      /** Who. */
      readonly owner: string;
    }
  | {
      /** It was handed off as often as it may be: now it only goes up. */
      readonly code: "hand-off-limit";
      /** How often it was. */
      readonly handOffs: number;
      /** How often it may be. */
      readonly limit: number;
    }
  | {
      /** An escalation goes to a higher level. */
      readonly code: "not-upward";
      /** The level it is at. */
      readonly level: number;
      /** The level named. */
      readonly to: number;
    }
  | {
      /** The level named is not that of who is to be put in charge. */
      readonly code: "wrong-level";
      /** Who. */
      readonly owner: string;
      /** That person's level, 0 for none. */
      readonly level: number;
      /** The level named, or that the complaint is at. */
      readonly expected: number;
    }
  | {
      /** Who grants or approves it may not; nobody else with the authority has approved it. */
      readonly code: "beyond-authority";
      /** Who. */
      readonly by: string;
      /** To whom it goes, and why. */
      readonly authority: AuthorityDecision;
    }
  | {
      /** We wait for the customer already. */
      readonly code: "waiting-already";
      /** Since when. */
      readonly since: Instant;
    }
  | {
      /** We do not wait for the customer. */
      readonly code: "not-waiting";
    }
  | {
      /** A promise of that id was made already. */
      readonly code: "promised-already";
      /** The promise. */
      readonly promise: string;
    }
  | {
      /** There is no such open promise. */
      readonly code: "no-open-promise";
      /** The promise named. */
      readonly promise: string;
      /** Those open. */
      readonly open: readonly string[];
    }
  | {
      /** It cannot be closed while something promised is open. */
      readonly code: "promises-open";
      /** What is. */
      readonly open: readonly string[];
    }
  | {
      /** A complaint is neither a duplicate of itself nor linked to itself. */
      readonly code: "same-complaint";
      /** The complaint. */
      readonly complaint: string;
    }
  | {
      /** It is linked to that complaint already. */
      readonly code: "linked-already";
      /** The other complaint. */
      readonly to: string;
    };

/** Why a command is refused, and what may be done instead. */
export type ComplaintRefusal = ComplaintObstacle & {
  /** What may be done in the phase the complaint is in. */
  readonly allowed: readonly ComplaintCommandKind[];
};
