/** The contacts of a stretch of time and the work each is. */
export interface ContactLoad {
  /** How many arrive; not below 0, not always whole where expected. */
  readonly contacts: number;
  /** Within how many minutes; above 0. */
  readonly minutes: number;
  /** How long one keeps an agent busy, talk and after-work together, in seconds; above 0. */
  readonly handleSeconds: number;
}
