import type { SurvivalRow } from "goodwill/value";

/** The rows of a text such as `6 6+ 7`: a plus marks a row that is censored. */
export function survivalRows(text: string): SurvivalRow[] {
  return text
    .split(" ")
    .map((word) => ({ time: Number.parseFloat(word), event: !word.endsWith("+") }));
}

/** Survival after a time and the Greenwood sum, straight from the definition: quadratic, for tests only. */
export function plainSurvival(
  rows: readonly SurvivalRow[],
  at: number,
): { survival: number; greenwood: number; atRisk: number } {
  const weightOf = (chosen: readonly SurvivalRow[]): number =>
    chosen.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const times = [...new Set(rows.filter(({ event }) => event).map(({ time }) => time))];
  let survival = 1;
  let greenwood = 0;
  for (const time of times.filter((one) => one <= at)) {
    const seen = weightOf(rows.filter((row) => row.time >= time));
    const left = weightOf(rows.filter((row) => row.time === time && row.event));
    survival *= (seen - left) / seen;
    greenwood += left / (seen * (seen - left));
  }
  return { survival, greenwood, atRisk: weightOf(rows.filter(({ time }) => time >= at)) };
}
