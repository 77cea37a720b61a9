import * as z from "zod";

const name = z.string().min(1);
const id = name.refine((text) => text.trim() === text, "must have no blanks at its ends");
const order = z.array(z.enum(["source-rank", "recency", "completeness", "earliest"]));

/** Names a record: `RecordReference`. */
export const recordReferenceSchema = z.strictObject({ source: id, recordId: id });

/** A number or code of another system: `CustomerIdentifier`. */
export const customerIdentifierSchema = z.strictObject({ system: name, value: name });

/** How one value is chosen where sources differ: `MergePolicy`. */
export const mergePolicySchema = z.strictObject({
  sources: z.array(name),
  order,
  fieldOrders: z.strictObject({
    kind: order.exactOptional(),
    name: order.exactOptional(),
    givenName: order.exactOptional(),
    familyName: order.exactOptional(),
    birthday: order.exactOptional(),
    language: order.exactOptional(),
    timeZone: order.exactOptional(),
    contactPoints: order.exactOptional(),
    consents: order.exactOptional(),
    suppressions: order.exactOptional(),
    owner: order.exactOptional(),
    keyPersons: order.exactOptional(),
    needs: order.exactOptional(),
    since: order.exactOptional(),
  }),
  exclusiveIdentifiers: z.array(name),
});
