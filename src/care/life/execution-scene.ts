// What an action is judged by at the moment it would be done. Internal: not part of the package's surface.

import { DEFAULT_CONTACT_POLICY } from "../../customer/consent/contact-policy.js";
import type { ContactPolicy } from "../../customer/consent/contact-policy.js";
import type { Reason } from "../../shared/reason.js";
import { addDays } from "../../shared/time/date-arithmetic.js";
import type { Instant } from "../../shared/time/instant.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import { plainDateAt } from "../../shared/time/time-zone.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { CareAction } from "../plan/care-action.js";
import type { CareRelationship, PastCare } from "../plan/care-relationship.js";
import { isTransactional } from "../plan/prepared-rule.js";
import type { CareLimits, CarePolicy } from "../policy/care-policy.js";
import { careZone } from "../timing/care-zone.js";
import { dueMoment } from "../timing/due-moment.js";
import type { QuietHours } from "../timing/quiet-hours.js";
import { careDeadline } from "./care-deadline.js";

/** An action, its customer and the policy at one moment. */
export interface ExecutionScene {
  readonly action: CareAction;
  readonly facts: CareRelationship;
  readonly asOf: Instant;
  readonly contact: ContactPolicy;
  readonly limits: CareLimits;
  readonly zone: TimeZone;
  readonly today: PlainDate;
  /** Whether quiet hours, caps and complaints do not count. */
  readonly exempt: boolean;
  /** The quiet hours that count; absent where there are none or the action is exempt. */
  readonly quietHours: QuietHours | undefined;
  /** The first moment it is too late. */
  readonly deadline: Instant;
  /** The care given up to the moment. */
  readonly past: readonly PastCare[];
  /** The open complaint a cheerful action waits for, and when it is asked about again. */
  readonly complaint: { readonly askAgain: Instant; readonly reason: Reason } | undefined;
  /** What wants mending. */
  readonly notices: readonly Reason[];
  /** The first moment of a day at which the action may be done. */
  readonly dueOn: (date: PlainDate) => Instant;
}

/** Looks up what counts for this action at this moment; facts of another customer are an exception. */
export function executionScene(
  action: CareAction,
  {
    facts,
    asOf,
    policy,
  }: {
    readonly facts: CareRelationship;
    readonly asOf: Instant;
    readonly policy: Omit<CarePolicy, "rules">;
  },
): ExecutionScene {
  const { customer, contactFacts, openComplaints = [], pastCare = [] } = facts;
  if (customer.id !== action.customer && !contactFacts?.aliases?.includes(action.customer)) {
    throw new RangeError(
      `Cannot tell whether an action may be done: facts must be of customer ${action.customer}, got ${customer.id}`,
    );
  }
  const contact = policy.contact ?? DEFAULT_CONTACT_POLICY;
  const { zone, diagnostic } = careZone(customer, { fallback: policy.timeZone });
  const exempt = action.transactional === true && isTransactional(action.purpose, contact);
  const quietHours = exempt ? undefined : policy.quietHours;
  const { channel } = action;
  const today = plainDateAt(asOf, zone);
  const dueOn = (date: PlainDate): Instant =>
    dueMoment(date, { policy, zone, channel, transactional: exempt });
  const deadline = careDeadline(action, { quietHours, zone });
  const open = openComplaints.find(({ at }) => at <= asOf);
  const tomorrow =
    open !== undefined && action.cheerful && !exempt ? dueOn(addDays(today, 1)) : undefined;
  const valueClass = facts.valueClass ?? action.valueClass;
  const limits =
    valueClass !== undefined && Object.hasOwn(policy.limits, valueClass)
      ? policy.limits[valueClass]
      : undefined;
  return {
    action,
    facts,
    asOf,
    contact,
    limits: limits ?? policy.otherwise,
    zone,
    today,
    exempt,
    quietHours,
    deadline,
    past: pastCare.filter(({ at }) => at <= asOf),
    complaint:
      open === undefined || tomorrow === undefined
        ? undefined
        : {
            askAgain: tomorrow < deadline ? tomorrow : deadline,
            reason: { code: "care-open-complaint", params: { complaint: open.id, at: open.at } },
          },
    notices: diagnostic === undefined ? [] : [diagnostic],
    dueOn,
  };
}
