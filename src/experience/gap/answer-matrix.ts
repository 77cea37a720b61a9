import type { Study, WideRating } from "../rating/rating.js";
import type { ExperienceGap } from "./experience-gap.js";
import { productOfMeans } from "./gap-of-sums.js";

/** Numbers of one kind by respondent; what is missing is 0 and not known. */
interface KnownNumbers {
  readonly values: Float64Array;
  readonly known: Uint8Array;
}

/** What respondents answered on a factor, ready to be averaged over any draw of them. @internal */
export interface FactorMatrix {
  readonly factor: string;
  readonly importance: KnownNumbers;
  readonly satisfaction: KnownNumbers;
  readonly product: KnownNumbers;
}

/** The answers of respondents by factor. @internal */
export function answerMatrix(
  rows: readonly WideRating[],
  { factors }: Study,
): readonly FactorMatrix[] {
  return factors.map((factor) => {
    const numbers = (
      valueOf: (answers: NonNullable<WideRating["factors"][string]>) => number | undefined,
    ) => knownNumbers(rows.map((row) => valueOf(row.factors[factor] ?? {})));
    return {
      factor,
      importance: numbers(({ importance }) => importance),
      satisfaction: numbers(satisfactionOf),
      product: numbers((answers) => {
        const satisfaction = satisfactionOf(answers);
        return satisfaction === undefined || answers.importance === undefined
          ? undefined
          : answers.importance * satisfaction;
      }),
    };
  });
}

/** The figures of all factors over the drawn respondents: just what decides the key experience. @internal */
export function resampledFigures(
  matrix: readonly FactorMatrix[],
  positions: Uint32Array,
): readonly Omit<ExperienceGap, "flags">[] {
  return matrix.map(({ factor, importance, satisfaction, product }) => {
    const weighted = meanAt(product, positions);
    const figures = {
      factor,
      ...estimate("satisfaction", meanAt(satisfaction, positions)),
      ...estimate("weightedSatisfaction", weighted),
    };
    if (weighted !== undefined) return figures;
    const withImportance = { ...figures, ...estimate("importance", meanAt(importance, positions)) };
    return { ...withImportance, ...productOfMeans(withImportance) };
  });
}

function satisfactionOf({
  experience,
  expectation,
}: NonNullable<WideRating["factors"][string]>): number | undefined {
  return experience === undefined || expectation === undefined
    ? undefined
    : experience - expectation;
}

function knownNumbers(numbers: readonly (number | undefined)[]): KnownNumbers {
  return {
    values: Float64Array.from(numbers, (value) => value ?? 0),
    known: Uint8Array.from(numbers, (value) => (value === undefined ? 0 : 1)),
  };
}

function meanAt({ values, known }: KnownNumbers, positions: Uint32Array): number | undefined {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < positions.length; i += 1) {
    const position = positions[i] as number;
    sum += values[position] as number;
    count += known[position] as number;
  }
  return count === 0 ? undefined : sum / count;
}

function estimate<Name extends string>(
  name: Name,
  mean: number | undefined,
): Partial<Record<Name, { readonly mean: number }>> {
  if (mean === undefined) return {};
  const found: Partial<Record<string, { readonly mean: number }>> = { [name]: { mean } };
  return found;
}
