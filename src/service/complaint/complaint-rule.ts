/** A rule that tells the kind of a complaint by its words and its product. At least one condition must be named. */
export interface ComplaintRule {
  /** The firm's id of the rule; unique. */
  readonly id: string;
  /** The kind it says, an id of the catalogue. */
  readonly kind: string;
  /** The finer kind it says; none when absent. */
  readonly subKind?: string;
  /** Keywords of which one must stand in the text; no condition when absent. */
  readonly any?: readonly string[];
  /** Keywords that must all stand in the text; no condition when absent. */
  readonly all?: readonly string[];
  /** Keywords of which none may stand in the text; no condition when absent. */
  readonly none?: readonly string[];
  /** The products it is for; for every one, and for none, when absent. */
  readonly products?: readonly string[];
  /** Whether somebody's safety is at risk where it fires; it says nothing about it when absent. */
  readonly safety?: boolean;
  /** Which rule goes first: the higher number; 0 when absent. */
  readonly priority?: number;
}
