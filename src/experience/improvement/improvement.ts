// What is chosen from and what for: the candidates, the goal they are measured by, and how far to search. The other
// files of the folder answer: which gaps ask for improvements (`requirement`), which candidates fit the firm (`fit`),
// what every amount of money buys at best (`front`), and what to do within a budget, with the reasons (`plan`).

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

/** How far the search for the best set may go. */
export interface ImprovementPolicy {
  /** The most half-decided plans kept at a time, at least 2; a choice that needs more is refused. */
  readonly maximumStates: number;
}

/**
 * The default: 10,000 half-decided plans.
 *
 * @remarks What a choice needs grows with the candidates that the gaps leave room for, not with all there are. Thirty
 * random candidates over six factors, every third bound by an exclusion or doing harm somewhere, need one hundred to
 * seven hundred, and a plan with all its reasons takes up to two seconds. Of fifty the front takes about five hundred
 * and a second where six of them fill the gaps, seven thousand and twenty seconds where half of them find room.
 */
export const DEFAULT_IMPROVEMENT_POLICY: ImprovementPolicy = { maximumStates: 10_000 };

/** The refusal to choose: the candidates interact in too many ways to find the best set exactly. */
export interface TooManyCombinations {
  /** Always `too-many-combinations`. */
  readonly code: "too-many-combinations";
  /** How many candidates were to be decided on. */
  readonly candidates: number;
  /** The limit of the policy that was passed. */
  readonly maximumStates: number;
}
