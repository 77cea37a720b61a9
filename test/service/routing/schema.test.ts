import type {
  RoutingAgent,
  RoutingContact,
  RoutingDemand,
  RoutingPolicy,
  RoutingTeam,
  routingDemandSchema,
  routingTeamSchema,
} from "goodwill/service";
import {
  DEFAULT_ROUTING_POLICY,
  routingAgentSchema,
  routingContactSchema,
  routingPolicySchema,
} from "goodwill/service";
import { describe, expect, expectTypeOf, test } from "vitest";
import type * as z from "zod";
import { agent, contact } from "./centre.js";

describe("the schemas of routing", () => {
  test("SRV-6: what they accept is what the interfaces describe", () => {
    expectTypeOf<z.infer<typeof routingAgentSchema>>().toExtend<RoutingAgent>();
    expectTypeOf<keyof z.infer<typeof routingAgentSchema>>().toEqualTypeOf<keyof RoutingAgent>();
    expectTypeOf<z.infer<typeof routingContactSchema>>().toExtend<RoutingContact>();
    expectTypeOf<keyof z.infer<typeof routingContactSchema>>().toEqualTypeOf<
      keyof RoutingContact
    >();
    expectTypeOf<z.infer<typeof routingPolicySchema>>().toExtend<RoutingPolicy>();
    expectTypeOf<keyof z.infer<typeof routingPolicySchema>>().toEqualTypeOf<keyof RoutingPolicy>();
    expectTypeOf<z.infer<typeof routingDemandSchema>>().toExtend<RoutingDemand>();
    expectTypeOf<z.infer<typeof routingTeamSchema>>().toExtend<RoutingTeam>();
  });

  test("SRV-6: the default policy passes, and so do agents and contacts", () => {
    expect(routingPolicySchema.parse(DEFAULT_ROUTING_POLICY)).toEqual(DEFAULT_ROUTING_POLICY);
    expect(routingAgentSchema.parse(agent("a"))).toEqual(agent("a"));
    expect(routingContactSchema.parse(contact("c"))).toEqual(contact("c"));
  });

  test.each([
    ["a tag with an underscore", routingAgentSchema, agent("a", { languages: ["zh_CN"] })],
    ["a skill twice", routingAgentSchema, agent("a", { skills: [{ skill: "b" }, { skill: "b" }] })],
    ["a level of 0", routingContactSchema, contact("c", { needs: [{ skill: "b", level: 0 }] })],
    ["no idle time", routingPolicySchema, { ...DEFAULT_ROUTING_POLICY, idleFullMinutes: 0 }],
  ])("SRV-6: %s is refused", (_, schema, value) => {
    expect(schema.safeParse(value).success).toBe(false);
  });
});
