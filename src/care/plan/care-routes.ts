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
import type { CareWays } from "./prepared-rule.js";

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

/** A way to the customer with its moment, or what stands against each. @internal */
export interface FoundRoute {
  readonly route: CareRoute | undefined;
  /** Absent where there is a way and no time. */
  readonly moment: CareMoment | undefined;
  /** What stands against every channel; empty where there is a way. */
  readonly reasons: readonly Reason[];
}

/** Finds a way to one customer. @internal */
export type RouteFinder = (ways: CareWays, when: RouteMoment) => FoundRoute;

/** By what permission is asked for, and on whose clock. @internal */
export interface RouteSettings {
  readonly permissions: CarePermissions;
  readonly policy: ContactPolicy;
  readonly asOf: Instant;
  readonly clock: CareClock;
}

const NO_REASONS: readonly Reason[] = [];

/** Finds ways to one customer, asking once unless what is permitted may run out. @internal */
export function routeFinder(relationship: CareRelationship, settings: RouteSettings): RouteFinder {
  const { clock } = settings;
  const permitted = new Map<ContactChannel, Map<string, KnownRoute>>();
  const routeBy = (channel: ContactChannel, purpose: string): KnownRoute => {
    const byPurpose = kept(permitted, channel, () => new Map<string, KnownRoute>());
    return kept(byPurpose, purpose, () => routeToday(channel, purpose, relationship, settings));
  };
  if (mayChangeWithTime(relationship, settings.policy)) {
    return (ways, when) => routeThen(ways, when, { routeBy, relationship, settings });
  }
  const found = new Map<CareWays, KnownRoute>();
  return (ways, { day, through, exempt }) => {
    const { route, reasons } = kept(found, ways, () => firstRoute(ways, routeBy));
    if (route === undefined) return { route, moment: undefined, reasons };
    const { channel } = route;
    return { route, moment: clock.moment(day, { through, channel, exempt }), reasons };
  };
}

type RouteBy = (channel: ContactChannel, purpose: string) => KnownRoute;

function firstRoute({ purpose, channels }: CareWays, routeBy: RouteBy): KnownRoute {
  const reasons: Reason[] = [];
  for (const channel of channels) {
    const found = routeBy(channel, purpose);
    if (found.route !== undefined) return found;
    reasons.push(...found.reasons);
  }
  return { route: undefined, reasons };
}

/** What holds today may have run out by then; what is said between is not known yet. */
function routeThen(
  { purpose, channels }: CareWays,
  { day, through, exempt }: RouteMoment,
  context: {
    readonly routeBy: RouteBy;
    readonly relationship: CareRelationship;
    readonly settings: RouteSettings;
  },
): FoundRoute {
  const { routeBy, relationship, settings } = context;
  const { asOf, policy, clock } = settings;
  const reasons: Reason[] = [];
  for (const channel of channels) {
    let found = routeBy(channel, purpose);
    const moment = clock.moment(day, { through, channel, exempt });
    if (found.route !== undefined && moment !== undefined && moment.at > asOf) {
      const question = { purpose, channel, asOf: moment.at, knownAt: asOf, policy };
      const facts = { ...relationship.contactFacts, ...question };
      found = knownRoute(mayContact(relationship.customer, facts), channel, purpose);
    }
    if (found.route !== undefined) return { route: found.route, moment, reasons: NO_REASONS };
    reasons.push(...found.reasons);
  }
  return { route: undefined, moment: undefined, reasons };
}

function routeToday(
  channel: ContactChannel,
  purpose: string,
  { customer, contactFacts }: CareRelationship,
  { permissions }: RouteSettings,
): KnownRoute {
  return knownRoute(permissions(purpose, channel)(customer, contactFacts), channel, purpose);
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
