import type { ContactLoad } from "./contact-load.js";

/** Beyond it the agents could no longer be counted exactly, nor in reasonable time. */
const MOST_ERLANGS = 1e9;

/** Throws unless the load of a stretch of time makes sense. @internal */
export function requireContactLoad(load: ContactLoad, task: string): void {
  const { contacts, minutes, handleSeconds } = load;
  requireNotBelowZero(contacts, { name: "contacts", task });
  requireAboveZero(minutes, { name: "minutes", task });
  requireAboveZero(handleSeconds, { name: "handleSeconds", task });
  const erlangs = (contacts * handleSeconds) / (minutes * 60);
  if (erlangs <= MOST_ERLANGS) return;
  throw new RangeError(
    `Cannot ${task}: the load must be at most a billion erlangs, got ${String(erlangs)}`,
  );
}

/** Throws unless the agents are a whole number of at least 0. @internal */
export function requireAgentCount(agents: number, task: string): void {
  if (Number.isSafeInteger(agents) && agents >= 0) return;
  throw new RangeError(
    `Cannot ${task}: agents must be a whole number of at least 0, got ${String(agents)}`,
  );
}

/** Throws unless a number is finite and at least 0. @internal */
export function requireNotBelowZero(value: number, { name, task }: CheckedNumber): void {
  if (value >= 0 && value < Infinity) return;
  throw new RangeError(`Cannot ${task}: ${name} must be at least 0, got ${String(value)}`);
}

/** Throws unless a number is finite and above 0. @internal */
export function requireAboveZero(value: number, { name, task }: CheckedNumber): void {
  if (value > 0 && value < Infinity) return;
  throw new RangeError(`Cannot ${task}: ${name} must be above 0, got ${String(value)}`);
}

/** What a number is and who needs it. @internal */
export interface CheckedNumber {
  /** The field. */
  readonly name: string;
  /** What is to be done with it. */
  readonly task: string;
}
