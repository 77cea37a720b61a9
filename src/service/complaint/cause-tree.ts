import { compareText } from "../../shared/text-order.js";
import { causeShares } from "./cause-share.js";
import type { CountedComplaint } from "./counted-complaint.js";

/** A cause in the firm's catalogue, or an area that causes belong to. */
export interface CatalogueCause {
  /** Its id; unique in the catalogue. `unknown` is taken. */
  readonly id: string;
  /** What it is called. */
  readonly name: string;
  /** The area it belongs to, an id of the catalogue; absent for an area at the top. */
  readonly area?: string;
}

/** How many complaints a cause or an area has. */
export interface CauseNode {
  /** The cause. */
  readonly id: string;
  /** What it is called; the id where the catalogue does not know it. */
  readonly name: string;
  /** How many complaints name it itself. */
  readonly own: number;
  /** How many name it, or a cause within it. */
  readonly total: number;
  /** `total` of all complaints, 0 to 1. */
  readonly share: number;
  /** The causes within it that have complaints, the most frequent first. */
  readonly causes: readonly CauseNode[];
}

/** Complaints rolled up from causes to areas. */
export interface CauseTree {
  /** How many complaints, without duplicates. */
  readonly complaints: number;
  /** The areas at the top that have complaints, the most frequent first, then by id. */
  readonly areas: readonly CauseNode[];
  /** Causes that complaints name and the catalogue does not, by id: they are areas of their own above. */
  readonly uncatalogued: readonly string[];
  /** How many complaints have no cause yet; they are in no area. */
  readonly unknown: number;
}

/**
 * Which systemic problem areas do the causes of complaints add up to (SRV-1)?
 *
 * Each complaint counts for its cause and for every area above it; duplicates count once. The totals of the areas at
 * the top and the complaints of unknown cause add up to all complaints.
 *
 * @param complaints - The complaints, in any order.
 * @param catalogue - The causes and the areas they belong to, in any order.
 * @returns The tree.
 * @throws RangeError where an id comes twice or is `unknown`, an area is not in the catalogue, or a cause belongs to
 * itself, also by way of others.
 * @example
 * ```ts
 * import { causeTree } from "goodwill/service";
 * import { customerId } from "goodwill/customer";
 * import { instant } from "goodwill/shared";
 *
 * const at = instant("2026-03-02T09:00:00Z");
 * const one = { id: "K-1", customer: customerId("C-1"), at, kind: "product", cause: "seal" };
 * const catalogue = [{ id: "supply", name: "Suppliers" }, { id: "seal", name: "Bad seals", area: "supply" }];
 * const { areas } = causeTree([one, { ...one, id: "K-2" }], catalogue);
 * areas.map(({ name, own, total, causes }) => [name, own, total, causes.length]); // => [["Suppliers", 0, 2, 1]]
 * ```
 */
export function causeTree(
  complaints: Iterable<CountedComplaint>,
  catalogue: readonly CatalogueCause[],
): CauseTree {
  const within = causesWithin(catalogue);
  const shares = causeShares(complaints);
  const all = shares.reduce((sum, { count }) => sum + count, 0);
  const own = new Map(shares.map(({ cause, count }) => [cause, count]));
  const unknown = own.get("unknown") ?? 0;
  own.delete("unknown");
  const names = new Map(catalogue.map(({ id, name }) => [id, name]));
  const nodeOf = (id: string): CauseNode => {
    const causes = nodesOf(within.get(id) ?? []);
    const count = own.get(id) ?? 0;
    const total = causes.reduce((sum, one) => sum + one.total, count);
    return { id, name: names.get(id) ?? id, own: count, total, share: total / all, causes };
  };
  const nodesOf = (ids: readonly string[]): readonly CauseNode[] =>
    ids
      .map(nodeOf)
      .filter(({ total }) => total > 0)
      .sort((a, b) => b.total - a.total || compareText(a.id, b.id));
  const uncatalogued = [...own.keys()].filter((id) => !names.has(id)).sort(compareText);
  const top = catalogue.filter(({ area }) => area === undefined).map(({ id }) => id);
  return { complaints: all, areas: nodesOf([...top, ...uncatalogued]), uncatalogued, unknown };
}

/** The causes by area, checked: whoever goes up from a cause arrives at the top. */
function causesWithin(
  catalogue: readonly CatalogueCause[],
): ReadonlyMap<string, readonly string[]> {
  const areas = new Map<string, string | undefined>();
  for (const { id, area } of catalogue) {
    if (areas.has(id)) {
      throw new RangeError(`Cannot roll up causes: each id must stand once, got "${id}" again`);
    }
    if (id === "unknown") {
      throw new RangeError(
        `Cannot roll up causes: "unknown" stands for complaints without a cause, got it in the catalogue`,
      );
    }
    areas.set(id, area);
  }
  const within = new Map<string, string[]>();
  for (const [id, area] of areas) {
    const seen = new Set([id]);
    for (let up = area; up !== undefined; up = areas.get(up)) {
      if (!areas.has(up)) {
        throw new RangeError(
          `Cannot roll up causes: areas must be in the catalogue, got "${up}" for "${id}"`,
        );
      }
      if (seen.has(up)) {
        throw new RangeError(`Cannot roll up causes: no cause may be within itself, got "${up}"`);
      }
      seen.add(up);
    }
    if (area !== undefined) within.set(area, [...(within.get(area) ?? []), id]);
  }
  return within;
}
