import type { Instant } from "../../shared/time/instant.js";

/**
 * The five kinds of needs (CUS-8): what the customer says, means, takes for granted, would be delighted by, and would
 * not say.
 */
export type NeedKind = "stated" | "real" | "unstated" | "delight" | "secret";

/**
 * How far a need has gone: a `need` of the person, a `want` that a group's habit gave its form, a `demand` that can be
 * paid.
 */
export type NeedDepth = "need" | "want" | "demand";

/** Something a customer needs. */
export interface Need {
  /** What it is about, in the firm's own words: `large screen`, `service in Chinese`. */
  readonly topic: string;
  /** Which of the five kinds. */
  readonly kind: NeedKind;
  /** How far it has gone; absent when unknown. */
  readonly depth?: NeedDepth;
  /** When it was learned; absent when unknown. */
  readonly at?: Instant;
  /** The system, department or person that learned it; absent when unknown. */
  readonly source?: string;
}

/** The five kinds of needs, in the order of CUS-8: from the one said aloud to the one kept to oneself. */
export const NEED_KINDS: readonly NeedKind[] = ["stated", "real", "unstated", "delight", "secret"];

/** What is known of one kind of needs. */
export interface NeedsOfKind {
  /** The kind. */
  readonly kind: NeedKind;
  /** The needs of it, the latest learned first, undated ones last, equals by topic. */
  readonly needs: readonly Need[];
}

/** What is known of a customer's needs. */
export interface NeedOverview {
  /** One entry a kind, all five, in the order of {@link NEED_KINDS}. */
  readonly kinds: readonly NeedsOfKind[];
  /** The kinds of which nothing is known: what to listen for next. */
  readonly unknownKinds: readonly NeedKind[];
  /** Topics that can be paid, in alphabetical order. */
  readonly demands: readonly string[];
  /** Topics a group's habit gave its form, in alphabetical order. */
  readonly wants: readonly string[];
  /** Topics of which it is not known how far they have gone, in alphabetical order. */
  readonly depthUnknown: readonly string[];
}

/**
 * Which of the five kinds of needs do we know, and how far has each need gone (CUS-8)?
 *
 * Needs learned after `asOf` are left out; undated ones are taken to be known. A topic stands once in each list.
 *
 * @remarks The five kinds after Kotler and Keller, Marketing Management: stated, real, unstated, delight, secret.
 * @param needs - The needs of a customer, in any order.
 * @param options - The moment asked about.
 * @param options.asOf - The moment asked about.
 * @returns The needs by kind, the kinds of which nothing is known, and the topics by how far they have gone.
 * @example
 * ```ts
 * import { needOverview } from "goodwill/customer";
 * import { instant } from "goodwill/shared";
 *
 * const needs = [
 *   { topic: "cheap car", kind: "stated", depth: "demand" },
 *   { topic: "low running cost", kind: "real" },
 * ] as const;
 * const overview = needOverview(needs, { asOf: instant("2026-02-13T09:30:00Z") });
 * overview.unknownKinds; // => ["unstated", "delight", "secret"]
 * overview.demands; // => ["cheap car"]
 * ```
 */
export function needOverview(
  needs: readonly Need[],
  { asOf }: { readonly asOf: Instant },
): NeedOverview {
  const known = needs.filter(({ at }) => at === undefined || at <= asOf).toSorted(byLatest);
  const kinds = NEED_KINDS.map((kind) => ({
    kind,
    needs: known.filter((need) => need.kind === kind),
  }));
  const topics = (depth: NeedDepth | undefined): string[] =>
    [...new Set(known.filter((need) => need.depth === depth).map(({ topic }) => topic))].toSorted();
  return {
    kinds,
    unknownKinds: kinds.filter((one) => one.needs.length === 0).map(({ kind }) => kind),
    demands: topics("demand"),
    wants: topics("want"),
    depthUnknown: topics(undefined),
  };
}

function byLatest(a: Need, b: Need): number {
  if (a.at !== b.at) return (a.at ?? "") > (b.at ?? "") ? -1 : 1;
  return a.topic === b.topic ? 0 : a.topic < b.topic ? -1 : 1;
}

/** What is known of how far a need has gone. */
export interface NeedDepthFacts {
  /** Whether the group's habit has given the need a form: rice or bread, not just hunger; absent when unknown. */
  readonly shapedByHabit?: boolean;
  /** Whether the customer can pay for it; absent when unknown. */
  readonly canPay?: boolean;
}

/**
 * Is it a need, a want or a demand (CUS-8)?
 *
 * A want is a need in the form a group's habit gave it; a demand is a want with the ability to pay. Only what is proven
 * counts: a want of somebody whose purse is unknown is a want, and the ability to pay makes no demand of a bare need.
 *
 * @remarks Kotler and Keller, Marketing Management: needs, wants and demands.
 * @param facts - What is known.
 * @returns How far it has gone, as far as is proven; absent when nothing is known of the habit.
 * @example
 * ```ts
 * import { needDepth } from "goodwill/customer";
 *
 * needDepth({ shapedByHabit: true, canPay: true }); // => "demand"
 * needDepth({ shapedByHabit: true }); // => "want"
 * needDepth({ canPay: true }); // => undefined
 * ```
 */
export function needDepth({ shapedByHabit, canPay }: NeedDepthFacts): NeedDepth | undefined {
  if (shapedByHabit === undefined) return undefined;
  if (!shapedByHabit) return "need";
  return canPay === true ? "demand" : "want";
}
