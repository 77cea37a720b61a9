import { customerId } from "goodwill/customer";
import { decideComplaint, evolveComplaint, NO_COMPLAINT } from "goodwill/service";
import type {
  AuthorityPolicy,
  Complaint,
  ComplaintCase,
  ComplaintCommand,
  ComplaintEvent,
  ComplaintOptions,
} from "goodwill/service";
import { addMilliseconds, instant, money } from "goodwill/shared";
import type { Instant } from "goodwill/shared";

const START = instant("2026-03-02T09:00:00Z");

/** So many minutes after the complaint of the stories was received. */
export function after(minutes: number): Instant {
  return addMilliseconds(START, minutes * 60_000);
}

export function complaint(part: Partial<Complaint> = {}): Complaint {
  return {
    id: "K-1",
    customer: customerId("C-1"),
    at: START,
    receivedBy: "mei",
    channel: "phone",
    kind: "late-delivery",
    subject: "Sofa not delivered",
    severity: "medium",
    ...part,
  };
}

type WithoutBase<C> = C extends unknown ? Omit<C, "id" | "at" | "by" | "complaint"> : never;

/** What is done, without what every command says. */
export type Step = WithoutBase<ComplaintCommand>;

export const RECEIVE: Step = { kind: "receive", record: complaint() };
export const ACKNOWLEDGE: Step = { kind: "acknowledge" };
export const ASSESS: Step = { kind: "assess", severity: "high" };
export const INVESTIGATE: Step = { kind: "investigate" };
export const ANSWER: Step = { kind: "answer", finding: "upheld", remedies: [] };
export const CLOSE: Step = { kind: "close", outcome: "accepted" };
export const REOPEN: Step = { kind: "reopen", why: "still not here" };
export const WITHDRAW: Step = { kind: "withdraw", why: "it came" };
export const DUPLICATE: Step = { kind: "mark-duplicate", of: "K-0" };

/** A command of the story, by `mei` unless said. */
export function command(
  step: Step,
  { id, minutes, by = "mei" }: { id: string; minutes: number; by?: string },
): ComplaintCommand {
  const at = after(minutes);
  const made = step.kind === "receive" ? { ...step, record: { ...step.record, at } } : step;
  return { id, complaint: "K-1", at, by, ...made };
}

/** The complaint after these steps, an hour apart; throws where one is refused. */
export function told(steps: readonly Step[], options: ComplaintOptions = {}): ComplaintCase {
  return steps.reduce((state, step, place) => {
    const decided = decideComplaint(
      state,
      command(step, { id: `E-${place}`, minutes: place * 60 }),
      options,
    );
    if (!decided.ok) throw new Error(`refused: ${JSON.stringify(decided.error)}`);
    return decided.value.reduce(evolveComplaint, state);
  }, NO_COMPLAINT);
}

/** The events of a complaint, each so many minutes after the start. */
export function events(
  id: string,
  steps: readonly (readonly [number, Step])[],
): readonly ComplaintEvent[] {
  return steps.map(([minutes, step], place) => {
    const at = after(minutes);
    const event = { id: `E-${place}`, complaint: id, at, by: "mei", ...step };
    return (
      step.kind === "receive" ? { ...event, record: complaint({ id, at }) } : event
    ) as ComplaintEvent;
  });
}

/** Why the next step is refused; nothing where it is not. */
export function refusalOf(
  state: ComplaintCase,
  step: Step,
  options: ComplaintOptions & { readonly by?: string; readonly minutes?: number } = {},
): { readonly code: string; readonly allowed: readonly string[] } | undefined {
  const { by = "mei", minutes = 6000, ...rules } = options;
  const decided = decideComplaint(state, command(step, { id: "E-next", minutes, by }), rules);
  return decided.ok ? undefined : decided.error;
}

export function refund(amount: number): { readonly kind: string; readonly amount: Money } {
  return { kind: "refund", amount: money(amount, "EUR") };
}
type Money = ReturnType<typeof money>;

export const AUTHORITY: AuthorityPolicy = {
  levels: [
    {
      level: 1,
      name: "front line",
      grants: [{ remedy: "refund", upTo: money(5000, "EUR") }, { remedy: "apology" }],
      withinDays: 10,
      earlier: 1,
      severity: "high",
      stakes: [money(100_000, "EUR")],
    },
    {
      level: 2,
      name: "manager",
      grants: [{ remedy: "refund", upTo: money(50_000, "EUR") }, { remedy: "apology" }],
      withinDays: 20,
    },
    {
      level: 3,
      name: "director",
      grants: [
        { remedy: "refund", upTo: money(500_000, "EUR") },
        { remedy: "apology" },
        { remedy: "credit", upTo: money(500_000, "EUR") },
      ],
      together: [money(600_000, "EUR")],
    },
  ],
  safetyLevel: 2,
  staff: { mei: 1, bo: 1, li: 2, wang: 3 },
};
