import type { Trace } from "../../shared/reason.js";
import type { Instant } from "../../shared/time/instant.js";
import type { CustomerId } from "../record/customer.js";
import { answersOf } from "./answers-of-data.js";
import { datumOf } from "./datum-of-item.js";
import { evidenceByItem } from "./item-evidence.js";
import type { NextQuestion, WithheldQuestion } from "./next-question.js";
import type { ProfileDatum, ProfileDatumState } from "./profile-datum.js";
import { PROFILE_KINDS, type ProfileItem, type ProfileKind } from "./profile-item.js";
import { DEFAULT_PROFILE_POLICY, type ProfilePolicy } from "./profile-policy.js";
import type { Profile } from "./profile.js";
import type { QuestionAnswer } from "./question-answer.js";
import { questionsOf, type LackingItem } from "./questions-of-lacking.js";
import { requireProfilePolicy } from "./require-profile-policy.js";

/** As of when and by which policy a profile is judged. */
export interface ProfileQualityOptions {
  /** The moment asked about. */
  readonly asOf: Instant;
  /** What belongs in a profile; {@link DEFAULT_PROFILE_POLICY} when absent. */
  readonly policy?: ProfilePolicy;
}

/** How good one kind of information is. */
export interface ProfileKindQuality {
  /** The kind. */
  readonly kind: ProfileKind;
  /** Completeness x validity x freshness, 0 to 1; 0 when nothing is known. */
  readonly score: number;
  /** Share of the items, by weight, of which something is known. */
  readonly completenessShare: number;
  /** Share of what is known, by weight, that holds; absent when nothing is known. */
  readonly validityShare?: number;
  /** Mean worth of what holds, by weight; absent when nothing holds. */
  readonly freshnessShare?: number;
}

/** How good a profile is, what it answers, and what to ask next (CUS-3, CUS-4). */
export interface ProfileQuality {
  /** Whose profile. */
  readonly customer: CustomerId;
  /** Mean of the scores of the kinds, by their weights, 0 to 1; absent when no item applies to the customer. */
  readonly score?: number;
  /** One entry a kind that has items, in the order of CUS-3. */
  readonly kinds: readonly ProfileKindQuality[];
  /** One entry an item that applies to the customer, in the order of the policy. */
  readonly data: readonly ProfileDatum[];
  /** Items of which nothing is known, in the order of the policy. */
  readonly missing: readonly string[];
  /** Items of which what is known does not hold, in the order of the policy. */
  readonly invalid: readonly string[];
  /** Items that are out of date, in the order of the policy. */
  readonly stale: readonly string[];
  /** How far each of the eight questions is answered, in the order of CUS-4. */
  readonly answers: readonly QuestionAnswer[];
  /** What to ask next, the most gain first, equals by item. */
  readonly nextQuestions: readonly NextQuestion[];
  /** What is lacking and yet not asked, with the reason, in the same order. */
  readonly withheldQuestions: readonly WithheldQuestion[];
  /** How the score came about: items add up to kinds, kinds to the score; absent like `score`. */
  readonly trace?: Trace;
}

/**
 * How good is what we know of this customer, what does it answer, and what shall we ask next (CUS-3, CUS-4)?
 *
 * Each item of the policy that applies to the customer is missing, invalid, stale, undated or fresh, with source and
 * time. What holds is worth half after each half-life. A kind's score is completeness x validity x freshness, the
 * score of the whole the mean of the kinds by their weights. A purchase of which every
 * product was given back does not say what is in use; returns count as {@link purchaseBalance} counts them, and those
 * that do not fit their purchase for nothing. Days are those of the customer's zone, of UTC where it is unknown. What
 * was learned after `asOf` does not count, nor do facts of items the policy does not have.
 *
 * Asked next is what is missing, invalid, stale or undated, ordered by how much a valid answer would raise the score;
 * never what the customer refused, what was asked fewer than `askAgainDays` ago, or what can only be observed: those
 * are listed with the reason.
 *
 * @remarks Timeliness as exponential decay by item: Heinrich, Kaiser and Klier (2007, How to measure data quality? A
 * metric-based approach, ICIS).
 * @param profile - The profile.
 * @param options - The moment and the policy.
 * @returns The score with its trace, the state of every item, the answers, and the next questions.
 * @throws RangeError when the policy cannot be computed with, or a purchase is of another customer.
 * @example
 * ```ts
 * import { customerId, profileQuality } from "goodwill/customer";
 * import { instant } from "goodwill/shared";
 *
 * const customer = {
 *   id: customerId("C-17"),
 *   kind: "person",
 *   name: "Lin Mei",
 *   contactPoints: [],
 *   consents: [],
 * } as const;
 * const asked = [
 *   { item: "features-sought", at: instant("2026-01-05T09:00:00Z"), outcome: "refused" } as const,
 * ];
 * const quality = profileQuality({ customer, asked }, { asOf: instant("2026-02-13T09:30:00Z") });
 * quality.score?.toFixed(3); // => "0.071"
 * quality.nextQuestions.slice(0, 2).map(({ ask }) => ask); // =>
 * // ["Where can we reach you?", "Which products do you use now?"]
 * quality.withheldQuestions.some(({ item }) => item === "features-sought"); // => true
 * ```
 */
