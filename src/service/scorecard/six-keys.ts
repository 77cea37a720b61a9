import type { Reason } from "../../shared/reason.js";

/** The six keys to excellent service, in their order (SRV-9). */
export const SERVICE_KEYS = [
  "customer-first",
  "staff-first",
  "leadership",
  "system-support",
  "assessment",
  "improvement",
] as const;

/** One of the six keys. */
export type ServiceKey = (typeof SERVICE_KEYS)[number];

/** A statement that a rater agrees with, from 1 (not at all) to 5 (fully). */
export interface KeyStatement {
  /** Its id; unique in the questionnaire. */
  readonly id: string;
  /** The key it belongs to. */
  readonly key: ServiceKey;
  /** What it says. */
  readonly text: string;
}

/** The answers of one rater. */
export interface KeyAnswers {
  /** Who answered; each once. */
  readonly rater: string;
  /** By statement id: whole, 1 to 5; those not there are missing. */
  readonly answers: Readonly<Record<string, number>>;
}

/** How a key came out. */
export interface ServiceKeyScore {
  /** The key. */
  readonly key: ServiceKey;
  /** Mean of the raters' means, 1 to 5; absent where nobody answered. */
  readonly score?: number;
  /** Raters who answered at least one statement of it. */
  readonly raters: number;
  /** How far raters agree, 0 (as if by chance, or worse) to 1 (fully); absent for fewer than two raters. */
  readonly agreement?: number;
  /** The weakest statement, by id; absent where nobody answered. */
  readonly weakest?: string;
  /** Answers missing. */
  readonly missing: number;
}

/** A missing answer. */
export interface MissingKeyAnswer {
  /** The rater. */
  readonly rater: string;
  /** The statement's id. */
  readonly statement: string;
}

/** A self-assessment by the six keys. */
export interface SixKeysAssessment {
  /** The keys, the weakest first; those without answers last. */
  readonly keys: readonly ServiceKeyScore[];
  /** Mean of the keys, 1 to 5; absent while a key has no answers. */
  readonly score?: number;
  /** How many answered. */
  readonly raters: number;
  /** Answers missing, by rater and statement. */
  readonly missing: readonly MissingKeyAnswer[];
  /** What to bear in mind: few raters, disagreement, missing answers. */
  readonly reasons: readonly Reason[];
}
