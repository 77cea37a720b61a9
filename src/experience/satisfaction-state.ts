import type { Reason } from "../shared/reason.js";
import { scaleText } from "./rating/scale-text.js";
import { DEFAULT_SCALE, requireScale } from "./rating/scale.js";
import type { Scale } from "./rating/scale.js";

/** The three states of a customer after an encounter. */
export type SatisfactionState = "dissatisfied" | "satisfied" | "delighted";

/**
 * The five shades of satisfaction: `contentment` (all as it should be), `pleasure` (better than needed), `relief`
 * (a bad thing has stopped), `novelty` (a first time that went well), `surprise` (far better than expected).
 */
export type SatisfactionShade = "contentment" | "pleasure" | "relief" | "novelty" | "surprise";

/** What makes delight. */
export interface SatisfactionPolicy {
  /** A surprise is at least this much above expectation, as a share of the scale's width. */
  readonly surpriseShare: number;
  /** Excellent is in this top share of the scale, its lower end included. */
  readonly excellentShare: number;
}

/**
 * A tenth of the scale above expectation, in the top fifth: on 0 to 10 one point more than expected and at least 8.
 *
 * @remarks Delight is surprise with a high level of performance: Oliver (1997, Satisfaction: A Behavioral
 * Perspective on the Consumer, McGraw-Hill); Rust and Oliver (2000, Journal of the Academy of Marketing Science
 * 28:86). They give no numbers. EXP-7 asks for a small surprise, so the least step of the usual 0 to 10 scale; the
 * top fifth is the top box of five points and the two or three highest of eleven.
 */
export const DEFAULT_SATISFACTION_POLICY: SatisfactionPolicy = {
  surpriseShare: 0.1,
  excellentShare: 0.2,
};

/** On which scale the facts are, and what makes delight. */
export interface SatisfactionOptions {
  /** The scale of experience and expectation; 0 to 10 when absent. */
  readonly scale?: Scale;
  /** What makes delight; {@link DEFAULT_SATISFACTION_POLICY} when absent. */
  readonly policy?: SatisfactionPolicy;
}

/** What was felt and what was expected, on one scale. */
export interface ExperienceAgainstExpectation {
  /** What was felt. */
  readonly experience: number;
  /** What was expected. */
  readonly expectation: number;
}

/** The facts that tell the shades of satisfaction apart. */
export interface EncounterFacts {
  /** What was felt, on the scale. */
  readonly experience: number;
  /** What was expected, on the scale; absent when nothing was. */
  readonly expectation?: number;
  /** What was felt the last time, on the scale. */
  readonly previousExperience?: number;
  /** Experience minus expectation of the last time; below 0 the customer was dissatisfied. */
  readonly previousSatisfaction?: number;
  /** Whether the customer meets this for the first time; no when absent. */
  readonly firstEncounter?: boolean;
}

/** A shade of satisfaction and why. */
export interface ShadedSatisfaction {
  /** The shade. */
  readonly shade: SatisfactionShade;
  /** The rule that gave it and the facts used. */
  readonly reason: Reason;
}

/**
 * Gaps that differ by less than this share of the scale's width count as equal, so that 8.2 against 7.2 is one
 * point and not a hair less.
 */
const ROUNDING_SHARE = 1e-9;

/**
 * Is the customer dissatisfied, satisfied or delighted (EXP-7)?
 *
 * Dissatisfied: the experience falls short of the expectation (EXP-2). Delighted: it exceeds it by at least a small
 * surprise and is excellent. Satisfied: all else. Bounds are included.
 *
 * @param facts - Experience and expectation, on the same scale.
 * @param options - Scale and policy.
 * @returns The state.
 * @throws RangeError when a figure is not a number on the scale, or scale or policy are not valid.
 * @example
 * ```ts
 * import { satisfactionState } from "goodwill/experience";
 *
 * satisfactionState({ experience: 5, expectation: 7 }); // => "dissatisfied"
 * satisfactionState({ experience: 7, expectation: 6 }); // => "satisfied"
 * satisfactionState({ experience: 8, expectation: 7 }); // => "delighted"
 * ```
 */
export function satisfactionState(
  { experience, expectation }: ExperienceAgainstExpectation,
  options: SatisfactionOptions = {},
): SatisfactionState {
  const bounds = boundsOf(options);
  requireOnScale("experience", experience, bounds.scale);
  requireOnScale("expectation", expectation, bounds.scale);
  const gap = experience - expectation;
  if (gap < -bounds.rounding) return "dissatisfied";
  const isSurprising = gap >= bounds.surprise - bounds.rounding;
  const isExcellent = experience >= bounds.excellentFrom - bounds.rounding;
  return isSurprising && isExcellent ? "delighted" : "satisfied";
}

