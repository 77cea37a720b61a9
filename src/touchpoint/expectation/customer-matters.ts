import { addMilliseconds, millisecondsBetween } from "../../shared/time/instant.js";
import type { Instant } from "../../shared/time/instant.js";
import type {
  CustomerMatter,
  MatterContact,
  ModernExpectationsPolicy,
} from "./modern-expectation.js";

// Contacts that belong together. Internal: not part of the package's surface.

/** A matter with what became of it. */
export interface JudgedMatter {
  readonly matter: CustomerMatter;
  readonly elsewhere: boolean;
  readonly decided: boolean;
  readonly settledAtFirst: boolean;
}

const DAY_MS = 86_400_000;

/** The matters of one customer on one topic, in the order of time. */
export function mattersOf(
  contacts: readonly MatterContact[],
  {
    customer,
    topic,
    asOf,
    policy,
  }: {
    readonly customer: string;
    readonly topic: string;
    readonly asOf: Instant;
    readonly policy: ModernExpectationsPolicy;
  },
): JudgedMatter[] {
  const reach = policy.repeatDays * DAY_MS;
  const matters: MatterContact[][] = [];
  const taken = new Set<string>();
  let last: MatterContact | undefined;
  for (const contact of contacts.toSorted(compareContacts)) {
    if (taken.has(contact[2])) continue; // the same fact, logged twice
    taken.add(contact[2]);
    const goesOn = last !== undefined && millisecondsBetween(last[0], contact[0]) <= reach;
    if (goesOn) matters.at(-1)?.push(contact);
    else matters.push([contact]);
    last = contact;
  }
  return matters.map((kept) => {
    const [first] = kept as [MatterContact];
    return {
      matter: {
        customer,
        topic,
        interactions: kept.map(([, , id]) => id),
        touchpoints: kept.map(([, touchpoint]) => touchpoint),
        from: first[0],
      },
      elsewhere: kept.some(([, touchpoint], i) => i > 0 && touchpoint !== kept[i - 1]?.[1]),
      // Whoever came again has decided; who did not may still come until the days are over.
      decided: kept.length > 1 || addMilliseconds(first[0], reach) < asOf,
      settledAtFirst:
        kept.length === 1 && !(first[3] !== 0 && policy.unsettledOutcomes.includes(first[3])),
    };
  });
}

function compareContacts(a: MatterContact, b: MatterContact): number {
  for (let i = 0; i < 4; i += 1) {
    const [first, second] = [String(a[i]), String(b[i])];
    if (first !== second) return first < second ? -1 : 1;
  }
  return 0;
}
