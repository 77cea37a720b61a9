import { isInstant } from "./instant.js";

/** Throws unless a moment a caller passes is one. Internal: not part of the surface. */
export function requireInstant(task: string, moments: Readonly<Record<string, unknown>>): void {
  for (const [name, moment] of Object.entries(moments)) {
    if (isInstant(moment)) continue;
    throw new RangeError(`Cannot ${task}: ${name} must be an instant, got ${String(moment)}`);
  }
}
