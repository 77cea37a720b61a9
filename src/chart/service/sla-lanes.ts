import type { SlaIntervalKind, SlaState } from "../../service/deadline/sla-interval.js";
import { labelText } from "../frame/wording.js";
import { requireFigure, requireOnce } from "../value/required-figures.js";
import type { ClockChartOptions } from "./chart-clock.js";
import { instantMs, lengthText, momentText } from "./clock-time.js";
import type { SlaTimelineRow } from "./sla-timeline-row.js";

const TASK = "service clocks";

/** A stretch of a lane, in milliseconds; cut at the last moment in time. @internal */
export interface SlaStretch {
  readonly kind: SlaIntervalKind;
  readonly isLate: boolean;
  readonly from: number;
  readonly to: number;
  readonly sentence: string;
}

/** One clock. @internal */
export interface SlaLane {
  readonly name: string;
  readonly state: SlaState;
  readonly from: number;
  readonly to: number;
  /** The last moment in time; absent while a pause leaves it open. */
  readonly due?: number;
  /** What it says of that moment. */
  readonly dueSentence: string;
  /** Counted beyond the target. */
  readonly over: number;
  readonly stretches: readonly SlaStretch[];
  readonly sentence: string;
}

/** What is drawn of each clock. @internal */
export function slaLanes(rows: readonly SlaTimelineRow[], options: ClockChartOptions): SlaLane[] {
  requireOnce(
    rows.map(({ name }) => name),
    { task: TASK, what: "the clock" },
  );
  return rows.map((row) => laneOf(row, options));
}

function laneOf({ name: id, ledger }: SlaTimelineRow, options: ClockChartOptions): SlaLane {
  const { labels, clock } = options;
  const { state, intervals, overMilliseconds: over } = ledger;
  requireFigure(over, { task: TASK, name: `overMilliseconds of ${id}`, least: 0 });
  const name = labelText(id, labels);
  const [from, to] = [instantMs(ledger.start), instantMs(ledger.until)];
  const due = ledger.due === undefined ? undefined : instantMs(ledger.due);
  const dueText = due === undefined ? "no last moment in time" : `due ${momentText(due, clock)}`;
  const stretches = intervals.flatMap((interval) => {
    const [start, end] = [instantMs(interval.start), instantMs(interval.end)];
    const cut = Math.min(Math.max(due ?? end, start), end);
    return [
      { kind: interval.kind, isLate: false, from: start, to: cut },
      { kind: interval.kind, isLate: true, from: cut, to: end },
    ].filter((part) => part.to > part.from);
  });
  const lengths = (["counted", "paused", "closed"] as const).map((kind) => {
    const own = stretches.filter((part) => part.kind === kind);
    return `${kind} ${lengthText(own.reduce((sum, part) => sum + part.to - part.from, 0))}`;
  });
  const late = over === 0 ? "" : `, ${lengthText(over)} over`;
  return {
    ...{ name, state, from, to, over, ...(due !== undefined && { due }) },
    dueSentence: `${name}: ${dueText}`,
    stretches: stretches.map((part) => ({
      ...part,
      sentence: `${name}: ${part.kind}${part.isLate ? ", late," : ""} from ${momentText(part.from, clock)} to ${momentText(part.to, clock)}, ${lengthText(part.to - part.from)}`,
    })),
    sentence: `${name} ${state}${late}, ${dueText}, ${lengths.join(", ")}`,
  };
}
