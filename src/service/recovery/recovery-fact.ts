/** A fact of a case on which its remedy depends. */
export type RecoveryFact =
  | "severity"
  | "safety"
  | "fault"
  | "paid"
  | "harm"
  | "value"
  | "earlier-failures"
  | "granted"
  | "restorations"
  | "sought";

/** Every fact of a case on which its remedy depends. */
export const RECOVERY_FACTS: readonly RecoveryFact[] = [
  "severity",
  "safety",
  "fault",
  "paid",
  "harm",
  "value",
  "earlier-failures",
  "granted",
  "restorations",
  "sought",
];
