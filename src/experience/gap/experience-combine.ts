import {
  requireSameConfiguration,
  type Aggregation,
  type ConfiguredAccumulator,
} from "../../shared/aggregation.js";
import { DEFAULT_EXPERIENCE_POLICY, type ExperiencePolicy } from "../policy.js";
import type { RatingColumns } from "../rating/columns.js";
import { ratingIssues } from "../rating/issue.js";
import type { FactorAnswers, Rating, Study, WideRating } from "../rating/rating.js";
import { scaleText } from "../rating/scale.js";
import { requireStudy } from "../rating/study.js";
import { addAnswers, createSums, mergeSums, middleOf, type AnswerSums } from "./answer-sums.js";
import { addColumns } from "./column-sums.js";
import { gapsOf, type ExperienceGap } from "./experience-gap.js";

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
 * @param study - The scale and the factors.
 * @param options - What counts as enough; {@link DEFAULT_EXPERIENCE_POLICY} by default.
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
 * aggregate(ratings, experienceCombine(study)).overall[0]?.satisfaction?.mean; // => -2
 * ```
 */
export function experienceCombine(
  study: Study,
  { policy = DEFAULT_EXPERIENCE_POLICY }: { readonly policy?: ExperiencePolicy } = {},
): Aggregation<ExperienceInput, ExperienceAccumulator, ExperienceGaps> {
  requireStudy(study);
  const middle = middleOf(study.scale);
  const createAccumulator = (): ExperienceAccumulator => ({
    version: 1,
    configuration: JSON.stringify([scaleText(study.scale), ...study.factors]),
    unsegmented: sumsByFactor(study),
    // without a prototype, so that any text may name a segment
    segments: Object.create(null) as Record<string, number[][]>,
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
        overall: gapsOf(overall, { study, policy }),
        segments: named.map(([segment, sums]) => ({
          segment,
          gaps: gapsOf(sums, { study, policy }),
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
  return (accumulator.segments[segment] ??= sumsByFactor(study));
}

function addSums(target: number[][], part: readonly number[][]): void {
  target.forEach((sums, position) => {
    target[position] = mergeSums(sums, part[position] as AnswerSums);
  });
}
