import * as z from "zod";
import { customerIdSchema } from "../../customer/record/schema.js";
import { isLanguageTag } from "../../customer/record/language-tag.js";
import { instantSchema } from "../../shared/schema.js";

const name = z.string().min(1);
const names = z
  .array(name)
  .refine((all) => new Set(all).size === all.length, "each must stand once");
const count = z.int().nonnegative();
const amount = z.number().nonnegative();
const share = z.number().min(0).max(1);
const language = z.string().refine(isLanguageTag, "must be a language tag (BCP 47)");

function isOnce(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
}

/** What an agent can do, and how well: `RoutingSkill`. */
export const routingSkillSchema = z.strictObject({
  skill: name,
  level: z.int().min(1).exactOptional(),
});

/** A channel an agent works on: `RoutingChannel`. */
export const routingChannelSchema = z.strictObject({
  channel: name,
  atOnce: z.int().min(1),
  handling: count.exactOptional(),
});

/** Somebody who answers contacts: `RoutingAgent`. */
export const routingAgentSchema = z.strictObject({
  id: name,
  active: z.boolean(),
  presence: z.enum(["ready", "away"]),
  skills: z
    .array(routingSkillSchema)
    .refine((all) => isOnce(all.map(({ skill }) => skill)), "each skill must stand once"),
  languages: z.array(language),
  channels: z
    .array(routingChannelSchema)
    .refine((all) => isOnce(all.map(({ channel }) => channel)), "each channel must stand once"),
  mostAtOnce: z.int().min(1).exactOptional(),
  valueClasses: z.array(name).exactOptional(),
  idleSince: instantSchema.exactOptional(),
  handled: count.exactOptional(),
});

/** A skill that a contact asks for: `RoutingNeed`. */
export const routingNeedSchema = z.strictObject({
  skill: name,
  level: z.int().min(1).exactOptional(),
  strict: z.boolean().exactOptional(),
});

/** A contact that waits for an agent: `RoutingContact`. */
export const routingContactSchema = z
  .strictObject({
    id: name,
    channel: name,
    since: instantSchema,
    customer: customerIdSchema.exactOptional(),
    needs: z.array(routingNeedSchema).exactOptional(),
    wishes: z.array(routingNeedSchema).exactOptional(),
    languages: z.array(language).exactOptional(),
    owner: name.exactOptional(),
    valueClass: name.exactOptional(),
    lastAgent: z.strictObject({ agent: name, at: instantSchema }).exactOptional(),
    headStartMinutes: amount.exactOptional(),
  })
  .refine(
    ({ needs = [], wishes = [] }) => isOnce([...needs, ...wishes].map(({ skill }) => skill)),
    "each skill must stand once among needs and wishes",
  );

const points = z.int().min(0).max(1_000_000);

/** How contacts find their agent: `RoutingPolicy`. */
export const routingPolicySchema = z.strictObject({
  weights: z.strictObject({
    owner: points,
    lastAgent: points,
    language: points,
    wishes: points,
    valueClass: points,
    spare: points,
    idle: points,
    handled: points,
  }),
  lastAgentDays: amount,
  idleFullMinutes: z.number().positive(),
  language: z.enum(["need", "wish"]),
  languageShares: z.strictObject({
    broader: share,
    sibling: share,
    fallback: share,
    later: share,
  }),
  languageFallbacks: z.record(language, z.array(language)),
  exclusiveChannels: z.array(name),
  headStartMinutes: z.record(z.string(), amount),
  mostHeadStartMinutes: amount,
  widening: z.array(
    z.strictObject({
      afterMinutes: amount,
      lowerLevelsBy: count.exactOptional(),
      wishSkills: z.union([z.literal("all"), z.array(name)]).exactOptional(),
      wishLanguage: z.boolean().exactOptional(),
    }),
  ),
});

/** Contacts of one kind that come in: `RoutingDemand`. */
export const routingDemandSchema = z.strictObject({
  id: name,
  skills: names.exactOptional(),
  language: language.exactOptional(),
  channel: name.exactOptional(),
  contactsHourly: amount,
  handleSeconds: amount,
});

/** Agents who are alike: `RoutingTeam`. */
export const routingTeamSchema = z.strictObject({
  id: name,
  agents: amount,
  skills: names,
  languages: z.array(language),
  channels: z.array(name).exactOptional(),
});
