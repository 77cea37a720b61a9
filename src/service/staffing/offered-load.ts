import type { ContactLoad } from "./contact-load.js";
import { requireContactLoad } from "./erlang-check.js";

/**
 * How much work arrives, in erlangs (SRV-6)?
 *
 * One erlang keeps one agent busy all the time: contacts times handle time, by the length of the stretch.
 *
 * @param load - The contacts, within how many minutes, and how long each takes.
 * @returns The offered load in erlangs, at least 0.
 * @throws RangeError when the contacts are below 0, the minutes or the handle time not above 0, a number is not finite,
 * or the load exceeds a billion erlangs.
 * @example
 * ```ts
 * import { offeredLoad } from "goodwill/service";
 *
 * offeredLoad({ contacts: 100, minutes: 30, handleSeconds: 180 }); // => 10
 * ```
 */
export function offeredLoad(load: ContactLoad): number {
  requireContactLoad(load, "compute an offered load");
  return (load.contacts * load.handleSeconds) / (load.minutes * 60);
}
