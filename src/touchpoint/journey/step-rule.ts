import type { Interaction } from "../interaction.js";
import type { JourneyStep } from "./journey.js";

/** Which interactions a rule speaks of: those that agree in everything named here; all of them when nothing is. */
export type InteractionPattern = Partial<
  Readonly<Pick<Interaction, "touchpoint" | "channel" | "direction" | "kind" | "topic" | "outcome">>
>;

/**
 * What a step is called: how an interaction, told in the words of a system, is told in the words of the customer.
 *
 * Of the rules that apply, for each of stage, action, question and obstacle the first that has it counts.
 */
export interface StepRule extends Pick<JourneyStep, "stage" | "action" | "question" | "obstacle"> {
  /** The interactions meant. */
  readonly when: InteractionPattern;
}
