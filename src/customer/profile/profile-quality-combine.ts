import {
  requireSameConfiguration,
  type Aggregation,
  type ConfiguredAccumulator,
} from "../../shared/aggregation.js";
import { DEFAULT_LEVEL, requireLevel, type Interval } from "../../shared/statistics/interval.js";
import {
  momentsCombine,
  type Moments,
  type SampleSummary,
} from "../../shared/statistics/moments.js";
import { wilsonInterval } from "../../shared/statistics/proportion.js";
import { CUSTOMER_QUESTIONS, type CustomerQuestionId } from "./customer-question.js";
import type { ProfileDatumState } from "./profile-datum.js";
import { PROFILE_KINDS, type ProfileKind } from "./profile-item.js";
import { DEFAULT_PROFILE_POLICY, type ProfilePolicy } from "./profile-policy.js";
import { profileQuality, type ProfileQualityOptions } from "./profile-quality.js";
import type { Profile } from "./profile.js";
import { requireProfilePolicy } from "./require-profile-policy.js";

/** As of when, by which policy, and how sure the shares of a base are. */
export interface ProfileBaseOptions extends ProfileQualityOptions {
  /** Confidence level of the intervals as a share; 0.95 when absent. */
  readonly level?: number;
}

/** Sums over profiles that can be stored, sent and merged. */
export interface ProfileBaseAccumulator extends ConfiguredAccumulator {
  /** How many profiles. */
  readonly n: number;
  /** The scores of the whole. */
  readonly score: Moments;
  /** The scores by kind, in the order of CUS-3. */
  readonly kinds: readonly Moments[];
  /** By question, in the order of CUS-4: how many profiles answer it, how many in part. */
  readonly questions: [number, number][];
  /** By item, in the order of the policy: how many are fresh, stale, undated, invalid, missing. */
  readonly items: [number, number, number, number, number][];
}

/** How good the scores of one kind of information are over a base. */
export interface ProfileKindSummary extends SampleSummary {
  /** The kind. */
  readonly kind: ProfileKind;
}

/** How many profiles answer a question of CUS-4. */
export interface QuestionCoverage {
  /** The question. */
  readonly question: CustomerQuestionId;
  /** How many answer it in whole. */
  readonly answered: number;
  /** How many answer it in part. */
  readonly partly: number;
  /** How many do not answer it. */
  readonly open: number;
  /** Share that answers it in whole; absent without profiles. */
  readonly answeredShare?: number;
  /** Interval of that share after Wilson; absent without profiles. */
  readonly interval?: Interval;
}

/** In which state an item is over a base; profiles it does not apply to are in no count. */
export interface ItemCoverage {
  /** The item. */
  readonly item: string;
  /** How many profiles have it in each state. */
  readonly states: Readonly<Record<ProfileDatumState, number>>;
}

/** How good the profiles of a whole base are. */
export interface ProfileBaseQuality {
  /** How many profiles. */
  readonly n: number;
  /** The scores of the whole; its `n` counts the profiles that have a score. */
  readonly score: SampleSummary;
  /** The scores by kind, in the order of CUS-3. */
  readonly kinds: readonly ProfileKindSummary[];
  /** How many profiles answer each question, in the order of CUS-4. */
  readonly questions: readonly QuestionCoverage[];
  /** In which state each item is, in the order of the policy. */
  readonly items: readonly ItemCoverage[];
}

const STATES: readonly ProfileDatumState[] = ["fresh", "stale", "undated", "invalid", "missing"];

/**
 * How good are the profiles of the whole base, and how many answer each question (CUS-3, CUS-4), as an aggregation?
 *
 * One pass in memory that does not grow with the profiles. The intervals read the base as a sample of the customers
 * to come.
 *
 * @param options - The moment, the policy and the confidence level.
 * @returns The aggregation; rows are profiles.
 * @throws RangeError when the policy cannot be computed with or the level is not above 0 and below 1, and in
 * `addInput` when a purchase is of another customer.
 * @example
 * ```ts
 * import { customerId, profileQualityCombine } from "goodwill/customer";
 * import { aggregate, instant } from "goodwill/shared";
 *
 * const customer = {
 *   id: customerId("C-17"),
 *   kind: "person",
 *   name: "Lin Mei",
 *   contactPoints: [],
 *   consents: [],
 * } as const;
 * const asOf = instant("2026-02-13T09:30:00Z");
 * const facts = [{ item: "price-limit", at: asOf, source: "survey", value: 40 }];
 * const base = aggregate([{ customer }, { customer, facts }], profileQualityCombine({ asOf }));
 * base.questions.find(({ question }) => question === "willingness-to-pay")?.answeredShare; // => 0.5
 * ```
 */
