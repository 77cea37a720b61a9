/** How many customers went from one class to another, or stayed. */
export interface ClassMigrationMove {
  /** The class at the first date. */
  readonly from: string;
  /** The class at the second date; the same for those who stayed. */
  readonly to: string;
  /** How many, an integer of at least 0. */
  readonly count: number;
}

/** Who was in a class, who left the firm, and who was new to it. */
export interface ClassMigrationBalance {
  /** The class. */
  readonly segment: string;
  /** Customers at the first date: the moves from the class and those who went. */
  readonly opening: number;
  /** Of those, who was in no class at the second date, an integer of at least 0. */
  readonly went: number;
  /** Customers of the second date who were in no class at the first, an integer of at least 0. */
  readonly came: number;
}

/** How customers moved between classes, or segments, from one date to another. */
export interface ClassMigration {
  /** The classes, each once. */
  readonly segments: readonly string[];
  /** The moves, in any order; those that are not given did not occur. */
  readonly moves: readonly ClassMigrationMove[];
  /** One balance a class, in any order. */
  readonly balances: readonly ClassMigrationBalance[];
}
