/** What is done for a customer. */
export type CareKind =
  | "message"
  | "card"
  | "gift"
  | "cake"
  | "visit"
  | "call"
  | "event-invitation"
  | "trip"
  | "upgrade"
  | "service-check"
  | "recommendation"
  | "feedback-form";

/** Every kind of care. */
export const CARE_KINDS: readonly CareKind[] = [
  "message",
  "card",
  "gift",
  "cake",
  "visit",
  "call",
  "event-invitation",
  "trip",
  "upgrade",
  "service-check",
  "recommendation",
  "feedback-form",
];
