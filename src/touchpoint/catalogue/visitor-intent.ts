import type { Reason } from "../../shared/reason.js";
import type { Interaction } from "../interaction.js";
import type { ExperienceRealm } from "./touchpoint.js";

/** What a visitor came for (TP-6). */
export type VisitorIntent = "roaming" | "searching" | "buying" | "seeking-recognition";

/** The intents, and the realm that leads a visit with each (TP-6). */
export const VISITOR_INTENTS: Readonly<Record<VisitorIntent, ExperienceRealm>> = {
  roaming: "aesthetic",
  searching: "education",
  buying: "self-fulfilment",
  "seeking-recognition": "belonging",
};

/** A sign by which an intent is told. */
export interface VisitorIntentRule {
  /** The intent. */
  readonly intent: VisitorIntent;
  /** The kinds of interaction that speak for it, in the host's own words. */
  readonly kinds: readonly string[];
  /** How many such interactions the visit must hold, at least 1. */
  readonly minimum: number;
}

/** How the intent of a visit is told from what was done. */
export interface VisitorIntentPolicy {
  /** The rules; the first that holds decides. */
  readonly rules: readonly VisitorIntentRule[];
  /** The intent where none holds. */
  readonly otherwise: VisitorIntent;
}

/**
 * Buying before seeking recognition before searching, and roaming where there is no sign: the rarer and dearer sign
 * decides. The kinds are words many shops use; a firm puts in its own.
 *
 * @remarks That shoppers can be told apart by what they do on the way is Moe's (2003, "Buying, searching, or browsing",
 * Journal of Consumer Psychology 13:29); the order and the words are this library's choice.
 */
export const DEFAULT_VISITOR_INTENT_POLICY: VisitorIntentPolicy = {
  rules: [
    { intent: "buying", kinds: ["purchase", "order", "checkout", "add-to-cart"], minimum: 1 },
    { intent: "seeking-recognition", kinds: ["club", "membership", "status"], minimum: 1 },
    { intent: "searching", kinds: ["search", "compare", "enquiry", "question"], minimum: 1 },
  ],
  otherwise: "roaming",
};

/** What a visitor came for, as far as it shows. */
export interface VisitorIntentFinding {
  /** The intent. */
  readonly intent: VisitorIntent;
  /** The realm that leads such a visit. */
  readonly realm: ExperienceRealm;
  /** The interactions that speak for it, by id; empty where there was no sign. */
  readonly evidence: readonly string[];
  /** Why: `intent-shown` with the count, or `intent-without-sign`. */
  readonly reasons: readonly Reason[];
}

/**
 * Which realm of experience shall lead for a visitor with this intent (TP-6)?
 *
 * @param intent - What the visitor came for.
 * @returns Roaming: aesthetic; searching: education; buying: self-fulfilment; seeking recognition: belonging.
 * @throws RangeError for another intent.
 * @example
 * ```ts
 * import { leadingRealm } from "goodwill/touchpoint";
 *
 * leadingRealm("searching"); // => "education"
 * ```
 */
export function leadingRealm(intent: VisitorIntent): ExperienceRealm {
  if (Object.hasOwn(VISITOR_INTENTS, intent)) return VISITOR_INTENTS[intent];
  throw new RangeError(
    `Cannot name the leading realm: expected one of ${Object.keys(VISITOR_INTENTS).join(", ")}, got ${JSON.stringify(intent)}`,
  );
}

/**
 * What did this visitor come for?
 *
 * The policy's rules are tried in order; the first with enough interactions of its kinds decides. It is a guess from
 * signs, and says which.
 *
 * @param visit - The interactions of one visit, in any order.
 * @param options - How the intent is told.
 * @param options.policy - The rules; {@link DEFAULT_VISITOR_INTENT_POLICY} when absent.
 * @returns The intent with its realm and evidence; `undefined` for a visit without interactions.
 * @throws RangeError when a rule asks for less than one interaction, or a part of one.
 * @example
 * ```ts
 * import { visitorIntent } from "goodwill/touchpoint";
 *
 * const found = visitorIntent([
 *   { id: "a", kind: "view" },
 *   { id: "b", kind: "search" },
 * ]);
 * [found?.intent, found?.realm, found?.evidence]; // => ["searching", "education", ["b"]]
 * ```
 */
export function visitorIntent(
  visit: readonly Pick<Interaction, "id" | "kind">[],
  {
    policy = DEFAULT_VISITOR_INTENT_POLICY,
  }: { readonly policy?: VisitorIntentPolicy | undefined } = {},
): VisitorIntentFinding | undefined {
  for (const { intent, minimum } of policy.rules) {
    if (!Number.isSafeInteger(minimum) || minimum < 1) {
      throw new RangeError(
        `Cannot tell a visitor's intent: the minimum of "${intent}" must be a whole number of at least 1, got ${String(minimum)}`,
      );
    }
  }
  if (visit.length === 0) return undefined;
  for (const { intent, kinds, minimum } of policy.rules) {
    const evidence = visit
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ id }) => id)
      .toSorted();
    if (evidence.length < minimum) continue;
    const params = { intent, interactions: evidence.length, minimum };
    return {
      intent,
      realm: leadingRealm(intent),
      evidence,
      reasons: [{ code: "intent-shown", params }],
    };
  }
  const params = { intent: policy.otherwise, interactions: visit.length };
  return {
    intent: policy.otherwise,
    realm: leadingRealm(policy.otherwise),
    evidence: [],
    reasons: [{ code: "intent-without-sign", params }],
  };
}
