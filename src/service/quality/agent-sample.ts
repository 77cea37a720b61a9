import type { Reason } from "../../shared/reason.js";
import { stratifiedList, substitutePlaces, systematicPlaces } from "./agent-draw.js";
import type { DrawnCustomer, DrawTerms, EligibleContact } from "./agent-draw.js";
import type { AgentSample, SampledContact, SampledStratum } from "./quality-sample.js";
import { strataInOrder } from "./stratum.js";
import type { StrataFound, Stratum } from "./stratum.js";

/** The sample of one agent. @internal */
export function agentSample(
  eligible: readonly EligibleContact[],
  terms: DrawTerms & { readonly agent: string },
): AgentSample {
  const { agent, policy, random } = terms;
  const { list, strata } = stratifiedList(eligible, terms);
  const chosen = systematicPlaces(list.length, { size: policy.customers, random });
  const inclusionShare = list.length === 0 ? 0 : chosen.length / list.length;
  const substitutes = substitutePlaces(list, { chosen, size: policy.substitutes });
  const reasons: readonly Reason[] =
    list.length < policy.customers
      ? [
          {
            code: "quality-few-customers",
            params: { agent, customers: list.length, wanted: policy.customers },
          },
        ]
      : [];
  return {
    agent,
    customers: list.length,
    contacts: eligible.length,
    inclusionShare,
    sampled: chosen.map((place) => sampledContact(list[place]!, inclusionShare)),
    substitutes: substitutes.map(([place, insteadOf]) => ({
      ...sampledContact(list[place]!, inclusionShare),
      insteadOf: list[insteadOf]!.contact.id,
    })),
    strata: countedStrata(list, { strata, chosen }),
    reasons,
  };
}

function sampledContact(
  { contact, contacts, stratum }: DrawnCustomer,
  inclusionShare: number,
): SampledContact {
  return {
    contact: contact.id,
    customer: contact.customer,
    channel: contact.channel,
    outcome: contact.outcome,
    at: contact.at,
    monthPart: stratum.monthPart,
    dayPart: stratum.dayPart,
    customerContacts: contacts,
    contactInclusionShare: inclusionShare / contacts,
  };
}

function countedStrata(
  list: readonly DrawnCustomer[],
  { strata, chosen }: { readonly strata: StrataFound; readonly chosen: readonly number[] },
): readonly SampledStratum[] {
  const customers = new Map<Stratum, number>();
  for (const { stratum } of list) customers.set(stratum, (customers.get(stratum) ?? 0) + 1);
  const sampled = new Map<Stratum, number>();
  for (const place of chosen) {
    const { stratum } = list[place]!;
    sampled.set(stratum, (sampled.get(stratum) ?? 0) + 1);
  }
  return strataInOrder(strata).map((one) => ({
    ...one,
    customers: customers.get(one)!,
    sampled: sampled.get(one) ?? 0,
  }));
}
