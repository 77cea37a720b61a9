// How a group is held against all customers. Internal: not part of the package's surface.

import type { Reason } from "../../shared/reason.js";
import { wilsonInterval } from "../../shared/statistics/proportion.js";
import { compareText } from "../../shared/text-order.js";
import type { GroupProduct, GroupProfile } from "./group-product.js";
import type { OwnershipTally } from "./ownership.js";
import type { RecommendationPolicy } from "./recommendation-policy.js";

/** One product of a group. */
export function groupProduct(
  product: string,
  {
    group,
    base,
    level,
  }: { readonly group: OwnershipTally; readonly base: OwnershipTally; readonly level: number },
): GroupProduct {
  const owners = group.owners.get(product) ?? 0;
  const { customers } = group;
  const confidence = owners / customers;
  const all = base.owners.get(product) ?? 0;
  return {
    product,
    owners,
    customers,
    support: owners / base.customers,
    confidence,
    interval: wilsonInterval({ count: owners, n: customers }, { level }),
    baseShare: all / base.customers,
    // One division, so that a lift of exactly the policy's bound is not a hair less.
    lift: (owners * base.customers) / (customers * all),
  };
}

/** What marks a group and what it lacks. */
export function groupProfile(
  name: string,
  {
    group,
    base,
    policy,
    excluded,
  }: {
    readonly group: OwnershipTally;
    readonly base: OwnershipTally;
    readonly policy: RecommendationPolicy;
    readonly excluded: ReadonlySet<string>;
  },
): GroupProfile {
  const { customers } = group;
  const { minimumMembers: minimum, minimumSupport, minimumBaseShare, level } = policy;
  if (customers < minimum) {
    const reason = { code: "recommendation-too-few", params: { group: name, customers, minimum } };
    return { group: name, customers, tooFew: true, marks: [], lacks: [], reasons: [reason] };
  }
  const all = [...base.owners.keys()].map((one) => groupProduct(one, { group, base, level }));
  const marks = all
    .filter((one) => one.lift >= policy.markingLift && one.interval.lower > one.baseShare)
    .filter(({ support }) => support >= minimumSupport)
    .toSorted(byLift);
  const lacks = all
    .filter((one) => one.lift <= policy.lackingLift && one.interval.upper < one.baseShare)
    .filter(({ baseShare, product }) => baseShare >= minimumBaseShare && !excluded.has(product))
    .toSorted((a, b) => a.lift - b.lift || b.baseShare - a.baseShare || byName(a, b));
  return {
    group: name,
    customers,
    tooFew: false,
    marks,
    lacks,
    reasons: [
      ...marks.map((one) => productReason("recommendation-group-marked", { group: name, one })),
      ...lacks.map((one) => productReason("recommendation-group-lacks", { group: name, one })),
    ],
  };
}

/** The larger lift first, then the larger support, then by name. */
export function byLift(a: GroupProduct, b: GroupProduct): number {
  return b.lift - a.lift || b.support - a.support || byName(a, b);
}

function byName(a: GroupProduct, b: GroupProduct): number {
  return compareText(a.product, b.product);
}

/** A reason with the figures of a product in a group. */
export function productReason(
  code: string,
  { group, one }: { readonly group: string; readonly one: GroupProduct },
): Reason {
  const { product, owners, customers, confidence, baseShare, lift } = one;
  return { code, params: { product, group, owners, customers, confidence, baseShare, lift } };
}
