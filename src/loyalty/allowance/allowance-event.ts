import type { Instant } from "../../shared/time/instant.js";
import type { OpenAllowance } from "./allowance-command.js";

/** What every event of an allowance says. */
export interface AllowanceEventBase {
  /** The host's id of the event. */
  readonly id: string;
  /** The key under which the command was sent; the same for all events of one command. */
  readonly key: string;
  /** What the command said, as a short text that tells another payload under the same key. */
  readonly fingerprint: string;
  /** The allowance. */
  readonly allowance: string;
  /** The layout of the event. */
  readonly version: 1;
  /** Its place in the allowance's ledger, from 1. */
  readonly sequence: number;
  /** When it was decided. */
  readonly at: Instant;
}

/** The allowance was opened. */
export interface AllowanceOpened extends AllowanceEventBase {
  /** Tells the event from others. */
  readonly kind: "allowance-opened";
  /** What is counted. */
  readonly counts: OpenAllowance["counts"];
  /** How much there is. */
  readonly limit: number;
}

/** There is more of it. */
export interface AllowanceRaised extends AllowanceEventBase {
  /** Tells the event from others. */
  readonly kind: "allowance-raised";
  /** By how much. */
  readonly by: number;
}

/** A part was set aside. */
export interface AllowanceReserved extends AllowanceEventBase {
  /** Tells the event from others. */
  readonly kind: "allowance-reserved";
  /** The reservation. */
  readonly reservation: string;
  /** How much. */
  readonly amount: number;
  /** The first moment at which it has fallen back by itself. */
  readonly fallsBackAt: Instant;
}

/** What was set aside was used, in part or whole; the rest fell back. */
export interface AllowanceCommitted extends AllowanceEventBase {
  /** Tells the event from others. */
  readonly kind: "allowance-committed";
  /** The reservation. */
  readonly reservation: string;
  /** How much was used. */
  readonly amount: number;
}

/** What was set aside was given up. */
export interface AllowanceReleased extends AllowanceEventBase {
  /** Tells the event from others. */
  readonly kind: "allowance-released";
  /** The reservation. */
  readonly reservation: string;
}

/** The time of reservations was over: they have fallen back. */
export interface AllowanceTimedOut extends AllowanceEventBase {
  /** Tells the event from others. */
  readonly kind: "allowance-timed-out";
  /** The reservations, by when their time was over. */
  readonly reservations: readonly string[];
}

/** Something that happened to an allowance. */
export type AllowanceEvent =
  | AllowanceOpened
  | AllowanceRaised
  | AllowanceReserved
  | AllowanceCommitted
  | AllowanceReleased
  | AllowanceTimedOut;
