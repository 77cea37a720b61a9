import type { Instant } from "../../shared/time/instant.js";
import { isInstant } from "../../shared/time/instant.js";
import type { Customer } from "../record/customer.js";
import { endOfWord } from "./consent-end.js";
import { standingIn } from "./deciding-word.js";
import type { ConsentUse } from "./consent-use.js";
import { isAbout, isKnown, isReadable } from "./consent-word.js";
import type { Consent, ConsentSpan } from "./consent.js";
import type { ContactPolicy } from "./contact-policy.js";
import { contactRules, isKnownChannel } from "./contact-rules.js";

/** Up to when, and by which rules. */
export interface ConsentTimelineOptions {
  /** The moment up to which the timeline runs. What was said, or learned by the firm, later does not count. */
  readonly asOf: Instant;
  /** The rules; {@link DEFAULT_CONTACT_POLICY} when absent. */
  readonly policy?: ContactPolicy;
  /** When this customer's consents were used, for purposes whose grants lapse; never when absent. */
  readonly uses?: readonly ConsentUse[];
}

/**
 * How did a customer's consents stand over time?
 *
 * One row for every purpose and channel something was said about, and one for every contact point something was said
 * about alone; that of a point shows what holds for it, words about the whole channel included. Spans follow each
 * other without a gap, are half-open, and end where another word decides or a grant or pending consent runs out; the
 * last has no end. At every moment of a span, {@link consentState} answers the same from what is known at `asOf`.
 * Words that cannot be read (no valid time or state) are left out; a withdrawal for a channel there is none of has no
 * row of its own and counts in every row of its purpose.
 *
 * @param customer - The customer; only the consents are read.
 * @param options - The moment up to which it runs; the policy.
 * @returns The spans by purpose, channel, contact point (the whole channel first) and time.
 * @throws RangeError when the moment is no instant, or the policy's zone, months or hours are none.
 * @example
 * ```ts
 * import { consentTimeline } from "goodwill/customer";
 * import { instant } from "goodwill/shared";
 *
 * const newsletter = { purpose: "newsletter", channel: "email", evidence: "form 3" } as const;
 * const consents = [
 *   { ...newsletter, state: "pending", at: instant("2026-01-10T09:00:00Z") },
 *   {
 *     ...newsletter,
 *     state: "granted",
 *     at: instant("2026-01-10T09:05:00Z"),
 *     expires: instant("2026-07-01T00:00:00Z"),
 *   },
 * ] as const;
 * const spans = consentTimeline({ consents }, { asOf: instant("2026-08-01T00:00:00Z") });
 * spans.map(({ state }) => state); // => ["pending", "granted", "expired"]
 * ```
 */
export function consentTimeline(
  { consents }: Pick<Customer, "consents">,
  { asOf, policy, uses }: ConsentTimelineOptions,
): readonly ConsentSpan[] {
  if (!isInstant(asOf)) {
    throw new RangeError(
      `Cannot tell how consents stood: asOf must be an instant, got ${JSON.stringify(asOf)}`,
    );
  }
  const words = consents.filter((word) => isReadable(word));
  const rows = new Map<string, Consent>();
  for (const word of words) {
    const { purpose, channel, contactPoint } = word;
    if (purpose === "" || !isKnownChannel(channel)) continue;
    // Nothing sorts before every name, so that the whole channel comes first.
    rows.set([purpose, channel, contactPoint ?? ""].join("\u0000"), word);
  }
  return [...rows]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, { purpose, channel, contactPoint }]) => {
      const rules = contactRules({
        purpose,
        channel,
        asOf,
        ...(policy !== undefined && { policy }),
      });
      const row = {
        purpose,
        channel,
        ...(contactPoint !== undefined && { contactPoint }),
      };
      const scope = { rules, point: contactPoint, uses };
      const own = words.filter((word) => isAbout(word, scope) && isKnown(word, rules));
      const turns = new Set<Instant>();
      for (const word of own) {
        turns.add(word.at);
        const end = endOfWord(word, scope);
        if (end !== undefined && end > word.at && end <= asOf) turns.add(end);
      }
      return spansOf([...turns].toSorted(), (moment) => {
        const { state, word } = standingIn(own, { ...scope, rules: { ...rules, asOf: moment } });
        return word === undefined || state === "none" || state === "unreadable"
          ? undefined
          : { ...row, state, from: moment, evidence: word.evidence, word };
      });
    });
}

type OpenSpan = ConsentSpan & { readonly word: Consent };

/** Joins the standings from turn to turn where neither the state nor the deciding word changes. */
function spansOf(
  turns: readonly Instant[],
  standingAt: (moment: Instant) => OpenSpan | undefined,
): readonly ConsentSpan[] {
  const spans: ConsentSpan[] = [];
  let open: OpenSpan | undefined;
  for (const turn of turns) {
    const next = standingAt(turn);
    if (next === undefined || (next.state === open?.state && next.word === open.word)) continue;
    if (open !== undefined) spans.push(closed(open, turn));
    open = next;
  }
  if (open !== undefined) spans.push(closed(open, undefined));
  return spans;
}

function closed(span: OpenSpan, until: Instant | undefined): ConsentSpan {
  const { purpose, channel, contactPoint, state, from, evidence } = span;
  return {
    purpose,
    channel,
    ...(contactPoint !== undefined && { contactPoint }),
    state,
    from,
    ...(until !== undefined && { until }),
    evidence,
  };
}
