import * as z from "zod";
import { customerIdSchema } from "../../customer/record/schema.js";
import { instantSchema, moneySchema, plainDateSchema } from "../../shared/schema.js";
import { plainDateAt, timeZone } from "../../shared/time/time-zone.js";
import { addDays } from "../../shared/time/date-arithmetic.js";

const name = z.string().min(1);
const said = z.string().refine((text) => text.trim() !== "", "must not be blank");
const count = z.int().nonnegative();
const share = z.number().min(0).max(1);
const limit = moneySchema.refine(({ amount }) => amount >= 0, {
  path: ["amount"],
  message: "must not be below 0",
});

/** How bad a complaint is: `ComplaintGrade`. */
export const complaintGradeSchema = z.enum(["low", "medium", "high", "critical"]);

/** A complaint as it is received: `Complaint`. */
export const complaintSchema = z
  .strictObject({
    id: name,
    customer: customerIdSchema,
    at: instantSchema,
    source: name.exactOptional(),
    receivedBy: said,
    channel: said,
    kind: said,
    subKind: name.exactOptional(),
    subject: said,
    product: name.exactOptional(),
    reference: name.exactOptional(),
    occurredOn: plainDateSchema.exactOptional(),
    recurrent: z.boolean().exactOptional(),
    immediateAction: name.exactOptional(),
    remedySought: name.exactOptional(),
    amount: limit.exactOptional(),
    severity: complaintGradeSchema,
    complexity: complaintGradeSchema.exactOptional(),
    impact: complaintGradeSchema.exactOptional(),
    cause: name.exactOptional(),
    safety: z.boolean().exactOptional(),
  })
  .refine(
    // The day is one of the customer's own zone, which may be ahead of UTC by a day at most.
    ({ at, occurredOn }) =>
      occurredOn === undefined || occurredOn <= addDays(plainDateAt(at, timeZone("UTC")), 1),
    { path: ["occurredOn"], message: "must not lie after at" },
  );

/** A kind of complaint in the catalogue: `ComplaintKind`. */
export const complaintKindSchema = z.strictObject({
  id: name,
  name,
  covers: name,
  subKinds: z.array(z.strictObject({ id: name, name })),
});

/** A cause or an area in the catalogue: `CatalogueCause`. */
export const catalogueCauseSchema = z.strictObject({ id: name, name, area: name.exactOptional() });

/** Something granted: `ComplaintRemedy`. */
export const complaintRemedySchema = z.strictObject({ kind: said, amount: limit.exactOptional() });

const base = { id: said, complaint: said, at: instantSchema, by: said };
const remedies = z.array(complaintRemedySchema);

