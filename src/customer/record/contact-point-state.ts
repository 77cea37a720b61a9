import type { Reason } from "../../shared/reason.js";
import type { Instant } from "../../shared/time/instant.js";
import { timeZone, plainDateAt, type TimeZone } from "../../shared/time/time-zone.js";
import type { ContactChannel, ContactPoint } from "./contact-point.js";
import type { Customer } from "./customer.js";

/** Whether a contact point can be used. */
export type ContactPointState = "valid" | "unverified" | "failed" | "not-yet" | "expired";

/** The moment and the calendar a contact point is judged by. */
export interface ContactPointOptions {
  /** The moment asked about. */
  readonly asOf: Instant;
  /** The zone whose calendar decides which day it is; UTC when absent. */
  readonly zone?: TimeZone;
}

/** A contact point, whether it can be used, and why. */
export interface JudgedContactPoint {
  /** The contact point. */
  readonly point: ContactPoint;
  /** Whether it can be used. */
  readonly state: ContactPointState;
  /** Why. */
  readonly reason: Reason;
}

/**
 * Does this address hold at this moment, and was it proven?
 *
 * `not-yet` before its first day; `expired` after its last; `failed` when the last thing known is a failure, also
 * when it was proven at the very same moment; `valid` when it was proven and has not failed since; `unverified` when
 * neither is known. What happened after `asOf` is not known yet and does not count.
 *
 * @param point - The contact point.
 * @param options - The moment and the zone whose calendar is used.
 * @returns The contact point with its state and the reason.
 * @example
 * ```ts
 * import { contactPointState } from "goodwill/customer";
 * import { instant, plainDate } from "goodwill/shared";
 *
 * const point = {
 *   id: "p1",
 *   channel: "email",
 *   address: "mei.lin@example.com",
 *   validity: { verifiedAt: instant("2025-03-01T08:00:00Z"), through: plainDate("2025-12-31") },
 * } as const;
 * contactPointState(point, { asOf: instant("2025-12-31T23:00:00Z") }).state; // => "valid"
 * contactPointState(point, { asOf: instant("2026-01-01T00:00:00Z") }).state; // => "expired"
 * ```
 */
export function contactPointState(
  point: ContactPoint,
  { asOf, zone = timeZone("UTC") }: ContactPointOptions,
): JudgedContactPoint {
  const { id, validity = {} } = point;
  const { from, through } = validity;
  if (from !== undefined || through !== undefined) {
    const today = plainDateAt(asOf, zone);
    if (from !== undefined && today < from) {
      const reason = { code: "contact-point-not-yet", params: { id, from } };
      return { point, state: "not-yet", reason };
    }
    if (through !== undefined && today > through) {
      const reason = { code: "contact-point-expired", params: { id, through } };
      return { point, state: "expired", reason };
    }
  }
  const verifiedAt = known(validity.verifiedAt, asOf);
  const failedAt = known(validity.failedAt, asOf);
  if (failedAt !== undefined && (verifiedAt === undefined || failedAt >= verifiedAt)) {
    const reason = { code: "contact-point-failed", params: { id, failedAt } };
    return { point, state: "failed", reason };
  }
  return verifiedAt === undefined
    ? { point, state: "unverified", reason: { code: "contact-point-unverified", params: { id } } }
    : {
        point,
        state: "valid",
        reason: { code: "contact-point-valid", params: { id, verifiedAt } },
      };
}

function known(at: Instant | undefined, asOf: Instant): Instant | undefined {
  return at !== undefined && at <= asOf ? at : undefined;
}

/** Which contact points are looked for. */
export interface ContactPointsForOptions extends ContactPointOptions {
  /** The channel a message takes. */
  readonly channel: ContactChannel;
}

/**
 * Where can this customer be reached on this channel, best first?
 *
 * For text messages (`sms`) phone numbers count, too. Addresses that do not hold yet or no longer are left out.
 * Failed ones come last. Among the others the preferred come first, then the proven, then those made for the channel,
 * then the latest proven; equals by id. It says where, not whether we may: that is a matter of consent.
 *
 * @param customer - The customer; the contact points of its key persons are not looked at.
 * @param options - The channel, the moment, and the zone whose calendar is used (UTC when absent).
 * @returns The contact points with their states and reasons; empty when there is none.
 * @example
 * ```ts
 * import { contactPointsFor, customerId } from "goodwill/customer";
 * import { instant } from "goodwill/shared";
 *
 * const customer = {
 *   id: customerId("C-17"),
 *   kind: "person",
 *   name: "Lin Mei",
 *   contactPoints: [
 *     { id: "old", channel: "phone", address: "+4930123456" },
 *     { id: "new", channel: "phone", address: "+4930654321", preferred: true },
 *   ],
 *   consents: [],
 * } as const;
 * const found = contactPointsFor(customer, { channel: "sms", asOf: instant("2026-02-13T09:30:00Z") });
 * found.map(({ point }) => point.id); // => ["new", "old"]
 * ```
 */
export function contactPointsFor(
  customer: Customer,
  options: ContactPointsForOptions,
): readonly JudgedContactPoint[] {
  const { channel } = options;
  return customer.contactPoints
    .filter(
      (point) => point.channel === channel || (channel === "sms" && point.channel === "phone"),
    )
    .map((point) => contactPointState(point, options))
    .filter(({ state }) => state !== "not-yet" && state !== "expired")
    .toSorted((a, b) => {
      const byRank = rankOf(b, channel) - rankOf(a, channel);
      if (byRank !== 0) return byRank;
      const [first, second] = [verifiedOf(a), verifiedOf(b)];
      if (first !== second) return first > second ? -1 : 1;
      return a.point.id < b.point.id ? -1 : 1;
    });
}

/** The earlier of two criteria outweighs all that follow it. */
function rankOf({ point, state }: JudgedContactPoint, channel: ContactChannel): number {
  return (
    (state === "failed" ? 0 : 8) +
    (point.preferred === true ? 4 : 0) +
    (state === "valid" ? 2 : 0) +
    (point.channel === channel ? 1 : 0)
  );
}

function verifiedOf({ point, state }: JudgedContactPoint): string {
  return state === "valid" ? (point.validity?.verifiedAt ?? "") : "";
}
