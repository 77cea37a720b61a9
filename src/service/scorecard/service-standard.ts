import type { Reason } from "../../shared/reason.js";

/** An element a standard of service must have, as data. */
export interface StandardElement {
  /** Its id, which a standard answers by: `level`. */
  readonly id: string;
  /** What it has to say. */
  readonly question: string;
  /** Whether the answer must be a number or a share with a unit, so that it can be measured. */
  readonly measurable: boolean;
}

/** What a standard says on an element: a text, or a quantity. */
export interface StandardAnswer {
  /** In words; absent when only a quantity is given. */
  readonly text?: string;
  /** The number; absent when it is said in words only. */
  readonly quantity?: number;
  /** The unit of the number: `minutes`, `percent`; absent when there is no number. */
  readonly unit?: string;
}

/** A promise of how a service is done. */
export interface ServiceStandard {
  /** The host's id. */
  readonly id: string;
  /** What it says, by element id. */
  readonly elements: Readonly<Record<string, StandardAnswer>>;
}

/** What is wrong with a standard. */
export interface StandardFinding extends Reason {
  /** What it is. */
  readonly code:
    "scorecard-element-missing" | "scorecard-element-not-measurable" | "scorecard-element-unknown";
  /** The element's id. */
  readonly element: string;
}

/** Whether a standard is complete and can be measured. */
export interface StandardCheck {
  /** The standard's id. */
  readonly standard: string;
  /** Whether it has all elements. */
  readonly complete: boolean;
  /** Whether all that must be measurable is. */
  readonly measurable: boolean;
  /** What is wrong, in the order of the elements; empty when nothing is. */
  readonly findings: readonly StandardFinding[];
}
