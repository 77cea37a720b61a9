import { compareText } from "../../shared/text-order.js";
import { RELATIONSHIP_ASPECTS } from "./relationship.js";
import type { Relationship, RelationshipAspect } from "./relationship.js";

/** One thing that is other than before. */
export interface RelationshipChange {
  /** The aspect it belongs to. */
  readonly aspect: RelationshipAspect;
  /** What changed, such as `rung`, or one of many, such as `complaint K-1`. */
  readonly what: string;
  /** What it was; absent when it was not there, or not known. */
  readonly from?: string | number;
  /** What it is; absent when it is no longer there, or no longer known. */
  readonly to?: string | number;
}

/**
 * What is other in the relationship with this customer than it was?
 *
 * Compares values, not what they rest on: an age that grew by a day is no change. Complaints, promises, occasions,
 * needs, consents and segments are compared one by one, complaints, promises and occasions by their ids.
 *
 * @param before - The relationship as it was.
 * @param after - The relationship of the same customer as it is.
 * @returns The changes in the order of {@link RELATIONSHIP_ASPECTS}, within an aspect by what changed; none when
 * nothing did.
 * @throws RangeError when the two are of different customers.
 * @example
 * ```ts
 * import { customerId } from "goodwill/customer";
 * import { prepareAssessment, whatChanged } from "goodwill/relationship";
 * import { instant } from "goodwill/shared";
 *
 * const nobody = { contactPoints: [], consents: [] } as const;
 * const customer = { ...nobody, id: customerId("C-17"), kind: "person", name: "Lin Mei" } as const;
 * const facts = { complaints: [{ id: "K-1", at: instant("2026-02-01T09:00:00Z") }] };
 * const before = prepareAssessment({ asOf: instant("2026-01-31T00:00:00Z") })(customer, facts);
 * const after = prepareAssessment({ asOf: instant("2026-02-13T00:00:00Z") })(customer, facts);
 * whatChanged(before, after)[0]; // => { aspect: "complaints", what: "complaint K-1", to: "open" }
 * whatChanged(before, before); // => []
 * ```
 */
export function whatChanged(
  before: Relationship,
  after: Relationship,
): readonly RelationshipChange[] {
  if (before.customer.id !== after.customer.id) {
    throw new RangeError(
      `Cannot tell what changed: both must be of one customer, got "${before.customer.id}" and "${after.customer.id}"`,
    );
  }
  const [old, now] = [traitsOf(before), traitsOf(after)];
  return RELATIONSHIP_ASPECTS.flatMap((aspect) => {
    const [from, to] = [old.get(aspect) ?? NO_TRAITS, now.get(aspect) ?? NO_TRAITS];
    return [...new Set([...from.keys(), ...to.keys()])]
      .filter((what) => from.get(what) !== to.get(what))
      .toSorted(compareText)
      .map((what) => changeOf(aspect, { what, from: from.get(what), to: to.get(what) }));
  });
}

type Trait = string | number | undefined;
type Traits = ReadonlyMap<string, Trait>;

const NO_TRAITS: Traits = new Map();

function changeOf(
  aspect: RelationshipAspect,
  { what, from, to }: { readonly what: string; readonly from: Trait; readonly to: Trait },
): RelationshipChange {
  return {
    aspect,
    what,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
}

/** What is compared, by aspect. */
function traitsOf(one: Relationship): ReadonlyMap<RelationshipAspect, Traits> {
  const { satisfaction, valueOutlook, leavingRisk, needs } = one;
  return new Map<RelationshipAspect, Traits>([
    ["clock", traits({ zone: one.zone })],
    ["life-cycle", traits({ stage: one.stage, rung: one.rung, exit: one.exit })],
    [
      "value",
      traits({
        class: one.valueClass,
        "alive probability": valueOutlook?.aliveProbability,
        "expected purchases": valueOutlook?.expectedPurchases,
        "lifetime value": valueOutlook?.lifetimeValue,
      }),
    ],
    ["satisfaction", traits({ state: satisfaction?.state, trend: satisfaction?.trend })],
    ["loyalty", traits({ pattern: one.loyaltyPattern, level: one.loyaltyLevel })],
    ["tier", traits({ tier: one.tier, points: one.points })],
    ["complaints", each(one.openComplaints, ({ id }) => [`complaint ${id}`, "open"])],
    [
      "promises",
      each(one.promises, ({ id, overdue }) => [`promise ${id}`, overdue ? "overdue" : "open"]),
    ],
    [
      "needs",
      each(
        needs.kinds.flatMap((kind) => kind.needs),
        ({ kind, topic, depth }) => [`${kind}: ${topic}`, depth ?? "known"],
      ),
    ],
    ["leaving-risk", traits({ band: leavingRisk?.band, signs: textOf(leavingRisk?.signs) })],
    ["occasions", each(one.nextOccasions, ({ key, date }) => [`occasion ${key}`, date])],
    [
      "consents",
      each(one.consents, ({ purpose, channel, allowed }) => [
        `${purpose} by ${channel}`,
        allowed ? "allowed" : "not allowed",
      ]),
    ],
    ["owner", traits({ owner: one.owner, team: one.team })],
    ["segments", each(one.segments, (segment) => [`segment ${segment}`, "in"])],
  ]);
}

/** A list as one text; absent when empty. */
function textOf(list: readonly string[] = []): string | undefined {
  return list.length === 0 ? undefined : list.join(", ");
}

function traits(values: Readonly<Record<string, Trait>>): Traits {
  return new Map(Object.entries(values));
}

function each<One>(
  all: readonly One[] | undefined,
  traitOf: (one: One) => readonly [string, Trait],
): Traits {
  return new Map((all ?? []).map(traitOf));
}
