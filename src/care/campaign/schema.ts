import * as z from "zod";
import { moneySchema } from "../../shared/schema.js";

const name = z.string().regex(/\S/, "must not be blank");
const count = z.int().nonnegative();
const hours = z.array(z.number().nonnegative());
const aboveZero = z.number().positive();
const channel = z.enum(["email", "phone", "sms", "post", "messaging", "push", "visit", "web"]);

/** One message of a campaign: `CampaignMessage`. */
export const campaignMessageSchema = z.strictObject({
  id: name,
  language: name,
  channel,
  subject: z.string().exactOptional(),
  text: z.string(),
  attachments: z
    .array(
      z.strictObject({
        name,
        octets: count,
        mediaType: name,
        opens: z.boolean().exactOptional(),
      }),
    )
    .exactOptional(),
  links: z.array(z.strictObject({ url: name, status: count.exactOptional() })).exactOptional(),
});

const answers = z.strictObject({
  answeredHours: hours,
  waitingHours: hours.exactOptional(),
  promisedHours: aboveZero.exactOptional(),
});

/** A promotion by e-mail and web: `Campaign`. */
export const campaignSchema = z.strictObject({
  id: name,
  messages: z
    .array(campaignMessageSchema)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, {
      message: "each message needs an id of its own",
    }),
  charges: z
    .array(
      z.strictObject({
        what: name,
        sentBy: channel,
        price: moneySchema.refine(({ amount }) => amount >= 0, {
          path: ["amount"],
          message: "must be at least 0",
        }),
      }),
    )
    .exactOptional(),
  provenClaims: z.array(name).exactOptional(),
  service: z
    .strictObject({
      enquiries: answers.exactOptional(),
      orders: answers.exactOptional(),
      payments: answers.exactOptional(),
      complaintsUnanswered: count.exactOptional(),
      refundsUnanswered: count.exactOptional(),
      printRequestsUnanswered: count.exactOptional(),
    })
    .exactOptional(),
});

/** Words that claim too much: `ClaimRule`. */
export const claimRuleSchema = z.strictObject({
  id: name,
  language: name,
  severity: z.enum(["error", "warning"]),
  phrases: z.array(name),
});

/** What counts as slow, large, refused and exaggerated: `CampaignPolicy`. */
export const campaignPolicySchema = z.strictObject({
  replyHours: aboveZero,
  confirmationHours: aboveZero,
  lateShare: z.number().nonnegative().lt(1),
  attachmentOctets: count,
  refusedMediaTypes: z.array(name),
  claims: z
    .array(claimRuleSchema)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, {
      message: "each rule needs an id of its own",
    }),
});
