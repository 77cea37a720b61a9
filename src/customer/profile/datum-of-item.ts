import { millisecondsBetween, type Instant } from "../../shared/time/instant.js";
import type { ItemEvidence } from "./item-evidence.js";
import type { ProfileDatum } from "./profile-datum.js";
import type { ProfileItem } from "./profile-item.js";
import type { ProfilePolicy } from "./profile-policy.js";

const DAY_MS = 86_400_000;

type Draft = { -readonly [Key in keyof ProfileDatum]: ProfileDatum[Key] };

/** Judges one item by what is known of it. Runs for every item of every profile: fields are set, not spread. */
export function datumOf(
  item: ProfileItem,
  {
    found,
    asOf,
    policy,
  }: {
    readonly found: ItemEvidence | undefined;
    readonly asOf: Instant;
    readonly policy: ProfilePolicy;
  },
): ProfileDatum {
  const { id, kind, question, halfLifeDays } = item;
  const missing = { code: "profile-item-missing", params: { item: id } };
  const datum: Draft = {
    item: id,
    kind,
    question,
    state: "missing",
    worthShare: 0,
    reason: missing,
  };
  if (found === undefined) return datum;
  const { valid, invalid } = found;
  const evidence = valid ?? invalid;
  if (evidence?.source !== undefined) datum.source = evidence.source;
  if (evidence?.at !== undefined) {
    datum.at = evidence.at;
    datum.ageDays = millisecondsBetween(evidence.at, asOf) / DAY_MS;
  }
  if (valid !== undefined) judgeWorth(datum, { halfLifeDays, policy });
  else if (invalid !== undefined) {
    const { problem } = invalid;
    datum.state = "invalid";
    datum.reason = { code: "profile-item-invalid", params: { item: id, problem } };
  }
  return datum;
}

function judgeWorth(
  datum: Draft,
  {
    halfLifeDays,
    policy,
  }: { readonly halfLifeDays: number | undefined; readonly policy: ProfilePolicy },
): void {
  const { item, ageDays } = datum;
  if (halfLifeDays === undefined) {
    datum.state = "fresh";
    datum.worthShare = 1;
    datum.reason = { code: "profile-item-lasting", params: { item } };
  } else if (ageDays === undefined) {
    const worthShare = policy.undatedShare;
    datum.state = "undated";
    datum.worthShare = worthShare;
    datum.reason = { code: "profile-item-undated", params: { item, worthShare } };
  } else {
    const worthShare = 0.5 ** (ageDays / halfLifeDays);
    const isFresh = worthShare >= policy.staleBelowShare;
    const params = { item, ageDays, halfLifeDays, worthShare };
    datum.state = isFresh ? "fresh" : "stale";
    datum.worthShare = worthShare;
    datum.reason = { code: isFresh ? "profile-item-fresh" : "profile-item-stale", params };
  }
}
