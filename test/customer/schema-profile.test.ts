import {
  askedItemSchema,
  DEFAULT_PROFILE_POLICY,
  PROFILE_ITEMS,
  profileFactSchema,
  profileItemSchema,
  profileOriginSchema,
  profilePolicySchema,
  profileSchema,
  type AskedItem,
  type Profile,
  type ProfileFact,
  type ProfileItem,
  type ProfileOrigin,
  type ProfilePolicy,
} from "goodwill/customer";
import { instant } from "goodwill/shared";
import { describe, expect, expectTypeOf, it } from "vitest";
import type * as z from "zod";
import { person, tea } from "./record/samples.js";

/** A type with every `readonly` taken away, at any depth; branded texts stay as they are. */
type Writable<T> = T extends string | number | boolean | undefined
  ? T
  : { -readonly [K in keyof T]: Writable<T[K]> };

type Parsed<Schema extends z.ZodType> = Writable<z.infer<Schema>>;

const at = instant("2026-02-13T09:30:00Z");

const FULL: Profile = {
  customer: person(),
  origins: [{ field: "contactPoints", index: 0, source: "crm", at }],
  facts: [
    { item: "visits", at, source: "web" },
    { item: "price-limit", at, source: "survey", value: 40, invalid: "in another currency" },
    { item: "wants", at, source: "survey", value: "a larger cup" },
    { item: "opened", at, source: "mailer", value: true },
  ],
  purchases: [tea({ id: "A" })],
  asked: [{ item: "wants", at, outcome: "refused" }],
};

describe("the schemas of the profile", () => {
  it("agree with the interfaces written by hand, field by field", () => {
    expectTypeOf<Parsed<typeof profileSchema>>().toEqualTypeOf<Writable<Profile>>();
    expectTypeOf<Parsed<typeof profileFactSchema>>().toEqualTypeOf<Writable<ProfileFact>>();
    expectTypeOf<Parsed<typeof profileOriginSchema>>().toEqualTypeOf<Writable<ProfileOrigin>>();
    expectTypeOf<Parsed<typeof askedItemSchema>>().toEqualTypeOf<Writable<AskedItem>>();
    expectTypeOf<Parsed<typeof profileItemSchema>>().toEqualTypeOf<Writable<ProfileItem>>();
    expectTypeOf<Parsed<typeof profilePolicySchema>>().toEqualTypeOf<Writable<ProfilePolicy>>();
  });

  it("accept full facts and the standard policy, and leave them as they are", () => {
    expect(profileSchema.parse(FULL)).toEqual(FULL);
    expect(profilePolicySchema.parse(DEFAULT_PROFILE_POLICY)).toEqual(DEFAULT_PROFILE_POLICY);
  });

  it("an origin may say more, as that of a merge does; the rest is dropped", () => {
    const origin = { field: "name", source: "crm", at };
    expect(profileOriginSchema.parse({ ...origin, record: "R-1", agreeing: [] })).toEqual(origin);
  });

  it.each([
    [profileFactSchema, { item: "", at, source: "web" }, "item", ">=1"],
    [profileFactSchema, { item: "a", at, source: "web", value: {} }, "value", "nvalid input"],
    [profileOriginSchema, { field: "a", index: -1, source: "b", at }, "index", ">=0"],
    [askedItemSchema, { item: "a", at: "2026-02-13", outcome: "refused" }, "at", "instant"],
    [profileItemSchema, { ...PROFILE_ITEMS[0], weight: 0 }, "weight", ">0"],
    [profileItemSchema, { ...PROFILE_ITEMS[0], question: "when" }, "question", "who"],
    [profileItemSchema, { ...PROFILE_ITEMS[0], of: "dog" }, "of", "person"],
    [
      profilePolicySchema,
      { ...DEFAULT_PROFILE_POLICY, staleBelowShare: 0 },
      "staleBelowShare",
      ">0",
    ],
    [
      profilePolicySchema,
      { ...DEFAULT_PROFILE_POLICY, items: [PROFILE_ITEMS[0], PROFILE_ITEMS[0]] },
      "items",
      "once",
    ],
    [profilePolicySchema, { ...DEFAULT_PROFILE_POLICY, kindWeights: {} }, "kindWeights.basic", ""],
    [profileSchema, { ...FULL, customer: { id: "C" } }, "customer.kind", "person"],
    [
      profileSchema,
      { ...FULL, purchases: [tea({ id: "A", customer: "B" })] },
      "purchases.0.customer",
      '"B"',
    ],
  ])(
    "case %#: what is wrong is refused at its place with its reason",
    (schema, value, path, message) => {
      const issue = (schema as z.ZodType).safeParse(value).error?.issues[0];
      expect(issue?.path.join(".")).toBe(path);
      expect(issue?.message).toContain(message);
    },
  );

  it("a datum without its source or time does not compile (CUS-3)", () => {
    // @ts-expect-error -- a fact needs its source
    const rumour: ProfileFact = { item: "wants", at };
    // @ts-expect-error -- a fact needs its time
    const timeless: ProfileFact = { item: "wants", source: "web" };
    expect([rumour, timeless].map((one) => profileFactSchema.safeParse(one).success)).toEqual([
      false,
      false,
    ]);
  });
});
