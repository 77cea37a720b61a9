import * as z from "zod";

const name = z.string().min(1);
const atLeast0 = z.int().nonnegative();
const byName = z.record(z.string(), atLeast0);

/** What becomes of points on a return: `ReturnPolicy`. */
export const returnPolicySchema = z.strictObject({
  shortfall: z.enum(["deficit", "clamp"]),
  expired: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("forfeit") }),
    z.strictObject({ kind: z.literal("grace"), days: z.int().min(1) }),
  ]),
});

/** What came back of a line: `ReturnedLine`. */
export const returnedLineSchema = z.strictObject({
  line: name,
  quantity: atLeast0,
  amount: atLeast0,
  stated: atLeast0.exactOptional(),
  earned: byName,
});

/** What a return did to points: `ReturnReversal`. */
export const returnReversalSchema = z.strictObject({
  earned: byName,
  spent: atLeast0,
  forfeited: atLeast0,
  owed: byName,
  letGo: byName,
});
