import * as z from "zod";
import { instantSchema, moneySchema } from "../../shared/schema.js";
import { isCurrencyCode } from "../../shared/money/currency.js";
import type { CurrencyCode } from "../../shared/money/currency.js";
import { openingHoursSchema } from "../catalogue/schema.js";

const text = z.string().min(1);
const severity = z.enum(["low", "medium", "high"]);
const currency = z.custom<CurrencyCode>(isCurrencyCode, 'must be an ISO 4217 code, like "EUR"');
const part = z.int().positive();

/** What a touchpoint says of a subject: `StatementValue`. */
export const statementValueSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("money"), money: moneySchema }),
  z.strictObject({ kind: z.literal("quantity"), amount: z.number(), unit: text }),
  z
    .strictObject({ kind: z.literal("range"), min: z.number(), max: z.number(), unit: text })
    .refine(({ min, max }) => min <= max, "min must not exceed max"),
  z.strictObject({ kind: z.literal("hours"), hours: openingHoursSchema }),
  z.strictObject({ kind: z.literal("category"), category: text }),
]);

/** What a touchpoint says or the firm delivered: `TouchpointStatement`. */
export const touchpointStatementSchema = z.strictObject({
  subject: text,
  aspect: text,
  value: statementValueSchema,
  touchpoint: text,
  at: instantSchema,
  until: instantSchema.exactOptional(),
  basis: z.enum(["said", "delivered"]).exactOptional(),
  channel: text.exactOptional(),
  language: text.exactOptional(),
  audience: text.exactOptional(),
  region: text.exactOptional(),
  source: text.exactOptional(),
  evidence: text.exactOptional(),
  count: z.int().positive().exactOptional(),
});

/** What customers ask about where: `AskedSubject`. */
export const askedSubjectSchema = z.strictObject({
  touchpoint: text,
  subject: text,
  asks: z.int().nonnegative(),
});

/** When statements contradict one another: `ConsistencyPolicy`. */
export const consistencyPolicySchema = z.strictObject({
  priceToleranceShare: z.number().min(0).lt(1),
  rates: z.array(
    z
      .strictObject({
        from: currency,
        to: currency,
        rate: z.strictObject({ numerator: part, denominator: part }),
      })
      .refine(({ from, to }) => from !== to, "must be between two currencies"),
  ),
  authorities: z.record(text, text),
  better: z.record(text, z.enum(["lower", "higher", "same"])),
  severities: z.record(text, severity),
  otherSeverity: severity,
  minimumAsks: z.int().positive(),
});
