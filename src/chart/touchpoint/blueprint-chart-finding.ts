import type { Reason } from "../../shared/reason.js";

/** Something to look at in a blueprint; a finding of `auditBlueprint` is one. */
export interface BlueprintChartFinding {
  /** The id of the step; a finding about an element or the whole has none and is counted only. */
  readonly step?: string;
  /** What is wrong; its code is written where there is no text. */
  readonly reason?: Pick<Reason, "code">;
  /** What is wrong, in words; the words of the code where absent. */
  readonly text?: string;
}
