import type { Trace } from "../../shared/reason.js";

/** One record of the master record, by kind and id. */
export interface AuditedRecord {
  /** What kind of record, such as `customer`, `contact` or `deal`. */
  readonly kind: string;
  /** The host's id, unique within the kind. */
  readonly id: string;
}

/** Why a record came or went, as somebody declares it. */
export interface RecordChange extends AuditedRecord {
  /** What happened: it was added, removed, or merged into another of its kind. */
  readonly change: "added" | "removed" | "merged";
  /** The id it was merged into; absent otherwise. */
  readonly into?: string;
  /** Who says so; a change explains nothing while this is blank. */
  readonly by: string;
  /** Why; a change explains nothing while this is blank. */
  readonly why: string;
}

/** What is declared about the difference of two counts. */
export interface CountAuditOptions {
  /** The changes declared, in any order; none when absent. */
  readonly changes?: readonly RecordChange[];
}

/** The counts of one kind of record, before and after. */
export interface CountAuditLine {
  /** The kind. */
  readonly kind: string;
  /** Different records before. */
  readonly before: number;
  /** Different records after. */
  readonly after: number;
  /** How many came: added or unexplained. */
  readonly rise: number;
  /** How many went: removed, merged or unexplained. */
  readonly fall: number;
  /** Ids that came and were declared added. */
  readonly added: readonly string[];
  /** Ids that went and were declared removed. */
  readonly removed: readonly string[];
  /** Ids that went and were declared merged into one that is there after. */
  readonly merged: readonly string[];
  /** Ids that came and nobody declared. */
  readonly unexplainedRise: readonly string[];
  /** Ids that went and nobody declared, or that were merged into one that is not there. */
  readonly unexplainedFall: readonly string[];
  /** Ids counted twice or more, before or after; each counts once above. */
  readonly countedTwice: readonly string[];
  /** Ids declared to have changed, of which the counts show nothing. */
  readonly notSeen: readonly string[];
  /** How the count after follows from the count before: the parts add up. */
  readonly trace: Trace;
}

/** The audit of an upload. */
export interface CountAudit {
  /** One line a kind, by name. */
  readonly lines: readonly CountAuditLine[];
  /** Whether every rise and fall is declared and nothing is counted twice. */
  readonly explained: boolean;
}

/**
 * How did the number of records rise and fall, and why (CUS-9)?
 *
 * Records are compared one by one, not by their number: one added and one lost is a rise and a fall. A record that came
 * is explained by a declared addition, one that went by a declared removal, or by a merger into a record that is there
 * after. What nobody declared is named; a declaration with a blank name or reason is none.
 *
 * @param before - The records before the upload, in any order.
 * @param after - The records after it, in any order.
 * @param options - `changes`: what was declared.
 * @returns One line a kind that occurs; ids sorted.
 * @example
 * ```ts
 * import { auditCounts } from "goodwill/relationship";
 *
 * const before = ["C-1", "C-2", "C-3"].map((id) => ({ kind: "customer", id }));
 * const after = ["C-1", "C-4"].map((id) => ({ kind: "customer", id }));
 * const same = { change: "merged", into: "C-1", by: "E-7", why: "same firm" } as const;
 * const [line] = auditCounts(before, after, { changes: [{ kind: "customer", id: "C-2", ...same }] }).lines;
 * [line?.rise, line?.fall]; // => [1, 2]
 * [line?.merged, line?.unexplainedRise, line?.unexplainedFall]; // => [["C-2"], ["C-4"], ["C-3"]]
 * ```
 */
export function auditCounts(
  before: readonly AuditedRecord[],
  after: readonly AuditedRecord[],
  options: CountAuditOptions = {},
): CountAudit {
  const changes = options.changes ?? [];
  const kinds = [...new Set([...before, ...after, ...changes].map(({ kind }) => kind))].sort();
  const idsOf = (records: readonly AuditedRecord[], kind: string): readonly string[] =>
    records.filter((record) => record.kind === kind).map(({ id }) => id);
  const lines = kinds.map((kind) =>
    auditLine(kind, {
      before: idsOf(before, kind),
      after: idsOf(after, kind),
      changes: changes.filter((change) => change.kind === kind),
    }),
  );
  const explained = lines.every(
    ({ unexplainedRise, unexplainedFall, countedTwice }) =>
      unexplainedRise.length + unexplainedFall.length + countedTwice.length === 0,
  );
  return { lines, explained };
}

function auditLine(
  kind: string,
  ids: {
    readonly before: readonly string[];
    readonly after: readonly string[];
    readonly changes: readonly RecordChange[];
  },
): CountAuditLine {
  const before = new Set(ids.before);
  const after = new Set(ids.after);
  const came = [...after].filter((id) => !before.has(id)).sort();
  const went = [...before].filter((id) => !after.has(id)).sort();
  const declared = (change: RecordChange["change"]): ReadonlySet<string> =>
    new Set(
      ids.changes
        .filter((one) => one.change === change && isSaid(one))
        .filter(({ into }) => change !== "merged" || (into !== undefined && after.has(into)))
        .map(({ id }) => id),
    );
  const [addedIds, removedIds, mergedIds] = [
    declared("added"),
    declared("removed"),
    declared("merged"),
  ];
  const added = came.filter((id) => addedIds.has(id));
  const merged = went.filter((id) => mergedIds.has(id));
  const removed = went.filter((id) => removedIds.has(id) && !mergedIds.has(id));
  const unexplainedRise = came.filter((id) => !addedIds.has(id));
  const unexplainedFall = went.filter((id) => !removedIds.has(id) && !mergedIds.has(id));
  const changed = new Set([...came, ...went]);
  const notSeen = ids.changes.map(({ id }) => id).filter((id) => !changed.has(id));
  const part = (code: string, value: number): Trace => ({ code, value });
  return {
    kind,
    before: before.size,
    after: after.size,
    rise: came.length,
    fall: went.length,
    added,
    removed,
    merged,
    unexplainedRise,
    unexplainedFall,
    countedTwice: twice(ids.before, ids.after),
    notSeen: [...new Set(notSeen)].sort(),
    trace: {
      code: "records-after",
      value: after.size,
      params: { kind },
      parts: [
        part("records-before", before.size),
        part("records-added", added.length),
        part("records-removed", 0 - removed.length),
        part("records-merged", 0 - merged.length),
        part("records-risen-unexplained", unexplainedRise.length),
        part("records-fallen-unexplained", 0 - unexplainedFall.length),
      ],
    },
  };
}

/** A change of which nobody says who or why explains nothing. */
function isSaid(change: RecordChange): boolean {
  // At run time a row of the host may lack what the type demands.
  const said: readonly unknown[] = [change.by, change.why];
  return said.every((text) => typeof text === "string" && text.trim() !== "");
}

function twice(...lists: readonly (readonly string[])[]): readonly string[] {
  const found = new Set<string>();
  for (const list of lists) {
    const seen = new Set<string>();
    for (const id of list) {
      if (seen.has(id)) found.add(id);
      seen.add(id);
    }
  }
  return [...found].sort();
}
