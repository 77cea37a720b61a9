import type { Reason } from "../../shared/reason.js";
import type { Estimate, TestedEstimate, WeightedEstimate } from "./estimate.js";

/**
 * What customers expect of one factor, what they experience, and the gap between the two: steps 2a to 2d of the
 * seven.
 *
 * A figure nobody answered is absent, never 0.
 */
export interface ExperienceGap {
  /** The factor. */
  readonly factor: string;
  /** Step 2a: the experience as it is felt today, on the study's scale. */
  readonly experience?: Estimate;
  /** Step 2b: what is expected, on the study's scale. */
  readonly expectation?: Estimate;
  /**
   * Step 2c: experience minus expectation (EXP-2), over respondents who answered both; negative means dissatisfied.
   */
  readonly satisfaction?: TestedEstimate;
  /** Step 2d: how much it matters, on the study's scale. */
  readonly importance?: Estimate;
  /**
   * Importance times satisfaction, averaged over respondents who answered all three.
   *
   * It decides the key experience, because it keeps the link between who cares and who is disappointed: a factor
   * that disappoints just those to whom it matters weighs more.
   */
  readonly weightedSatisfaction?: TestedEstimate;
  /** Mean importance times mean satisfaction: reported beside, and decides only where single answers are unknown. */
  readonly productOfMeans?: number;
  /** What would be ideal to customers, on the study's scale. */
  readonly ideal?: Estimate;
  /**
   * Experience minus what would be ideal, over respondents who answered both; positive where experience surpasses
   * the ideal.
   */
  readonly idealGap?: TestedEstimate;
  /** The same figures with respondents counting by their weight, such as customer value; absent without weights. */
  readonly byValue?: ExperienceByValue;
  /**
   * How many experienced less than, just as, and more than they expected; absent where single answers are unknown.
   */
  readonly answers?: AnswerCounts;
  /** What a reader should know before trusting the figures; empty when there is nothing. */
  readonly flags: readonly Reason[];
}

/** How experience compares with expectation, in numbers of respondents. */
export interface AnswerCounts {
  /** Respondents whose experience lies below their expectation. */
  readonly below: number;
  /** Respondents whose experience meets their expectation exactly. */
  readonly met: number;
  /** Respondents whose experience exceeds their expectation. */
  readonly exceeded: number;
}

/**
 * Figures in which a respondent counts by weight, such as customer value; weights of 0 and absent weights do not
 * count.
 */
export interface ExperienceByValue {
  /** Weighted mean of experience minus expectation. */
  readonly satisfaction: WeightedEstimate;
  /** Weighted mean of importance times satisfaction; absent when nobody with a weight answered all three. */
  readonly weightedSatisfaction?: WeightedEstimate;
}
