import type { SlaLedger } from "../../service/deadline/sla-interval.js";

/** One clock of the chart: its name, and where its time went. */
export interface SlaTimelineRow {
  /** The name, such as the case and what the clock waits for. */
  readonly name: string;
  /** What `slaLedger` gives. */
  readonly ledger: Pick<
    SlaLedger,
    "start" | "until" | "state" | "due" | "intervals" | "overMilliseconds"
  >;
}
