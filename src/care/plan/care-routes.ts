import type { ContactPolicy } from "../../customer/consent/contact-policy.js";
import { contactPermission, mayContact } from "../../customer/consent/may-contact.js";
import type { ContactDecision } from "../../customer/consent/contact-decision.js";
import type { ContactPermission } from "../../customer/consent/may-contact.js";
import type { ContactChannel } from "../../customer/record/contact-point.js";
import type { Reason } from "../../shared/reason.js";
import type { Instant } from "../../shared/time/instant.js";
import type { CareMoment } from "./care-moment.js";
import type { CareRelationship } from "./care-relationship.js";
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

/** Where an action would go, and why it may. @internal */
export interface CareRoute {
  readonly channel: ContactChannel;
  readonly contactPoint: string;
  readonly reasons: readonly Reason[];
}

/** A way to the customer, or what stands against it. @internal */
export interface KnownRoute {
  readonly route: CareRoute | undefined;
  /** What stands against it; empty where there is a way. */
  readonly reasons: readonly Reason[];
}

/** Tells whether one way leads to one customer, at a moment or, where there is none, today. @internal */
export type RouteFinder = (way: CareWay, moment: CareMoment | undefined) => KnownRoute;

const NO_REASONS: readonly Reason[] = [];

/** By what permission is asked for. @internal */
export interface RouteSettings {
  readonly permissions: CarePermissions;
  readonly contact: ContactPolicy;
  readonly options: { readonly asOf: Instant };
  /** Whether the policy lets some permissions lapse. */
  readonly lapses: boolean;
}

/** Asks of each way to one customer once, unless what is permitted may run out. @internal */
export function routeFinder(
  relationship: CareRelationship,
  { permissions, contact: policy, options: { asOf }, lapses }: RouteSettings,
): RouteFinder {
  const { customer, contactFacts } = relationship;
  const changes = lapses || mayChangeWithTime(relationship);
  const known: (KnownRoute | undefined)[] = [];
  const routeToday = ({ channel, purpose, place }: CareWay): KnownRoute => {
    const before = known[place];
    if (before !== undefined) return before;
    const decision = permissions(purpose, channel)(customer, contactFacts);
    const found = knownRoute(decision, channel, purpose);
    while (known.length < place) known.push(undefined);
    known[place] = found;
    return found;
  };
  return (way, moment) => {
    const today = routeToday(way);
    if (!changes || today.route === undefined || moment === undefined || moment.at <= asOf) {
      return today;
    }
    const { channel, purpose } = way;
    // What holds today may have run out by then; what is said between is not known yet.
    const question = { purpose, channel, asOf: moment.at, knownAt: asOf, policy };
    const then = mayContact(customer, { ...contactFacts, ...question });
    return knownRoute(then, channel, purpose);
  };
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

/** Whether a policy lets permissions lapse that are not used. @internal */
export function hasLapses({ otherwise, purposes }: ContactPolicy): boolean {
  return [otherwise, ...Object.values(purposes)].some(
    ({ lapsesAfterMonths }) => lapsesAfterMonths !== undefined,
  );
}

/** Whether what this customer permits today may not be permitted on a later day, with nothing new said. */
function mayChangeWithTime({ customer, contactFacts }: CareRelationship): boolean {
  return (
    contactFacts !== undefined ||
    customer.consents.some(({ expires }) => expires !== undefined) ||
    customer.contactPoints.some(({ validity }) => validity?.through !== undefined) ||
    (customer.suppressions?.length ?? 0) > 0
  );
}
