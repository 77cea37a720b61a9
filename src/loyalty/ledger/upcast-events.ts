import { LOYALTY_EVENT_VERSION } from "./event-base.js";
import type { LoyaltyEvent } from "./loyalty-event.js";

/** An event as it was stored, of whatever version. */
export interface StoredLoyaltyEvent {
  /** The layout it was written in. */
  readonly version: number;
  /** What happened. */
  readonly kind: string;
}

/** Brings an event of one version up to the next. */
export type LoyaltyUpcaster = (event: StoredLoyaltyEvent) => StoredLoyaltyEvent;

/**
 * Brings stored events up to the layout of this package, one version after another.
 *
 * @param events - The events as stored.
 * @param upcasters - By the version it begins with, what brings an event to the next version.
 * @returns The events, those of the known version as they are.
 * @throws RangeError where a version has no upcaster, is newer than this package knows, or an upcaster does not raise
 * the version by 1; the message names it.
 * @example
 * ```ts
 * import { upcastLoyaltyEvents } from "goodwill/loyalty";
 *
 * const old = { version: 0, kind: "points-expired" };
 * const upcasters = { 0: (event: { kind: string; version: number }) => ({ ...event, version: 1 }) };
 * upcastLoyaltyEvents([old], upcasters)[0]?.version; // => 1
 * ```
 */
export function upcastLoyaltyEvents(
  events: readonly StoredLoyaltyEvent[],
  upcasters: Readonly<Record<number, LoyaltyUpcaster>>,
): readonly LoyaltyEvent[] {
  return events.map((event) => upcast(event, upcasters));
}

function upcast(
  stored: StoredLoyaltyEvent,
  upcasters: Readonly<Record<number, LoyaltyUpcaster>>,
): LoyaltyEvent {
  let event = stored;
  while (event.version !== LOYALTY_EVENT_VERSION) {
    const { version, kind } = event;
    const upcaster = version < LOYALTY_EVENT_VERSION ? upcasters[version] : undefined;
    if (upcaster === undefined) {
      throw new RangeError(
        `Cannot upcast an event of kind "${kind}": version ${String(version)} has no upcaster, ` +
          `known is ${String(LOYALTY_EVENT_VERSION)}`,
      );
    }
    event = upcaster(event);
    if (event.version !== version + 1) {
      throw new RangeError(
        `Cannot upcast an event of kind "${kind}": the upcaster must raise version ${String(version)} by 1, ` +
          `got ${String(event.version)}`,
      );
    }
  }
  return event as LoyaltyEvent;
}
