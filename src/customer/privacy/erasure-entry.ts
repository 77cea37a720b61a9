import type { Reason } from "../../shared/reason.js";

/** What became of a field of the record, or of a section of facts. */
export interface ErasureEntry {
  /** The field or section. */
  readonly field: string;
  /** What became of it; `replaced` by a pseudonym, a hash, or a word that names nobody. */
  readonly outcome: "removed" | "replaced" | "kept";
  /** How many entries; 1 for a field that is no list. */
  readonly entries: number;
  /** Why. */
  readonly reason: Reason;
}
