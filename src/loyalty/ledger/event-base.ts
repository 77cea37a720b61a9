import type { Instant } from "../../shared/time/instant.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { TierMetric } from "../programme/tier-policy.js";
import type { IssuedLot } from "./lot.js";
import type { PointsMovement } from "./movement.js";

/** The version of the events this package writes. */
export const LOYALTY_EVENT_VERSION = 1;

/** Use of a cap: so many points, so many grants. */
export interface CapUse {
  /** The cap and its span of time, as one text. */
  readonly cap: string;
  /** Points; below 0 where they were taken back. */
  readonly points: number;
  /** Grants; below 0 where one was taken back. */
  readonly times: number;
}

/** What counted towards a tier on a day; below 0 where it was taken back. */
export interface QualifyingEntry {
  /** The day, on the programme's clock; of a return, the day of its order. */
  readonly day: PlainDate;
  /** How much of each metric. */
  readonly amounts: Readonly<Partial<Record<TierMetric, number>>>;
}

/** When points of a kind lapse, after the member was active. */
export interface LapseMoved {
  /** The kind of points. */
  readonly kind: string;
  /** The first moment at which they are gone. */
  readonly at: Instant;
}

/** The end of a lot, moved: the first moment at which its points are now gone. */
export interface LotEndMoved {
  /** The lot. */
  readonly lot: string;
  /** The moment; from now on the lot has an end of its own. */
  readonly expiresAt: Instant;
}

/** What every event says: what happened, when, when it was recorded, under which rules, and what it did to points. */
export interface LoyaltyEventBase {
  /** The host's id of the event. */
  readonly id: string;
  /** The key under which the command was sent; the same for all events of one command. */
  readonly key: string;
  /** What the command said, as a short text that tells another payload under the same key. */
  readonly fingerprint: string;
  /** Whose ledger. */
  readonly member: string;
  /** The layout of the event. */
  readonly version: number;
  /** Its place in the ledger as recorded, from 1. */
  readonly sequence: number;
  /** When it happened. */
  readonly occurredAt: Instant;
  /** When it was recorded; never before it happened. */
  readonly recordedAt: Instant;
  /** The programme and the version of its rules. */
  readonly programme: {
    /** The host's id of it. */
    readonly id: string;
    /** The version of its rules. */
    readonly version: number;
  };
  /** What it came from, in the host's words: a request, a job, an import. */
  readonly cause?: string;
  /** Lots issued. */
  readonly lots?: readonly IssuedLot[];
  /** Points moved, in order. */
  readonly movements?: readonly PointsMovement[];
  /** Caps used. */
  readonly capUses?: readonly CapUse[];
  /** What counts towards a tier. */
  readonly qualifying?: readonly QualifyingEntry[];
  /** Lapses moved by activity. */
  readonly lapses?: readonly LapseMoved[];
  /** Ends of lots moved, before the movements. */
  readonly moved?: readonly LotEndMoved[];
}
