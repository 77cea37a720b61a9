import type { OrderedMap } from "../../shared/ordered-map.js";
import type { Instant } from "../../shared/time/instant.js";
import type { OpenAllowance } from "./allowance-command.js";

/** A part of an allowance that was set aside, and what became of it. */
export interface AllowanceReservation {
  /** How much was set aside. */
  readonly amount: number;
  /** The first moment at which it has fallen back by itself. */
  readonly fallsBackAt: Instant;
  /** Where it stands. */
  readonly status: "reserved" | "committed" | "released" | "timed-out";
}

/** An allowance as its events have left it: plain data that a host may store as a snapshot. */
export interface AllowanceState {
  /** The layout of the state. */
  readonly version: 1;
  /** The sequence of the last event: what a host expects the ledger to be at; 0 at first. */
  readonly sequence: number;
  /** The allowance; absent until it is opened. */
  readonly allowance?: string;
  /** What is counted; absent until it is opened. */
  readonly counts?: OpenAllowance["counts"];
  /** How much there is in all. */
  readonly limit: number;
  /** How much of it is used; with what is set aside never above the limit. */
  readonly committed: number;
  /** How much of it is set aside, as recorded. */
  readonly reserved: number;
  /** Reservations by id. */
  readonly reservations: OrderedMap<AllowanceReservation>;
  /** Reservations that are neither used nor given up: the moment they fall back and the id as key. */
  readonly open: OrderedMap<string>;
  /** Keys of commands taken in, with what they said. */
  readonly keys: OrderedMap<string>;
}

/** An allowance before it is opened. */
export const NO_ALLOWANCE: AllowanceState = {
  version: 1,
  sequence: 0,
  limit: 0,
  committed: 0,
  reserved: 0,
  reservations: [],
  open: [],
  keys: [],
};
