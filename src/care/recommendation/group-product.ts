import type { Reason } from "../../shared/reason.js";
import type { Interval } from "../../shared/statistics/interval.js";

/** How common a product is in a group, against all customers. */
export interface GroupProduct {
  /** The product or service. */
  readonly product: string;
  /** How many of the group have it. */
  readonly owners: number;
  /** How many are in the group. */
  readonly customers: number;
  /** Those of the group who have it as a share of all customers, 0 to 1. */
  readonly support: number;
  /** The share of the group that has it, 0 to 1. */
  readonly confidence: number;
  /** Wilson interval of that share. */
  readonly interval: Interval;
  /** The share of all customers that has it, above 0 to 1. */
  readonly baseShare: number;
  /** The group's share over that of all customers: 1 is as common as anywhere. */
  readonly lift: number;
}

/** A group with what marks it and what it lacks. */
export interface GroupProfile {
  /** The group. */
  readonly group: string;
  /** How many customers are in it. */
  readonly customers: number;
  /** Whether it has too few customers to say anything of it; the lists are empty then. */
  readonly tooFew: boolean;
  /** What it has far more often than all customers, the largest lift first. */
  readonly marks: readonly GroupProduct[];
  /** What it has far less often than all customers: what to recommend to the group; the smallest lift first. */
  readonly lacks: readonly GroupProduct[];
  /** One reason a product: marks, then lacks; a single one for a group of too few. */
  readonly reasons: readonly Reason[];
}
