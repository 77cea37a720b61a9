/** Where an improvement must fit the firm: its strategy, and its capabilities in people, process and technology. */
export type FitDimension = "strategy" | "people" | "process" | "technology";

/** How far the firm is: ready now, attainable with effort, or missing and out of reach. */
export type FitState = "ready" | "attainable" | "missing";

/** The judgement by dimension; a dimension not judged is absent. */
export type Fit = Readonly<Partial<Record<FitDimension, FitState>>>;

/** A measure that could be taken to close experience gaps: what it costs and what it would do. */
export interface Improvement {
  /** Id chosen by the host, unique among the candidates. */
  readonly id: string;
  /** What to call it in reports; the id where absent. */
  readonly name?: string;
  /** What it costs, at least 0, in the unit of the budget (money, days of work). */
  readonly cost: number;
  /**
   * Points of experience it adds to each factor, on the study's scale; negative where it does harm. A factor that
   * is not named is not affected.
   */
  readonly effects: Readonly<Record<string, number>>;
  /** Ids of candidates that cannot be done together with this one; it is enough that one of the two says so. */
  readonly excludes?: readonly string[];
  /** Whether it fits the firm's strategy and capabilities; a dimension not judged is absent and bars nothing. */
  readonly fit?: Fit;
}

/** What the choice of improvements is worth: the weight of each factor, and how far it can still be raised. */
export interface ImprovementGoal {
  /** Importance of each factor, at least 0; candidates may only affect factors named here. */
  readonly importance: Readonly<Record<string, number>>;
  /**
   * Points creditable for each factor: the experience gap to close, at least 0. Points beyond it are worth nothing. A
   * factor of `importance` that is not named has nothing to close.
   */
  readonly shortfall: Readonly<Record<string, number>>;
}

function requireNumbers(record: Readonly<Record<string, number>>, what: string): void {
  for (const [factor, value] of Object.entries(record)) {
    if (!(Number.isFinite(value) && value >= 0)) {
      throw new RangeError(
        `Cannot plan improvements: the ${what} of "${factor}" must be a number of at least 0, got ${value}`,
      );
    }
  }
}

function requireEffects(candidate: Improvement, goal: ImprovementGoal): void {
  for (const [factor, points] of Object.entries(candidate.effects)) {
    if (!Object.hasOwn(goal.importance, factor)) {
      throw new RangeError(
        `Cannot plan improvements: candidate "${candidate.id}" affects "${factor}", which has no importance`,
      );
    }
    if (!Number.isFinite(points)) {
      throw new RangeError(
        `Cannot plan improvements: candidate "${candidate.id}" must affect "${factor}" by a finite number of points, got ${points}`,
      );
    }
  }
}

/** Checks the candidates and what they are measured by; throws a RangeError that names the culprit. @internal */
export function requireImprovements(
  candidates: readonly Improvement[],
  goal: ImprovementGoal,
): void {
  requireNumbers(goal.importance, "importance");
  requireNumbers(goal.shortfall, "shortfall");
  for (const factor of Object.keys(goal.shortfall)) {
    if (!Object.hasOwn(goal.importance, factor)) {
      throw new RangeError(
        `Cannot plan improvements: "${factor}" has a shortfall but no importance`,
      );
    }
  }
  const ids = new Set<string>();
  for (const { id } of candidates) {
    if (ids.has(id)) {
      throw new RangeError(`Cannot plan improvements: two candidates have the id "${id}"`);
    }
    ids.add(id);
  }
  for (const candidate of candidates) {
    if (!(Number.isFinite(candidate.cost) && candidate.cost >= 0)) {
      throw new RangeError(
        `Cannot plan improvements: the cost of candidate "${candidate.id}" must be a number of at least 0, got ${candidate.cost}`,
      );
    }
    requireEffects(candidate, goal);
    for (const excluded of candidate.excludes ?? []) {
      if (!ids.has(excluded) || excluded === candidate.id) {
        throw new RangeError(
          `Cannot plan improvements: candidate "${candidate.id}" excludes "${excluded}", which is not another candidate`,
        );
      }
    }
  }
}
