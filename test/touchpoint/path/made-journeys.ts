import fc from "fast-check";
import { addMilliseconds, instant } from "goodwill/shared";
import type { Journey } from "goodwill/touchpoint";

const DAWN = instant("2026-02-13T06:00:00Z");

/** A journey written as text, `a > b > c = purchase`: one step a minute, or after the minutes given. */
export function journeyOf(text: string, minutes: readonly number[] = []): Journey {
  const [path = "", outcome] = text.split(" = ");
  let at = DAWN;
  return {
    customer: "C-1" as Journey["customer"],
    steps: path.split(" > ").map((touchpoint, step) => {
      if (step > 0) at = addMilliseconds(at, (minutes[step - 1] ?? 1) * 60_000);
      return { touchpoint, at };
    }),
    ...(outcome !== undefined && { outcome }),
  };
}

/** Journeys over few touchpoints, so that loops and equal ways are common; a hostile name among them. */
export const anyJourney: fc.Arbitrary<Journey> = fc
  .record({
    touchpoints: fc.array(fc.constantFrom("a", "b", "c", "__proto__", "purchase"), {
      minLength: 1,
      maxLength: 9,
    }),
    minutes: fc.array(fc.nat({ max: 3000 }), { minLength: 9, maxLength: 9 }),
    outcome: fc.option(fc.constantFrom("purchase", "call"), { nil: undefined }),
    open: fc.integer({ min: 0, max: 9 }).map((drawn) => drawn === 0),
  })
  .map(({ touchpoints, minutes, outcome, open }) => ({
    ...journeyOf(touchpoints.join(" > "), minutes),
    ...(outcome !== undefined && { outcome }),
    ...(open && { open }),
  }));

/** How the ends of a refused journey are tested: no step at all. */
export const NO_STEPS: Journey = { customer: "C-1" as Journey["customer"], steps: [] };
