import type { OpeningHours } from "../opening/opening-hours.js";

/** Before, during or after the purchase (TP-2). */
export type TouchpointStage = "before" | "during" | "after";

/** The three stages in the order they are passed. */
export const TOUCHPOINT_STAGES: readonly TouchpointStage[] = ["before", "during", "after"];

/** Who controls a touchpoint: the firm, a partner, or nobody, because it is earned (word of mouth, press). */
export type TouchpointControl = "owned" | "partner" | "earned";

/** Whom or what the customer meets. */
export type TouchpointNature = "human" | "digital" | "physical";

/** The senses a touchpoint speaks to (TP-6). */
export type Sense = "sight" | "hearing" | "smell" | "taste" | "touch";

/**
 * What a visit is felt as (TP-6): Pine and Gilmore's four realms, and beyond them self-fulfilment and belonging.
 */
export type ExperienceRealm =
  "entertainment" | "education" | "aesthetic" | "escapist" | "self-fulfilment" | "belonging";

/** Whether the customer sees a touchpoint (`frontstage`) or only feels its effect (`backstage`). */
export type TouchpointVisibility = "frontstage" | "backstage";

/** A point where the customer meets the brand or product (TP-1). */
export interface Touchpoint {
  /** The host's id, by which interactions name it. */
  readonly id: string;
  /** The name for people. */
  readonly name: string;
  /** Who controls it. */
  readonly control: TouchpointControl;
  /** Whom or what the customer meets. */
  readonly nature: TouchpointNature;
  /** The stages it serves; at least one. */
  readonly stages: readonly TouchpointStage[];
  /** The channels it is met through, in the firm's own words; at least one. */
  readonly channels: readonly string[];
  /** Who answers for it: the department or person; absent when nobody does. */
  readonly owner?: string;
  /** The senses it speaks to; not known when absent. */
  readonly senses?: readonly Sense[];
  /** What it is felt as; not known when absent. */
  readonly realm?: ExperienceRealm;
  /** Whether the customer sees it (`frontstage`) or only feels its effect (`backstage`). */
  readonly visibility: TouchpointVisibility;
  /** When it can be used; not known when absent. */
  readonly hours?: OpeningHours;
  /** The languages spoken there, as BCP 47 tags; not known when absent. */
  readonly languages?: readonly string[];
  /** What can be settled there, in the words by which interactions name their topic; not known when absent. */
  readonly topics?: readonly string[];
}
