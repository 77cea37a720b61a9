import { addMilliseconds, epochMilliseconds, isInstant } from "../../shared/time/instant.js";
import type { Instant } from "../../shared/time/instant.js";
import { addMonths } from "../../shared/time/date-arithmetic.js";
import { endOfDay, plainDateAt } from "../../shared/time/time-zone.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { Consent } from "./consent.js";
import type { ConsentUse } from "./consent-use.js";
import type { ContactRules } from "./contact-rules.js";

/** The last moment the calendar has, in milliseconds. */
const LAST_MS = 253_402_300_799_999;

/**
 * The first moment that is more than so many calendar months after another: through the day of the last month with
 * the number of the first day, or its last day where it is shorter (Regulation (EEC, Euratom) No 1182/71, Art. 3(2)).
 * Absent where the calendar ends before.
 */
export function monthsAfter(
  at: Instant,
  { months, zone }: { readonly months: number; readonly zone: TimeZone },
): Instant | undefined {
  // One month more than asked, so that no step below leaves the calendar.
  if (Number(at.slice(0, 4)) + Math.ceil((months + 1) / 12) > 9998) return undefined;
  return endOfDay(addMonths(plainDateAt(at, zone), months), zone);
}

/**
 * From when on a grant or a pending consent no longer counts, with what is known at the time asked about; absent
 * where it does not run out.
 */
export function endOfWord(
  word: Consent,
  {
    rules,
    uses,
  }: { readonly rules: ContactRules; readonly uses: readonly ConsentUse[] | undefined },
): Instant | undefined {
  if (word.state === "withdrawn") return undefined;
  const covering =
    word.purpose === rules.purpose ? undefined : rules.coveringTerms.get(word.purpose);
  if (word.state === "pending") {
    const { confirmWithinMs } = covering ?? rules.terms;
    return confirmWithinMs === undefined
      ? word.expires
      : earlier(word.expires, afterMilliseconds(word.at, confirmWithinMs));
  }
  let end = word.expires;
  const { lapsesAfterMonths } = rules.terms;
  if (lapsesAfterMonths !== undefined) {
    const purposes = [rules.purpose, word.purpose];
    end = earlier(end, lapseOf(word, { rules, uses, months: lapsesAfterMonths, purposes }));
  }
  if (covering?.lapsesAfterMonths !== undefined) {
    // What it has lost for its own purpose it cannot lend to another.
    const { lapsesAfterMonths: months } = covering;
    end = earlier(end, lapseOf(word, { rules, uses, months, purposes: [word.purpose] }));
  }
  return end;
}

/** A use keeps a grant alive from the day of the use on, if it was alive then. */
function lapseOf(
  grant: Consent,
  {
    rules,
    uses,
    months,
    purposes,
  }: {
    readonly rules: ContactRules;
    readonly uses: readonly ConsentUse[] | undefined;
    readonly months: number;
    /** The purposes whose uses keep it alive. */
    readonly purposes: readonly string[];
  },
): Instant | undefined {
  const { zone, asOf, knownAt, channel } = rules;
  let end = monthsAfter(grant.at, { months, zone });
  if (uses === undefined || uses.length === 0) return end;
  const known = asOf < knownAt ? asOf : knownAt;
  const times = uses
    .filter(
      (use) =>
        purposes.includes(use.purpose) &&
        use.channel === channel &&
        (use.contactPoint === undefined ||
          grant.contactPoint === undefined ||
          use.contactPoint === grant.contactPoint) &&
        isInstant(use.at) &&
        use.at > grant.at &&
        use.at <= known,
    )
    .map(({ at }) => at)
    .toSorted((a, b) => (a < b ? -1 : 1));
  for (const at of times) {
    if (end === undefined || at >= end) break;
    end = monthsAfter(at, { months, zone });
  }
  return end;
}

function earlier(a: Instant | undefined, b: Instant | undefined): Instant | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}

function afterMilliseconds(at: Instant, milliseconds: number): Instant | undefined {
  return epochMilliseconds(at) + milliseconds > LAST_MS
    ? undefined
    : addMilliseconds(at, milliseconds);
}
