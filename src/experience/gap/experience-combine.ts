import {
  requireSameConfiguration,
  type Aggregation,
  type ConfiguredAccumulator,
} from "../../shared/aggregation.js";
import {
  DEFAULT_EXPERIENCE_POLICY,
  requireExperiencePolicy,
  type ExperiencePolicy,
} from "../policy.js";
import type { RatingColumns } from "../rating/columns.js";
import { ratingIssues } from "../rating/issue.js";
import type { FactorAnswers, Rating, Study, WideRating } from "../rating/rating.js";
import { scaleText } from "../rating/scale-text.js";
import { requireStudy } from "../rating/study.js";
import { addAnswers, createSums, mergeSums, middleOf, type AnswerSums } from "./answer-sums.js";
import { addColumns } from "./column-sums.js";
import type { ExperienceGap } from "./experience-gap.js";
import { gapsOfSums } from "./gap-of-sums.js";

/** Sums over ratings that can be stored, sent and merged. */
export interface ExperienceAccumulator extends ConfiguredAccumulator {
  /** Sums of respondents without a segment, one list of numbers a factor in the study's order. */
  readonly unsegmented: number[][];
  /** Sums of respondents by segment, laid out alike. */
  readonly segments: Record<string, number[][]>;
}

/** The gaps of one segment. */
export interface SegmentGaps {
  /** The segment. */
  readonly segment: string;
  /** Its gaps, one a factor in the study's order. */
  readonly gaps: readonly ExperienceGap[];
}

/** The gaps of a study. */
export interface ExperienceGaps {
  /** The gaps over all respondents, one a factor in the study's order. */
  readonly overall: readonly ExperienceGap[];
  /** The gaps by segment, in alphabetical order; empty when no rating names a segment. */
  readonly segments: readonly SegmentGaps[];
}

/** In which study gaps are found, and what counts as enough. */
export interface ExperienceGapsOptions {
  /** The scale and the factors. */
  readonly study: Study;
  /** What counts as enough; {@link DEFAULT_EXPERIENCE_POLICY} by default. */
  readonly policy?: ExperiencePolicy;
}

/** What may be added to the sums: a long row, a wide row, or a block of columns. */
export type ExperienceInput = Rating | WideRating | RatingColumns;

/**
 * Experience gaps as an aggregation: one pass over any number of ratings, in memory that does not grow with them.
 *
 * Long rows, wide rows and columns may be mixed. A factor that a wide row leaves out counts as missing; long rows
 * are counted by factor, because a stream cannot know what will not come. Nor can it know who has answered before:
 * sift duplicates first (`siftRatings`), or use {@link experienceGaps}, which refuses them.
 *
 * @remarks On whole-point scales the sums are exact, so that any split and any order of merging gives the same
 * figures to the last digit.
 * @param options - The study, and what counts as enough; {@link DEFAULT_EXPERIENCE_POLICY} by default.
 * @returns The aggregation.
 * @throws RangeError when the study is not valid, and in `addInput` when a rating does not belong in it.
 * @example
 * ```ts
 * import { aggregate } from "goodwill/shared";
 * import { experienceCombine } from "goodwill/experience";
 *
 * const study = { scale: { min: 0, max: 10 }, factors: ["price"] };
 * const ratings = [
 *   { respondent: "1", factor: "price", expectation: 7, experience: 6 },
 *   { respondent: "2", factor: "price", expectation: 8, experience: 5 },
 * ];
 * aggregate(ratings, experienceCombine({ study })).overall[0]?.satisfaction?.mean; // => -2
 * ```
 */
export function experienceCombine({
  study,
  policy = DEFAULT_EXPERIENCE_POLICY,
}: ExperienceGapsOptions): Aggregation<ExperienceInput, ExperienceAccumulator, ExperienceGaps> {
  requireStudy(study);
  requireExperiencePolicy(policy);
  const middle = middleOf(study.scale);
  const createAccumulator = (): ExperienceAccumulator => ({
    version: 1,
    configuration: JSON.stringify([scaleText(study.scale), ...study.factors]),
    unsegmented: sumsByFactor(study),
    segments: {},
  });
  return {
    createAccumulator,
    addInput: (accumulator, input) => {
      if ("columns" in input) {
        addColumns(input, { study, sumsOf: (segment) => segmentSums(accumulator, segment, study) });
      } else {
        addRow(accumulator, input, { study, middle });
      }
      return accumulator;
    },
    mergeAccumulators: (a, b) => {
      const merged = createAccumulator();
      requireSameConfiguration("experience", [merged, a, b]);
      for (const part of [a, b]) {
        addSums(merged.unsegmented, part.unsegmented);
        for (const [segment, sums] of Object.entries(part.segments)) {
          addSums(segmentSums(merged, segment, study), sums);
        }
      }
      return merged;
    },
    extractOutput: ({ unsegmented, segments }) => {
      const named = Object.entries(segments).toSorted(([a], [b]) => (a < b ? -1 : 1));
      const overall = sumsByFactor(study);
      for (const sums of [unsegmented, ...named.map(([, bySegment]) => bySegment)])
        addSums(overall, sums);
      return {
        overall: gapsOfSums(overall, { study, policy }),
        segments: named.map(([segment, sums]) => ({
          segment,
          gaps: gapsOfSums(sums, { study, policy }),
        })),
      };
    },
  };
}

function addRow(
  accumulator: ExperienceAccumulator,
  row: Rating | WideRating,
  { study, middle }: { readonly study: Study; readonly middle: number },
): void {
  const [issue] = ratingIssues(row, study);
  if (issue !== undefined) {
    throw new RangeError(`Cannot add a rating of respondent ${row.respondent}: ${issue.message}`);
  }
  const sums = segmentSums(accumulator, row.segment, study);
  const options = { middle, times: 1, weight: row.weight };
  if (!("factors" in row)) {
    addAnswers(sums[study.factors.indexOf(row.factor)] as AnswerSums, row, options);
    return;
  }
  for (let position = 0; position < study.factors.length; position += 1) {
    const answers = row.factors[study.factors[position] as string] ?? NO_ANSWERS;
    addAnswers(sums[position] as AnswerSums, answers, options);
  }
}

/** What a wide row says of a factor it leaves out. */
const NO_ANSWERS: FactorAnswers = {};

function sumsByFactor(study: Study): number[][] {
  return study.factors.map(createSums);
}

function segmentSums(
  accumulator: ExperienceAccumulator,
  segment: string | undefined,
  study: Study,
): number[][] {
  if (segment === undefined) return accumulator.unsegmented;
  const { segments } = accumulator;
  // a stored accumulator is a common object again, with inherited names such as "constructor"
  if (!Object.hasOwn(segments, segment)) segments[segment] = sumsByFactor(study);
  return segments[segment] as number[][];
}

function addSums(target: number[][], part: readonly number[][]): void {
  target.forEach((sums, position) => {
    target[position] = mergeSums(sums, part[position] as AnswerSums);
  });
}
