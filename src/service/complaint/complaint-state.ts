/** Where a complaint stands; `withdrawn` by the customer, `duplicate` of another one. */
export type ComplaintPhase =
  | "received"
  | "acknowledged"
  | "assessed"
  | "investigating"
  | "answered"
  | "closed"
  | "reopened"
  | "withdrawn"
  | "duplicate";

/** Every phase, in the order of a complaint's life. */
export const COMPLAINT_PHASES: readonly ComplaintPhase[] = [
  "received",
  "acknowledged",
  "assessed",
  "investigating",
  "answered",
  "closed",
  "reopened",
  "withdrawn",
  "duplicate",
];

/** The phases in which nothing is left to be done, unless the complaint is reopened. */
export const ENDED_COMPLAINT_PHASES: readonly ComplaintPhase[] = [
  "closed",
  "withdrawn",
  "duplicate",
];
