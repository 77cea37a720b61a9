import type { PlainDate } from "../../shared/time/plain-date.js";
import type { Instant } from "../../shared/time/instant.js";
import type { Scale } from "./scale.js";

/** What a respondent may say of one factor; a measure not answered is absent, never 0. */
export interface FactorAnswers {
  /** How much it matters to the respondent, on the study's scale. */
  readonly importance?: number;
  /** What the respondent expects, on the study's scale. */
  readonly expectation?: number;
  /** What the respondent experienced, on the study's scale. */
  readonly experience?: number;
  /** What would be ideal, on the study's scale. */
  readonly ideal?: number;
}

/** The names of the four measures of a factor. */
export type Measure = keyof FactorAnswers;

/** Whose answers they are and when; common to long and wide rows. */
export interface Respondent {
  /** Who answered: an id chosen by the host. */
  readonly respondent: string;
  /** The wave of the survey, such as `2025H1`. */
  readonly wave?: string;
  /** The segment the respondent belongs to. */
  readonly segment?: string;
  /** Weight of the respondent, such as customer value; at least 0. */
  readonly weight?: number;
  /** When the answer was given. */
  readonly at?: Instant | PlainDate;
  /**
   * The scale of the answers where the source declares it; an answer on another scale than the study's is refused.
   */
  readonly scale?: Scale;
}

/** One respondent's answers on one factor: a long row. */
export interface Rating extends Respondent, FactorAnswers {
  /** Which factor is rated. */
  readonly factor: string;
}

/** One respondent's answers on all factors: a wide row. */
export interface WideRating extends Respondent {
  /** The answers, by factor; a factor not answered is absent. */
  readonly factors: Readonly<Record<string, FactorAnswers>>;
}

/** A factor known only by its figures, as published cases give them: means without their sample. */
export interface FactorFigures extends FactorAnswers {
  /** Which factor the figures describe. */
  readonly factor: string;
  /** The scale of the figures where it is not the study's; figures on another scale are refused. */
  readonly scale?: Scale;
}

/** What is studied: on which scale, and which factors. */
export interface Study {
  /** The scale of every rating in the study. */
  readonly scale: Scale;
  /** The factors of the study, in the order of reports; a rating of another factor is refused. */
  readonly factors: readonly string[];
}
