// How languages are matched (RFC 4647). Internal: not part of the package's surface.

/** The language itself, without script, region and variants, in small letters. */
export function primaryLanguage(tag: string): string {
  return tag.toLowerCase().split("-")[0]!;
}

/**
 * The tags that serve a reader of a language, the closest first, in small letters: `zh-hans-cn`, `zh-hans`, `zh`.
 * Section 3.4: subtags go from the end, and one of a single letter goes with what follows it.
 */
export function lookupChain(language: string): readonly string[] {
  const subtags = language.toLowerCase().split("-");
  const chain: string[] = [];
  for (let length = subtags.length; length > 0; length -= 1) {
    if (length < subtags.length && subtags[length - 1]!.length === 1) continue;
    chain.push(subtags.slice(0, length).join("-"));
  }
  return chain;
}

/** Whether a tag is within a range: the range itself or more precise; `*` has all. Section 3.3.1. */
export function isInRange(tag: string, range: string): boolean {
  if (range === "*") return true;
  const [text, start] = [tag.toLowerCase(), range.toLowerCase()];
  return text === start || text.startsWith(`${start}-`);
}
