import type { Period } from "../../shared/time/period.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { CareInstrument, RetentionMeans } from "./care-instrument.js";

/** Somebody outside the firm who takes part in a programme. */
export interface CarePartner {
  /** The firm's id of the partner; unique in a programme. */
  readonly id: string;
  /** What the partner brings, in the firm's own words; absent when not told. */
  readonly part?: string;
}

/** One instrument as a programme uses it. */
export interface CareInstrumentUse {
  /** The firm's id of this use; unique in a programme. */
  readonly id: string;
  /** Which instrument. */
  readonly instrument: CareInstrument;
  /** How it shall keep customers. */
  readonly retention: RetentionMeans;
  /** Where customers meet it: a contact channel such as `email`, or a place of the firm's own such as `shop`. */
  readonly channels: readonly string[];
  /** How strong one use is, above 0, in the firm's own unit: the same for all instruments of a programme. */
  readonly intensity: number;
  /** So many days lie from one use to the next, whole, at least 1; it is used once when absent. */
  readonly everyDays?: number;
  /** The days it is used in; those of the programme when absent. */
  readonly period?: Period<PlainDate>;
  /** The segments it is for; all of the programme when absent. */
  readonly segments?: readonly string[];
  /** Whether others take part in it; nobody does when absent. */
  readonly cooperation?: boolean;
  /** The ids of the partners who take part; none when absent. */
  readonly partners?: readonly string[];
}

/** The choices of a programme of care (CARE-9): for whom, by which means, with what, how much and when, with whom. */
export interface CareProgramme {
  /** The firm's id of the programme. */
  readonly id: string;
  /** The segments it is for. */
  readonly segments: readonly string[];
  /** The days it runs. */
  readonly period: Period<PlainDate>;
  /** What it uses. */
  readonly instruments: readonly CareInstrumentUse[];
  /** Who takes part besides the firm; nobody when absent. */
  readonly partners?: readonly CarePartner[];
}
