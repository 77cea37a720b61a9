import type { ActivityRecorded, OrderRecorded } from "./earning-event.js";
import type {
  CardChanged,
  ClubChanged,
  HouseholdChanged,
  MemberEnrolled,
  MemberStatusChanged,
  RecordsTakenOver,
} from "./member-event.js";
import type {
  ExpiryMoved,
  PointsActivated,
  PointsClawedBack,
  PointsExpired,
  PointsGranted,
  PointsTransferred,
  ReferralChanged,
} from "./points-event.js";
import type {
  PointsRedeemed,
  PointsReserved,
  ReservationEnded,
  VoucherChanged,
} from "./redemption-event.js";
import type { OrderReturned } from "./return-event.js";
import type { TierChanged } from "./tier-event.js";

/** Something that happened in a member's ledger. What was decided is in it; a replay never infers it again. */
export type LoyaltyEvent =
  | MemberEnrolled
  | MemberStatusChanged
  | CardChanged
  | OrderRecorded
  | ActivityRecorded
  | PointsGranted
  | PointsClawedBack
  | PointsActivated
  | PointsExpired
  | ExpiryMoved
  | PointsRedeemed
  | PointsReserved
  | ReservationEnded
  | VoucherChanged
  | OrderReturned
  | TierChanged
  | ClubChanged
  | PointsTransferred
  | HouseholdChanged
  | RecordsTakenOver
  | ReferralChanged;

/** The kinds of events. */
export type LoyaltyEventKind = LoyaltyEvent["kind"];
