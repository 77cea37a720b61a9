import type {
  ServiceCase,
  ServiceCaseEvent,
  ServiceCaseEventKind,
} from "../deadline/service-case.js";
import { NO_COMPLAINT } from "./complaint-case.js";
import type { ComplaintCase } from "./complaint-case.js";
import type { ComplaintCommandKind, ComplaintEvent } from "./complaint-command.js";
import { evolveComplaint } from "./evolve-complaint.js";
import { openPromises } from "./open-promises.js";

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

/** What ends a wait for the customer by itself. */
const ENDS_WAIT: readonly ServiceCaseEventKind[] = ["customer-wrote", "resumed", "resolved"];

/**
 * How do the clocks of deadlines see this complaint (SRV-4)?
 *
 * It is opened by its receipt, acknowledged, informed and answered as it says. It is resolved once it is closed,
 * withdrawn or a duplicate. Where it is reopened after an answer, before it was closed, the customer has written. Its
 * priority is its severity, as judged last.
 *
 * The clocks whose rule says so pause while we wait for the customer: when that was said, and from an answer on, since
 * then only the customer's word is missing. This wait ends when the customer is heard, when we wait no longer, and with
 * the closing; it stands still while something promised is open, which is for us to do, and goes on once it is settled.
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
  // Whether nothing was heard since the answer, and no longer waiting was not decided either.
  let isUnheard = false;
  for (const event of events) {
    const after = evolveComplaint(state, event);
    if (after === state) continue;
    const was = isUnheard && isForCustomer(state);
    if (event.kind === "answer") isUnheard = true;
    else if (event.kind === "hear-from-customer" || event.kind === "stop-waiting") {
      isUnheard = false;
    }
    const is = isUnheard && isForCustomer(after);
    const found = seenBy(state, event);
    seen.push(...found, ...turn({ was, is, found }, { event, after }));
    state = after;
  }
  const { record } = state;
  return record === undefined
    ? undefined
    : { id: record.id, priority: record.severity, events: seen };
}

/** Whether it is answered and nothing promised is open. */
function isForCustomer(state: ComplaintCase): boolean {
  return state.phase === "answered" && openPromises(state).length === 0;
}

/** The wait for the customer's word on the answer, where it begins or ends and nothing else says so. */
function turn(
  {
    was,
    is,
    found,
  }: { readonly was: boolean; readonly is: boolean; readonly found: readonly ServiceCaseEvent[] },
  { event, after }: { readonly event: ComplaintEvent; readonly after: ComplaintCase },
): readonly ServiceCaseEvent[] {
  const { at } = event;
  // We wait all the same, for what was asked.
  if (was === is || after.waiting !== undefined) return [];
  if (is) return [{ kind: "waiting", at, waitingFor: "customer" }];
  return found.some(({ kind }) => ENDS_WAIT.includes(kind)) ? [] : [{ kind: "resumed", at }];
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
