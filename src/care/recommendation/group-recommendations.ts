import { aggregate } from "../../shared/aggregation.js";
import type { Reason } from "../../shared/reason.js";
import { compareText } from "../../shared/text-order.js";
import type { GroupProduct, GroupProfile } from "./group-product.js";
import { ownershipCombine } from "./ownership.js";
import type { OwnershipCounts, OwnershipRow } from "./ownership.js";
import { byLift, groupProduct, groupProfile, productReason } from "./profile-of-group.js";
import { DEFAULT_RECOMMENDATION_POLICY } from "./recommendation-policy.js";
import type { RecommendationPolicy } from "./recommendation-policy.js";
import { requireRecommendationPolicy } from "./require-recommendation-policy.js";

/** By which rules is recommended, and what never is. */
export interface RecommendationOptions {
  /** What differs from {@link DEFAULT_RECOMMENDATION_POLICY}. */
  readonly policy?: Partial<RecommendationPolicy>;
  /** Products that are not recommended to anybody: sold out, withdrawn; none when absent. */
  readonly excluded?: readonly string[];
}

/** A product recommended to one customer. */
export interface MemberRecommendation extends GroupProduct {
  /** The group whose members have it; of several the one with the largest lift. */
  readonly group: string;
  /** Why. */
  readonly reason: Reason;
}

/** A product that would be recommended, but for a reason. */
export interface WithheldProduct {
  /** The product. */
  readonly product: string;
  /** Why not. */
  readonly reason: Reason;
}

/** What is recommended to one customer. */
export interface MemberRecommendations {
  /** The customer. */
  readonly customer: string;
  /** What their like have and they lack: the largest lift first, then the largest support, then by name. */
  readonly products: readonly MemberRecommendation[];
  /** What does not suit, is excluded, or is beyond the number a member is recommended, in the same order. */
  readonly withheld: readonly WithheldProduct[];
  /** Why nothing is known to be recommended: no group, or groups of too few. */
  readonly notes: readonly Reason[];
}

/** What is recommended to groups and their members. */
export interface GroupRecommendations {
  /** The groups by name. */
  readonly groups: readonly GroupProfile[];
  /** The customers, in the order given. */
  readonly members: readonly MemberRecommendations[];
}

/**
 * What do these customers lack that their like have (CARE-8)?
 *
 * For a group: products it has far more often than all customers (what marks it) and far less often (what it lacks).
 * Far means both: the lift reaches the policy's bound, included, and the Wilson interval of the group's share leaves
 * the share of all customers out.
 *
 * For a member: products the member has not, that at least the policy's share of a group has, with its support and
 * lift, all bounds included, and with an interval that lies above the share of all customers. What does not suit a
 * member or is excluded is withheld, and said. Of groups with too few customers nothing is said but that.
 *
 * Support is the share of all customers who are in the group and have the product, confidence the share of the group,
 * lift confidence over the share of all customers, the group's own included. Whoever has a product because it is given
 * to everybody lifts nothing: a lift of 1 is never recommended.
 *
 * @remarks Association rules from a group to a product: Agrawal, Imielinski and Swami (1993, SIGMOD, 207); lift as the
 * interest of Brin, Motwani, Ullman and Tsur (1997, SIGMOD, 255). What goes together need not cause one another.
 * @param rows - The customers with their groups and products, each customer once.
 * @param options - The policy, and what is never recommended.
 * @returns The groups, and what is recommended to each member.
 * @throws RangeError when a name is blank, a customer is given twice, or a number of the policy is out of its range.
 * @example
 * ```ts
 * import { groupRecommendations } from "goodwill/care";
 *
 * const rows = [1, 2, 3, 4, 5, 6, 7, 8].map((i) => ({
 *   customer: `C-${i}`,
 *   groups: i <= 4 ? ["families"] : ["singles"],
 *   owned: i <= 3 ? ["car", "roof box"] : ["car"],
 * }));
 * const policy = { minimumMembers: 4, level: 0.5 };
 * const { groups, members } = groupRecommendations(rows, { policy });
 * groups[0]?.marks.map(({ product, lift }) => [product, lift]); // => [["roof box", 2]]
 * members[3]?.products.map(({ product, owners }) => [product, owners]); // => [["roof box", 3]]
 * ```
 */
export function groupRecommendations(
  rows: readonly OwnershipRow[],
  options: RecommendationOptions = {},
): GroupRecommendations {
  const seen = new Set<string>();
  for (const { customer } of rows) {
    if (seen.has(customer)) {
      throw new RangeError(
        `Cannot recommend to groups: each customer must be given once, got "${customer}" twice`,
      );
    }
    seen.add(customer);
  }
  const counts = aggregate(rows, ownershipCombine());
  const policy = policyOf(options);
  const excluded = new Set(options.excluded);
  const recommend = prepareRecommendations(counts, options);
  return {
    groups: [...counts.groups].map(([name, group]) =>
      groupProfile(name, { group, base: counts.base, policy, excluded }),
    ),
    members: rows.map((row) => recommend(row)),
  };
}

