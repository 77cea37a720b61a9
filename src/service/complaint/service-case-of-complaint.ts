import type {
  ServiceCase,
  ServiceCaseEvent,
  ServiceCaseEventKind,
} from "../deadline/service-case.js";
import { NO_COMPLAINT } from "./complaint-case.js";
import type { ComplaintCase } from "./complaint-case.js";
import type { ComplaintCommandKind, ComplaintEvent } from "./complaint-command.js";
import { evolveComplaint } from "./evolve-complaint.js";

/** What each kind of event is to the clocks; kinds not listed are nothing to them. */
const SEEN_AS: ReadonlyMap<ComplaintCommandKind, ServiceCaseEventKind> = new Map([
  ["receive", "opened"],
  ["acknowledge", "acknowledged"],
  ["inform-customer", "informed"],
  ["hear-from-customer", "customer-wrote"],
  ["answer", "answered"],
  ["wait-for-customer", "waiting"],
  ["stop-waiting", "resumed"],
  ["close", "resolved"],
  ["withdraw", "resolved"],
  ["mark-duplicate", "resolved"],
  ["reopen", "reopened"],
]);

/**
 * How do the clocks of deadlines see this complaint (SRV-4)?
 *
 * It is opened by its receipt, acknowledged, informed and answered as it says; the clocks pause while we wait for the
 * customer. It is resolved once it is closed, withdrawn or a duplicate. Where it is reopened after an answer, before it
 * was closed, the customer has written. Its priority is its severity, as judged last.
 *
 * @param events - Everything that happened to one complaint, in order; an id that comes again is passed over.
 * @returns The case for the clocks; `undefined` for no events.
 * @throws RangeError where the first event is not its receipt, events are of different complaints, or out of order.
 * @example
 * ```ts
 * import { serviceCaseOfComplaint } from "goodwill/service";
 *
 * serviceCaseOfComplaint([]); // => undefined
 * ```
 */
export function serviceCaseOfComplaint(events: Iterable<ComplaintEvent>): ServiceCase | undefined {
  const seen: ServiceCaseEvent[] = [];
  let state = NO_COMPLAINT;
  for (const event of events) {
    const after = evolveComplaint(state, event);
    if (after !== state) seen.push(...seenBy(state, event));
    state = after;
  }
  const { record } = state;
  return record === undefined
    ? undefined
    : { id: record.id, priority: record.severity, events: seen };
}

function seenBy(before: ComplaintCase, { kind, at }: ComplaintEvent): readonly ServiceCaseEvent[] {
  const seenAs = SEEN_AS.get(kind);
  if (seenAs === undefined) return [];
  switch (seenAs) {
    case "waiting":
      return [{ kind: seenAs, at, waitingFor: "customer" }];
    case "answered":
      // An answer ends the waiting of a complaint, which the clocks have to be told.
      return before.waiting === undefined
        ? [{ kind: seenAs, at }]
        : [
            { kind: "resumed", at },
            { kind: seenAs, at },
          ];
    case "reopened":
      return [{ kind: before.phase === "answered" ? "customer-wrote" : seenAs, at }];
    default:
      return [{ kind: seenAs, at }];
  }
}
