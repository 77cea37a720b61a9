// What an action has to wait for. Internal: not part of the package's surface.

import type { Reason } from "../../shared/reason.js";
import type { Instant } from "../../shared/time/instant.js";
import { nextContactDay } from "../timing/next-contact-day.js";
import { quietUntil } from "../timing/quiet-check.js";
import type { ExecutionScene } from "./execution-scene.js";
import { giftObstacles } from "./gift-caps-at-execution.js";

/** Something that ends by itself: quiet hours, a cap that is free again. */
export interface ExecutionWait {
  /** When it ends; absent where it does not. */
  readonly until: Instant | undefined;
  readonly isQuiet: boolean;
  readonly reason: Reason;
}

/** What stands against the action for good, and what it waits for. */
export interface ExecutionWaits {
  readonly blocking: readonly Reason[];
  readonly waiting: readonly ExecutionWait[];
}

/** Quiet hours first, then caps and spacing, then the caps on gifts, which hold for every purpose. */
export function waitsOf(scene: ExecutionScene): ExecutionWaits {
  const { action, asOf, limits, zone, today, exempt, quietHours, past, dueOn } = scene;
  const blocking: Reason[] = [];
  const waiting: ExecutionWait[] = [];
  const quietOver = quietUntil(asOf, { quietHours, zone, channel: action.channel });
  if (quietOver > asOf) {
    const reason = { code: "care-quiet-hours", params: { until: quietOver } };
    waiting.push({ until: quietOver, isQuiet: true, reason });
  }
  if (!exempt) {
    const { date, reasons } = nextContactDay(past, { limits, zone, from: today });
    const until = date === undefined ? undefined : dueOn(date);
    for (const reason of reasons) waiting.push({ until, isQuiet: false, reason });
  }
  const caps = limits.gifts ?? {};
  for (const { free, reason } of giftObstacles(action, { caps, past, zone, today })) {
    if (free === undefined) blocking.push(reason);
    else waiting.push({ until: dueOn(free), isQuiet: false, reason });
  }
  return { blocking, waiting };
}
