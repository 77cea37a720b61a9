import { customerId } from "goodwill/customer";
import type { AgentSample, QualityContact, QualitySample } from "goodwill/service";
import { sampleContacts } from "goodwill/service";
import { instant, timeZone } from "goodwill/shared";
import fc from "fast-check";

export const UTC = timeZone("UTC");

/** A contact of 10 March 2026, with what a test needs changed. */
export function contact(id: string, more: Partial<QualityContact> = {}): QualityContact {
  return {
    id,
    agent: "eve",
    customer: customerId(`customer of ${id}`),
    channel: "voice",
    outcome: "solved",
    at: instant("2026-03-10T10:00:00Z"),
    ...more,
  };
}

/** March 2026 by the default policy. */
export function sampleOfMarch(contacts: readonly QualityContact[], seed = 1): QualitySample {
  return sampleContacts(contacts, { month: "2026-03", zone: UTC, seed });
}

export function onlyAgent(sample: QualitySample): AgentSample {
  const [agent] = sample.agents;
  if (agent === undefined || sample.agents.length > 1) throw new Error("one agent is expected");
  return agent;
}

const moment = fc
  .integer({ min: 0, max: 31 * 24 * 60 - 1 })
  .map((minute) => instant(new Date(Date.UTC(2026, 2, 1) + minute * 60_000).toISOString()));

/** Contacts of a few agents and customers, some of which may not be sampled. */
export const ANY_CONTACTS: fc.Arbitrary<readonly QualityContact[]> = fc
  .array(
    fc.record(
      {
        agent: fc.constantFrom("ann", "bob"),
        customer: fc.integer({ min: 1, max: 25 }).map((i) => customerId(`c-${String(i)}`)),
        channel: fc.constantFrom("voice", "chat", "mail"),
        outcome: fc.constantFrom("solved", "open"),
        at: moment,
        seconds: fc.integer({ min: 0, max: 100 }),
        permitted: fc.boolean(),
      },
      { requiredKeys: ["agent", "customer", "channel", "outcome", "at"] },
    ),
    { maxLength: 80 },
  )
  .map((rows) => rows.map((row, i) => ({ id: `k-${String(i)}`, ...row })));
