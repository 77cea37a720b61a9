import type { ContactPolicy } from "../../customer/consent/contact-policy.js";
import { contactPermission, mayContact } from "../../customer/consent/may-contact.js";
import type { ContactDecision } from "../../customer/consent/contact-decision.js";
import type { ContactPermission } from "../../customer/consent/may-contact.js";
import type { ContactChannel } from "../../customer/record/contact-point.js";
import type { Reason } from "../../shared/reason.js";
import type { Instant } from "../../shared/time/instant.js";
import type { CareClock } from "./care-clock.js";
import type { CareDay } from "./care-days.js";
import type { CareMoment, CareRoute } from "./care-draft.js";
import type { CareRelationship } from "./care-relationship.js";
import { kept } from "./kept.js";
import { notPermitted } from "./not-permitted.js";
import type { CareWay } from "./prepared-rule.js";

/** The permissions of one plan, each question prepared once. @internal */
export type CarePermissions = (purpose: string, channel: ContactChannel) => ContactPermission;

/** The permissions as of the moment a plan is made. @internal */
export function carePermissions(policy: ContactPolicy, asOf: Instant): CarePermissions {
  const known = new Map<string, ContactPermission>();
  return (purpose, channel) => {
    const key = `${channel} ${purpose}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const permission = contactPermission({ purpose, channel, asOf, policy });
    known.set(key, permission);
    return permission;
  };
}

/** When an action would be done. @internal */
export interface RouteMoment {
  readonly day: CareDay;
  /** The last day on which it makes sense, as a day number. */
  readonly through: number;
  /** Whether quiet hours do not count. */
  readonly exempt: boolean;
}

/** A way to the customer with its moment, or what stands against it. @internal */
export interface FoundRoute {
  readonly route: CareRoute | undefined;
  /** Absent where there is a way and no time. */
  readonly moment: CareMoment | undefined;
  /** What stands against it; empty where there is a way. */
  readonly reasons: readonly Reason[];
}

/** Tells whether one way leads to one customer. @internal */
export type RouteFinder = (way: CareWay, when: RouteMoment) => FoundRoute;

/** By what permission is asked for, and on whose clock. @internal */
export interface RouteSettings {
  readonly permissions: CarePermissions;
  readonly policy: ContactPolicy;
  readonly asOf: Instant;
  readonly clock: CareClock;
}

const NO_REASONS: readonly Reason[] = [];

/** Asks of each way to one customer once, unless what is permitted may run out. @internal */
export function routeFinder(relationship: CareRelationship, settings: RouteSettings): RouteFinder {
  const { customer, contactFacts } = relationship;
  const { clock, permissions, policy, asOf } = settings;
  const changes = mayChangeWithTime(relationship, policy);
  const permitted = new Map<ContactChannel, Map<string, KnownRoute>>();
  const routeToday = ({ channel, purpose }: CareWay): KnownRoute =>
    kept(
      kept(permitted, channel, () => new Map<string, KnownRoute>()),
      purpose,
      () => knownRoute(permissions(purpose, channel)(customer, contactFacts), channel, purpose),
    );
  return (way, { day, through, exempt }) => {
    const { channel, purpose } = way;
    const moment = clock.moment(day, { through, channel, exempt });
    const today = routeToday(way);
    if (!changes || today.route === undefined || moment === undefined || moment.at <= asOf) {
      return { route: today.route, moment, reasons: today.reasons };
    }
    // What holds today may have run out by then; what is said between is not known yet.
    const question = { purpose, channel, asOf: moment.at, knownAt: asOf, policy };
    const then = mayContact(customer, { ...contactFacts, ...question });
    const { route, reasons } = knownRoute(then, channel, purpose);
    return { route, moment, reasons };
  };
}

interface KnownRoute {
  readonly route: CareRoute | undefined;
  readonly reasons: readonly Reason[];
}

function knownRoute(
  decision: ContactDecision,
  channel: ContactChannel,
  purpose: string,
): KnownRoute {
  if (decision.allowed) {
    const { contactPoint, reasons } = decision;
    return { route: { channel, contactPoint, reasons }, reasons: NO_REASONS };
  }
  return { route: undefined, reasons: notPermitted({ purpose, channel }, decision.reasons) };
}

/** Whether what is permitted today may not be on a later day, with nothing new said. */
function mayChangeWithTime(
  { customer, contactFacts }: CareRelationship,
  policy: ContactPolicy,
): boolean {
  return (
    contactFacts !== undefined ||
    policy.otherwise.lapsesAfterMonths !== undefined ||
    Object.values(policy.purposes).some((rule) => rule.lapsesAfterMonths !== undefined) ||
    customer.consents.some(({ expires }) => expires !== undefined) ||
    customer.contactPoints.some(({ validity }) => validity?.through !== undefined) ||
    (customer.suppressions?.length ?? 0) > 0
  );
}
