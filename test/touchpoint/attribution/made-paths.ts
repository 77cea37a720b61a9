import fc from "fast-check";
import { attributionPath, type AttributionPath } from "goodwill/touchpoint";
import golden from "../../golden/attribution.json" with { type: "json" };

/** The eleven paths whose answers are known as fractions. */
export const TINY: readonly AttributionPath[] = golden.rows.map(({ path, ...counts }) =>
  attributionPath(path, counts),
);

/** `3/4` as a number. */
export function fraction(text: string): number {
  const [top, bottom] = text.split("/").map(Number);
  return top! / bottom!;
}

/** Rows over few touchpoints, so that they share many; a hostile name among them. */
export const anyPath: fc.Arbitrary<AttributionPath> = fc
  .record({
    steps: fc.array(fc.constantFrom("a", "b", "c", "direct", "__proto__"), {
      minLength: 1,
      maxLength: 7,
    }),
    conversions: fc.nat({ max: 5 }),
    nulls: fc.nat({ max: 5 }),
    value: fc.nat({ max: 100 }),
    gaps: fc.option(fc.array(fc.nat({ max: 20 }), { minLength: 7, maxLength: 7 }), {
      nil: undefined,
    }),
  })
  .map(({ steps, conversions, nulls, value, gaps }) => ({
    steps,
    conversions,
    nulls,
    ...(conversions > 0 && { value }),
    ...(gaps && {
      daysBefore: steps.map((_, at) => gaps.slice(at, steps.length - 1).reduce((a, b) => a + b, 0)),
    }),
  }));
