import { describe, expect, expectTypeOf, it } from "vitest";
import type * as z from "zod";
import type { CareApprovalPolicy } from "../../../src/care/life/care-approval.js";
import type { CarePlanBrief } from "../../../src/care/life/care-plan-brief.js";
import type { CarePlanCommand } from "../../../src/care/life/care-plan-command.js";
import type { CarePlanEvent } from "../../../src/care/life/care-plan-event.js";
import { replayCarePlan } from "../../../src/care/life/evolve-care-plan.js";
import {
  careApprovalPolicySchema,
  carePlanBriefSchema,
  carePlanCommandSchema,
  carePlanEventSchema,
} from "../../../src/care/life/schema.js";
import type { CareAction } from "../../../src/care/plan/care-action.js";
import { careActionSchema } from "../../../src/care/plan/schema.js";
import { accepted, action, BRIEF, cny, command, march, POLICY, STORY } from "./plan-story.js";

type Writable<T> = T extends string | number | boolean | undefined
  ? T
  : { -readonly [K in keyof T]: Writable<T[K]> };

describe("the schemas of a plan's life", () => {
  it("CARE-2: agree with the interfaces written by hand, field by field", () => {
    expectTypeOf<z.infer<typeof careActionSchema>>().toExtend<CareAction>();
    expectTypeOf<z.infer<typeof careApprovalPolicySchema>>().toExtend<CareApprovalPolicy>();
    expectTypeOf<z.infer<typeof carePlanBriefSchema>>().toEqualTypeOf<Writable<CarePlanBrief>>();
    expectTypeOf<z.infer<typeof carePlanCommandSchema>>().toExtend<CarePlanCommand>();
    expectTypeOf<Writable<CarePlanCommand>>().toExtend<z.infer<typeof carePlanCommandSchema>>();
    expectTypeOf<z.infer<typeof carePlanEventSchema>>().toExtend<CarePlanEvent>();
    expectTypeOf<Writable<CarePlanEvent>>().toExtend<z.infer<typeof carePlanEventSchema>>();
  });

  it("CARE-2: take a whole plan's commands and events, with a difference; stored events give the same plan", () => {
    const add = command("d1", march(8), {
      kind: "change",
      change: { add: [action("A-4", { cost: cny(0) })] },
    });
    const story = [
      ...STORY.slice(0, 4),
      add,
      command("d2", march(8), { kind: "approve-change", by: "wu" }),
    ];
    for (const one of [...STORY, ...story]) expect(carePlanCommandSchema.parse(one)).toEqual(one);
    for (const commands of [STORY, story]) {
      const { state, events } = accepted(commands);
      const stored = JSON.parse(JSON.stringify(events)) as unknown[];
      const loaded = stored.map((one) => carePlanEventSchema.parse(one));
      expect(loaded).toEqual(events);
      expect(replayCarePlan(loaded)).toEqual(state);
    }
    expect(careApprovalPolicySchema.parse(POLICY)).toEqual(POLICY);
    expect(carePlanBriefSchema.parse(BRIEF)).toEqual(BRIEF);
  });

  it("CARE-2: refuse what no plan may hold", () => {
    const no = (part: object) => careActionSchema.safeParse({ ...action("A-1"), ...part }).success;
    expect([no({}), no({ kind: "hug" }), no({ state: "lost" }), no({ at: "soon" })]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    const { amount, ...bare } = accepted(STORY.slice(0, 3)).events[2] as { amount: unknown };
    expect(amount).toEqual(cny(300));
    expect(carePlanEventSchema.safeParse(bare).success).toBe(false);
    expect(carePlanCommandSchema.safeParse({ ...STORY[8]!, reasons: [] }).success).toBe(false);
  });
});
