/** What every command to an allowance says. */
export interface AllowanceCommandBase {
  /** The idempotency key: the same key with the same payload is taken in once. */
  readonly key: string;
  /** The allowance: the name of the budget, stock or campaign. */
  readonly allowance: string;
}

/** Opens an allowance. */
export interface OpenAllowance extends AllowanceCommandBase {
  /** Tells the command from others. */
  readonly kind: "open-allowance";
  /** What is counted: points, minor units of money, pieces of a reward, or uses of a campaign. */
  readonly counts: "points" | "money" | "pieces" | "uses";
  /** How much there is, an integer of at least 0. */
  readonly limit: number;
}

/** Makes more of it: a budget raised, a stock filled up. */
export interface RaiseAllowance extends AllowanceCommandBase {
  /** Tells the command from others. */
  readonly kind: "raise-limit";
  /** By how much, an integer of at least 1. */
  readonly by: number;
}

/** Sets a part of it aside for something that is about to be decided. */
export interface ReserveAllowance extends AllowanceCommandBase {
  /** Tells the command from others. */
  readonly kind: "reserve-allowance";
  /** The host's id of the reservation. */
  readonly reservation: string;
  /** How much, an integer of at least 1. */
  readonly amount: number;
  /** Minutes after which it falls back by itself, an integer from 1 to 527,040 (366 days). */
  readonly minutes: number;
}

/** Uses what was set aside, or less of it: the rest falls back. */
export interface CommitAllowance extends AllowanceCommandBase {
  /** Tells the command from others. */
  readonly kind: "commit-allowance";
  /** The reservation. */
  readonly reservation: string;
  /** How much of it is used, an integer of at least 1; all when absent. */
  readonly amount?: number;
}

/** Gives up what was set aside. */
export interface ReleaseAllowance extends AllowanceCommandBase {
  /** Tells the command from others. */
  readonly kind: "release-allowance";
  /** The reservation. */
  readonly reservation: string;
}

/** Something to be done with an allowance, before it is judged. */
export type AllowanceCommand =
  OpenAllowance | RaiseAllowance | ReserveAllowance | CommitAllowance | ReleaseAllowance;
