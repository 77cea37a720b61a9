import type { Reason } from "../../shared/reason.js";

/** What a linter of care programmes can find. */
export type CareProgrammeFindingCode =
  // the programme as a whole
  | "care-programme-id-twice"
  | "care-programme-without-days"
  | "care-programme-without-instruments"
  // segments
  | "care-programme-without-segment"
  | "care-programme-segment-empty"
  | "care-programme-segment-uncounted"
  | "care-programme-segment-unknown"
  | "care-programme-segment-unserved"
  // what is used, and by which means
  | "care-programme-channel-missing"
  | "care-programme-retention-unusual"
  | "care-programme-contract-only"
  | "care-programme-dimension-missing"
  // intensity and timing
  | "care-programme-timing-out-of-range"
  | "care-programme-outside-days"
  | "care-programme-intensity-not-positive"
  | "care-programme-peak"
  | "care-programme-gap"
  // cooperation
  | "care-programme-partner-missing"
  | "care-programme-partner-unknown"
  | "care-programme-partner-idle"
  | "care-programme-nobody-to-evaluate";

/** Something about a programme of care that cannot be meant, or should be looked at. */
export interface CareProgrammeFinding extends Reason {
  /** What it is. */
  readonly code: CareProgrammeFindingCode;
  /** `error` where it cannot be meant; `warning` where it may be. */
  readonly severity: "error" | "warning";
  /** The place in the programme: `instruments[2]`, `segments[0]`, `partners[1]`, `period`. */
  readonly where: string;
}
