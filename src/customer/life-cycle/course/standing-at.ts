import type { Reason } from "../../../shared/reason.js";
import type { LifecycleExit } from "../exit.js";
import type { LifecycleRow } from "../facts.js";
import type { LifecycleOptions, RungPosition } from "../rung.js";
import type { LifecycleStage } from "../stage-aim.js";
import { courseAt } from "./course-at.js";
import { exitOf } from "./exit-of.js";
import { rungOf } from "./rung-of.js";
import { outcomeMarks, stageEvidence } from "./stage-evidence.js";

/** Stage, exit and rung of one customer at one moment, with what they rest on. */
export interface LifecycleStanding {
  readonly stage: LifecycleStage;
  readonly exit: LifecycleExit;
  /** What places the customer in the stage. */
  readonly evidence: readonly Reason[];
  readonly rung: RungPosition;
}

/** What `lifecycleStage` and `relationshipRung` tell of stage, exit and rung, from one course. Internal. */
export function standingAt(row: LifecycleRow, options: LifecycleOptions): LifecycleStanding {
  const { course, reading } = courseAt(row, options);
  return {
    stage: course.stage,
    exit: exitOf(course, reading),
    evidence: stageEvidence(course, outcomeMarks(course, reading)),
    rung: rungOf(course, reading),
  };
}
