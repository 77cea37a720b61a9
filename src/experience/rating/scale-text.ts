/** The two ends of a scale, as far as texts and comparisons need them. */
interface Ends {
  readonly min: number;
  readonly max: number;
}

/** The scale as text, such as `0..10`. @internal */
export function scaleText({ min, max }: Ends): string {
  return `${String(min)}..${String(max)}`;
}

/** Whether two scales have the same ends. @internal */
export function sameScale(a: Ends, b: Ends): boolean {
  return a.min === b.min && a.max === b.max;
}