interface GroupCandidates {
  readonly products: readonly MemberRecommendation[];
  /** That the group has too few customers; absent where it has enough. */
  readonly tooFew?: Reason;
}

/**
 * How is one customer after the other recommended to, from counts made before?
 *
 * For a base that does not fit in memory: count it with {@link ownershipCombine}, then go through it again. Each
 * customer is answered as by {@link groupRecommendations}.
 *
 * @param counts - Who has what, in all and by group.
 * @param options - The policy, and what is never recommended.
 * @returns A function from a customer to what is recommended.
 * @throws RangeError when a number of the policy is out of its range.
 * @example
 * ```ts
 * import { ownershipCombine, prepareRecommendations } from "goodwill/care";
 * import { aggregate } from "goodwill/shared";
 *
 * const rows = [{ customer: "C-1", groups: ["families"], owned: ["car"] }];
 * const recommend = prepareRecommendations(aggregate(rows, ownershipCombine()));
 * recommend(rows[0]!).notes.map(({ code }) => code); // => ["recommendation-too-few"]
 * ```
 */
export function prepareRecommendations(
  counts: OwnershipCounts,
  options: RecommendationOptions = {},
): (row: OwnershipRow) => MemberRecommendations {
  const policy = policyOf(options);
  const excluded = new Set(options.excluded);
  const candidates = new Map(
    [...counts.groups.keys()].map((name) => [name, candidatesOf(name, { counts, policy })]),
  );
  return ({ customer, groups, owned, unsuitable = [] }) => {
    const known = [...new Set(groups)]
      .toSorted()
      .map((group) => candidates.get(group) ?? tooFewIn(group, { customers: 0, policy }));
    const notes = known.flatMap(({ tooFew }) => (tooFew === undefined ? [] : [tooFew]));
    if (groups.length === 0) notes.push({ code: "recommendation-no-group", params: {} });
    const has = new Set(owned);
    const lacked = bestOf(known.map(({ products }) => products)).filter(
      ({ product }) => !has.has(product),
    );
    const products: MemberRecommendation[] = [];
    const withheld: WithheldProduct[] = [];
    const unfit = new Set(unsuitable);
    for (const one of lacked) {
      const { product } = one;
      const code = withheldBecause(product, { unfit, excluded });
      if (code === undefined && products.length < policy.perMember) products.push(one);
      else {
        const params = { product, group: one.group };
        withheld.push({ product, reason: { code: code ?? "recommendation-beyond", params } });
      }
    }
    return { customer, products, withheld, notes };
  };
}

/** A group of which nothing can be said; one that was not counted has nobody. */
function tooFewIn(
  group: string,
  { customers, policy }: { readonly customers: number; readonly policy: RecommendationPolicy },
): GroupCandidates {
  const params = { group, customers, minimum: policy.minimumMembers };
  return { products: [], tooFew: { code: "recommendation-too-few", params } };
}

function candidatesOf(
  name: string,
  { counts, policy }: { readonly counts: OwnershipCounts; readonly policy: RecommendationPolicy },
): GroupCandidates {
  const { base } = counts;
  const group = counts.groups.get(name)!;
  const { customers } = group;
  const { minimumMembers, level } = policy;
  if (customers < minimumMembers) return tooFewIn(name, { customers, policy });
  const products = [...group.owners.keys()]
    .map((product) => groupProduct(product, { group, base, level }))
    .filter(
      ({ support, confidence, lift, interval, baseShare }) =>
        support >= policy.minimumSupport &&
        confidence >= policy.minimumConfidence &&
        lift >= policy.minimumLift &&
        interval.lower > baseShare,
    )
    .toSorted(byLift)
    .map((one) => {
      const reason = productReason("recommendation-like-have", { group: name, one });
      return { ...one, group: name, reason };
    });
  return { products };
}

/** Each product once, for the group that speaks best for it; of equals the first by name. */
function bestOf(lists: readonly (readonly MemberRecommendation[])[]): MemberRecommendation[] {
  if (lists.length === 1) return [...lists[0]!];
  const best = new Map<string, MemberRecommendation>();
  const all = lists.flat().toSorted((a, b) => byLift(a, b) || compareText(a.group, b.group));
  for (const one of all) if (!best.has(one.product)) best.set(one.product, one);
  return [...best.values()];
}

function withheldBecause(
  product: string,
  {
    unfit,
    excluded,
  }: { readonly unfit: ReadonlySet<string>; readonly excluded: ReadonlySet<string> },
): string | undefined {
  if (excluded.has(product)) return "recommendation-excluded";
  return unfit.has(product) ? "recommendation-unsuitable" : undefined;
}

function policyOf({ policy }: RecommendationOptions): RecommendationPolicy {
  const whole = { ...DEFAULT_RECOMMENDATION_POLICY, ...policy };
  requireRecommendationPolicy(whole);
  return whole;
}
