import type { Reason } from "../../shared/reason.js";
import { compareText } from "../../shared/text-order.js";
import { epochMilliseconds } from "../../shared/time/instant.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { EligibleContact } from "./agent-draw.js";
import { agentRandom } from "./agent-random.js";
import { agentSample } from "./agent-sample.js";
import { sampledMonth } from "./contact-time.js";
import type { SampledMonth } from "./contact-time.js";
import { DEFAULT_QUALITY_SAMPLE_POLICY } from "./default-quality-sample-policy.js";
import type { QualityContact } from "./quality-contact.js";
import type { ExcludedContact, QualitySample, QualitySamplePolicy } from "./quality-sample.js";
import { requireSamplePolicy } from "./require-sample-policy.js";

/** Of which month is sampled, and by which seed. */
export interface SampleContactsOptions {
  /** The month, `YYYY-MM`. */
  readonly month: string;
  /** On whose clock the month, its parts and those of the day are read. */
  readonly zone: TimeZone;
  /** An integer from -2147483648 to 4294967295: the same one gives the same sample. */
  readonly seed: number;
  /** How many and from what; {@link DEFAULT_QUALITY_SAMPLE_POLICY} when absent. */
  readonly policy?: QualitySamplePolicy;
}

/**
 * Which contacts of each agent are looked at this month (SRV-6)?
 *
 * Customers are sampled, not contacts: each eligible customer of an agent has the same chance, however many contacts
 * there were; one of those is chosen by chance. The sample follows the agent's channels in proportion, to the next
 * whole number up or down; within a channel its outcomes, within those the parts of the month and the day. Nobody is
 * chosen twice for an agent. Whoever cannot be looked at after all is replaced by the substitutes, in their order.
 *
 * It depends on the seed, the month, and the agent's own eligible contacts; not on the order of the rows, nor on
 * other agents. Choose the seed before the month ends, and keep it.
 *
 * @remarks One contact a customer, strata side by side in an order by chance, then every so-many-th customer:
 * systematic sampling after Madow and Madow (1944, Annals of Mathematical Statistics 15:1). With few customers in a
 * stratum a fixed number from each would give customers unequal chances; this does not. Do not choose the seed by its
 * result.
 * @param contacts - The contacts, of any agents, in any order.
 * @param options - The month, the zone, the seed and the policy.
 * @returns The samples by agent, and every contact left out with its reason.
 * @throws RangeError when an id stands twice for a customer of an agent, an agent, customer or id is empty, a moment is
 * none, `seconds` is negative, or an option is not valid.
 * @example
 * ```ts
 * import { customerId } from "goodwill/customer";
 * import { sampleContacts } from "goodwill/service";
 * import { addMilliseconds, instant, timeZone } from "goodwill/shared";
 *
 * const start = instant("2026-03-02T09:00:00Z");
 * const contacts = Array.from({ length: 60 }, (_, i) => ({
 *   id: `k-${i}`, agent: "eve", customer: customerId(`c-${i % 40}`), channel: i % 4 === 0 ? "chat" : "voice",
 *   outcome: "solved", at: addMilliseconds(start, i * 36_000_000),
 * }));
 * const { agents } = sampleContacts(contacts, { month: "2026-03", zone: timeZone("UTC"), seed: 7 });
 * [agents[0]?.customers, agents[0]?.inclusionShare]; // => [40, 0.125]
 * agents[0]?.sampled.length; // => 5
 * ```
 */
export function sampleContacts(
  contacts: readonly QualityContact[],
  options: SampleContactsOptions,
): QualitySample {
  const { month, zone, seed, policy = DEFAULT_QUALITY_SAMPLE_POLICY } = options;
  requireSamplePolicy(policy);
  const within = sampledMonth(month, zone);
  const { byAgent, excluded } = sorted(contacts, { policy, within });
  requireSeed(seed);
  return {
    month,
    seed,
    agents: [...byAgent.keys()].sort().map((agent) =>
      agentSample(byAgent.get(agent)!, {
        agent,
        policy,
        within,
        random: agentRandom(agent, { month, seed }),
      }),
    ),
    excluded: excluded.sort(
      (a, b) => compareText(a.agent, b.agent) || compareText(a.contact, b.contact),
    ),
  };
}

interface SortedContacts {
  readonly byAgent: ReadonlyMap<string, readonly EligibleContact[]>;
  readonly excluded: ExcludedContact[];
}

function sorted(
  contacts: readonly QualityContact[],
  terms: { readonly policy: QualitySamplePolicy; readonly within: SampledMonth },
): SortedContacts {
  const byAgent = new Map<string, EligibleContact[]>();
  const excluded: ExcludedContact[] = [];
  for (const contact of contacts) {
    const { id, agent } = contact;
    requireContact(contact);
    const at = epochMilliseconds(contact.at);
    let own = byAgent.get(agent);
    if (own === undefined) {
      own = [];
      byAgent.set(agent, own);
    }
    const one = { contact, at };
    const reason = whyExcluded(one, terms);
    if (reason === undefined) own.push(one);
    else excluded.push({ contact: id, agent, reason });
  }
  return { byAgent, excluded };
}

function whyExcluded(
  { contact, at }: EligibleContact,
  { policy, within }: { readonly policy: QualitySamplePolicy; readonly within: SampledMonth },
): Reason | undefined {
  if (at < within.start || at >= within.end) {
    return { code: "quality-outside-month", params: { month: within.month } };
  }
  const { permitted = true, seconds } = contact;
  if (!permitted) return { code: "quality-not-permitted", params: {} };
  if (seconds === undefined || seconds >= policy.leastSeconds) return undefined;
  return { code: "quality-too-short", params: { seconds, least: policy.leastSeconds } };
}

function requireContact({ id, agent, customer, seconds = 0 }: QualityContact): void {
  if (id === "" || agent === "" || customer === "") {
    throw new RangeError(
      `Cannot sample contacts: id, agent and customer must not be empty, got ${JSON.stringify([id, agent, customer])}`,
    );
  }
  if (seconds >= 0) return;
  throw new RangeError(
    `Cannot sample contacts: seconds of contact ${id} must be at least 0, got ${String(seconds)}`,
  );
}

function requireSeed(seed: number): void {
  if (Number.isInteger(seed) && seed >= -(2 ** 31) && seed < 2 ** 32) return;
  throw new RangeError(
    `Cannot sample contacts: the seed must be a 32-bit integer, got ${String(seed)}`,
  );
}
