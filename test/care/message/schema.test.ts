import { describe, expect, expectTypeOf, test } from "vitest";
import type * as z from "zod";
import type { CareTemplate, TemplatePlaceholder } from "../../../src/care/message/care-template.js";
import type { MessageLimits } from "../../../src/care/message/message-limits.js";
import { DEFAULT_MESSAGE_POLICY } from "../../../src/care/message/message-policy.js";
import type { MessagePolicy } from "../../../src/care/message/message-policy.js";
import {
  careTemplateSchema,
  messagePolicySchema,
  type messageLimitsSchema,
  type templatePlaceholderSchema,
} from "../../../src/care/message/schema.js";
import { INVITATION, textMessage } from "./samples.js";

type Writable<T> = T extends string | number ? T : { -readonly [K in keyof T]: Writable<T[K]> };

describe("the schemas of messages", () => {
  test("CARE-5: they agree with the interfaces written by hand, and accept what they are for", () => {
    expectTypeOf<z.infer<typeof careTemplateSchema>>().toEqualTypeOf<Writable<CareTemplate>>();
    expectTypeOf<z.infer<typeof templatePlaceholderSchema>>().toEqualTypeOf<
      Writable<TemplatePlaceholder>
    >();
    expectTypeOf<z.infer<typeof messagePolicySchema>>().toEqualTypeOf<Writable<MessagePolicy>>();
    expectTypeOf<z.infer<typeof messageLimitsSchema>>().toExtend<MessageLimits>();
    for (const one of [INVITATION, textMessage("x", { occasions: "any", classes: ["A"] })]) {
      expect(careTemplateSchema.parse(one)).toEqual(one);
    }
    expect(messagePolicySchema.parse(DEFAULT_MESSAGE_POLICY)).toEqual(DEFAULT_MESSAGE_POLICY);
  });

  test.each([
    [{ language: "zh_CN" }, "BCP 47"],
    [{ body: " " }, "must not be blank"],
    [{ occasions: [] }, ">=1"],
    [{ channel: "fax" }, "Invalid option"],
    [{ placeholders: { "first name": { type: "text" } } }, "Invalid key"],
    [{ placeholders: { name: { type: "text", fallback: "" } } }, "must not be blank"],
    [{ languages: ["en"] }, "Unrecognized key"],
  ])("CARE-5: a template with %j is refused", (change, message) => {
    const parsed = careTemplateSchema.safeParse({ ...INVITATION, ...change });
    expect(parsed.success).toBe(false);
    expect(parsed.error?.message).toContain(message);
  });

  test("CARE-5: a policy without its parts, or with a limit of 0, is refused", () => {
    const without = { ...DEFAULT_MESSAGE_POLICY, forbidden: undefined };
    expect(messagePolicySchema.safeParse(without).success).toBe(false);
    const limits = { sms: { segments: 0 } };
    expect(messagePolicySchema.safeParse({ ...DEFAULT_MESSAGE_POLICY, limits }).success).toBe(
      false,
    );
  });
});
