import type { Reason } from "../../shared/reason.js";
import { millisecondsBetween, type Instant } from "../../shared/time/instant.js";
import type { NextQuestion, WithheldQuestion } from "./next-question.js";
import type { ProfileDatum } from "./profile-datum.js";
import type { ProfileItem } from "./profile-item.js";
import type { ProfilePolicy } from "./profile-policy.js";
import type { AskedItem } from "./profile.js";

/** An item that is lacking, and what its answer would be worth. */
export interface LackingItem {
  readonly item: ProfileItem;
  readonly datum: ProfileDatum;
  readonly gainShare: number;
}

const DAY_MS = 86_400_000;

/** Splits what is lacking into what to ask and what not, the most gain first, equals by item. */
export function questionsOf(
  lacking: readonly LackingItem[],
  {
    asked,
    asOf,
    policy,
  }: {
    readonly asked: readonly AskedItem[];
    readonly asOf: Instant;
    readonly policy: ProfilePolicy;
  },
): { readonly next: NextQuestion[]; readonly withheld: WithheldQuestion[] } {
  const next: NextQuestion[] = [];
  const withheld: WithheldQuestion[] = [];
  const inOrder = lacking.toSorted(
    (a, b) => b.gainShare - a.gainShare || (a.item.id < b.item.id ? -1 : 1),
  );
  for (const { item, datum, gainShare } of inOrder) {
    const { id, ask, question } = item;
    const barred = barOf(id, { asked, asOf, policy });
    if (ask === undefined) {
      const reason = { code: "profile-question-observed", params: { item: id } };
      withheld.push({ item: id, gainShare, reason });
    } else if (barred !== undefined) {
      withheld.push({ item: id, gainShare, reason: barred });
    } else {
      const params = { item: id, question, state: datum.state, gainShare };
      const reason = { code: "profile-question-asked", params };
      next.push({ item: id, question, ask, gainShare, reason });
    }
  }
  return { next, withheld };
}

/** Why an item is not asked: it was refused once, or asked of late. */
function barOf(
  item: string,
  {
    asked,
    asOf,
    policy,
  }: {
    readonly asked: readonly AskedItem[];
    readonly asOf: Instant;
    readonly policy: ProfilePolicy;
  },
): Reason | undefined {
  let refusedAt: Instant | undefined;
  let askedAt: Instant | undefined;
  for (const one of asked) {
    if (one.item !== item || one.at > asOf) continue;
    if (askedAt === undefined || one.at > askedAt) askedAt = one.at;
    if (one.outcome === "refused" && (refusedAt === undefined || one.at > refusedAt)) {
      refusedAt = one.at;
    }
  }
  if (refusedAt !== undefined) {
    return { code: "profile-question-refused", params: { item, at: refusedAt } };
  }
  if (askedAt === undefined) return undefined;
  const isRecent = millisecondsBetween(askedAt, asOf) < policy.askAgainDays * DAY_MS;
  if (!isRecent) return undefined;
  const params = { item, at: askedAt, askAgainDays: policy.askAgainDays };
  return { code: "profile-question-recent", params };
}
