import type { Reason, Trace } from "../../shared/reason.js";
import type { Interval } from "../../shared/statistics/interval.js";
import type { StepEmotion } from "../conformance/conformance-summary.js";
import type { JourneyShare } from "../journey/journey-share.js";

/** How much hangs on a touchpoint. It is an association between journeys, not a proven cause. */
export interface MomentImpact {
  /** How it is known. */
  readonly by: "outcome" | "remembered-score" | "weight";
  /** The size: the difference without its sign, or the declared weight; at least 0. */
  readonly value: number;
  /** Share of success, or mean remembered score, of the journeys that touch it; absent for a declared weight. */
  readonly withIt?: number;
  /** The same of the journeys that do not; absent for a declared weight. */
  readonly withoutIt?: number;
  /** With it minus without it; absent for a declared weight. */
  readonly difference?: number;
  /** Interval of the difference; absent for a declared weight and where nothing varies. */
  readonly interval?: Interval;
  /** Two-sided p-value that there is no difference; absent with the interval. */
  readonly p?: number;
}

/** A touchpoint as a moment of truth (TP-5). */
export interface MomentOfTruth {
  /** The touchpoint: its id in the catalogue. */
  readonly touchpoint: string;
  /** 1 for the most urgent; equal scores share the better rank; absent when there is too little data. */
  readonly rank?: number;
  /** Impact x frequency x shortfall, at least 0; absent with the rank. */
  readonly score?: number;
  /** Impact x frequency: how much hangs on it, however it feels; absent when the impact is unknown. */
  readonly weight?: number;
  /** Journeys that touch it. */
  readonly frequency: JourneyShare;
  /** How much hangs on it; absent when unknown. */
  readonly impact?: MomentImpact;
  /** How it felt, a journey counting once; absent when no journey says. */
  readonly feeling?: StepEmotion;
  /** How it is expected to feel. */
  readonly expected: number;
  /** Mean feeling minus expected: negative where it falls short; absent with the feeling. */
  readonly gap?: number;
  /** The negative part of the gap, as a number of at least 0; absent with the feeling. */
  readonly shortfall?: number;
  /** Journeys of which it is a peak, out of those that touch it and of which a feeling is known. */
  readonly peak: JourneyShare;
  /** Journeys that end with it, as far as feelings are known, out of the same. */
  readonly end: JourneyShare;
  /** Why it stands where it stands, or is not ranked; never empty. */
  readonly reasons: readonly Reason[];
  /** How the score came about: three parts, whose product is the score; absent with the rank. */
  readonly trace?: Trace;
}

/** The moments of truth of a log. */
export interface MomentsOfTruth {
  /** How many journeys, those that may still go on left out. */
  readonly journeys: number;
  /** How many journeys were left out because they may still go on. */
  readonly open: number;
  /** How many of the journeys ended in a success. */
  readonly successes: number;
  /** Of how many journeys a feeling is known. */
  readonly felt: number;
  /** Mean remembered score of those; absent when there is none. */
  readonly rememberedScore?: number;
  /**
   * One entry a touchpoint: those ranked, by rank, equals by name; then those with too little data, by how many
   * journeys touch them, equals by name.
   */
  readonly moments: readonly MomentOfTruth[];
}
