/** Why an earning rule gave nothing. */
export interface RuleNotApplied {
  /** The rule. */
  readonly rule: string;
  /** A stable code, such as `wrong-channel`. */
  readonly why: string;
  /** The rule that gives in its place, where it was beaten by one. */
  readonly by?: string;
}

/** What one earning rule gave. */
export interface RuleEarning {
  /** The rule. */
  readonly rule: string;
  /** The kind of points. */
  readonly kind: string;
  /** The campaign it belongs to. */
  readonly campaign?: string;
  /** What it was counted on: minor units, units, or 1 for a fixed award; for a multiplier, the points it scaled. */
  readonly basis: number;
  /** The exact points it asked for, as a fraction in lowest terms: `19`, `19/2`. */
  readonly exact: string;
  /** Whole points it asked for, after rounding. */
  readonly wanted: number;
  /** Points granted, after caps and budgets; at most what was wanted. */
  readonly granted: number;
  /** What held the rest back, in order, with how many points. */
  readonly heldBack?: readonly {
    /** What held them back. */
    readonly by: "rule-cap" | "campaign-cap" | "member-cap" | "budget";

    /** Which cap or budget. */
    readonly of: string;

    /** How many. */
    readonly points: number;
  }[];
  /** The granted points by order line, so that a return takes back what the line earned; absent for an activity. */
  readonly lines?: Readonly<Record<string, number>>;
}

/** What an order or activity earned, rule by rule. */
export interface EarningRecord {
  /** The rules that gave something, or would have but for a cap, in the order they apply. */
  readonly rules: readonly RuleEarning[];
  /** The rules that did not apply, and why; absent where the host asked for no trace. */
  readonly notApplied?: readonly RuleNotApplied[];
  /** The tier it was rated at; several where an order crossed a threshold and was split. */
  readonly tiers?: readonly string[];
  /** What was taken from shared budgets: points, or minor units of a budget of liability. */
  readonly budgets?: Readonly<Record<string, number>>;
}