export function profileQualityCombine({
  asOf,
  policy = DEFAULT_PROFILE_POLICY,
  level = DEFAULT_LEVEL,
}: ProfileBaseOptions): Aggregation<Profile, ProfileBaseAccumulator, ProfileBaseQuality> {
  requireProfilePolicy(policy);
  requireLevel(level, "judge profiles");
  const moments = momentsCombine();
  const itemAt = new Map(policy.items.map(({ id }, index) => [id, index]));
  const configuration = configurationOf(asOf, policy);
  const createAccumulator = (): ProfileBaseAccumulator => ({
    version: 1,
    configuration,
    n: 0,
    score: moments.createAccumulator(),
    kinds: PROFILE_KINDS.map(() => moments.createAccumulator()),
    questions: CUSTOMER_QUESTIONS.map(() => [0, 0]),
    items: policy.items.map(() => [0, 0, 0, 0, 0]),
  });
  return {
    createAccumulator,
    addInput: (accumulator, profile) => {
      const { score, kinds, answers, data } = profileQuality(profile, { asOf, policy });
      for (const [index, { answer }] of answers.entries()) {
        if (answer !== "open") accumulator.questions[index]![answer === "answered" ? 0 : 1] += 1;
      }
      for (const { item, state } of data) {
        accumulator.items[itemAt.get(item)!]![STATES.indexOf(state)]! += 1;
      }
      const scores = new Map(kinds.map((one) => [one.kind, one.score]));
      return {
        ...accumulator,
        n: accumulator.n + 1,
        score: score === undefined ? accumulator.score : moments.addInput(accumulator.score, score),
        kinds: accumulator.kinds.map((sums, index) => {
          const ofKind = scores.get(PROFILE_KINDS[index]!);
          return ofKind === undefined ? sums : moments.addInput(sums, ofKind);
        }),
      };
    },
    mergeAccumulators: (a, b) => {
      requireSameConfiguration("profile quality", [createAccumulator(), a, b]);
      return {
        ...createAccumulator(),
        n: a.n + b.n,
        score: moments.mergeAccumulators(a.score, b.score),
        kinds: a.kinds.map((sums, index) => moments.mergeAccumulators(sums, b.kinds[index]!)),
        questions: a.questions.map((counts, index) => plus(counts, b.questions[index]!)),
        items: a.items.map((counts, index) => plus(counts, b.items[index]!)),
      };
    },
    extractOutput: ({ n, score, kinds, questions, items }) => ({
      n,
      score: moments.extractOutput(score),
      kinds: kinds.map((sums, index) => ({
        kind: PROFILE_KINDS[index]!,
        ...moments.extractOutput(sums),
      })),
      questions: questions.map(([answered, partly], index) => ({
        question: CUSTOMER_QUESTIONS[index]!.id,
        answered,
        partly,
        open: n - answered - partly,
        ...(n > 0 && {
          answeredShare: answered / n,
          interval: wilsonInterval({ count: answered, n }, { level }),
        }),
      })),
      items: items.map(([fresh, stale, undated, invalid, missing], index) => ({
        item: policy.items[index]!.id,
        states: { fresh, stale, undated, invalid, missing },
      })),
    }),
  };
}

function plus<Counts extends number[]>(a: Counts, b: Counts): Counts {
  return a.map((count, index) => count + b[index]!) as Counts;
}

/** The policy as one text, whatever the order in which its fields were written. */
function configurationOf(asOf: string, policy: ProfilePolicy): string {
  return JSON.stringify([
    asOf,
    policy.staleBelowShare,
    policy.undatedShare,
    PROFILE_KINDS.map((kind) => policy.kindWeights[kind]),
    policy.items.map(({ id, kind, question, weight, halfLifeDays, of }) => [
      id,
      kind,
      question,
      weight,
      halfLifeDays ?? "lasting",
      of ?? "both",
    ]),
  ]);
}
