import type { RoutingAgent, RoutingContact, RoutingDemand, RoutingTeam } from "goodwill/service";
import { checkRoutingLoad, routeContact, routeQueue } from "goodwill/service";
import { instantFromEpochMilliseconds, seededRandom } from "goodwill/shared";
import type { BenchmarkCase } from "./cases.js";

const SKILLS = [
  "billing",
  "repair",
  "orders",
  "returns",
  "claims",
  "sales",
  "technical",
  "contract",
];
const LANGUAGES = ["zh-CN", "en-GB", "de-DE", "fr-FR", "es-ES"];
const CHANNELS = ["voice", "chat", "email"];
const NOON = Date.UTC(2026, 1, 13, 12);
const asOf = instantFromEpochMilliseconds(NOON);

function centre(agentCount: number, contactCount: number) {
  const random = seededRandom(6);
  const upTo = (most: number): number => Math.floor(random() * most);
  const some = (names: readonly string[], share: number): string[] =>
    names.filter(() => random() < share);
  const ago = (minutes: number) => instantFromEpochMilliseconds(NOON - upTo(minutes) * 60_000);
  const agents: RoutingAgent[] = Array.from({ length: agentCount }, (_, i) => ({
    id: `agent-${String(i)}`,
    active: random() < 0.97,
    presence: random() < 0.5 ? "ready" : "away",
    skills: some(SKILLS, 0.5).map((skill) => ({ skill, level: 1 + upTo(3) })),
    languages: some(LANGUAGES, 0.5),
    channels: CHANNELS.map((channel) => ({ channel, atOnce: channel === "voice" ? 1 : 3 })),
    idleSince: ago(60),
    handled: upTo(40),
  }));
  const contacts: RoutingContact[] = Array.from({ length: contactCount }, (_, i) => ({
    id: `contact-${String(i)}`,
    channel: CHANNELS[upTo(3)]!,
    since: ago(12),
    needs: some(SKILLS, 0.15).map((skill) => ({ skill, level: 1 + upTo(2) })),
    wishes: [],
    languages: [LANGUAGES[upTo(5)]!],
    valueClass: "ABCD"[upTo(4)]!,
    owner: `agent-${String(upTo(agentCount))}`,
  }));
  return { agents, contacts };
}

function load(kinds: number, teamCount: number) {
  const random = seededRandom(8);
  const some = (share: number): string[] => SKILLS.filter(() => random() < share);
  const demands: RoutingDemand[] = Array.from({ length: kinds }, (_, i) => ({
    id: `kind-${String(i)}`,
    skills: some(0.2),
    contactsHourly: Math.floor(random() * 40),
    handleSeconds: 180 + Math.floor(random() * 400),
  }));
  const teams: RoutingTeam[] = Array.from({ length: teamCount }, (_, i) => ({
    id: `team-${String(i)}`,
    agents: 1 + Math.floor(random() * 12),
    skills: some(0.6),
    languages: LANGUAGES,
  }));
  return { demands, teams };
}

/** The benchmarks of routing by name; `short` shrinks those that take long. */
export function serviceRoutingCases(short: boolean): Record<string, () => BenchmarkCase> {
  const times = short ? 2 : 20;
  return {
    [`service: routeQueue, 50 contacts and 200 agents, ${String(times)} times`]: () => {
      const { agents, contacts } = centre(200, 50);
      return {
        run: () => {
          let routed = 0;
          for (let i = 0; i < times; i += 1) {
            routed += routeQueue(contacts, { agents, asOf }).routed.length;
          }
          return routed;
        },
        items: 50 * times,
        unit: "decisions",
      };
    },
    [`service: routeContact, 200 agents, ${String(times * 50)} times`]: () => {
      const { agents, contacts } = centre(200, 50);
      return {
        run: () => {
          let routed = 0;
          for (let i = 0; i < times; i += 1) {
            for (const contact of contacts) {
              if (routeContact(contact, { agents, asOf }).ok) routed += 1;
            }
          }
          return routed;
        },
        items: 50 * times,
        unit: "decisions",
      };
    },
    "service: checkRoutingLoad, 40 kinds and 20 teams": () => {
      const { demands, teams } = load(40, 20);
      return {
        run: () => checkRoutingLoad(demands, { teams, maximumOccupancyShare: 0.85 }),
        items: 1,
        unit: "checks",
      };
    },
  };
}
