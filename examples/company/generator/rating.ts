import { dateOfDay } from "./calendar.js";
import type { Wave } from "./calendar.js";
import { CLIMATE, MISSING_SHARE } from "./climate.js";
import type { Factor } from "./climate.js";
import type { Diary } from "./diary.js";
import { bell, chance, toScale, uniform } from "./random.js";
import type { Random } from "./random.js";
import type { Segment } from "./rows.js";
import { EFFECTS } from "./story.js";

/** A customer as the survey meets them: their facts and how they use a scale. */
export interface Voice {
  readonly diary: Diary;
  readonly random: Random;
  /** How willingly they answer; the same people answer again and again. */
  readonly willingness: number;
  /** Moves all their ratings and expectations together. */
  readonly leniency: number;
  /** Moves their expectations alone. */
  readonly ambition: number;
}

/** Draws how a customer answers. */
export function drawVoice(diary: Diary, random: Random): Voice {
  const willingness = uniform(random);
  return {
    diary,
    random,
    willingness,
    leniency: bell(random, 0, 0.6),
    ambition: bell(random, 0, 0.5),
  };
}

/** How segments differ in what matters to them. */
const SEGMENT_IMPORTANCE: Readonly<Record<Segment, Partial<Record<Factor, number>>>> = {
  low: { price: 0.5, service: -0.2 },
  mid: {},
  high: { price: -0.9, service: 0.5, relationship: 0.9 },
};

/** What a respondent says about one factor. */
export interface FactorScore {
  readonly factor: Factor;
  /** Experience minus expectation before rounding. */
  readonly gap: number;
  /** The row's cells, without the unanswered ones. */
  readonly cells: Readonly<Record<string, number>>;
}

/** Draws what a respondent says about one factor: the climate of the wave, their own facts, their way of answering. */
export function scoreFactor(
  { random, diary, leniency, ambition }: Voice,
  wave: Wave,
  { factor, at, day }: { readonly factor: Factor; readonly at: string; readonly day: number },
): FactorScore {
  const climate = CLIMATE[wave];
  const segmentShift = SEGMENT_IMPORTANCE[diary.person.row.segment][factor] ?? 0;
  const importance = climate.importance[factor] + segmentShift + bell(random, 0, 1.1);
  const expectation = climate.expectation[factor] + leniency + ambition + bell(random, 0, 0.9);
  const experience =
    climate.experience[factor] +
    leniency +
    ownShift(diary, factor, { at, day }) +
    bell(random, 0, 1);
  const ideal = Math.max(experience, expectation) + 1.2 + bell(random, 0, 0.6);
  const figures = { imp: importance, exp: expectation, act: experience, ideal };
  const cells: Record<string, number> = {};
  for (const [question, figure] of Object.entries(figures)) {
    if (!chance(random, MISSING_SHARE)) cells[`${question}_${factor}`] = toScale(figure, 0, 10);
  }
  return { factor, gap: experience - expectation, cells };
}

/** What the customer's own last half-year adds to or takes from their experience of a factor. */
function ownShift(
  { interactions, complaints }: Diary,
  factor: Factor,
  { at, day }: { readonly at: string; readonly day: number },
): number {
  const since = dateOfDay(day - EFFECTS.memoryDays);
  const isRemembered = (fact: { readonly at: string }): boolean => fact.at >= since && fact.at < at;
  const left = (purchase: string | undefined): number =>
    complaints.some((row) => row.purchase === purchase && (row.resolved_at ?? at) < at)
      ? EFFECTS.leftAfterResolution
      : 1;
  const shift = (effect: Partial<Record<Factor, number>>): number => effect[factor] ?? 0;

  const lates = interactions.filter((row) => row.outcome === "late" && isRemembered(row));
  const lateHarm =
    Math.max(0, ...lates.map((row) => left(row.purchase))) + 0.25 * Math.max(0, lates.length - 1);
  const complaintHarm = complaints
    .filter(isRemembered)
    .reduce((sum, row) => sum + shift(EFFECTS.complaint[row.kind]) * left(row.purchase), 0);
  const hasCollected = interactions.some((row) => row.outcome === "collected" && isRemembered(row));
  return (
    shift(EFFECTS.lateDelivery) * lateHarm +
    complaintHarm +
    (hasCollected ? shift(EFFECTS.clickAndCollect) : 0)
  );
}
