/** Where a relationship stands: interest has to be aroused, turned into a first purchase, or kept alive in use. */
export type LifecycleStage = "initial" | "purchase" | "use";

/** What the firm wants of a stage. */
export type LifecycleAim =
  "arouse-interest" | "turn-interest-into-first-sale" | "repurchase-and-lasting-relationship";

/**
 * What the firm reaches it by: the `four-ps` (product, price, place, promotion), `interactive-marketing` (whoever meets
 * the customer sells), `relationship-marketing` (promises kept over time).
 */
export type LifecycleMeans = "four-ps" | "interactive-marketing" | "relationship-marketing";

/** A stage with what the firm wants of it and how. */
export interface LifecycleStageAim {
  /** The stage. */
  readonly stage: LifecycleStage;
  /** What the firm wants of it. */
  readonly aim: LifecycleAim;
  /** By what, the main one first. */
  readonly means: readonly LifecycleMeans[];
}

/**
 * The three stages of a relationship with their aims and means, in order (CUS-7).
 *
 * @remarks Gronroos (1980, Designing a long range marketing strategy for services, Long Range Planning 13(2):36) and
 * Gronroos (1990, Service Management and Marketing, Lexington Books).
 */
export const LIFECYCLE_STAGES: readonly LifecycleStageAim[] = [
  { stage: "initial", aim: "arouse-interest", means: ["four-ps"] },
  {
    stage: "purchase",
    aim: "turn-interest-into-first-sale",
    means: ["four-ps", "interactive-marketing"],
  },
  {
    stage: "use",
    aim: "repurchase-and-lasting-relationship",
    means: ["relationship-marketing"],
  },
];
