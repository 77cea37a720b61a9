import type { Reason } from "../../shared/reason.js";
import { requireTouchpointCatalogue } from "./touchpoint-catalogue.js";
import type { ExperienceRealm, Sense, Touchpoint } from "./touchpoint.js";

/** Which touchpoints speak to one sense. */
export interface SenseReach {
  /** The sense. */
  readonly sense: Sense;
  /** The touchpoints that speak to it, by id. */
  readonly touchpoints: readonly string[];
}

/** Which touchpoints are felt as one realm. */
export interface RealmReach {
  /** The realm. */
  readonly realm: ExperienceRealm;
  /** The touchpoints that are felt so, by id. */
  readonly touchpoints: readonly string[];
}

/** What a catalogue lets the customer sense and feel. */
export interface SenseCoverage {
  /** All five senses, in the order sight, hearing, smell, taste, touch. */
  readonly senses: readonly SenseReach[];
  /** All six realms, Pine and Gilmore's four first. */
  readonly realms: readonly RealmReach[];
  /** Touchpoints of which no sense is known, by id. */
  readonly withoutSense: readonly string[];
  /** Touchpoints of which no realm is known, by id. */
  readonly withoutRealm: readonly string[];
  /** What is missing: `sense-not-reached`, then `realm-not-reached`. */
  readonly findings: readonly Reason[];
}

const SENSES: readonly Sense[] = ["sight", "hearing", "smell", "taste", "touch"];

const REALMS: readonly ExperienceRealm[] = [
  "entertainment",
  "education",
  "aesthetic",
  "escapist",
  "self-fulfilment",
  "belonging",
];

/**
 * Which senses do our touchpoints speak to, and what are they felt as (TP-6)?
 *
 * Touchpoints behind the line of visibility count for neither: nobody senses them.
 *
 * @param catalogue - The touchpoints.
 * @returns Every sense and realm with its touchpoints, what is not known, and which sense or realm none reaches.
 * @throws RangeError when the catalogue is not valid, see {@link requireTouchpointCatalogue}.
 * @example
 * ```ts
 * import { senseCoverage, STANDARD_TOUCHPOINTS } from "goodwill/touchpoint";
 *
 * const { senses, findings } = senseCoverage(STANDARD_TOUCHPOINTS);
 * senses.find(({ sense }) => sense === "taste")?.touchpoints; // => ["events"]
 * findings; // => []
 * ```
 */
export function senseCoverage(catalogue: Iterable<Touchpoint>): SenseCoverage {
  const seen = [...requireTouchpointCatalogue(catalogue).values()]
    .filter(({ visibility }) => visibility === "frontstage")
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const idsOf = (holds: (touchpoint: Touchpoint) => boolean): string[] =>
    seen.filter(holds).map(({ id }) => id);
  const senses = SENSES.map((sense) => ({
    sense,
    touchpoints: idsOf((touchpoint) => touchpoint.senses?.includes(sense) === true),
  }));
  const realms = REALMS.map((realm) => ({
    realm,
    touchpoints: idsOf((touchpoint) => touchpoint.realm === realm),
  }));
  return {
    senses,
    realms,
    withoutSense: idsOf((touchpoint) => (touchpoint.senses ?? []).length === 0),
    withoutRealm: idsOf((touchpoint) => touchpoint.realm === undefined),
    findings: [
      ...senses
        .filter(({ touchpoints }) => touchpoints.length === 0)
        .map(({ sense }): Reason => ({ code: "sense-not-reached", params: { sense } })),
      ...realms
        .filter(({ touchpoints }) => touchpoints.length === 0)
        .map(({ realm }): Reason => ({ code: "realm-not-reached", params: { realm } })),
    ],
  };
}
