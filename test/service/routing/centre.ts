import type { RoutingAgent, RoutingContact } from "goodwill/service";
import type { Instant } from "goodwill/shared";
import { addMilliseconds, instant } from "goodwill/shared";

/** The moment of these tests. */
export const NOON = instant("2026-02-13T12:00:00Z");

/** So many minutes after noon. */
export function minute(minutes: number): Instant {
  return addMilliseconds(NOON, Math.round(minutes * 60_000));
}

/** An agent for calls who speaks Chinese and can do anything asked for here. */
export function agent(id: string, more: Partial<RoutingAgent> = {}): RoutingAgent {
  return {
    id,
    active: true,
    presence: "ready",
    skills: [{ skill: "billing" }],
    languages: ["zh-CN"],
    channels: [{ channel: "voice", atOnce: 1 }],
    ...more,
  };
}

/** A call that came at noon. */
export function contact(id: string, more: Partial<RoutingContact> = {}): RoutingContact {
  return { id, channel: "voice", since: NOON, ...more };
}
