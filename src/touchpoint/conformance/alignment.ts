// Which steps of a journey stand at their place in the plan. Internal: not part of the package's surface.

import type { StepIdentity } from "./conformance-options.js";
import type { JourneyStep, PlannedJourney, PlannedStep } from "../journey/journey.js";

/** A plan, prepared for many journeys. @internal */
export interface PreparedPlan {
  readonly planned: PlannedJourney;
  readonly identity: StepIdentity;
  /** What each planned step is, as a number; equal steps have equal numbers. */
  readonly kinds: readonly number[];
  readonly kindByName: ReadonlyMap<string, number>;
  /** How many steps may not be left out. */
  readonly mandatory: number;
}

/** Checks a plan and prepares it. @internal */
export function preparePlan(
  planned: PlannedJourney,
  identity: StepIdentity = "touchpoint",
): PreparedPlan {
  if (planned.steps.length === 0) {
    throw new RangeError(
      `Cannot compare with a plan: it must have a step, got none in "${planned.name}"`,
    );
  }
  const kindByName = new Map<string, number>();
  const kinds = planned.steps.map((step) => {
    const name = nameOf(step, identity);
    const kind = kindByName.get(name) ?? kindByName.size;
    kindByName.set(name, kind);
    return kind;
  });
  const mandatory = planned.steps.filter(({ optional }) => optional !== true).length;
  return { planned, identity, kinds, kindByName, mandatory };
}

/** What each step taken is in the plan, -1 where the plan does not have it. @internal */
export function kindsOf(
  steps: readonly JourneyStep[],
  { kindByName, identity }: PreparedPlan,
): Int32Array {
  const kinds = new Int32Array(steps.length);
  for (let i = 0; i < steps.length; i += 1) {
    kinds[i] = kindByName.get(nameOf(steps[i]!, identity)) ?? -1;
  }
  return kinds;
}

function nameOf({ touchpoint, action }: JourneyStep | PlannedStep, identity: StepIdentity): string {
  return identity === "touchpoint" ? touchpoint : JSON.stringify([touchpoint, action ?? ""]);
}

const EXTRA = 0;
const SKIP = 1;
const REPEAT = 2;
const MATCH = 3;

/**
 * For each step taken the planned step at whose place it stands, or -1: as many as can be stand at their place, among
 * equals with the fewest mandatory steps missing, then the earliest.
 *
 * @internal
 */
export function alignSteps(kinds: Int32Array, { planned, kinds: plan }: PreparedPlan): Int32Array {
  const columns = plan.length + 1;
  // One step more at its place outweighs all mandatory steps together.
  const gains = planned.steps.map(({ optional }) => columns + (optional === true ? 0 : 1));
  const mayRepeat = planned.steps.map(({ repeatable }) => repeatable === true);
  const moves = new Uint8Array((kinds.length + 1) * columns).fill(SKIP, 1, columns);
  let above = new Float64Array(columns);
  let scores = new Float64Array(columns);
  for (let i = 1; i <= kinds.length; i += 1) {
    const kind = kinds[i - 1]!;
    scores[0] = 0;
    for (let j = 1; j < columns; j += 1) {
      let score = above[j]!;
      let move = EXTRA;
      if (scores[j - 1]! > score) {
        score = scores[j - 1]!;
        move = SKIP;
      }
      if (kind === plan[j - 1]) {
        if (mayRepeat[j - 1]! && above[j]! + columns > score) {
          score = above[j]! + columns;
          move = REPEAT;
        }
        if (above[j - 1]! + gains[j - 1]! > score) {
          score = above[j - 1]! + gains[j - 1]!;
          move = MATCH;
        }
      }
      scores[j] = score;
      moves[i * columns + j] = move;
    }
    [above, scores] = [scores, above];
  }
  return placesOf(moves, kinds.length, columns);
}

/** Walks the moves back from the end. */
function placesOf(moves: Uint8Array, steps: number, columns: number): Int32Array {
  const places = new Int32Array(steps).fill(-1);
  let i = steps;
  let j = columns - 1;
  while (i > 0) {
    const move = moves[i * columns + j];
    if (move === SKIP) {
      j -= 1;
      continue;
    }
    i -= 1;
    if (move === EXTRA) continue;
    places[i] = j - 1;
    if (move === MATCH) j -= 1;
  }
  return places;
}
