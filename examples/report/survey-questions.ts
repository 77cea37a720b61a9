import type { ScoreGroup, ScoreQuestions } from "./scores-page.js";
import { WAVES_SHOWN } from "./study-findings.js";
import { numberAt, type Survey } from "./survey.js";

/** The scores that a survey file holds, by wave. */
export function surveyQuestions({ mapping, waves, rows }: Survey): ScoreQuestions {
  const { scores, table } = mapping;
  const byWave = new Map(
    waves.slice(-WAVES_SHOWN).map((wave) => [wave, [] as (typeof rows)[number][]]),
  );
  for (const row of rows)
    byWave.get(table.wave === undefined ? "" : (row[table.wave] ?? ""))?.push(row);
  const groups = (column: string): ScoreGroup[] =>
    [...byWave].map(([group, ofWave]) => ({
      group,
      scores: ofWave.map((row) => numberAt(row, column, mapping)),
    }));
  const { nps, csat, ces } = scores;
  return {
    ...(nps && { nps: groups(nps.column) }),
    ...(csat && { csat: { ...csat, groups: groups(csat.column) } }),
    ...(ces && { ces: { ...ces, groups: groups(ces.column) } }),
  };
}
