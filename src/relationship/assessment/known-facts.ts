// What was known of a customer at a moment. Internal: not part of the package's surface.

import type { ContactFacts } from "../../customer/consent/contact-decision.js";
import type { LegalBasis } from "../../customer/consent/legal-basis.js";
import { compareText } from "../../shared/text-order.js";
import type { Instant } from "../../shared/time/instant.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import { requireInstant } from "../../shared/time/require-instant.js";
import { isEventKnown } from "../occasion/known-event.js";
import type { OccasionEvent } from "../occasion/occasion-event.js";
import type { RelationshipFacts } from "./relationship-facts.js";

interface Dated {
  readonly at: Instant;
  readonly id?: string;
}

/** Lists of facts that happen at a moment and are known from then on. */
const DATED_LISTS = [
  "purchases",
  "interactions",
  "referrals",
  "signals",
  "terminations",
  "attitudes",
  "values",
  "memberships",
  "complaints",
  "promises",
  "assignments",
  "segmentations",
] as const satisfies readonly (keyof RelationshipFacts)[];

/** The facts known at the moment, each list in the order of time; a list that was not looked up stays absent. */
export function knownFacts(
  facts: RelationshipFacts,
  { asOf, today }: { readonly asOf: Instant; readonly today: PlainDate },
): RelationshipFacts {
  const lists = DATED_LISTS.map((name) => {
    const list: readonly Dated[] | undefined = facts[name];
    return [name, list === undefined ? undefined : knownOf(list, { name, asOf })] as const;
  });
  const known: RelationshipFacts = Object.fromEntries(
    lists.filter(([, list]) => list !== undefined),
  );
  const { events, leapDay, lunarSkip, contactFacts } = facts;
  const contact = knownContact(contactFacts, { asOf, purchases: known.purchases });
  return {
    ...known,
    ...(events !== undefined && { events: knownEvents(events, today) }),
    ...(leapDay !== undefined && { leapDay }),
    ...(lunarSkip !== undefined && { lunarSkip }),
    ...(contact !== undefined && { contactFacts: contact }),
  };
}

function knownOf(
  list: readonly Dated[],
  { name, asOf }: { readonly name: string; readonly asOf: Instant },
): readonly Dated[] {
  const ids = new Set<string>();
  const known = list.filter(({ at }) => {
    requireInstant("assess a relationship", { [`${name}: at`]: at });
    return at <= asOf;
  });
  for (const { id } of known) {
    if (id === undefined) continue;
    // Of purchases and attitudes given twice their own rooms say which counts.
    if (ids.has(id) && (name === "complaints" || name === "promises")) {
      throw new RangeError(
        `Cannot assess a relationship: ${name} must have different ids, got "${id}" twice`,
      );
    }
    ids.add(id);
  }
  return known.toSorted(byTime);
}

function byTime(a: Dated, b: Dated): number {
  return compareText(a.at, b.at) || compareText(a.id ?? "", b.id ?? "") || byText(a, b);
}

/** Facts without ids, at one moment: their text decides, so that the order given does not. */
function byText(a: unknown, b: unknown): number {
  return compareText(JSON.stringify(a), JSON.stringify(b));
}

function knownEvents(events: readonly OccasionEvent[], today: PlainDate): readonly OccasionEvent[] {
  return events
    .filter((event) => isEventKnown(event, today))
    .toSorted((a, b) => compareText(a.date, b.date) || compareText(a.id, b.id) || byText(a, b));
}

function knownContact(
  facts: ContactFacts | undefined,
  {
    asOf,
    purchases,
  }: { readonly asOf: Instant; readonly purchases: RelationshipFacts["purchases"] },
): ContactFacts | undefined {
  if (facts === undefined) return purchases === undefined ? undefined : { purchases };
  const { bases, uses, aliases } = facts;
  const bought = facts.purchases?.filter(({ at }) => at <= asOf).toSorted(byTime) ?? purchases;
  return {
    ...(bases !== undefined && { bases: knownBases(bases, asOf) }),
    ...(bought !== undefined && { purchases: bought }),
    ...(uses !== undefined && {
      uses: uses.filter(({ at }) => at <= asOf).toSorted((a, b) => byTime(a, b)),
    }),
    ...(aliases !== undefined && { aliases: aliases.toSorted() }),
  };
}

function knownBases(bases: readonly LegalBasis[], asOf: Instant): readonly LegalBasis[] {
  return bases
    .filter(({ from, recordedAt }) => (recordedAt ?? from) <= asOf)
    .map((basis) => {
      const { objectedAt, ...standing } = basis;
      return objectedAt !== undefined && objectedAt > asOf ? standing : basis;
    })
    .toSorted((a, b) => compareText(a.from, b.from) || byText(a, b));
}