/** Something that happened to a complaint: `ComplaintEvent`; what `decideComplaint` throws on is refused. */
export const complaintEventSchema = z.discriminatedUnion("kind", [
  z
    .strictObject({ ...base, kind: z.literal("receive"), record: complaintSchema })
    .superRefine(({ complaint, at, record }, { addIssue }) => {
      const fault = (field: keyof typeof record, message: string): void => {
        addIssue({ code: "custom", path: ["record", field], message });
      };
      if (record.id !== complaint) fault("id", "must be that of the complaint");
      if (record.at !== at) fault("at", "must be the moment of the receipt");
    }),
  z.strictObject({ ...base, kind: z.literal("acknowledge") }),
  z.strictObject({
    ...base,
    kind: z.literal("assess"),
    severity: complaintGradeSchema,
    complexity: complaintGradeSchema.exactOptional(),
    impact: complaintGradeSchema.exactOptional(),
    safety: z.boolean().exactOptional(),
  }),
  z.strictObject({ ...base, kind: z.literal("investigate") }),
  z.strictObject({
    ...base,
    kind: z.literal("answer"),
    finding: z.enum(["upheld", "upheld-in-part", "not-upheld"]),
    remedies,
  }),
  z.strictObject({
    ...base,
    kind: z.literal("close"),
    outcome: z.enum(["accepted", "rejected", "no-reply"]),
  }),
  z.strictObject({ ...base, kind: z.literal("reopen"), why: said }),
  z.strictObject({ ...base, kind: z.literal("withdraw"), why: said }),
  z.strictObject({ ...base, kind: z.literal("mark-duplicate"), of: said }),
  z.strictObject({ ...base, kind: z.literal("assign"), owner: said }),
  z.strictObject({ ...base, kind: z.literal("hand-off"), to: said, why: said }),
  z.strictObject({
    ...base,
    kind: z.literal("escalate"),
    to: said,
    level: z.int().min(1),
    why: said,
  }),
  z.strictObject({ ...base, kind: z.literal("find-cause"), cause: said }),
  z.strictObject({ ...base, kind: z.literal("approve"), remedies: remedies.min(1) }),
  z.strictObject({ ...base, kind: z.literal("inform-customer"), text: said }),
  z.strictObject({ ...base, kind: z.literal("hear-from-customer"), text: said }),
  z.strictObject({ ...base, kind: z.literal("wait-for-customer"), what: said }),
  z.strictObject({ ...base, kind: z.literal("stop-waiting") }),
  z
    .strictObject({
      ...base,
      kind: z.literal("promise"),
      promise: said,
      what: said,
      due: instantSchema.exactOptional(),
    })
    .refine(({ at, due }) => due === undefined || due >= at, {
      path: ["due"],
      message: "must not lie before at",
    }),
  z.strictObject({
    ...base,
    kind: z.literal("settle-promise"),
    promise: said,
    outcome: z.enum(["kept", "called-off"]),
  }),
  z.strictObject({ ...base, kind: z.literal("link"), to: said, why: said }),
  z.strictObject({ ...base, kind: z.literal("note"), text: said }),
]);

/** How often a complaint may change hands: `ComplaintPolicy`. */
export const complaintPolicySchema = z.strictObject({ maxHandOffs: count });

/** What one level may decide: `AuthorityLevel`. */
export const authorityLevelSchema = z.strictObject({
  level: z.int().min(1),
  name,
  grants: z.array(z.strictObject({ remedy: name, upTo: limit.exactOptional() })),
  together: z.array(limit).exactOptional(),
  withinDays: z.number().nonnegative().exactOptional(),
  stakes: z.array(limit).exactOptional(),
  earlier: count.exactOptional(),
  severity: complaintGradeSchema.exactOptional(),
});

/** Who may decide what about complaints: `AuthorityPolicy`. */
export const authorityPolicySchema = z
  .strictObject({
    levels: z
      .array(authorityLevelSchema)
      .min(1)
      .refine(
        (levels) => new Set(levels.map(({ level }) => level)).size === levels.length,
        "must name each level once",
      ),
    safetyLevel: z.int().min(1),
    staff: z.record(z.string(), z.int().nonnegative()),
  })
  .refine(({ levels, safetyLevel }) => levels.some(({ level }) => level === safetyLevel), {
    path: ["safetyLevel"],
    message: "must be one of the levels",
  });

/** A rule that tells the kind of a complaint: `ComplaintRule`. */
export const complaintRuleSchema = z
  .strictObject({
    id: name,
    kind: name,
    subKind: name.exactOptional(),
    any: z.array(name).exactOptional(),
    all: z.array(name).exactOptional(),
    none: z.array(name).exactOptional(),
    products: z.array(name).exactOptional(),
    safety: z.boolean().exactOptional(),
    priority: z.number().exactOptional(),
  })
  .refine(
    ({ any, all = [], none = [], products }) =>
      any !== undefined || all.length + none.length > 0 || products !== undefined,
    "must have a condition",
  );

/** When two complaints are the same matter: `DuplicatePolicy`. */
export const duplicatePolicySchema = z
  .strictObject({
    withinDays: z.number().nonnegative(),
    duplicateSimilarity: share,
    linkSimilarity: share,
  })
  .refine(({ duplicateSimilarity, linkSimilarity }) => linkSimilarity <= duplicateSimilarity, {
    path: ["linkSimilarity"],
    message: "must not lie above duplicateSimilarity",
  });
