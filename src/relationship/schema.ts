import * as z from "zod";
import { contactPointSchema, customerIdSchema } from "../customer/record/schema.js";
import { instantSchema, moneySchema, plainDateSchema } from "../shared/schema.js";

const name = z.string().min(1);
const days = z.int().nonnegative();
const share = z.number().min(0).max(1);
const unit = z.enum(["business", "calendar"]);

// handover

/** One record of the master record: `AuditedRecord`. */
export const auditedRecordSchema = z.strictObject({ kind: name, id: name });

/** Why a record came or went: `RecordChange`. */
export const recordChangeSchema = z.strictObject({
  kind: name,
  id: name,
  change: z.enum(["added", "removed", "merged"]),
  into: name.exactOptional(),
  by: name,
  why: name,
});

/** The file the leaver hands over: `HandoverFile`. */
export const handoverFileSchema = z.strictObject({
  customers: z.array(
    z.strictObject({
      customer: customerIdSchema,
      contactPoints: z.array(contactPointSchema),
      openDeals: z.array(name),
      interests: z.array(z.string()),
      promises: z.array(
        z.strictObject({ id: name, what: name, due: plainDateSchema.exactOptional() }),
      ),
    }),
  ),
  materials: z.array(name),
});

/** What the firm's own records say: `HandoverExpectation`. */
export const handoverExpectationSchema = z.strictObject({
  customers: z.array(
    z.strictObject({
      customer: customerIdSchema,
      class: name.exactOptional(),
      openDeals: z.array(name).exactOptional(),
      promises: z.array(name).exactOptional(),
    }),
  ),
  materials: z.array(name).exactOptional(),
});

const said = { id: name, at: instantSchema, by: name };

/** Something done in a handover: `HandoverCommand`. */
export const handoverCommandSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("announce"),
    ...said,
    leaver: name,
    manager: name,
    successor: name.exactOptional(),
    lastDay: plainDateSchema,
    expected: handoverExpectationSchema,
  }),
  z.strictObject({ kind: z.literal("appoint-successor"), ...said, successor: name }),
  z.strictObject({
    kind: z.literal("change-last-day"),
    ...said,
    lastDay: plainDateSchema,
    why: name,
  }),
  z.strictObject({
    kind: z.literal("upload-records"),
    ...said,
    before: z.array(auditedRecordSchema),
    after: z.array(auditedRecordSchema),
    changes: z.array(recordChangeSchema),
  }),
  z.strictObject({
    kind: z.literal("hand-over-file"),
    ...said,
    file: handoverFileSchema,
    handedBy: name,
    receivedBy: name,
    witness: name,
  }),
  z.strictObject({ kind: z.literal("resolve-discrepancy"), ...said, key: name, how: name }),
  z.strictObject({ kind: z.literal("explain-discrepancy"), ...said, key: name, why: name }),
  z.strictObject({
    kind: z.literal("hold-meeting"),
    ...said,
    present: z.array(name),
    customersPresent: z.array(customerIdSchema),
  }),
  z.strictObject({ kind: z.literal("waive-meeting"), ...said, why: name }),
  z.strictObject({
    kind: z.literal("hold-group-meeting"),
    ...said,
    present: z.array(name),
    customers: z.array(customerIdSchema).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("visit-customer"),
    ...said,
    customer: customerIdSchema,
    visitor: name,
  }),
  z.strictObject({ kind: z.literal("close"), ...said }),
  z.strictObject({ kind: z.literal("cancel"), ...said, why: name }),
]);

const before = z.strictObject({ daysBefore: days, unit });

/** The deadlines of a handover: `HandoverPolicy`. */
export const handoverPolicySchema = z.strictObject({
  upload: before,
  file: before,
  meeting: z
    .strictObject({ earliestDaysBefore: days, latestDaysBefore: days, unit })
    .refine((window) => window.earliestDaysBefore >= window.latestDaysBefore, {
      path: ["earliestDaysBefore"],
      message: "must be at least latestDaysBefore",
    }),
  groupMeeting: z.strictObject({ withinDays: days, unit }),
  visits: z.strictObject({ daysByClass: z.record(z.string(), days), otherDays: days, unit }),
  meetingCustomerClasses: z.array(name),
});

// concentration

/** A customer and who holds the tie: `CustomerTies`. */
export const customerTiesSchema = z.strictObject({
  customer: customerIdSchema,
  value: moneySchema.refine(({ amount }) => amount >= 0, {
    path: ["amount"],
    message: "must not be below 0",
  }),
  ties: z.array(
    z.strictObject({
      employee: name,
      team: name.exactOptional(),
      weight: z.number().positive().exactOptional(),
    }),
  ),
});

/** From when on a concentration is a warning: `ConcentrationPolicy`. */
export const concentrationPolicySchema = z.strictObject({
  herfindahlIndex: share,
  topShare: share,
  atRiskShare: share,
  singleTieShare: share,
});

export * from "./assessment/schema.js";
export * from "./occasion/schema.js";
