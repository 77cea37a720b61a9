import type { PlainDate } from "../../shared/time/plain-date.js";
import type { OccasionEvent, OccasionEventKind } from "./occasion-event.js";

/** Events known before their day. All others are known on it. */
const ANNOUNCED: readonly OccasionEventKind[] = [
  "warranty-end",
  "contract-end",
  "life-moment",
  "weather",
];

/** Whether an event is known on a day: it has happened, or is of a kind that is announced. @internal */
export function isEventKnown({ kind, date }: OccasionEvent, today: PlainDate): boolean {
  return date <= today || ANNOUNCED.includes(kind);
}
