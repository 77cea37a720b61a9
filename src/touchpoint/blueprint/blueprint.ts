import type { TouchpointStage } from "../catalogue/touchpoint.js";

/** What the customer sees of a service (TP-7): people (actors), setting, systems. */
export type FrontstageKind = "people" | "setting" | "system";

/** What carries it behind the line of visibility (TP-7): technology, management and control, support functions. */
export type BackstageKind = "technology" | "management" | "support";

/** Something that stands on one side of the line of visibility. */
export interface BlueprintElement<Kind extends string = FrontstageKind | BackstageKind> {
  /** What it is, unique within the blueprint: `courier`, `stock system`. */
  readonly id: string;
  /** The name for people. */
  readonly name: string;
  /** Which of the kinds. */
  readonly kind: Kind;
  /** Who answers for it; absent when nobody does. */
  readonly owner?: string;
  /** The ids of the backstage elements it needs itself; none when absent. */
  readonly restsOn?: readonly string[];
}

/** What is done when a fail point fails. */
export interface BlueprintRecovery {
  /** The fail point, in the words of the step. */
  readonly failPoint: string;
  /** What is done. */
  readonly action: string;
}

/** Something the customer sees. */
export type FrontstageElement = BlueprintElement<FrontstageKind>;

/** Something that carries a step from behind. */
export type BackstageElement = BlueprintElement<BackstageKind>;

/** One step of the performance: what the audience does, sees and does not see. */
export interface BlueprintStep {
  /** The host's id, unique within the blueprint. */
  readonly id: string;
  /** What the customer does. */
  readonly customerAction: string;
  /** The touchpoint it happens at; absent when it is none of the catalogue. */
  readonly touchpoint?: string;
  /** Before, during or after the purchase; absent when it is not said. */
  readonly stage?: TouchpointStage;
  /** What the customer sees; empty when nothing. */
  readonly frontstage: readonly FrontstageElement[];
  /** What carries it; empty when nothing does. */
  readonly backstage: readonly BackstageElement[];
  /** How long it may take, in minutes; absent when no target is set. */
  readonly targetMinutes?: number;
  /** How long the customer is told it takes at most, in minutes; absent when nothing is said. */
  readonly promisedMinutes?: number;
  /** What the customer can see or keep of it: a receipt, a sign, a uniform; nothing known when absent. */
  readonly evidence?: readonly string[];
  /** What can go wrong; nothing known when absent. */
  readonly failPoints?: readonly string[];
  /** What is done then; nothing when absent. */
  readonly recoveries?: readonly BlueprintRecovery[];
}

/** A service as it is performed, step by step, in order (TP-7). */
export interface ServiceBlueprint {
  /** What the service is. */
  readonly name: string;
  /** The steps, in order; at least one. */
  readonly steps: readonly BlueprintStep[];
  /** Backstage elements that stand ready whether or not a step names them; none when absent. */
  readonly support?: readonly BackstageElement[];
}
