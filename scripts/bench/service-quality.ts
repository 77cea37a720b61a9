import { customerId } from "goodwill/customer";
import { rankAgents, sampleContacts } from "goodwill/service";
import type { AgentTally, QualityContact } from "goodwill/service";
import { instantFromEpochMilliseconds, seededRandom, timeZone } from "goodwill/shared";
import type { BenchmarkCase } from "./cases.js";

const AGENTS = 2000;
const MONTH_MS = 31 * 24 * 3_600_000;

/** Contacts of March 2026 in no order: one in twenty too short, one in fifty not permitted. */
function contactsOfMarch(count: number): readonly QualityContact[] {
  const random = seededRandom(23);
  const start = Date.UTC(2026, 2, 1);
  const below = (limit: number): number => Math.floor(random() * limit);
  const channels = ["voice", "chat", "email", "social"];
  const outcomes = ["solved", "escalated", "open"];
  const rows = Array.from({ length: count }, (_, i) => ({
    id: `k-${String(i)}`,
    agent: `agent-${String(below(AGENTS))}`,
    customer: customerId(`c-${String(below(count * 0.8))}`),
    channel: channels[below(channels.length)]!,
    outcome: outcomes[below(outcomes.length)]!,
    at: instantFromEpochMilliseconds(start + below(MONTH_MS)),
    seconds: below(400),
    permitted: below(50) > 0,
  }));
  // As read from a file: texts that were just put together would be hashed and compared more slowly.
  return JSON.parse(JSON.stringify(rows)) as readonly QualityContact[];
}

/** The benchmarks of quality sampling by name; `short` shrinks those that take long. */
export function serviceQualityCases(short: boolean): Record<string, () => BenchmarkCase> {
  const many = short ? 100_000 : 1_000_000;
  const text = many.toLocaleString("en-US");
  return {
    [`service: sampleContacts, ${text} contacts of 2,000 agents`]: () => {
      const contacts = contactsOfMarch(many);
      const options = { month: "2026-03", zone: timeZone("UTC"), seed: 7 };
      return {
        run: () => sampleContacts(contacts, options).agents.length,
        items: many,
        unit: "contacts",
      };
    },
    "service: rankAgents, 2,000 agents with 60 contacts each": () => {
      const random = seededRandom(5);
      const tallies = Array.from({ length: AGENTS }, (_, i): AgentTally => {
        const share = 0.6 + 0.35 * random();
        const passed = Array.from({ length: 60 }, () => random()).filter((u) => u < share).length;
        return { agent: `agent-${String(i)}`, n: 60, passed };
      });
      return { run: () => rankAgents(tallies).groups, items: AGENTS, unit: "agents" };
    },
  };
}
