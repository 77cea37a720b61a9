import type { RowIssue } from "../../shared/rows.js";
import { isTimeZone } from "../../shared/time/time-zone.js";
import type { OpeningHours } from "../opening/opening-hours.js";
import { openSpans } from "../opening/opening-hours.js";
import { foundText, hasFields } from "./found-text.js";
import type { Touchpoint, TouchpointStage } from "./touchpoint.js";
import { TOUCHPOINT_STAGES } from "./touchpoint.js";

// What is wrong with a catalogue. Internal: not part of the package's surface.

const CONTROLS: readonly string[] = ["owned", "partner", "earned"];
const NATURES: readonly string[] = ["human", "digital", "physical"];
const VISIBILITIES: readonly string[] = ["frontstage", "backstage"];
const STAGES: readonly string[] = TOUCHPOINT_STAGES;

/** What is wrong with one touchpoint; empty when nothing is. `taken` holds the ids before it. */
export function touchpointIssues(
  touchpoint: Touchpoint,
  taken: ReadonlySet<string>,
): readonly RowIssue[] {
  if (!hasFields(touchpoint)) {
    return [{ path: "", message: `must be a touchpoint, got ${foundText(touchpoint)}` }];
  }
  const { id, stages, channels, hours } = touchpoint;
  const issues: RowIssue[] = [];
  const issue = (path: string, message: string): void => void issues.push({ path, message });
  if (typeof id !== "string" || id === "" || id.trim() !== id) {
    issue("id", `must be a text without blanks at its ends, got ${foundText(id)}`);
  } else if (taken.has(id)) issue("id", `another touchpoint is already called "${id}"`);
  for (const [path, words] of [
    ["control", CONTROLS],
    ["nature", NATURES],
    ["visibility", VISIBILITIES],
  ] as const) {
    const word = touchpoint[path];
    if (!words.includes(word)) {
      issue(path, `must be one of ${words.join(", ")}, got ${foundText(word)}`);
    }
  }
  if (!Array.isArray(stages)) issue("stages", `must be a list, got ${foundText(stages)}`);
  else {
    if (stages.length === 0) issue("stages", "must name at least one stage");
    for (const stage of stages as readonly TouchpointStage[]) {
      if (!STAGES.includes(stage)) {
        issue("stages", `must be among ${STAGES.join(", ")}, got ${foundText(stage)}`);
      }
    }
    if (new Set(stages).size < stages.length) issue("stages", "must not name a stage twice");
  }
  if (!Array.isArray(channels)) issue("channels", `must be a list, got ${foundText(channels)}`);
  else {
    if (channels.length === 0) issue("channels", "must name at least one channel");
    const wrong = (channels as readonly unknown[]).findIndex(
      (one) => typeof one !== "string" || one === "",
    );
    if (wrong >= 0) {
      issue("channels", `must be texts that are not empty, got ${foundText(channels[wrong])}`);
    }
    if (new Set(channels).size < channels.length)
      issue("channels", "must not name a channel twice");
  }
  const wrongHours = hours === undefined ? undefined : hoursIssue(hours);
  if (wrongHours !== undefined) issue("hours", wrongHours);
  return issues;
}

/** What is wrong with opening hours; nothing when they hold. */
export function hoursIssue(hours: OpeningHours): string | undefined {
  if (!hasFields(hours)) return `must be opening hours, got ${foundText(hours)}`;
  const { zone, windows } = hours;
  if (!isTimeZone(zone)) return `the host knows no time zone ${foundText(zone)}`;
  if (!Array.isArray(windows)) return `must have a list of windows, got ${foundText(windows)}`;
  for (const window of windows as readonly unknown[]) {
    if (!hasFields(window) || !Array.isArray(window["days"])) {
      return `a window must have days, a beginning and an end, got ${foundText(window)}`;
    }
  }
  try {
    openSpans(windows);
    return undefined;
  } catch (error) {
    return (error as RangeError).message;
  }
}