export function profileQuality(
  profile: Profile,
  { asOf, policy = DEFAULT_PROFILE_POLICY }: ProfileQualityOptions,
): ProfileQuality {
  requireProfilePolicy(policy);
  const { customer, asked = [] } = profile;
  requireOwnPurchases(profile);
  const items = policy.items.filter(({ of }) => of === undefined || of === customer.kind);
  const evidence = evidenceByItem(profile, { asOf });
  const data = items.map((item) => datumOf(item, { found: evidence.get(item.id), asOf, policy }));
  const weights = weightsOf(items, policy);
  const byState = idsByState(data);
  const lacking: LackingItem[] = [];
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index]!;
    const datum = data[index]!;
    const gainShare = weights[item.kind] * item.weight * (1 - datum.worthShare);
    if (datum.state !== "fresh" && gainShare > 0) lacking.push({ item, datum, gainShare });
  }
  const { next, withheld } = questionsOf(lacking, { asked, asOf, policy });
  const quality: { -readonly [Key in keyof ProfileQuality]: ProfileQuality[Key] } = {
    customer: customer.id,
    kinds: kindsOf(items, data),
    data,
    missing: byState.missing,
    invalid: byState.invalid,
    stale: byState.stale,
    answers: answersOf(data),
    nextQuestions: next,
    withheldQuestions: withheld,
  };
  const trace = traceOf(items, { data, weights });
  if (trace !== undefined) {
    quality.score = trace.value;
    quality.trace = trace;
  }
  return quality;
}

function idsByState(data: readonly ProfileDatum[]): Record<ProfileDatumState, string[]> {
  const ids = { fresh: [], stale: [], undated: [], invalid: [], missing: [] };
  const byState: Record<ProfileDatumState, string[]> = ids;
  for (const { item, state } of data) byState[state].push(item);
  return byState;
}

function requireOwnPurchases({ customer, purchases = [] }: Profile): void {
  for (const purchase of purchases) {
    if (purchase.customer === customer.id) continue;
    throw new RangeError(
      `Cannot judge a profile: purchase ${purchase.id} must be of customer ${customer.id}, got ${purchase.customer}`,
    );
  }
}

type KindWeights = Record<ProfileKind, number>;

/** What one unit of an item's weight adds to the score, by kind; 0 for a kind that does not count. */
function weightsOf(items: readonly ProfileItem[], { kindWeights }: ProfilePolicy): KindWeights {
  const sums: KindWeights = { basic: 0, behaviour: 0, outcome: 0, feedback: 0 };
  for (const { kind, weight } of items) sums[kind] += weight;
  let all = 0;
  for (const kind of PROFILE_KINDS) if (sums[kind] > 0) all += kindWeights[kind];
  for (const kind of PROFILE_KINDS) {
    sums[kind] = all > 0 && sums[kind] > 0 ? kindWeights[kind] / all / sums[kind] : 0;
  }
  return sums;
}

function kindsOf(
  items: readonly ProfileItem[],
  data: readonly ProfileDatum[],
): ProfileKindQuality[] {
  const qualities: ProfileKindQuality[] = [];
  for (const kind of PROFILE_KINDS) {
    const sums = { all: 0, known: 0, valid: 0, worth: 0 };
    for (let index = 0; index < items.length; index += 1) {
      const { kind: own, weight } = items[index]!;
      if (own !== kind) continue;
      const { state, worthShare } = data[index]!;
      sums.all += weight;
      if (state === "missing") continue;
      sums.known += weight;
      if (state === "invalid") continue;
      sums.valid += weight;
      sums.worth += weight * worthShare;
    }
    if (sums.all === 0) continue;
    const quality: { -readonly [Key in keyof ProfileKindQuality]: ProfileKindQuality[Key] } = {
      kind,
      score: sums.worth / sums.all,
      completenessShare: sums.known / sums.all,
    };
    if (sums.known > 0) quality.validityShare = sums.valid / sums.known;
    if (sums.valid > 0) quality.freshnessShare = sums.worth / sums.valid;
    qualities.push(quality);
  }
  return qualities;
}

function traceOf(
  items: readonly ProfileItem[],
  { data, weights }: { readonly data: readonly ProfileDatum[]; readonly weights: KindWeights },
): Trace | undefined {
  const parts: Trace[] = [];
  for (const kind of PROFILE_KINDS) {
    const perWeight = weights[kind];
    if (perWeight === 0) continue;
    const ofKind: Trace[] = [];
    for (let index = 0; index < items.length; index += 1) {
      const { id, weight, kind: own } = items[index]!;
      if (own !== kind) continue;
      const { state, worthShare } = data[index]!;
      const most = perWeight * weight;
      const params = { item: id, state, worthShare, most };
      ofKind.push({ code: "profile-item-score", value: most * worthShare, params });
    }
    const params = { kind };
    parts.push({ code: "profile-kind-score", value: sumOf(ofKind), params, parts: ofKind });
  }
  return parts.length === 0 ? undefined : { code: "profile-score", value: sumOf(parts), parts };
}

function sumOf(parts: readonly Trace[]): number {
  return parts.reduce((sum, { value }) => sum + value, 0);
}
