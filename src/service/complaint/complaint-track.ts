import type { ComplaintEvent } from "./complaint-command.js";
import { phaseAfter } from "./complaint-phase-after.js";
import type { ComplaintPhase } from "./complaint-state.js";

/** How far a complaint has come while events of many complaints are read. @internal */
export interface ComplaintTrack {
  /** The phase before the event read last; absent before the complaint was received. */
  before: ComplaintPhase | undefined;
  /** The phase after it. */
  phase: ComplaintPhase | undefined;
  /** The moment of the event read last. */
  at: string;
  /** The ids read. */
  ids: string[] | Set<string>;
}

/** So many ids are found faster in a list than in a set. */
const LISTED = 24;

/**
 * Reads one event into the track of its complaint; `undefined` for an event whose id was read before.
 *
 * @internal
 */
export function trackEvent<Track extends ComplaintTrack>(
  tracks: Map<string, Track>,
  event: ComplaintEvent,
  begin: () => Track,
): Track | undefined {
  const { id, complaint, kind, at } = event;
  let track = tracks.get(complaint);
  if (track === undefined) {
    if (kind !== "receive") {
      throw new RangeError(
        `Cannot follow complaints: each begins with "receive", got "${kind}" of "${complaint}"`,
      );
    }
    track = begin();
    tracks.set(complaint, track);
  } else if (Array.isArray(track.ids) ? track.ids.includes(id) : track.ids.has(id)) {
    return undefined;
  }
  if (at < track.at) {
    throw new RangeError(
      `Cannot follow complaints: events of "${complaint}" must be in the order of time, got ${at} after ${track.at}`,
    );
  }
  if (!Array.isArray(track.ids)) track.ids.add(id);
  else if (track.ids.length < LISTED) track.ids.push(id);
  else track.ids = new Set([...track.ids, id]);
  track.at = at;
  track.before = track.phase;
  track.phase = phaseAfter(track.phase, kind);
  return track;
}
