// What the facts say of an attitude. Internal: not part of the package's surface.

import type { CustomerId } from "../../customer/record/customer.js";
import type { Instant } from "../../shared/time/instant.js";
import type { AttitudeFact, AttitudeKind, LoyaltyObstacle } from "./attitude-fact.js";

/** The obstacles there are facts of. */
export const OBSTACLES: readonly LoyaltyObstacle[] = ["paid-more", "waited", "refused-offer"];

/** The facts of a customer up to a moment, in the order of time, equals by id, each id once. */
export function attitudesOf(
  facts: Iterable<AttitudeFact>,
  { customer, asOf }: { readonly customer: CustomerId; readonly asOf: Instant },
): readonly AttitudeFact[] {
  const byId = new Map<string, AttitudeFact>();
  for (const fact of facts) {
    const isOwn = fact.customer === customer && fact.at <= asOf;
    if (isOwn && !byId.has(fact.id)) byId.set(fact.id, fact);
  }
  return [...byId.values()].toSorted((a, b) => {
    if (a.at !== b.at) return a.at < b.at ? -1 : 1;
    return a.id < b.id ? -1 : 1;
  });
}

/** The last word on something; absent when nothing is known. */
export function lastWord(
  facts: readonly AttitudeFact[],
  kind: AttitudeKind,
): AttitudeFact | undefined {
  return facts.findLast((fact) => fact.kind === kind);
}

/** The facts of obstacles that came up. */
export function obstaclesOf(facts: readonly AttitudeFact[]): readonly AttitudeFact[] {
  return facts.filter(({ kind }) => OBSTACLES.some((obstacle) => obstacle === kind));
}
