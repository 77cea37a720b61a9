import type { ConsentSpan } from "../../customer/consent/consent.js";
import type { Instant } from "../../shared/time/instant.js";
import { instantDays } from "../frame/day-axis.js";
import type { LabelledChartOptions } from "../frame/theme.js";
import { labelText } from "../frame/wording.js";

/** How a consent stood. @internal */
export type SpanState = ConsentSpan["state"];

/** The colours of the states; an expired one is hollow. @internal */
export const CONSENT_STATES: readonly {
  readonly state: SpanState;
  readonly tone: "good" | "bad" | "neutral";
}[] = [
  { state: "granted", tone: "good" },
  { state: "pending", tone: "neutral" },
  { state: "withdrawn", tone: "bad" },
  { state: "expired", tone: "neutral" },
];

/** One purpose on one channel, for one contact point or for all. @internal */
export interface ConsentLane {
  readonly id: string;
  readonly label: string;
  readonly spans: readonly DatedSpan[];
  /** How it stands at the moment asked about; absent where nothing holds. */
  readonly now?: SpanState;
}

/** A span in days since 1970, cut at the moment asked about. */
interface DatedSpan {
  readonly state: SpanState;
  readonly from: number;
  readonly to: number;
  readonly sentence: string;
}

/** The spans by lane, in the order they first come. @internal */
export function consentLanes(spans: readonly ConsentSpan[], options: LaneOptions): ConsentLane[] {
  const lanes = new Map<string, ConsentSpan[]>();
  for (const span of spans) {
    if (instantDays(span.from) > instantDays(options.asOf)) continue;
    const { purpose, channel, contactPoint = "" } = span;
    const id = JSON.stringify([purpose, channel, contactPoint]);
    const lane = lanes.get(id);
    if (lane === undefined) lanes.set(id, [span]);
    else lane.push(span);
  }
  return [...lanes].map(([id, own]) => laneOf(id, own, options));
}

interface LaneOptions extends LabelledChartOptions {
  readonly asOf: Instant;
}

function laneOf(
  id: string,
  spans: readonly ConsentSpan[],
  { asOf, labels }: LaneOptions,
): ConsentLane {
  const end = instantDays(asOf);
  const { purpose, channel, contactPoint } = spans[0]!;
  const names = [purpose, channel, ...(contactPoint === undefined ? [] : [contactPoint])];
  const label = names.map((name) => labelText(name, labels)).join(", ");
  const dated = spans.map((span): DatedSpan => {
    const { state, until, evidence } = span;
    const stands = until === undefined || instantDays(until) > end;
    const stretch = `from ${timeText(span.from)} ${stands ? "on" : `until ${timeText(until)}`}`;
    return {
      ...{ state, from: instantDays(span.from), to: stands ? end : instantDays(until) },
      sentence: `${state} ${stretch} (${evidence})`,
    };
  });
  const last = spans.find(({ until }) => until === undefined || instantDays(until) > end);
  return { id, label, spans: dated, ...(last && { now: last.state }) };
}

/** An instant to the minute, in UTC. */
function timeText(instant: Instant): string {
  return instant.slice(0, 16).replace("T", " ");
}
