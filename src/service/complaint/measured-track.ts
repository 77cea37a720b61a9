import type { Instant } from "../../shared/time/instant.js";
import type { ComplaintEvent } from "./complaint-command.js";
import { trackEvent } from "./complaint-track.js";
import type { ComplaintTrack } from "./complaint-track.js";

/** What is measured of a complaint while events are read. @internal */
export interface MeasuredTrack extends ComplaintTrack {
  /** When it was received. */
  receivedAt: Instant;
  /** When it came into the phase it is in. */
  enteredAt: Instant;
  /** When it was acknowledged, or the customer was told of it or answered without; absent before. */
  acknowledgedAt: Instant | undefined;
  /** When it was answered first; absent before. */
  answeredAt: Instant | undefined;
  /** Whether it was handed off or escalated, or the customer came back. */
  movedOn: boolean;
  /** Whether it was reopened after an answer. */
  reopened: boolean;
}

/** Reads the events up to a moment, once, and gives what is measured of each complaint. @internal */
export function measuredTracks(
  events: Iterable<ComplaintEvent>,
  asOf: Instant,
): readonly MeasuredTrack[] {
  const tracks = new Map<string, MeasuredTrack>();
  for (const event of events) {
    const { at, kind } = event;
    if (at > asOf) continue;
    const track = trackEvent(tracks, event, () => begun(at));
    if (track === undefined) continue;
    if (track.phase !== track.before) track.enteredAt = at;
    switch (kind) {
      // News is a sign that we have it, for the clocks of deadlines, too.
      case "acknowledge":
      case "inform-customer":
        track.acknowledgedAt ??= at;
        break;
      case "answer":
        track.acknowledgedAt ??= at;
        track.answeredAt ??= at;
        break;
      case "reopen":
        // One withdrawn, or no duplicate after all, was not answered badly.
        if (track.before === "answered" || track.before === "closed") track.reopened = true;
        break;
      case "hand-off":
      case "escalate":
        track.movedOn = true;
        break;
      case "hear-from-customer":
        // Thanks for a case that is closed are no second contact; a new complaint about it reopens it.
        if (track.phase !== "closed") track.movedOn = true;
        break;
      default:
    }
  }
  return [...tracks.values()];
}

function begun(at: Instant): MeasuredTrack {
  return {
    before: undefined,
    phase: undefined,
    at: "",
    ids: [],
    receivedAt: at,
    enteredAt: at,
    acknowledgedAt: undefined,
    answeredAt: undefined,
    movedOn: false,
    reopened: false,
  };
}
