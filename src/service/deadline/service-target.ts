/** Within how much business time something is to be done. */
export interface ServiceTarget {
  /** Business minutes, at least 0; a fraction is taken to the nearest millisecond. Four hours are 240. */
  readonly minutes: number;
}

/** An amount of business time; it can be handed on as a {@link ServiceTarget}, which gives the same milliseconds. */
export interface BusinessTime {
  /** In minutes, not always whole. */
  readonly minutes: number;
  /** In milliseconds, whole. */
  readonly milliseconds: number;
}