/**
 * Which shade of satisfaction an encounter left (EXP-7).
 *
 * The first rule that fits, in this order:
 * 1. *relief*: the last time was dissatisfying, this one is not;
 * 2. *surprise*: the expectation is exceeded by at least the policy's `surpriseShare` of the scale;
 * 3. *novelty*: a first encounter, with the expectation met or, where nothing was expected, the middle of the scale
 * reached;
 * 4. *pleasure*: better than expected, or than the last time;
 * 5. *contentment*: as expected.
 *
 * @remarks The five modes are those of Oliver (1989, Journal of Consumer Satisfaction, Dissatisfaction and
 * Complaining Behavior 2:1); he describes and does not rank them. Relief goes first because it needs the most
 * special fact, the removal of something bad.
 * @param facts - What is known of the encounter.
 * @param options - Scale and policy.
 * @returns The shade with its reason; `undefined` when the customer is dissatisfied, or when nothing was expected
 * and it is no first encounter, so that satisfaction is unknown.
 * @throws RangeError when a figure is not a number on the scale, the previous satisfaction is none or exceeds its
 * width, or scale or policy are not valid; TypeError when `firstEncounter` is neither `true` nor `false`.
 * @example
 * ```ts
 * import { satisfactionShade } from "goodwill/experience";
 *
 * satisfactionShade({ experience: 7, expectation: 6, previousSatisfaction: -3 })?.shade; // => "relief"
 * satisfactionShade({ experience: 9, expectation: 6 })?.shade; // => "surprise"
 * satisfactionShade({ experience: 7, firstEncounter: true })?.shade; // => "novelty"
 * satisfactionShade({ experience: 6, expectation: 6 })?.shade; // => "contentment"
 * ```
 */
export function satisfactionShade(
  facts: EncounterFacts,
  options: SatisfactionOptions = {},
): ShadedSatisfaction | undefined {
  const { scale, surprise, rounding } = boundsOf(options);
  const {
    experience,
    expectation,
    previousExperience,
    previousSatisfaction,
    firstEncounter = false,
  } = facts;
  requireFacts(facts, scale);
  if (expectation === undefined) {
    const middle = 0.5 * (scale.min + scale.max);
    if (!firstEncounter || experience < middle) return undefined;
    return shaded("novelty", { experience, expected: middle });
  }
  const gap = experience - expectation;
  if (gap < -rounding) return undefined;
  const seen = { experience, expected: expectation };
  if (previousSatisfaction !== undefined && previousSatisfaction < -rounding) {
    return shaded("relief", { ...seen, shortfall: -previousSatisfaction });
  }
  if (gap >= surprise - rounding) return shaded("surprise", { ...seen, gap });
  if (firstEncounter) return shaded("novelty", seen);
  if (gap > rounding) return shaded("pleasure", { ...seen, bettered: expectation });
  if (previousExperience !== undefined && experience - previousExperience > rounding) {
    return shaded("pleasure", { ...seen, bettered: previousExperience });
  }
  return shaded("contentment", seen);
}

function shaded(shade: SatisfactionShade, params: Reason["params"]): ShadedSatisfaction {
  return { shade, reason: { code: `shade-${shade}`, params } };
}

interface Bounds {
  readonly scale: Scale;
  readonly surprise: number;
  readonly excellentFrom: number;
  readonly rounding: number;
}

function boundsOf({
  scale = DEFAULT_SCALE,
  policy = DEFAULT_SATISFACTION_POLICY,
}: SatisfactionOptions): Bounds {
  requireScale(scale);
  const { surpriseShare, excellentShare } = policy;
  for (const [name, share] of Object.entries({ surpriseShare, excellentShare })) {
    if (!isWithin(share, 0, 1)) {
      throw new RangeError(
        `Cannot judge satisfaction: ${name} must lie from 0 to 1, got ${shown(share)}`,
      );
    }
  }
  const width = scale.max - scale.min;
  return {
    scale,
    surprise: surpriseShare * width,
    excellentFrom: scale.max - excellentShare * width,
    rounding: ROUNDING_SHARE * width,
  };
}

function requireFacts(facts: EncounterFacts, scale: Scale): void {
  const { experience, expectation, previousExperience, previousSatisfaction, firstEncounter } =
    facts;
  requireOnScale("experience", experience, scale);
  if (expectation !== undefined) requireOnScale("expectation", expectation, scale);
  if (previousExperience !== undefined) {
    requireOnScale("previousExperience", previousExperience, scale);
  }
  const width = scale.max - scale.min;
  if (previousSatisfaction !== undefined && !isWithin(previousSatisfaction, -width, width)) {
    throw new RangeError(
      `Cannot judge satisfaction: previousSatisfaction is a difference on ${scaleText(scale)}, got ${shown(previousSatisfaction)}`,
    );
  }
  if (firstEncounter !== undefined && typeof firstEncounter !== "boolean") {
    throw new TypeError(
      `Cannot judge satisfaction: firstEncounter must be true or false, got ${shown(firstEncounter)}`,
    );
  }
}

function requireOnScale(name: string, figure: unknown, scale: Scale): void {
  if (!isWithin(figure, scale.min, scale.max)) {
    throw new RangeError(
      `Cannot judge satisfaction: ${name} must lie on ${scaleText(scale)}, got ${shown(figure)}`,
    );
  }
}

function isWithin(value: unknown, min: number, max: number): boolean {
  return typeof value === "number" && value >= min && value <= max;
}

/** Text in quotes, so that a text of digits is not taken for a number. */
function shown(value: unknown): string {
  return typeof value === "string" ? `"${value}"` : String(value);
}
