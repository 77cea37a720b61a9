/** One thing a sampled contact is judged by. */
export interface QualityCriterion {
  /** The firm's id; unique in a form. */
  readonly id: string;
  /** The question for the judge. */
  readonly text: string;
  /** How much it counts, above 0, in the firm's own unit. */
  readonly weight: number;
  /** The most points to be had, above 0: 1 for yes or no. */
  readonly points: number;
  /** Whether a contact without any point here has failed, whatever else it scores; not when absent. */
  readonly critical?: boolean;
}

/** The form by which contacts are judged, as data. */
export interface QualityForm {
  /** The firm's id of the form, with its version. */
  readonly id: string;
  /** What is judged; at least one. */
  readonly criteria: readonly QualityCriterion[];
  /** From which score on a contact passes, 0 to 1, included. */
  readonly passShare: number;
}

/** A judge's answers on one contact. */
export interface QualityEvaluation {
  /** The contact's id. */
  readonly contact: string;
  /** Who served. */
  readonly agent: string;
  /** Points by criterion id, 0 to the criterion's; `not-applicable` where it could not show. Others are missing. */
  readonly answers: Readonly<Record<string, number | "not-applicable">>;
}

/**
 * A form to start from: ten criteria in four parts, two of them critical; a contact passes from 80 percent.
 *
 * @remarks SRV-6 asks for quality sampling and names no form. The criteria follow what contact centres commonly judge
 * (opening, listening, solution, closing, duties); texts, weights and the bound are house rules, with no source.
 */
export const DEFAULT_QUALITY_FORM: QualityForm = {
  id: "contact-quality-1",
  passShare: 0.8,
  criteria: [
    { id: "greeting", text: "Greets and says who is speaking.", weight: 1, points: 1 },
    {
      id: "identification",
      text: "Makes sure who the customer is before anything is told.",
      weight: 1,
      points: 1,
      critical: true,
    },
    { id: "listening", text: "Lets the customer finish and asks back.", weight: 2, points: 2 },
    { id: "understanding", text: "Says the matter in own words.", weight: 1, points: 1 },
    { id: "knowledge", text: "What is said is right and complete.", weight: 3, points: 2 },
    { id: "solution", text: "Solves it, or says who does and by when.", weight: 3, points: 2 },
    { id: "manner", text: "Is polite, patient and plain.", weight: 2, points: 2 },
    { id: "record", text: "Records what was said and agreed.", weight: 1, points: 1 },
    { id: "closing", text: "Asks whether all is well and thanks.", weight: 1, points: 1 },
    {
      id: "duties",
      text: "Keeps the law and the rules: privacy, safety, honest advice.",
      weight: 1,
      points: 1,
      critical: true,
    },
  ],
};
