import { formatMoney } from "../../shared/money/money.js";
import type { Money } from "../../shared/money/money.js";
import type { Reason } from "../../shared/reason.js";
import { millisecondsBetween } from "../../shared/time/instant.js";
import type { AuthorityLevel, AuthorityPolicy } from "./authority-policy.js";
import type { AuthorityQuestion } from "./authority-question.js";
import type { ComplaintRemedy } from "./complaint-remedy.js";
import { COMPLAINT_GRADES } from "./complaint.js";

const DAY_MS = 86_400_000;

/** Why this level may not resolve the complaint; empty when it may. @internal */
export function authorityLimits(
  question: AuthorityQuestion,
  { level, policy }: { readonly level: AuthorityLevel; readonly policy: AuthorityPolicy },
): readonly Reason[] {
  const { complaint, asOf, earlier = 0 } = question;
  const { severity, safety, amount } = complaint;
  const found: Reason[] = [];
  const add = (code: string, params: Reason["params"]): void => {
    found.push({ code, params: { level: level.level, ...params } });
  };
  if (safety === true && level.level < policy.safetyLevel) {
    add("complaint-safety-first", { safetyLevel: policy.safetyLevel });
  }
  if (level.severity !== undefined && gradeOf(severity) > gradeOf(level.severity)) {
    add("complaint-too-severe", { severity, limit: level.severity });
  }
  const stakes = level.stakes?.find(({ currency }) => currency === amount?.currency);
  if (stakes !== undefined && amount !== undefined && amount.amount > stakes.amount) {
    add("complaint-stakes-beyond", { stakes: formatMoney(amount), limit: formatMoney(stakes) });
  }
  const days = millisecondsBetween(complaint.at, asOf) / DAY_MS;
  if (level.withinDays !== undefined && days > level.withinDays) {
    // Rounded up to a tenth, so that what is said is above the limit.
    add("complaint-open-too-long", { days: Math.ceil(days * 10) / 10, limit: level.withinDays });
  }
  if (level.earlier !== undefined && earlier > level.earlier) {
    add("complaint-repeated", { earlier, limit: level.earlier });
  }
  found.push(...remedyLimits(question, level));
  return found;
}

function gradeOf(grade: (typeof COMPLAINT_GRADES)[number]): number {
  return COMPLAINT_GRADES.indexOf(grade);
}

/** What is granted now counts with what was granted before: an amount is not split. */
function remedyLimits(
  { remedies, granted = [] }: AuthorityQuestion,
  { level, grants, together = [] }: AuthorityLevel,
): readonly Reason[] {
  const found: Reason[] = [];
  const all = [...granted, ...remedies];
  for (const kind of new Set(remedies.map((one) => one.kind))) {
    const own = grants.filter(({ remedy }) => remedy === kind);
    if (own.length === 0) {
      found.push({ code: "complaint-remedy-not-granted", params: { level, remedy: kind } });
      continue;
    }
    for (const sum of sumsOf(all.filter((one) => one.kind === kind))) {
      const limit = own.find(({ upTo }) => upTo?.currency === sum.currency)?.upTo;
      if (sum.amount <= (limit?.amount ?? 0)) continue;
      const params = {
        level,
        remedy: kind,
        amount: formatMoney(sum),
        limit: formatMoney(limit ?? { amount: 0, currency: sum.currency }),
      };
      found.push({ code: "complaint-remedy-beyond", params });
    }
  }
  for (const sum of remedies.length === 0 ? [] : sumsOf(all)) {
    const limit = together.find(({ currency }) => currency === sum.currency);
    if (limit === undefined || sum.amount <= limit.amount) continue;
    const params = { level, amount: formatMoney(sum), limit: formatMoney(limit) };
    found.push({ code: "complaint-remedies-together-beyond", params });
  }
  return found;
}

function sumsOf(remedies: readonly ComplaintRemedy[]): readonly Money[] {
  const sums = new Map<Money["currency"], number>();
  for (const { amount } of remedies) {
    if (amount === undefined) continue;
    sums.set(amount.currency, (sums.get(amount.currency) ?? 0) + amount.amount);
  }
  return [...sums].map(([currency, amount]) => ({ amount, currency }));
}
