import { WAVES, dateOfDay, instantOn } from "./calendar.js";
import type { Wave } from "./calendar.js";
import { FACTORS, MISSING_SHARE, SURVEYS } from "./climate.js";
import type { Factor } from "./climate.js";
import { onlineHours } from "./diary.js";
import type { Diary } from "./diary.js";
import { bell, chance, toScale, uniform, whole } from "./random.js";
import { scoreFactor } from "./rating.js";
import type { Voice } from "./rating.js";
import type { AnswerRow, RatingRow } from "./rows.js";
import { EFFECTS } from "./story.js";

/** How much a point of gap moves overall satisfaction. */
const OVERALL_WEIGHTS: Readonly<Record<Factor, number>> = {
  product: 0.24,
  service: 0.28,
  relationship: 0.07,
  convenience: 0.3,
  brand_image: 0.08,
  price: 0.14,
};

/** What the wave surveys bring in. */
export interface SurveyHarvest {
  readonly ratings: readonly RatingRow[];
  readonly answers: readonly AnswerRow[];
}

/** Asks all waves. */
export function askAllWaves(voices: readonly Voice[]): SurveyHarvest {
  const harvests = WAVES.flatMap((wave) =>
    chooseRespondents(voices, wave).map((voice) => askOne(voice, wave)),
  );
  return {
    ratings: harvests.map(({ rating }) => rating),
    answers: harvests.flatMap(({ recommendation }) =>
      recommendation === undefined ? [] : [recommendation],
    ),
  };
}

/** Those who bought in the half-year before the survey and answer most willingly, until the quota is full. */
function chooseRespondents(voices: readonly Voice[], wave: Wave): readonly Voice[] {
  const { firstDay, respondentCount } = SURVEYS[wave];
  const since = dateOfDay(firstDay - EFFECTS.memoryDays);
  const candidates = voices.map((voice) => ({
    voice,
    order: voice.willingness + 0.9 * uniform(voice.random),
  }));
  return candidates
    .filter(({ voice }) =>
      voice.diary.purchases.some((row) => row.at >= since && row.at < dateOfDay(firstDay)),
    )
    .sort((a, b) => b.order - a.order)
    .slice(0, respondentCount)
    .map(({ voice }) => voice)
    .sort((a, b) => (a.diary.person.row.id < b.diary.person.row.id ? -1 : 1));
}

function askOne(
  voice: Voice,
  wave: Wave,
): { readonly rating: RatingRow; readonly recommendation: AnswerRow | undefined } {
  const { random, diary } = voice;
  const { id, segment } = diary.person.row;
  const { firstDay, lastDay } = SURVEYS[wave];
  const day = whole(random, firstDay, lastDay);
  const at = instantOn(random, day, onlineHours(diary.person));
  const scores = FACTORS.map((factor) => scoreFactor(voice, wave, { factor, at, day }));
  const satisfaction =
    7.3 +
    scores.reduce((sum, { factor, gap }) => sum + OVERALL_WEIGHTS[factor] * gap, 0) +
    voice.leniency * 0.4 +
    bell(random, 0, 0.7);
  const overall = toScale(satisfaction, 0, 10);
  const recommend = toScale(satisfaction + 0.5 + bell(random, 0, 0.9), 0, 10);
  const rating: RatingRow = {
    respondent: id,
    wave,
    at,
    segment,
    customer_value: revenueBefore(diary, at),
    ...Object.assign({}, ...scores.map(({ cells }) => cells)),
    ...(chance(random, MISSING_SHARE / 2) ? {} : { overall_satisfaction: overall }),
  };
  const isSkipped = chance(random, MISSING_SHARE);
  return {
    rating,
    recommendation: isSkipped
      ? undefined
      : { respondent: id, wave, at, question: "nps", score: recommend, segment },
  };
}

function revenueBefore({ purchases }: Diary, at: string): number {
  const minor = purchases.reduce((sum, row) => (row.at < at ? sum + row.amount_minor : sum), 0);
  return minor / 100;
}
