import {
  baseFunnel,
  consentTimeline,
  DEFAULT_CONTACT_POLICY,
  matchCandidates,
  matchGroups,
  mayContactAll,
  mergeMatchedCustomers,
  profileQualityCombine,
  type ConsentSpan,
  type ContactAudience,
  type ContactPolicy,
  type Customer,
  type CustomerId,
  type CustomerRecord,
  type LifecycleFunnel,
  type LifecycleInteraction,
  type MatchGroups,
  type MatchResult,
  type MergedCustomer,
  type ProfileBaseQuality,
  type Profile,
  type Purchase,
  type SatisfactionSignal,
} from "goodwill/customer";
import { aggregate, type Instant, type TimeZone } from "goodwill/shared";

/** What is known of the customers, and by which zone and when it is looked at. */
export interface CustomerBase {
  readonly records: readonly CustomerRecord[];
  readonly purchases: readonly Purchase[];
  readonly contacts: readonly LifecycleInteraction[];
  readonly signals: readonly SatisfactionSignal[];
  /** Whose record each record is in truth, where that is known, by record id; else no more than a guess is made. */
  readonly truth: ReadonlyMap<string, string>;
  readonly zone: TimeZone;
  readonly asOf: Instant;
}

/** One purpose on one channel, and who may be contacted. */
export interface Audience {
  readonly channel: "email" | "sms";
  readonly audience: ContactAudience;
}

/** What the records say of the customer base. */
export interface CustomerFindings {
  readonly base: CustomerBase;
  readonly match: MatchResult;
  readonly groups: MatchGroups;
  readonly merged: readonly MergedCustomer[];
  /** Of the records of the other departments: how many were merged with the right customer, with a wrong one. */
  readonly placed: { readonly right: number; readonly wrong: number; readonly all: number };
  readonly profiles: ProfileBaseQuality;
  readonly audiences: readonly Audience[];
  readonly timeline: { readonly customer: Customer; readonly spans: readonly ConsentSpan[] };
  readonly funnel: LifecycleFunnel;
}

/** The newsletter: by e-mail a consent counts only when it is confirmed within two days. */
function newsletterPolicy(timeZone: TimeZone): ContactPolicy {
  return {
    ...DEFAULT_CONTACT_POLICY,
    timeZone,
    purposes: {
      newsletter: {
        messageClass: "promotional",
        doubleOptIn: { channels: ["email"], confirmWithinHours: 72 },
      },
    },
  };
}

/** One record a customer, and what it says. */
export function customerFindings(base: CustomerBase): CustomerFindings {
  const { records, truth, zone, asOf } = base;
  const match = matchCandidates(records);
  const groups = matchGroups(match);
  const { merged } = mergeMatchedCustomers(records, { groups: groups.merge });
  const customers = merged.map(({ customer }) => customer);
  const policy = newsletterPolicy(zone);
  const facts = factsByCustomer(base);
  const histories = merged.map(({ customer, provenance, records: own }) => {
    const known = own.map(({ recordId }) => facts.get(recordId) ?? NOTHING);
    const ofCustomer = <Fact>(fact: Fact): Fact & { customer: CustomerId } => ({
      ...fact,
      customer: customer.id,
    });
    return {
      customer,
      origins: provenance,
      purchases: known.flatMap(({ purchases }) => purchases.map(ofCustomer)),
      interactions: known.flatMap(({ contacts }) => contacts.map(ofCustomer)),
      signals: known.flatMap(({ signals }) => signals.map(ofCustomer)),
    };
  });
  const profiles = histories.map(({ customer, origins, purchases, interactions }): Profile => ({
    customer,
    origins,
    purchases,
    facts: interactions.flatMap(({ at, kind }) => {
      const item = ITEM_OF_KIND[kind];
      return item === undefined ? [] : [{ item, at, source: "crm" }];
    }),
  }));
  return {
    base,
    match,
    groups,
    merged,
    placed: placedOf(merged, truth),
    profiles: aggregate(profiles, profileQualityCombine({ asOf })),
    audiences: (["email", "sms"] as const).map((channel) => ({
      channel,
      audience: mayContactAll(customers, { purpose: "newsletter", channel, asOf, policy }),
    })),
    timeline: mostTalkative(customers, { asOf, policy }),
    funnel: baseFunnel(
      histories.map(({ customer, purchases, interactions, signals }) => ({
        customer,
        facts: { purchases, interactions, signals },
      })),
      { asOf, zone },
    ),
  };
}

/** Which item of a profile a contact speaks of, by its kind. */
const ITEM_OF_KIND: Readonly<Record<string, string>> = { visit: "visits", enquiry: "queries" };

interface KnownFacts {
  readonly purchases: Purchase[];
  readonly contacts: LifecycleInteraction[];
  readonly signals: SatisfactionSignal[];
}

const NOTHING: KnownFacts = { purchases: [], contacts: [], signals: [] };

/** The facts of each customer, by the id that the department which keeps them uses. */
function factsByCustomer(base: CustomerBase): ReadonlyMap<string, KnownFacts> {
  const facts = new Map<string, KnownFacts>();
  const of = (customer: string): KnownFacts => {
    const known = facts.get(customer) ?? { purchases: [], contacts: [], signals: [] };
    facts.set(customer, known);
    return known;
  };
  for (const purchase of base.purchases) of(purchase.customer).purchases.push(purchase);
  for (const contact of base.contacts) of(contact.customer).contacts.push(contact);
  for (const signal of base.signals) of(signal.customer).signals.push(signal);
  return facts;
}

function placedOf(
  merged: readonly MergedCustomer[],
  truth: ReadonlyMap<string, string>,
): CustomerFindings["placed"] {
  let right = 0;
  let wrong = 0;
  for (const { records } of merged) {
    const ids = records.map(({ recordId }) => recordId);
    for (const id of ids) {
      const whose = truth.get(id);
      if (whose === undefined) continue;
      const masters = ids.filter((other) => !truth.has(other));
      if (masters.includes(whose)) right += 1;
      else if (masters.length > 0) wrong += 1;
    }
  }
  return { right, wrong, all: truth.size };
}

/** The customer whose consents changed most often: the best to look at. */
function mostTalkative(
  customers: readonly Customer[],
  options: { readonly asOf: Instant; readonly policy: ContactPolicy },
): CustomerFindings["timeline"] {
  const [first, ...others] = customers.map((customer) => ({
    customer,
    spans: consentTimeline(customer, options),
  }));
  if (first === undefined) throw new Error("there is no customer");
  return others.reduce((best, one) => (one.spans.length > best.spans.length ? one : best), first);
}
