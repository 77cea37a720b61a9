import type { CustomerId } from "../../customer/record/customer.js";
import type { CalendarUnknown } from "../../shared/time/business-day.js";
import type { Instant } from "../../shared/time/instant.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { HandoverCommandKind } from "./handover-command.js";
import type { HandoverPhase } from "./handover-state.js";

/** The parts people play in a handover. */
export type HandoverRole = "leaver" | "successor" | "manager" | "witness";

/** Why a command is refused, by its code, with what is needed to see why. */
export type HandoverObstacle =
  | CalendarUnknown
  | {
      /** The command may not follow in this phase. */
      readonly code: "not-allowed-now";
      /** The command. */
      readonly command: HandoverCommandKind;
      /** The phase. */
      readonly phase: HandoverPhase;
    }
  | {
      /** The id was applied already, to something else. */
      readonly code: "id-reused";
      /** The id. */
      readonly id: string;
      /** To what. */
      readonly appliedTo: HandoverCommandKind;
    }
  | {
      /** The command lies before the phase it belongs to began. */
      readonly code: "before-phase";
      /** The command's moment. */
      readonly at: Instant;
      /** When the phase began. */
      readonly phaseAt: Instant;
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
      /** The leaver can neither close nor cancel the own handover, nor choose who takes over. */
      readonly code: "not-by-leaver";
      /** The command. */
      readonly command: HandoverCommandKind;
      /** The leaver. */
      readonly leaver: string;
    }
  | {
      /** One person cannot play both parts; nobody witnesses the own handover. */
      readonly code: "same-person";
      /** The person. */
      readonly person: string;
      /** The two parts. */
      readonly roles: readonly [HandoverRole, HandoverRole];
    }
  | {
      /** Another person plays this part. */
      readonly code: "wrong-person";
      /** The part. */
      readonly role: HandoverRole;
      /** Who plays it. */
      readonly expected: string;
      /** Who was named. */
      readonly got: string;
    }
  | {
      /** Nobody has been appointed as successor. */
      readonly code: "no-successor";
    }
  | {
      /** The leaver's last day is over, or would be. */
      readonly code: "last-day-passed";
      /** The last day. */
      readonly lastDay: PlainDate;
      /** The day of the command. */
      readonly on: PlainDate;
    }
  | {
      /** The personal handover meeting may be held on other days only. */
      readonly code: "outside-meeting-days";
      /** The day of the command. */
      readonly on: PlainDate;
      /** The first day it may be held. */
      readonly from: PlainDate;
      /** The last day it may be held, included. */
      readonly through: PlainDate;
    }
  | {
      /** The meeting can be held still, and so not be waived. */
      readonly code: "meeting-days-not-over";
      /** The last day it may be held. */
      readonly through: PlainDate;
    }
  | {
      /** Somebody was missing at a meeting. */
      readonly code: "people-missing";
      /** Who. */
      readonly missing: readonly string[];
    }
  | {
      /** Customers who had to be represented were not. */
      readonly code: "customers-missing";
      /** Which. */
      readonly missing: readonly CustomerId[];
    }
  | {
      /** There is no such open discrepancy. */
      readonly code: "no-open-discrepancy";
      /** The key named. */
      readonly key: string;
      /** The keys of those open. */
      readonly open: readonly string[];
    }
  | {
      /** The leaver, who will not be there to answer for it, cannot settle a discrepancy. */
      readonly code: "settled-by-leaver";
      /** The leaver. */
      readonly leaver: string;
    }
  | {
      /** The customer is not one of this handover. */
      readonly code: "unknown-customer";
      /** The customer. */
      readonly customer: CustomerId;
    }
  | {
      /** The customer was visited already. */
      readonly code: "visited-already";
      /** The customer. */
      readonly customer: CustomerId;
      /** When. */
      readonly visitedAt: Instant;
    }
  | {
      /** The handover cannot be closed yet. */
      readonly code: "not-complete";
      /** The keys of the discrepancies still open. */
      readonly open: readonly string[];
      /** The customers still to be visited. */
      readonly unvisited: readonly CustomerId[];
    };

/** Why a command is refused, and what may be done instead. */
export type HandoverRefusal = HandoverObstacle & {
  /** What may be done in the phase the handover is in. */
  readonly allowed: readonly HandoverCommandKind[];
};
