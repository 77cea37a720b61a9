import { mayContact } from "../../customer/consent/may-contact.js";
import type { ContactChannel } from "../../customer/record/contact-point.js";
import type { Reason } from "../../shared/reason.js";
import type { Instant } from "../../shared/time/instant.js";
import { requireInstant } from "../../shared/time/require-instant.js";
import { notPermitted } from "../plan/not-permitted.js";
import type { CareAction } from "../plan/care-action.js";
import type { CareRelationship } from "../plan/care-relationship.js";
import type { CarePolicy } from "../policy/care-policy.js";
import { isQuietAt } from "../timing/quiet-check.js";
import type { CareExecution } from "./executable.js";
import { executionScene } from "./execution-scene.js";
import type { ExecutionScene } from "./execution-scene.js";
import { waitsOf } from "./execution-waits.js";

/** As of which moment and by which policy an action is looked at. */
export interface ExecutableNowOptions {
  /** The moment; what was said, done or learned later does not count. */
  readonly asOf: Instant;
  /** The firm's rules; its rules of care are passed over, its limits, quiet hours and contact policy count. */
  readonly policy: Omit<CarePolicy, "rules">;
}

/**
 * May this action be done at this moment (CARE-6)? Everything is checked again, as much may have changed since it was
 * planned.
 *
 * In this order; what comes first decides:
 *
 * 1. an action that has come to its end is `ended`;
 * 2. from `notAfter` on it is `expired`; where that falls into quiet hours and the policy defers, it may be done for so
 * many minutes after them;
 * 3. before `at` it waits until then;
 * 4. without consent, with a suppression (the deceased, minors), or without a contact point, it is `blocked`, which is
 * for good; another contact point of the channel is taken where the planned one no longer does; a gift above its cap
 * is `blocked`, too;
 * 5. promotional actions wait: for the end of quiet hours, for caps and spacing, counting care of other plans; cheerful
 * ones also for a complaint to be settled, which is asked again the next day. What would wait beyond `notAfter` is
 * `expired`, unless the policy converts it to a channel that does not rest.
 *
 * Exempt from quiet hours, caps and complaints is what both the action and the contact policy call transactional.
 *
 * @param action - The action.
 * @param facts - What is known of its customer now: consents, complaints, care already given by this plan or another.
 * @param options - The moment and the policy.
 * @returns Yes with contact point and reasons; or wait until when; or never, and why.
 * @throws RangeError where the facts are of another customer, the moment is no instant, or the policy is not valid.
 * @example
 * ```ts
 * import { executableNow } from "goodwill/care";
 * import { customerId } from "goodwill/customer";
 * import { instant, plainDate, timeZone } from "goodwill/shared";
 *
 * const id = customerId("C-1");
 * const customer = { id, kind: "person", name: "Lin Mei", contactPoints: [], consents: [] } as const;
 * const action = {
 *   id: "A-1",
 *   customer: id,
 *   occasion: "birthday",
 *   occasionKeys: ["birthday 2026"],
 *   rule: "greeting",
 *   kind: "message",
 *   channel: "sms",
 *   contactPoint: "p1",
 *   purpose: "greetings",
 *   due: plainDate("2026-02-13"),
 *   at: instant("2026-02-13T01:00:00Z"),
 *   notAfter: instant("2026-02-13T16:00:00Z"),
 *   cost: { amount: 10, currency: "CNY" },
 *   effect: 1,
 *   cheerful: true,
 *   why: [],
 *   state: "due",
 * } as const;
 * const policy = { limits: {}, otherwise: {}, dueFrom: "09:00", timeZone: timeZone("Asia/Shanghai") };
 * const judged = executableNow(action, { customer }, { asOf: instant("2026-02-13T02:00:00Z"), policy });
 * judged.executable ? "yes" : judged.outcome; // => "blocked"
 * ```
 */
