import fc from "fast-check";
import { PROFILE_ITEMS, type AskedItem, type Profile, type ProfileFact } from "goodwill/customer";
import { addMilliseconds } from "goodwill/shared";
import { AS_OF, organisation, pastInstants, person, tea } from "../record/samples.js";

const DAY_MS = 86_400_000;

/** A fact of an item, so many days old. */
export function fact(
  item: string,
  { days = 0, invalid }: { readonly days?: number; readonly invalid?: string } = {},
): ProfileFact {
  const at = addMilliseconds(AS_OF, -Math.round(days * DAY_MS));
  return { item, at, source: "survey", ...(invalid !== undefined && { invalid }) };
}

/** That an item was asked for, so many days ago. */
export function asked(
  item: string,
  { days, outcome }: { readonly days: number; readonly outcome: AskedItem["outcome"] },
): AskedItem {
  return { item, at: addMilliseconds(AS_OF, -Math.round(days * DAY_MS)), outcome };
}

const items = fc.constantFrom(...PROFILE_ITEMS.map(({ id }) => id), "something-else");

/** Profiles of persons and organisations, some rich, some poor. */
export const profiles: fc.Arbitrary<Profile> = fc
  .record({
    customer: fc.constantFrom(
      person(),
      person({ language: "de", birthday: { calendar: "chinese", month: 8, day: 15 } }),
      person({ contactPoints: [{ id: "p", channel: "phone", address: "+4930123456" }] }),
      { ...organisation(), id: person().id },
    ),
    facts: fc.array(
      fc.record(
        {
          item: items,
          at: pastInstants,
          source: fc.constantFrom("shop", "survey"),
          invalid: fc.constant("it bounced"),
        },
        { requiredKeys: ["item", "at", "source"] },
      ),
      { maxLength: 12 },
    ),
    asked: fc.array(
      fc.record({
        item: items,
        at: pastInstants,
        outcome: fc.constantFrom("answered", "unanswered", "refused"),
      }),
      { maxLength: 3 },
    ),
    purchases: fc.array(pastInstants, { maxLength: 3 }),
  })
  .map(({ purchases, ...rest }) => ({
    ...rest,
    purchases: purchases.map((at, index) => tea({ id: String(index), at })),
  }));
