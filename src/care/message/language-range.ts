// How languages are matched (RFC 4647). Internal: not part of the package's surface.

/** The language itself, without script, region and variants, in small letters. */
export function primaryLanguage(tag: string): string {
  return tag.toLowerCase().split("-")[0]!;
}

/** The script Chinese is written in by region, which a tag need not say (CLDR, likely subtags). */
const CHINESE_SCRIPTS: Readonly<Record<string, string>> = {
  cn: "hans",
  sg: "hans",
  tw: "hant",
  hk: "hant",
  mo: "hant",
};

/**
 * The tags that serve a reader of a language, the closest first, in small letters: `zh-hans-cn`, `zh-hans`, `zh`.
 * Section 3.4: subtags go from the end, and one of a single letter goes with what follows it. `zh-cn` and `zh-hans-cn`
 * are one.
 */
export function lookupChain(language: string): readonly string[] {
  const subtags = language.toLowerCase().split("-");
  const chain: string[] = [];
  for (let length = subtags.length; length > 0; length -= 1) {
    if (length < subtags.length && subtags[length - 1]!.length === 1) continue;
    chain.push(...spellings(subtags.slice(0, length)));
  }
  return chain.filter((tag, i) => chain.indexOf(tag) === i);
}

/** The tag, and where it is Chinese of a region, the same with its usual script named or not. */
function spellings(subtags: readonly string[]): readonly string[] {
  const tag = subtags.join("-");
  const [language, second = "", third = ""] = subtags;
  if (language !== "zh") return [tag];
  const named = CHINESE_SCRIPTS[second];
  if (named !== undefined && subtags.length === 2) {
    return [tag, `zh-${named}-${second}`, `zh-${named}`];
  }
  const isUsual = subtags.length === 3 && CHINESE_SCRIPTS[third] === second;
  return isUsual ? [tag, `zh-${third}`] : [tag];
}

/** Whether a tag is within a range: the range itself or more precise; `*` has all. Section 3.3.1. */
export function isInRange(tag: string, range: string): boolean {
  if (range === "*") return true;
  const [text, start] = [tag.toLowerCase(), range.toLowerCase()];
  return text === start || text.startsWith(`${start}-`);
}
