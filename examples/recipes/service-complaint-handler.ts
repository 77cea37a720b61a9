/**
 * Complaints behind an HTTP interface: receive, act, look. The shapes are those of Express, the framework is yours.
 *
 * - `POST /complaints` with `{ "id", "record" }` receives a complaint; the moment and who received it are the host's.
 * - `POST /complaints/K-1/commands` with `{ "id", "kind", ... }` does something about it, by the version the caller saw
 *   (`If-Match`): whoever was slower gets 412, sees what happened, and decides again.
 * - `GET /complaints/K-1` shows where it stands, what may be done next, its deadlines and which comes first.
 *
 * The state is never stored, only events are, so that nothing can be set past the rules. The id of a command makes a
 * repetition harmless: the second click changes nothing. In Express:
 * `app.use(express.json(), complaintHandler(host))`.
 *
 * `npx tsx examples/recipes/service-complaint-handler.ts` prints a dialogue.
 */
import { pathToFileURL } from "node:url";
import {
  complaintEventSchema,
  complaintView,
  decideComplaint,
  nextBreach,
  replayComplaint,
  serviceCaseOfComplaint,
  serviceClocks,
  type AuthorityPolicy,
  type ComplaintCommand,
  type ComplaintEvent,
  type ServiceHours,
} from "goodwill/service";
import { instant, money, timeZone, type Instant } from "goodwill/shared";

/** What is read of a request; one of Express fits. */
export interface HandlerRequest {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly get: (header: string) => string | undefined;
}

/** What is called of a response; one of Express fits. */
export interface HandlerResponse {
  readonly status: (code: number) => HandlerResponse;
  readonly set: (header: string, value: string) => HandlerResponse;
  readonly json: (body: unknown) => unknown;
}

/** Where events are kept: a table with the key (complaint, number) in earnest, a map here. */
export interface ComplaintStore {
  readonly events: (complaint: string) => readonly ComplaintEvent[];
  /** Appends after so many events; `false`, and nothing done, where there are more by now. */
  readonly append: (
    complaint: string,
    after: { readonly version: number; readonly events: readonly ComplaintEvent[] },
  ) => boolean;
}

/** What the host brings. The library itself reads no clock, and knows nobody. */
export interface ComplaintHost {
  readonly store: ComplaintStore;
  readonly now: () => Instant;
  /** Who is asking: from the session, never from the body. */
  readonly staffOf: (request: HandlerRequest) => string | undefined;
  readonly authority: AuthorityPolicy;
  /** The calendars `desk` and `day-and-night` of the default policy of deadlines. */
  readonly calendars: Readonly<Record<string, ServiceHours>>;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly version?: number;
}

/** The handler: a function of request and response. */
export function complaintHandler(
  host: ComplaintHost,
): (request: HandlerRequest, response: HandlerResponse) => void {
  return (request, response) => {
    const { status, body, version } = answerTo(request, host);
    if (version !== undefined) response.set("ETag", `"${String(version)}"`);
    response.status(status).json(body);
  };
}

function answerTo(request: HandlerRequest, host: ComplaintHost): Answer {
  const by = host.staffOf(request);
  if (by === undefined) return { status: 401, body: { error: "nobody is signed in" } };
  const { method, path, body } = request;
  const [, root, id, tail, ...more] = path.split("/");
  if (root === "complaints" && more.length === 0) {
    const said = isRecord(body) ? body : {};
    if (method === "POST" && id === undefined) return receive(said, { host, by });
    if (method === "GET" && id !== undefined && tail === undefined) return view(id, host);
    if (method === "POST" && id !== undefined && tail === "commands") {
      return act(said, { host, by, complaint: id, seen: request.get("If-Match") });
    }
  }
  return { status: 404, body: { error: `there is no ${method} ${path}` } };
}

function receive(
  { id, record: given }: Readonly<Record<string, unknown>>,
  { host, by }: { readonly host: ComplaintHost; readonly by: string },
): Answer {
  const at = host.now();
  const record = { ...(isRecord(given) ? given : {}), at, receivedBy: by };
  const complaint = isRecord(given) ? given["id"] : undefined;
  return decide({ kind: "receive", id, complaint, at, by, record }, { host, created: 201 });
}

