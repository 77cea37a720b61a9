/** A name in the two languages of the field. */
export interface Label {
  /** In English. */
  readonly en: string;
  /** In Simplified Chinese. */
  readonly zh: string;
}

/** A node of a catalogue: a dimension with its factors, a factor with its questions, or a leaf. */
export interface ExperienceFactor {
  /** Id, unique in its catalogue; the name used in ratings. */
  readonly id: string;
  /** What to call it in reports and forms. */
  readonly label: Label;
  /** What it is made of; absent for a leaf. */
  readonly parts?: readonly ExperienceFactor[];
}

/**
 * The leaves of a catalogue: what is asked.
 *
 * @param factors - The catalogue, or one branch of it.
 * @returns All nodes without parts, in order.
 * @example
 * ```ts
 * import { EXPERIENCE_FACTORS, leafFactors } from "goodwill/experience";
 *
 * leafFactors(EXPERIENCE_FACTORS).length; // => 6
 * ```
 */
export function leafFactors(factors: readonly ExperienceFactor[]): readonly ExperienceFactor[] {
  return factors.flatMap((factor) =>
    factor.parts === undefined ? [factor] : leafFactors(factor.parts),
  );
}

/**
 * Checks that a catalogue can be used: ids are named and differ, and no node has an empty list of parts.
 *
 * @param factors - The catalogue.
 * @returns The catalogue.
 * @throws RangeError when an id is empty or used twice, or a node has no parts in its list.
 * @example
 * ```ts
 * import { EXTERNAL_VALUE_AREAS, requireCatalogue } from "goodwill/experience";
 *
 * requireCatalogue(EXTERNAL_VALUE_AREAS).length; // => 5
 * ```
 */
export function requireCatalogue(
  factors: readonly ExperienceFactor[],
): readonly ExperienceFactor[] {
  const seen = new Set<string>();
  const visit = ({ id, parts }: ExperienceFactor): void => {
    if (id === "" || seen.has(id))
      throw new RangeError(
        `A catalogue's ids must be named and differ, got "${id}" twice or empty`,
      );
    if (parts?.length === 0)
      throw new RangeError(`A catalogue's node must have parts or no list of them: "${id}"`);
    seen.add(id);
    parts?.forEach(visit);
  };
  factors.forEach(visit);
  return factors;
}
