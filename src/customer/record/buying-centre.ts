import type { Reason, Trace } from "../../shared/reason.js";
import { millisecondsBetween, type Instant } from "../../shared/time/instant.js";
import { timeZone, plainDateAt, type TimeZone } from "../../shared/time/time-zone.js";
import type { Customer } from "./customer.js";
import type { KeyPerson, KeyPersonInfluence } from "./key-person.js";

/** How much each influence counts, and when a standing is worth a word. */
export interface BuyingCentrePolicy {
  /** Weight of each influence, at least 0; a person with several counts with the largest. */
  readonly weights: Readonly<Record<KeyPersonInfluence, number>>;
  /** A standing judged longer ago than so many days is stale; at least 0. */
  readonly standingDays: number;
  /** A standing below this is bad; -1 to 1. */
  readonly badStandingBelow: number;
}

/**
 * Who decides or blocks counts three times, who recommends twice, who uses once; a standing holds for a year; below
 * neutral is bad.
 *
 * The roles are those of the buying centre of Webster and Wind (1972, Journal of Marketing 36(2):12). The paper gives
 * no numbers: the weights and the year are round figures, the firm's to set.
 */
export const DEFAULT_BUYING_CENTRE_POLICY: BuyingCentrePolicy = {
  weights: { decides: 3, blocks: 3, recommends: 2, uses: 1 },
  standingDays: 365,
  badStandingBelow: 0,
};

/** When, by whose calendar and by which policy the key persons are looked at. */
export interface BuyingCentreOptions {
  /** The moment asked about. */
  readonly asOf: Instant;
  /** The zone whose calendar tells who is in office; the customer's own, or else UTC, when absent. */
  readonly zone?: TimeZone;
  /** The weights and limits; {@link DEFAULT_BUYING_CENTRE_POLICY} when absent. */
  readonly policy?: BuyingCentrePolicy;
}

/** A key person in office, and how we stand with them. */
export interface KeyPersonStanding {
  /** The person's id. */
  readonly person: string;
  /** What the person does to a purchase. */
  readonly influence: readonly KeyPersonInfluence[];
  /** The weight the person counts with. */
  readonly weight: number;
  /** How we stand: -1 to 1; absent when it is not known at the moment asked about. */
  readonly standing?: number;
  /** Whether the standing is of late, too old, without a date, or not known. */
  readonly freshness: "fresh" | "stale" | "undated" | "unknown";
}

/** Who counts in an organisation at a moment, and how the firm stands there (CUS-5). */
export interface BuyingCentre {
  /** Ids of those in office, by influence, in alphabetical order. */
  readonly influence: Readonly<Record<KeyPersonInfluence, readonly string[]>>;
  /** Those in office, the weightiest first, equals by id. */
  readonly persons: readonly KeyPersonStanding[];
  /** Ids of those no longer in office, in alphabetical order. */
  readonly former: readonly string[];
  /** Weighted mean of the standings on record, -1 to 1; absent when none is known or all weights are 0. */
  readonly standing?: number;
  /** Share of the weight whose standing is on record, 0 to 1; absent when all weights are 0 or nobody is known. */
  readonly knownShare?: number;
  /** How the standing came about: the parts add up to it; absent like `standing`. */
  readonly trace?: Trace;
  /** What is missing or dangerous, in the order: the whole, then person by person. */
  readonly gaps: readonly Reason[];
}

const INFLUENCES: readonly KeyPersonInfluence[] = ["decides", "recommends", "uses", "blocks"];
const DAY_MS = 86_400_000;

/**
 * Who decides, recommends, uses and blocks at this customer, and how do we stand with them (CUS-5)?
 *
 * Counted are those in office on the day: from `from` to `through`, both included. The standing of the whole is the
 * mean over those whose standing is on record, weighted by influence; stale and undated ones count and are named as
 * gaps, and a standing judged after `asOf` is not known yet. Named are also: nobody known, nobody who decides, and
 * somebody who decides or blocks with whom we stand badly.
 *
 * @remarks The buying centre: Webster and Wind (1972, Journal of Marketing 36(2):12).
 * @param customer - The customer.
 * @param options - The moment, the zone and the policy.
 * @returns The persons by influence, the standing with its trace, and the gaps.
 * @throws RangeError when the policy has a weight or a number of days that is not finite and at least 0, or a limit
 * that is not between -1 and 1.
 * @example
 * ```ts
 * import { buyingCentre, customerId } from "goodwill/customer";
 * import { instant } from "goodwill/shared";
 *
 * const judged = { standingAt: instant("2026-01-10T09:00:00Z") };
 * const customer = {
 *   id: customerId("C-4"),
 *   kind: "organisation",
 *   name: "Nordwind GmbH",
 *   contactPoints: [],
 *   consents: [],
 *   keyPersons: [
 *     { id: "wu", name: "Wu Lan", position: "buyer", influence: ["recommends"], standing: 1, ...judged },
 *     { id: "ott", name: "K. Ott", position: "IT", influence: ["blocks"], standing: -0.5, ...judged },
 *   ],
 * } as const;
 * const { standing, gaps } = buyingCentre(customer, { asOf: instant("2026-02-13T09:30:00Z") });
 * standing?.toFixed(2); // => "0.10"
 * gaps.map(({ code }) => code); // => ["key-person-nobody-decides", "key-person-blocker-hostile"]
 * ```
 */
