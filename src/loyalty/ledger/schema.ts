import * as z from "zod";
import { instantSchema } from "../../shared/schema.js";
import { pointValueSchema } from "../programme/schema.js";

const name = z.string().min(1);
const text = z.string();
const whole = z.int();
const atLeast1 = z.int().min(1);

const account = z.enum([
  "issued",
  "open",
  "reserved",
  "redeemed",
  "expired",
  "clawed-back",
  "transferred",
  "deficit",
]);

/** So many points go from one account to another: `PointsMovement`. */
export const pointsMovementSchema = z.strictObject({
  kind: name,
  lot: name.exactOptional(),
  from: account,
  to: account,
  points: atLeast1,
});

/** A line of an order as it was recorded: `RecordedLine`. */
export const recordedLineSchema = z.strictObject({
  id: name,
  product: name,
  quantity: atLeast1,
  amount: z.int().nonnegative(),
  spend: z.int().nonnegative().exactOptional(),
});

/** The rate an amount was converted with: `OrderRate`. */
export const orderRateSchema = z.strictObject({
  currency: name,
  numerator: atLeast1,
  denominator: atLeast1,
});

const origins = ["order", "activity", "grant", "partner", "referral", "return"] as const;

/** Points as they are issued: `IssuedLot`. */
export const issuedLotSchema = z.strictObject({
  kind: name,
  priority: whole,
  activeFrom: instantSchema.exactOptional(),
  awaiting: text.exactOptional(),
  expiresAt: instantSchema.exactOptional(),
  lapsesWhenInactive: z.literal(true).exactOptional(),
  value: pointValueSchema.exactOptional(),
  id: name,
  earnedAt: instantSchema,
  original: atLeast1,
  source: z.strictObject({
    kind: z.enum([...origins, "transfer", "merge"]),
    id: text,
    rules: z.array(text).exactOptional(),
    origin: z
      .strictObject({ kind: z.enum(origins), id: text, earnedAt: instantSchema })
      .exactOptional(),
  }),
});
