/**
 * The actions of a plan as jobs of a queue: put in each night, carried out when their time comes. The queue has the
 * shape of BullMQ (`add` with a job id, `delay` and `attempts`) and lives in memory.
 *
 * - The id of the action is the id of the job: a plan put in twice sends nothing twice.
 * - Just before sending, `executableNow` is asked again: a consent may have gone since, a complaint come.
 * - Wait moves the job to the moment named; blocked and expired are ends, kept with their reasons.
 * - A sender that fails is tried again. What was sent becomes past care, so that the caps of the next plan count it.
 *
 * `npx tsx examples/recipes/care-nightly-job.ts` prints the log of two days.
 */
import { pathToFileURL } from "node:url";
import {
  CARE_SENTENCES,
  executableNow,
  pastCareOf,
  type CareAction,
  type CareFeedback,
  type CarePolicy,
  type CareRelationship,
  type PastCare,
} from "goodwill/care";
import { CUSTOMER_SENTENCES, customerId, type CustomerId } from "goodwill/customer";
import {
  epochMilliseconds,
  explain,
  instant,
  instantFromEpochMilliseconds,
  plainDate,
  timeZone,
  type Instant,
} from "goodwill/shared";

/** A job of the queue, as BullMQ has it: its id, what it is about, and how often it was tried. */
interface Job {
  readonly id: string;
  readonly action: CareAction;
  readonly runAt: Instant;
  readonly attempt: number;
}

/** What became of an action. */
export interface Ended {
  readonly outcome: "done" | "blocked" | "expired" | "failed";
  readonly at: Instant;
  readonly why: readonly string[];
}

/** What the job works with: what is known of customers at a moment, and the sender. */
export interface NightlyHost {
  readonly policy: CarePolicy;
  readonly attempts: number;
  readonly retryMinutes: number;
  readonly factsOf: (customer: CustomerId, asOf: Instant) => CareRelationship;
  /** Sends; throws where the provider fails. The key lets the provider refuse to send twice. */
  readonly send: (key: string, channel: string, contactPoint: string, at: Instant) => void;
}

const SENTENCES = { ...CARE_SENTENCES, ...CUSTOMER_SENTENCES };

/** A queue in memory: `add` passes over ids it has seen, `runUntil` carries out what is due in the order of time. */
export function careQueue(host: NightlyHost) {
  const waiting = new Map<string, Job>();
  const ended = new Map<string, Ended>();
  const pastCare = new Map<CustomerId, PastCare[]>();
  const feedback: CareFeedback[] = [];
  const log: string[] = [];

  function add(action: CareAction): boolean {
    if (waiting.has(action.id) || ended.has(action.id)) return false;
    waiting.set(action.id, { id: action.id, action, runAt: action.at, attempt: 1 });
    return true;
  }

  function runUntil(end: Instant): void {
    for (let job = nextBefore(end); job !== undefined; job = nextBefore(end)) run(job);
  }

  function nextBefore(end: Instant): Job | undefined {
    return [...waiting.values()]
      .filter(({ runAt }) => runAt < end)
      .sort((a, b) => (a.runAt + a.id < b.runAt + b.id ? -1 : 1))[0];
  }

  function run({ id, action, runAt, attempt }: Job): void {
    const facts = host.factsOf(action.customer, runAt);
    const given = [...(facts.pastCare ?? []), ...(pastCare.get(action.customer) ?? [])];
    const judged = executableNow(
      action,
      { ...facts, pastCare: given },
      { asOf: runAt, policy: host.policy },
    );
    if (!judged.executable) {
      const why = judged.reasons.map((reason) => explain(reason, SENTENCES));
      if (judged.outcome === "wait") return later(judged.until, attempt, why);
      // Never `ended`: the queue holds nothing that has come to its end.
      return end(judged.outcome === "blocked" ? "blocked" : "expired", why);
    }
    try {
      host.send(id, judged.channel, judged.contactPoint, runAt);
    } catch (error) {
      const why = [(error as Error).message];
      if (attempt >= host.attempts) return end("failed", why);
      const again = epochMilliseconds(runAt) + host.retryMinutes * 60_000;
      return later(instantFromEpochMilliseconds(again), attempt + 1, why);
    }
    const own = pastCare.get(action.customer) ?? [];
    own.push(pastCareOf({ ...action, channel: judged.channel }, { at: runAt }));
    pastCare.set(action.customer, own);
    return end("done", []);

    function later(until: Instant, next: number, why: readonly string[]): void {
      waiting.set(id, { id, action, runAt: until, attempt: next });
      log.push(`${runAt.slice(0, 16)} ${id}: waits until ${until.slice(0, 16)}. ${why.join(" ")}`);
    }

    function end(outcome: Ended["outcome"], why: readonly string[]): void {
      waiting.delete(id);
      ended.set(id, { outcome, at: runAt, why });
      // What was not done costs nothing. Whether the customer answered is told later, under the same id.
      feedback.push({
        ...{ action: id, cost: outcome === "done" ? action.cost : { ...action.cost, amount: 0 } },
        ...(!judged.executable && { reason: judged.reasons[0]! }),
      });
      log.push(`${runAt.slice(0, 16)} ${id}: ${[`${outcome}.`, ...why].join(" ")}`);
    }
  }

  return { add, runUntil, ended, pastCare, feedback, log };
}

