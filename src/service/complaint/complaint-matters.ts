import { compareText } from "../../shared/text-order.js";
import type { CountedComplaint } from "./counted-complaint.js";

/** Complaints gathered by what they are about: a complaint and all its duplicates. @internal */
export interface ComplaintMatters<Row> {
  /** The complaints by id, each once, in the order given. */
  readonly rows: ReadonlyMap<string, Row>;
  /** How many were given. */
  readonly given: number;
  /** The complaint that stands for the matter of this one. */
  readonly matterOf: (id: string) => Row;
}

/**
 * Gathers complaints with their duplicates, also with duplicates of duplicates. The one that is no duplicate stands
 * for them, or, where that is not among them, the earliest.
 *
 * @internal
 */
export function complaintMatters<Row extends CountedComplaint>(
  complaints: Iterable<Row>,
): ComplaintMatters<Row> {
  const rows = new Map<string, Row>();
  let given = 0;
  for (const row of complaints) {
    given += 1;
    if (!rows.has(row.id)) rows.set(row.id, row);
  }
  const parents = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) root = up;
    // The way is kept short, so that a long chain is walked once.
    for (let at = id; at !== root;) {
      const up = parents.get(at)!;
      parents.set(at, root);
      at = up;
    }
    return root;
  };
  for (const { id, duplicateOf } of rows.values()) {
    if (duplicateOf === undefined) continue;
    const [from, to] = [rootOf(id), rootOf(duplicateOf)];
    if (from !== to) parents.set(from, to);
  }
  const standsFor = new Map<string, Row>();
  for (const row of rows.values()) {
    const root = rootOf(row.id);
    const other = standsFor.get(root);
    if (other === undefined || goesBefore(row, other)) standsFor.set(root, row);
  }
  return { rows, given, matterOf: (id) => standsFor.get(rootOf(id))! };
}

function goesBefore(a: CountedComplaint, b: CountedComplaint): boolean {
  const aIsFirst = a.duplicateOf === undefined;
  if (aIsFirst !== (b.duplicateOf === undefined)) return aIsFirst;
  return (compareText(a.at, b.at) || compareText(a.id, b.id)) < 0;
}
