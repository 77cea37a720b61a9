import { preparePlan } from "./alignment.js";
import type { JourneyConformanceOptions } from "./conformance-options.js";
import { conformanceToPlan } from "./conformance-to-plan.js";
import type { JourneyConformance } from "./planned-step-taken.js";
import type { Journey } from "../journey/journey.js";

/**
 * Did the journey go as planned, and if not, where did it depart?
 *
 * The journey is laid beside the plan so that as many of its steps as possible stand at their place, in order; among
 * equals so that the fewest mandatory steps are missing, and then the earliest. The rest are deviations, each counted
 * once. A step left over that is missing elsewhere in the plan was _moved_; one that had been taken already was
 * _repeated_, unless the plan lets it be taken several times in a row; one the plan does not know was _unplanned_. A
 * planned step that nobody took was _skipped_, unless it is optional. Of two steps that changed places, the later one
 * counts as moved.
 *
 * `fitness` is 1 - deviations / (steps of the journey + mandatory steps of the plan): the worst journey has nothing of
 * the plan, so that all of its steps are unplanned and all mandatory ones are skipped.
 *
 * @remarks Alignments and their fitness after van der Aalst, Adriansyah and van Dongen (2012, WIREs Data Mining and
 * Knowledge Discovery 2:182), with unit costs. There a moved step costs two, once as skipped and once as unplanned;
 * here it is one deviation. Where the plan has a touchpoint once, or several times but then neither optional nor
 * repeatable, no other way of laying them side by side has fewer deviations. Work grows with the number of steps times
 * the length of the plan.
 * @param journey - The journey, its steps in the order of time.
 * @param options - The plan, and by what steps are the same.
 * @returns Fitness from 0 to 1, deviations, and the state of each planned step.
 * @throws RangeError when the journey or the plan has no step.
 * @example
 * ```ts
 * import { explain, instant } from "goodwill/shared";
 * import { journeyConformance, TOUCHPOINT_SENTENCES } from "goodwill/touchpoint";
 *
 * const steps = [{ touchpoint: "search" }, { touchpoint: "basket" }, { touchpoint: "pay" }];
 * const planned = { name: "order", steps };
 * const taken = ["search", "pay", "hotline"].map((touchpoint, hour) => ({
 *   touchpoint,
 *   at: instant(`2026-02-13T1${hour}:00:00Z`),
 * }));
 * const { fitness, deviations } = journeyConformance({ steps: taken }, { planned });
 * fitness.toFixed(2); // => "0.67"
 * deviations.map((deviation) => explain(deviation, TOUCHPOINT_SENTENCES));
 * // => ["basket was planned and was skipped.", "hotline was taken and is not planned."]
 * ```
 */
export function journeyConformance(
  journey: Pick<Journey, "steps">,
  { planned, identity }: JourneyConformanceOptions,
): JourneyConformance {
  return conformanceToPlan(journey, preparePlan(planned, identity));
}
