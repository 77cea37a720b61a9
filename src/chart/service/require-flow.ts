import type { ComplaintFlowPeriod } from "../../service/complaint/complaint-flow.js";
import type { ComplaintPhase } from "../../service/complaint/complaint-state.js";
import { requireFigure } from "../value/required-figures.js";

const TASK = "the flow of complaints";

const PHASES: readonly ComplaintPhase[] = [
  ...(["received", "acknowledged", "assessed", "investigating", "answered"] as const),
  ...(["closed", "reopened", "withdrawn", "duplicate"] as const),
];

/** Throws unless periods follow one another and have counts for every phase. @internal */
export function requireFlow(flow: readonly ComplaintFlowPeriod[]): void {
  flow.forEach(({ start, received, phases }, index) => {
    const before = flow[index - 1];
    if (before !== undefined && before.end !== start)
      throw new RangeError(
        `Cannot draw ${TASK}: periods[${String(index)}] must begin at the end of the one before, ${before.end}, got ${start}`,
      );
    requireFigure(received, { task: TASK, name: `received from ${start}`, least: 0, whole: true });
    for (const phase of PHASES) {
      const found = phases.find((one) => one.phase === phase);
      if (found === undefined)
        throw new RangeError(
          `Cannot draw ${TASK}: periods[${String(index)}] must have the phase ${phase}, got none`,
        );
      for (const field of ["opening", "entered", "left", "closing"] as const) {
        const name = `${field} of ${phase} from ${start}`;
        requireFigure(found[field], { task: TASK, name, least: 0, whole: true });
      }
    }
  });
}