export function executableNow(
  action: CareAction,
  facts: CareRelationship,
  { asOf, policy }: ExecutableNowOptions,
): CareExecution {
  requireInstant("tell whether an action may be done", { asOf });
  const scene = executionScene(action, { facts, asOf, policy });
  const { state, at, notAfter, channel } = action;
  if (state !== "planned" && state !== "due") {
    return ends("ended", [{ code: "care-action-ended", params: { state } }]);
  }
  const over: Reason = { code: "care-window-over", params: { notAfter } };
  if (asOf >= scene.deadline) return ends("expired", [over]);
  if (asOf < at) {
    const reasons = [{ code: "care-too-early", params: { at } }];
    return { executable: false, outcome: "wait", until: at, reasons };
  }
  const permitted = permissionOn(channel, scene);
  if (!permitted.allowed) return ends("blocked", permitted.reasons);
  const { blocking, waiting } = waitsOf(scene);
  if (blocking.length > 0) return ends("blocked", blocking);
  const tooLong = waiting.filter(({ until }) => until === undefined || until >= scene.deadline);
  const [first] = tooLong;
  if (first !== undefined) {
    const converted = first.isQuiet && waiting.length === 1 ? convertedIn(scene) : undefined;
    return converted ?? ends("expired", [...tooLong.map(({ reason }) => reason), over]);
  }
  if (waiting.length === 0 && scene.complaint === undefined) {
    const { contactPoint, reasons } = permitted;
    return { executable: true, channel, contactPoint, why: [...reasons, ...scene.notices] };
  }
  // A complaint may be settled at any time: it is asked about again, and does not end the action before its time.
  const untils = waiting.map(({ until }) => until!);
  if (scene.complaint !== undefined) untils.push(scene.complaint.askAgain);
  return {
    executable: false,
    outcome: "wait",
    until: untils.reduce((latest, one) => (one > latest ? one : latest)),
    reasons: [
      ...(scene.complaint === undefined ? [] : [scene.complaint.reason]),
      ...waiting.map(({ reason }) => reason),
    ],
  };
}

type Permission =
  | { readonly allowed: true; readonly contactPoint: string; readonly reasons: readonly Reason[] }
  | { readonly allowed: false; readonly reasons: readonly Reason[] };

/** The planned contact point where it still does, or another one of the channel. */
function permissionOn(channel: ContactChannel, scene: ExecutionScene): Permission {
  const { action, facts, asOf, contact } = scene;
  const { purpose, contactPoint } = action;
  const question = { ...facts.contactFacts, purpose, channel, asOf, policy: contact };
  if (channel === action.channel) {
    const planned = mayContact(facts.customer, { ...question, contactPoint });
    if (planned.allowed) return planned;
  }
  const any = mayContact(facts.customer, question);
  if (any.allowed) {
    if (channel !== action.channel) return any;
    const params = { planned: contactPoint, instead: any.contactPoint };
    return { ...any, reasons: [...any.reasons, { code: "care-other-contact-point", params }] };
  }
  return { allowed: false, reasons: notPermitted({ purpose, channel }, any.reasons) };
}

/** Where the policy converts: the first channel that does not rest and is permitted. */
function convertedIn(scene: ExecutionScene): CareExecution | undefined {
  const { action, asOf, quietHours, zone, complaint, notices } = scene;
  const outcome = quietHours?.whenTooLate;
  if (outcome?.kind !== "convert" || complaint !== undefined) return undefined;
  for (const channel of outcome.channels) {
    if (channel === action.channel || isQuietAt(asOf, { quietHours, zone, channel })) continue;
    const permitted = permissionOn(channel, scene);
    if (!permitted.allowed) continue;
    const params = { from: action.channel, to: channel };
    const why = [...permitted.reasons, { code: "care-converted", params }, ...notices];
    return { executable: true, channel, contactPoint: permitted.contactPoint, why };
  }
  return undefined;
}

function ends(outcome: "blocked" | "expired" | "ended", reasons: readonly Reason[]): CareExecution {
  return { executable: false, outcome, reasons };
}
