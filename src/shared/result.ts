/**
 * An accepted outcome.
 */
export interface Ok<T> {
  /** Always `true`: tells the accepted outcome from the refused one. */
  readonly ok: true;
  /** What was asked for. */
  readonly value: T;
}

/**
 * A refused outcome.
 */
export interface Refused<E> {
  /** Always `false`: tells the refused outcome from the accepted one. */
  readonly ok: false;
  /** Why it was refused: a union on `code` with the numbers in it. */
  readonly error: E;
}

/** The least a refusal says. */
export interface RefusalCode {
  /** Stable, kebab-case name of the refusal. */
  readonly code: string;
}

/**
 * What a function returns where the business can say no: a value, or a refusal as data.
 *
 * A caller that breaks the contract (a negative sample size, an unknown zone) gets an exception instead.
 */
export type Result<T, E> = Ok<T> | Refused<E>;

/**
 * Says yes: wraps a value as an accepted outcome.
 *
 * @param value - What was asked for.
 * @returns The accepted outcome.
 * @example
 * ```ts
 * import { ok } from "goodwill/shared";
 *
 * ok(42); // => { ok: true, value: 42 }
 * ```
 */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/**
 * Says no: wraps the reason as a refused outcome.
 *
 * @param error - The reason, a plain object with a stable `code`.
 * @returns The refused outcome.
 * @example
 * ```ts
 * import { refuse } from "goodwill/shared";
 *
 * refuse({ code: "insufficient-points", needed: 120, available: 40 }).ok; // => false
 * ```
 */
export function refuse<const E extends RefusalCode>(error: E): Refused<E> {
  return { ok: false, error };
}
