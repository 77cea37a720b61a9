// What stands at its place, and what becomes of the rest. Internal: not part of the package's surface.

import { alignSteps, kindsOf, type PreparedPlan } from "./alignment.js";
import type { JourneyDeviation } from "./deviation.js";
import type { Journey } from "../journey/journey.js";
import { requireJourneySteps } from "../journey/require-journey-steps.js";
import type { JourneyConformance, PlannedStepTaken } from "./planned-step-taken.js";

interface Taken {
  state: PlannedStepTaken["state"];
  actual: number[];
  repeated: number;
}

/** Lays a journey beside a plan that is prepared. @internal */
export function conformanceToPlan(
  { steps }: Pick<Journey, "steps">,
  plan: PreparedPlan,
): JourneyConformance {
  requireJourneySteps({ steps }, "compare a journey with a plan");
  const kinds = kindsOf(steps, plan);
  const places = alignSteps(kinds, plan);
  const taken = takenInPlace(places, plan);
  const extras = placeExtras({ steps, kinds, places, taken }, plan);
  const deviations = inOrder(extras, { places, taken, plan });
  return {
    plan: plan.planned.name,
    fitness: 1 - deviations.length / (steps.length + plan.mandatory),
    deviations,
    steps: taken.map(({ state, actual, repeated }, planned) => ({
      touchpoint: plan.planned.steps[planned]!.touchpoint,
      state,
      actual: actual.sort((a, b) => a - b),
      repeated,
    })),
  };
}

function takenInPlace(places: Int32Array, { planned }: PreparedPlan): Taken[] {
  const taken = planned.steps.map(({ optional }): Taken => ({
    state: optional === true ? "left-out" : "skipped",
    actual: [],
    repeated: 0,
  }));
  for (let actual = 0; actual < places.length; actual += 1) {
    const step = taken[places[actual]!];
    if (step === undefined) continue;
    step.state = "in-place";
    step.actual.push(actual);
  }
  return taken;
}

/** For each kind of step the planned ones that nobody stands at, those that may not be left out first. */
function missingByKind(taken: readonly Taken[], { kinds, kindByName }: PreparedPlan): number[][] {
  const missing = Array.from(kindByName, (): number[] => []);
  for (const state of ["skipped", "left-out"] as const) {
    for (const [planned, step] of taken.entries()) {
      if (step.state === state) missing[kinds[planned]!]!.push(planned);
    }
  }
  return missing;
}

/** What the steps are that do not stand at their place, in the order of the journey; updates `taken`. */
function placeExtras(
  {
    steps,
    kinds,
    places,
    taken,
  }: {
    readonly steps: Journey["steps"];
    readonly kinds: Int32Array;
    readonly places: Int32Array;
    readonly taken: readonly Taken[];
  },
  plan: PreparedPlan,
): JourneyDeviation[] {
  const missing = missingByKind(taken, plan);
  // The planned step of the kind that was taken last: a repetition is one of it.
  const latest = [...missing.keys()].map((kind) => plan.kinds.indexOf(kind));
  const extras: JourneyDeviation[] = [];
  for (let actual = 0; actual < steps.length; actual += 1) {
    const kind = kinds[actual]!;
    const { touchpoint } = steps[actual]!;
    if (kind === -1) {
      extras.push({ code: "step-unplanned", params: { touchpoint, actual } });
    } else if (places[actual]! >= 0) {
      latest[kind] = places[actual]!;
    } else {
      const moved = missing[kind]!.shift();
      const planned = moved ?? latest[kind]!;
      latest[kind] = planned;
      const step = taken[planned]!;
      step.actual.push(actual);
      if (moved === undefined) step.repeated += 1;
      else step.state = "moved";
      const code = moved === undefined ? "step-repeated" : "step-moved";
      extras.push({ code, params: { touchpoint, planned, actual } });
    }
  }
  return extras;
}

/** Puts the skipped steps between the others, where the journey has come past them. */
function inOrder(
  extras: readonly JourneyDeviation[],
  {
    places,
    taken,
    plan,
  }: {
    readonly places: Int32Array;
    readonly taken: readonly Taken[];
    readonly plan: PreparedPlan;
  },
): JourneyDeviation[] {
  const deviations: JourneyDeviation[] = [];
  let next = 0;
  let nextExtra = 0;
  const passTo = (place: number): void => {
    for (; next < place; next += 1) {
      if (taken[next]!.state !== "skipped") continue;
      const { touchpoint } = plan.planned.steps[next]!;
      deviations.push({ code: "step-skipped", params: { touchpoint, planned: next } });
    }
  };
  for (const place of places) {
    if (place >= 0) {
      passTo(place);
    } else {
      deviations.push(extras[nextExtra]!);
      nextExtra += 1;
    }
  }
  passTo(taken.length);
  return deviations;
}