interface Act {
  readonly host: ComplaintHost;
  readonly by: string;
  readonly complaint: string;
  readonly seen: string | undefined;
}

function act(said: Readonly<Record<string, unknown>>, { host, by, complaint, seen }: Act): Answer {
  if (host.store.events(complaint).length === 0) return unknown(complaint);
  const version = Number(/^"(\d+)"$/.exec(seen ?? "")?.[1]);
  if (Number.isNaN(version)) {
    return { status: 428, body: { error: 'say which version you saw: If-Match: "3"' } };
  }
  return decide({ ...said, complaint, at: host.now(), by }, { host, version });
}

/** Reads the command, decides, appends: 400 what cannot be read, 409 what the rules forbid, 412 what came too late. */
function decide(
  said: Readonly<Record<string, unknown>>,
  {
    host,
    version = 0,
    created = 200,
  }: { readonly host: ComplaintHost; readonly version?: number; readonly created?: number },
): Answer {
  const read = complaintEventSchema.safeParse(said);
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => ({
      ...{ path: path.join("."), message },
    }));
    return { status: 400, body: { error: "the request cannot be read", faults } };
  }
  const command: ComplaintCommand = read.data;
  const { complaint } = command;
  const events = host.store.events(complaint);
  const decided = decideComplaint(replayComplaint(events), command, { authority: host.authority });
  // Done already: the answer was lost on the way, and the version the caller saw is of no matter.
  if (decided.ok && decided.value.length === 0) return view(complaint, host);
  if (created !== 201 && version !== events.length) return stale(events, version);
  if (!decided.ok) return { status: 409, body: decided.error, version: events.length };
  if (!host.store.append(complaint, { version: events.length, events: decided.value })) {
    return stale(host.store.events(complaint), version);
  }
  return { ...view(complaint, host), status: created };
}

function stale(events: readonly ComplaintEvent[], version: number): Answer {
  const since = events.slice(version).map(({ kind, by, at }) => ({ kind, by, at }));
  const body = { error: "somebody was quicker", since };
  return { status: 412, body, version: events.length };
}

function unknown(complaint: string): Answer {
  return { status: 404, body: { error: `there is no complaint ${complaint}` } };
}

