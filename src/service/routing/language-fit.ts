import type { RoutingPolicy } from "./routing-policy.js";

/** How an agent understands a customer. @internal */
export interface LanguageFit {
  /** How well, above 0 and at most 1. */
  readonly share: number;
  /** The customer's language. */
  readonly wanted: string;
  /** The agent's. */
  readonly spoken: string;
}

type LanguagePolicy = Pick<RoutingPolicy, "languageShares" | "languageFallbacks">;

/**
 * The best way for them to understand each other; undefined where there is none. Of equals the customer's earlier
 * language, then the agent's earlier one.
 *
 * @internal
 */
export function languageFit(
  wanted: readonly string[],
  spoken: readonly string[],
  policy: LanguagePolicy,
): LanguageFit | undefined {
  let best: LanguageFit | undefined;
  let factor = 1;
  for (const tag of wanted) {
    for (const own of spoken) {
      const share = factor * tagShare(tag.toLowerCase(), own.toLowerCase(), policy);
      if (share > (best?.share ?? 0)) best = { share, wanted: tag, spoken: own };
    }
    factor *= policy.languageShares.later;
  }
  return best;
}

function tagShare(
  wanted: string,
  spoken: string,
  { languageShares, languageFallbacks }: LanguagePolicy,
): number {
  if (wanted === spoken) return 1;
  if (isBroader(wanted, spoken)) return languageShares.broader;
  const isSibling = primary(wanted) === primary(spoken) && primary(wanted).length > 1;
  const sibling = isSibling ? languageShares.sibling : 0;
  const isFallback = fallbacksOf(wanted, languageFallbacks).some(
    (other) => other === spoken || isBroader(other, spoken),
  );
  return Math.max(sibling, isFallback ? languageShares.fallback : 0);
}

/** One tag is the beginning of the other (RFC 4647, 3.3.1), in whole subtags. */
function isBroader(a: string, b: string): boolean {
  return a.startsWith(`${b}-`) || b.startsWith(`${a}-`);
}

/** The language itself; `x` and `i` begin tags that have none. */
function primary(tag: string): string {
  return tag.split("-", 1)[0]!;
}

/** The other languages of the longest entry that the tag is, or is within (RFC 4647, 3.4). */
function fallbacksOf(tag: string, table: RoutingPolicy["languageFallbacks"]): readonly string[] {
  let found: readonly string[] = [];
  let length = 0;
  for (const [key, others] of Object.entries(table)) {
    const entry = key.toLowerCase();
    if (entry.length <= length || (tag !== entry && !tag.startsWith(`${entry}-`))) continue;
    found = others.map((other) => other.toLowerCase());
    ({ length } = entry);
  }
  return found;
}
