// The journeys that go on, in the order of their latest step. Internal: not part of the package's surface.

import type { CustomerId } from "../../customer/record/customer.js";
import type { JourneySession } from "./journey-session.js";

/** Journeys that go on, one a customer. @internal */
export interface OpenSessions {
  /** The journey of a customer, if it goes on. */
  get(customer: CustomerId): JourneySession | undefined;
  /** Puts a journey behind all others, because its step is the latest; a new one is taken in. */
  toBack(session: JourneySession): void;
  /** Takes out the journey whose latest step is the longest ago, if it has paused long enough. */
  takeFirst(hasPaused: (session: JourneySession) => boolean): JourneySession | undefined;
}

interface Waiting {
  readonly session: JourneySession;
  before: Waiting | undefined;
  after: Waiting | undefined;
}

/**
 * No journeys yet.
 *
 * @remarks A chain, because a `Map` whose first entries were deleted walks over their places at each look at the first.
 * @internal
 */
export function openSessions(): OpenSessions {
  const byCustomer = new Map<CustomerId, Waiting>();
  let first: Waiting | undefined;
  let last: Waiting | undefined;
  const unchain = ({ before, after }: Waiting): void => {
    if (before === undefined) first = after;
    else before.after = after;
    if (after === undefined) last = before;
    else after.before = before;
  };
  const append = (waiting: Waiting): void => {
    waiting.before = last;
    waiting.after = undefined;
    if (last === undefined) first = waiting;
    else last.after = waiting;
    last = waiting;
  };
  return {
    get: (customer) => byCustomer.get(customer)?.session,
    toBack: (session) => {
      const known = byCustomer.get(session.customer);
      if (known !== undefined) unchain(known);
      const waiting = known ?? { session, before: undefined, after: undefined };
      append(waiting);
      if (known === undefined) byCustomer.set(session.customer, waiting);
    },
    takeFirst: (hasPaused) => {
      if (first === undefined || !hasPaused(first.session)) return undefined;
      const { session } = first;
      unchain(first);
      byCustomer.delete(session.customer);
      return session;
    },
  };
}