/** Where it stands, with its deadlines; a day of which no calendar knows the holidays is told, not guessed. */
function view(complaint: string, { store, now, calendars }: ComplaintHost): Answer {
  const events = store.events(complaint);
  const serviceCase = serviceCaseOfComplaint(events);
  if (serviceCase === undefined) return unknown(complaint);
  // The clocks of two servers differ: nothing is looked at before what was done last.
  const [asOf] = [now(), ...events.slice(-1).map(({ at }) => at)].sort().slice(-1) as [Instant];
  const state = complaintView(replayComplaint(events), { asOf });
  const clocks = serviceClocks(serviceCase, { calendars, asOf });
  const next = clocks.ok ? nextBreach(clocks.value, { asOf }) : undefined;
  const body = {
    ...{ complaint, version: events.length, ...state },
    deadlines: clocks.ok
      ? clocks.value.map(({ clock, round, state: standing, due }) => ({
          ...{ clock, round, state: standing, due },
        }))
      : { error: `the holidays of ${clocks.error.date} are not known` },
    ...(next !== undefined && { next: { clock: next.clock.clock, due: next.due } }),
  };
  return { status: 200, body, version: events.length };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A store in memory. What a database does with a unique key, the length does here. */
export function memoryStore(): ComplaintStore {
  const streams = new Map<string, readonly ComplaintEvent[]>();
  const events = (complaint: string): readonly ComplaintEvent[] => streams.get(complaint) ?? [];
  return {
    events,
    append: (complaint, { version, events: added }) => {
      const before = events(complaint);
      if (before.length !== version) return false;
      streams.set(complaint, [...before, ...added]);
      return true;
    },
  };
}

const STAFF: AuthorityPolicy = {
  levels: [
    {
      ...{ level: 1, name: "front line" },
      grants: [{ remedy: "apology" }, { remedy: "refund", upTo: money(200_00, "CNY") }],
    },
    {
      ...{ level: 2, name: "supervisor" },
      grants: [{ remedy: "apology" }, { remedy: "refund", upTo: money(1000_00, "CNY") }],
    },
  ],
  safetyLevel: 2,
  staff: { mei: 1, ning: 2 },
};

const zone = timeZone("Asia/Shanghai");
const day = [{ from: "09:00", until: "18:00" }];

/** A host for the dialogue and the tests: a store, a clock that is set, the signed-in user in a header. */
export function demoHost(now: () => Instant, store: ComplaintStore = memoryStore()): ComplaintHost {
  return {
    ...{ store, now, authority: STAFF },
    staffOf: (request) => request.get("X-Staff"),
    calendars: {
      desk: { zone, hours: { 1: day, 2: day, 3: day, 4: day, 5: day } },
      "day-and-night": { zone, hours: "always" },
    },
  };
}

const RECORD = {
  ...{ id: "K-1", customer: "lin", channel: "phone", kind: "product", subject: "Kettle leaks" },
  ...{ severity: "high", amount: money(480_00, "CNY") },
};
const REFUND = [{ kind: "refund", amount: money(240_00, "CNY") }];
const COMMANDS = "POST /complaints/K-1/commands";

/** When, who, what, with which version seen. */
const DIALOGUE: readonly (readonly [
  time: string,
  who: string,
  route: string,
  body?: unknown,
  seen?: number,
])[] = [
  ["10:00", "mei", "POST /complaints", { id: "E-1", record: RECORD }],
  ["10:01", "mei", "POST /complaints", { id: "E-1", record: RECORD }],
  ["10:20", "mei", COMMANDS, { id: "E-2", kind: "acknowledge" }, 1],
  ["10:21", "ning", COMMANDS, { id: "E-3", kind: "acknowledge" }, 1],
  ["11:00", "mei", COMMANDS, { id: "E-4", kind: "answer", finding: "upheld", remedies: REFUND }, 2],
  ["11:05", "ning", COMMANDS, { id: "E-5", kind: "approve", remedies: REFUND }, 2],
  ["11:10", "mei", COMMANDS, { id: "E-6", kind: "answer", finding: "upheld", remedies: REFUND }, 3],
  ["11:11", "mei", "GET /complaints/K-1"],
  ["11:12", "mei", "GET /complaints/K-9"],
];

/** Plays the dialogue and prints it. */
export function main(): string {
  let now = instant("2026-01-12T10:00:00+08:00");
  const handle = complaintHandler(demoHost(() => now));
  return DIALOGUE.flatMap(([time, who, route, body, seen]) => {
    now = instant(`2026-01-12T${time}:00+08:00`);
    const [method, path] = route.split(" ") as [string, string];
    const headers: Record<string, string> = {
      "X-Staff": who,
      ...(seen !== undefined && { "If-Match": `"${String(seen)}"` }),
    };
    const { status, body: answered } = played(handle, {
      ...{ method, path, body, get: (header) => headers[header] },
    });
    const said = body === undefined ? "" : ` ${JSON.stringify(body)}`;
    // What a command answers is the whole view: here only its head.
    const { version, phase, next } = answered as Record<string, unknown>;
    const shown = status < 300 && method === "POST" ? { version, phase, next } : answered;
    return [`${time} ${who}: ${route}${said}`, `  ${String(status)} ${JSON.stringify(shown)}`];
  }).join("\n");
}

/** Hands a request to the handler and keeps what it answers. */
export function played(
  handle: ReturnType<typeof complaintHandler>,
  request: HandlerRequest,
): { readonly status: number; readonly etag?: string; readonly body: unknown } {
  const answer = { status: 0, headers: new Map<string, string>(), body: undefined as unknown };
  const response: HandlerResponse = {
    status: (code) => {
      answer.status = code;
      return response;
    },
    set: (header, value) => {
      answer.headers.set(header, value);
      return response;
    },
    json: (body) => (answer.body = body),
  };
  handle(request, response);
  const etag = answer.headers.get("ETag");
  return { status: answer.status, ...(etag !== undefined && { etag }), body: answer.body };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(main());
}
