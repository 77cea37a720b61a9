import { compareText } from "../../shared/text-order.js";
import type { KeyAnswers, KeyStatement, ServiceKey, ServiceKeyScore } from "./six-keys.js";

/** The variance of answers at random on five steps: (5 * 5 - 1) / 12. */
const RANDOM_VARIANCE = 2;

/** How one key came out. @internal */
export function keyScore(
  answers: readonly KeyAnswers[],
  { key, statements }: { readonly key: ServiceKey; readonly statements: readonly KeyStatement[] },
): ServiceKeyScore {
  // In the order of raters, so that sums do not depend on the order of the rows.
  const inOrder = [...answers].sort((a, b) => compareText(a.rater, b.rater));
  const byStatement = statements.map(({ id }) => ({
    id,
    values: inOrder.flatMap(({ answers: own }) => (Object.hasOwn(own, id) ? [own[id]!] : [])),
  }));
  const raterMeans = inOrder.flatMap(({ answers: own }) => {
    const values = statements.flatMap(({ id }) => (Object.hasOwn(own, id) ? [own[id]!] : []));
    return values.length === 0 ? [] : [meanOf(values)];
  });
  const agreements = byStatement.flatMap(({ values }) =>
    values.length < 2 ? [] : [Math.max(0, 1 - varianceOf(values) / RANDOM_VARIANCE)],
  );
  const answered = byStatement
    .filter(({ values }) => values.length > 0)
    .map(({ id, values }) => ({ id, mean: meanOf(values) }));
  const [weakest] = [...answered].sort((a, b) => a.mean - b.mean);
  const given = byStatement.reduce((sum, { values }) => sum + values.length, 0);
  return {
    key,
    ...(raterMeans.length > 0 && { score: meanOf(raterMeans) }),
    raters: raterMeans.length,
    ...(agreements.length > 0 && { agreement: meanOf(agreements) }),
    ...(weakest !== undefined && { weakest: weakest.id }),
    missing: answers.length * statements.length - given,
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function varianceOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
