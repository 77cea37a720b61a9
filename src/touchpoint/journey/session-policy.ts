/** When a journey ends and the next begins. */
export interface SessionPolicy {
  /**
   * After so many minutes without an interaction a journey is over; above 0. A pause of exactly this length ends it:
   * the next interaction belongs to it only when less time has passed.
   */
  readonly gapMinutes: number;
  /** Whether a journey also ends with the step that reaches an outcome counted as success. */
  readonly endAtOutcome: boolean;
}

/**
 * The custom of web analytics: 30 minutes without activity end a visit; an outcome does not.
 *
 * @remarks Google Analytics ends a session after 30 minutes of inactivity unless told otherwise (Analytics Help,
 * "Session"); the habit goes back to the 25.5 minutes of Catledge and Pitkow (1995, Computer Networks and ISDN
 * Systems 27:1065). It splits clicks. A journey that takes weeks and crosses channels needs days: see how long the
 * pauses within are, and choose a gap above most of them.
 */
export const DEFAULT_SESSION_POLICY: SessionPolicy = { gapMinutes: 30, endAtOutcome: false };