const SHANGHAI = timeZone("Asia/Shanghai");
const sent = instant("2026-01-10T09:00:00Z");

export const POLICY: CarePolicy = {
  ...{ rules: [], limits: {}, otherwise: { contacts: { perDay: 1 } } },
  quietHours: { from: "21:00", until: "08:00", whenTooLate: { kind: "defer", minutes: 60 } },
  ...{ dueFrom: "09:00", timeZone: SHANGHAI },
};

/** A plan is stored as data; here are four of its actions. */
const action = (id: string, more: Partial<CareAction> = {}): CareAction => ({
  ...{ id, customer: customerId(id.split("/")[1]!), occasion: "birthday", occasionKeys: [id] },
  ...{ rule: "greeting", kind: "message", channel: "sms", contactPoint: "m", purpose: "care" },
  ...{ due: plainDate("2026-03-02"), at: instant("2026-03-02T01:00:00Z") },
  ...{ notAfter: instant("2026-03-02T16:00:00Z"), cost: { amount: 10, currency: "CNY" } },
  ...{ effect: 3, cheerful: true, why: [], state: "planned", ...more },
});

export const ACTIONS: readonly CareAction[] = [
  action("p/ann"),
  action("p/bo"),
  action("p/cy"),
  action("p/di"),
  action("p/eve", { at: instant("2026-03-02T14:00:00Z") }),
];

/** What is known: bo has taken the consent back, cy has complained, di's provider fails at first. */
export function factsOf(id: CustomerId, asOf: Instant): CareRelationship {
  const consent = { purpose: "care", channel: "sms", evidence: "form 3" } as const;
  return {
    customer: {
      ...{ id, kind: "person", name: id, timeZone: SHANGHAI },
      contactPoints: [{ id: "m", channel: "sms", address: "+8613900000000" }],
      consents: [
        { ...consent, state: "granted", at: sent },
        ...(id === "bo"
          ? [{ ...consent, state: "withdrawn" as const, at: instant("2026-03-01T20:00:00Z") }]
          : []),
      ],
    },
    openComplaints:
      id === "cy" && asOf >= "2026-03-01T10:00:00Z"
        ? [{ id: "K-7", at: instant("2026-03-01T10:00:00Z") }]
        : [],
  };
}

export function main(): string {
  let failures = 1;
  const queue = careQueue({
    ...{ policy: POLICY, attempts: 3, retryMinutes: 10, factsOf },
    send: (key) => {
      if (key !== "p/di" || failures === 0) return;
      failures -= 1;
      throw new Error("the provider does not answer");
    },
  });
  for (const one of ACTIONS) queue.add(one);
  const added = ACTIONS.filter((one) => queue.add(one)).length;
  queue.runUntil(instant("2026-03-04T00:00:00Z"));
  return [`Put in again: ${String(added)} new jobs.`, ...queue.log].join("\n");
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(main());
}