export function buyingCentre(
  customer: Customer,
  { asOf, zone, policy = DEFAULT_BUYING_CENTRE_POLICY }: BuyingCentreOptions,
): BuyingCentre {
  requireBuyingCentrePolicy(policy);
  const today = plainDateAt(asOf, zone ?? customer.timeZone ?? timeZone("UTC"));
  const all = (customer.keyPersons ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const former = all.filter(({ through }) => through !== undefined && through < today);
  const inOffice = all.filter(
    ({ from, through }) =>
      (from === undefined || from <= today) && (through === undefined || today <= through),
  );
  const persons = inOffice
    .map((person) => standingOf(person, { asOf, policy }))
    .toSorted((a, b) => b.weight - a.weight);
  const idsOf = (influence: KeyPersonInfluence): string[] =>
    inOffice.filter((person) => person.influence.includes(influence)).map(({ id }) => id);
  const weight = sumOf(persons);
  const known = persons.filter(({ standing }) => standing !== undefined);
  const knownWeight = sumOf(known);
  const trace = knownWeight > 0 ? traceOf(known, knownWeight) : undefined;
  return {
    influence: {
      decides: idsOf("decides"),
      recommends: idsOf("recommends"),
      uses: idsOf("uses"),
      blocks: idsOf("blocks"),
    },
    persons,
    former: former.map(({ id }) => id),
    ...(trace !== undefined && { standing: trace.value, trace }),
    ...(weight > 0 && { knownShare: knownWeight / weight }),
    gaps: [
      ...gapsOfWhole(customer, { inOffice, former }),
      ...inOffice.flatMap((person) => gapsOfPerson(person, { asOf, policy })),
    ],
  };
}

function sumOf(persons: readonly KeyPersonStanding[]): number {
  return persons.reduce((sum, { weight }) => sum + weight, 0);
}

function traceOf(known: readonly KeyPersonStanding[], knownWeight: number): Trace {
  const parts = known.map(({ person, standing = 0, weight }) => ({
    code: "key-person-standing",
    value: (weight * standing) / knownWeight,
    params: { person, standing, weight, knownWeight },
  }));
  // Rounding must not carry the mean of equal standings beyond the scale.
  const mean = parts.reduce((sum, { value }) => sum + value, 0);
  const value = Math.min(1, Math.max(-1, mean));
  return { code: "buying-centre-standing", value, params: { persons: known.length }, parts };
}

interface Judging {
  readonly asOf: Instant;
  readonly policy: BuyingCentrePolicy;
}

function standingOf(person: KeyPerson, { asOf, policy }: Judging): KeyPersonStanding {
  const { id, influence, standing, standingAt } = person;
  const weight = Math.max(0, ...influence.map((one) => policy.weights[one]));
  const base = { person: id, influence, weight };
  if (standing === undefined || (standingAt !== undefined && standingAt > asOf)) {
    return { ...base, freshness: "unknown" };
  }
  if (standingAt === undefined) return { ...base, standing, freshness: "undated" };
  const isStale = millisecondsBetween(standingAt, asOf) > policy.standingDays * DAY_MS;
  return { ...base, standing, freshness: isStale ? "stale" : "fresh" };
}

function gapsOfWhole(
  { id }: Customer,
  { inOffice, former }: Readonly<Record<"inOffice" | "former", readonly KeyPerson[]>>,
): Reason[] {
  if (inOffice.length === 0) {
    return [{ code: "key-person-none", params: { customer: id, former: former.length } }];
  }
  const decides = ({ influence }: KeyPerson): boolean => influence.includes("decides");
  if (inOffice.some(decides)) return [];
  const left = former.filter(decides).length;
  return [
    { code: "key-person-nobody-decides", params: { customer: id, known: inOffice.length, left } },
  ];
}

function gapsOfPerson(person: KeyPerson, { asOf, policy }: Judging): Reason[] {
  const { standing, freshness } = standingOf(person, { asOf, policy });
  const { id, standingAt } = person;
  const gaps: Reason[] = [];
  if (freshness === "unknown") {
    gaps.push({ code: "key-person-standing-unknown", params: { person: id } });
  } else if (freshness === "undated") {
    gaps.push({ code: "key-person-standing-undated", params: { person: id } });
  } else if (freshness === "stale" && standingAt !== undefined) {
    const days = Math.floor(millisecondsBetween(standingAt, asOf) / DAY_MS);
    const params = { person: id, days, limitDays: policy.standingDays };
    gaps.push({ code: "key-person-standing-stale", params });
  }
  if (standing !== undefined && standing < policy.badStandingBelow) {
    const params = { person: id, standing, limit: policy.badStandingBelow };
    if (person.influence.includes("decides")) {
      gaps.push({ code: "key-person-decider-hostile", params });
    }
    if (person.influence.includes("blocks")) {
      gaps.push({ code: "key-person-blocker-hostile", params });
    }
  }
  return gaps;
}

function requireBuyingCentrePolicy(policy: BuyingCentrePolicy): void {
  const { weights, standingDays, badStandingBelow } = policy;
  const amounts = [
    ...INFLUENCES.map((one) => ["weight of " + one, weights[one]] as const),
    ["number of days", standingDays] as const,
  ];
  for (const [name, value] of amounts) {
    if (!(value >= 0 && Number.isFinite(value))) {
      throw new RangeError(
        `Cannot read a buying centre: the ${name} must be finite and at least 0, got ${String(value)}`,
      );
    }
  }
  if (!(badStandingBelow >= -1 && badStandingBelow <= 1)) {
    throw new RangeError(
      `Cannot read a buying centre: the bad standing must be between -1 and 1, got ${String(badStandingBelow)}`,
    );
  }
}
