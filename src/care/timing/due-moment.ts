// The first moment of a day at which an action may be done. Internal: not part of the package's surface.

import type { ContactChannel } from "../../customer/record/contact-point.js";
import { DAY_MS, dayNumber } from "../../shared/time/civil.js";
import { instantFromEpochMilliseconds } from "../../shared/time/instant.js";
import type { Instant } from "../../shared/time/instant.js";
import { plainlyAt, readLocal } from "../../shared/time/local-time.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { CarePolicy } from "../policy/care-policy.js";
import { clockMilliseconds } from "./clock-time.js";
import { quietTime, quietTimeOver } from "./quiet-time.js";

/** For which action, by which policy, on whose clock. */
export interface DueMomentOptions {
  readonly policy: Pick<CarePolicy, "dueFrom" | "quietHours">;
  readonly zone: TimeZone;
  readonly channel: ContactChannel;
  /** Whether quiet hours do not count. */
  readonly transactional: boolean;
}

/** The first moment at or after `dueFrom` of this day that is not quiet; it may lie on a later day. */
export function dueMoment(
  date: PlainDate,
  { policy, zone, channel, transactional }: DueMomentOptions,
): Instant {
  const task = "find when an action is due";
  const time = clockMilliseconds(policy.dueFrom, { task, name: "policy.dueFrom" });
  const local = dayNumber(date) * DAY_MS + time;
  const at = instantFromEpochMilliseconds(plainlyAt(zone, local) ?? readLocal(zone, local).reached);
  if (transactional) return at;
  return quietTimeOver(at, quietTime(task, { quietHours: policy.quietHours, zone, channel }));
}
