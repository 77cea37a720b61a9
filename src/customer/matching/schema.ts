import * as z from "zod";

const name = z.string().min(1);
const chance = z.number().gt(0).max(1);
const count = z.int().min(1);
const chances = z.strictObject({ m: chance, u: chance });
const field = z.enum(["name", "birthday", "email", "phone", "address", "identifier"]);

/** How much the agreement on one field weighs: `MatchFieldPolicy`. */
export const matchFieldPolicySchema = z
  .strictObject({
    levels: z
      .array(
        z.strictObject({ level: name, atLeast: z.number().min(0).max(1), m: chance, u: chance }),
      )
      .min(1),
    shared: chances.exactOptional(),
  })
  .refine(
    ({ levels }) =>
      levels.every(({ atLeast }, index) => index === 0 || atLeast < levels[index - 1]!.atLeast) &&
      levels.at(-1)?.atLeast === 0,
    { path: ["levels"], message: "must fall, and the last begin at 0" },
  );

/** How records of the same customer are found: `MatchPolicy`. */
export const matchPolicySchema = z.strictObject({
  fields: z.strictObject({
    name: matchFieldPolicySchema,
    birthday: matchFieldPolicySchema,
    email: matchFieldPolicySchema,
    phone: matchFieldPolicySchema,
    address: matchFieldPolicySchema,
    identifier: matchFieldPolicySchema,
  }),
  thresholds: z
    .strictObject({ merge: z.number(), review: z.number(), consistent: z.number() })
    .refine(
      ({ merge, review, consistent }) => consistent <= review && review <= merge,
      "must rise from consistent to review to merge",
    ),
  decisive: z.array(field),
  reviewOnDisagreement: z.array(field),
  vetoes: z.array(z.enum(["kind", "birthday", "identifier"])),
  exclusiveIdentifiers: z.array(name),
  sharedAbove: count,
  blocking: z.array(
    z.enum([
      "identifier",
      "email",
      "phone",
      "phone-tail",
      "name",
      "name-and-postal-code",
      "birthday-and-name",
    ]),
  ),
  maxBlockSize: count,
  maxGroupSize: count,
  phoneTailDigits: count,
  ignoredNameWords: z.array(name),
});
