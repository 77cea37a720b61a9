import type { Reason } from "../../shared/reason.js";
import { spansWithout, totalMinutes } from "../opening/span-set.js";
import type { WeekSpan } from "../opening/week-span.js";
import type { ConsistencyFinding, StatementGroup } from "./consistency-finding.js";
import type { ConsistencyPolicy } from "./consistency-policy.js";
import { agreesWith, comparableGroups, referenceOf } from "./reference-group.js";
import type { ComparedGroup, GroupReference } from "./reference-group.js";
import type { SaidGroup } from "./said-group.js";
import { saidGroups } from "./said-group.js";
import { valueText } from "./statement-value.js";
import type { StatementStretch } from "./statement-sweep.js";

// The contradictions of one stretch of time. Internal: not part of the package's surface.

/** A finding without its place in subject, aspect and scope. */
export type UnplacedFinding = Omit<
  ConsistencyFinding,
  "subject" | "aspect" | "severity" | "scopes"
>;

/** What is said differently in a stretch; empty where all agree within the tolerance. */
export function contradictionsOf(
  stretch: StatementStretch,
  {
    subject,
    aspect,
    policy,
  }: { readonly subject: string; readonly aspect: string; readonly policy: ConsistencyPolicy },
): UnplacedFinding[] {
  const authority = Object.hasOwn(policy.authorities, aspect)
    ? policy.authorities[aspect]
    : undefined;
  const groups = saidGroups(stretch.statements);
  const { compared, apart } = comparableGroups(groups, { authority, policy });
  const found = referenceOf(compared, { authority, policy });
  const { from, until } = stretch;
  const time = { from, ...(until !== undefined && { until }) };
  const place = { subject, aspect };
  const findings: UnplacedFinding[] = [];
  const judged = judgedGroups(compared, { found, policy });
  if (judged.some(({ agrees }) => !agrees)) {
    findings.push({
      kind: "contradiction",
      ...time,
      basis: found.basis,
      ...(found.reference !== undefined && { reference: found.reference.group.value }),
      groups: judged,
      reasons: contradictionReasons(judged, { place, found, authority }),
    });
  }
  if (apart.length > 0) {
    const others = apart.map((group) => groupOf(group, { agrees: false }));
    findings.push({
      kind: "other-currency",
      ...time,
      basis: "none",
      groups: [...judged.map((group) => ({ ...group, agrees: false })), ...others],
      reasons: others.map(({ value, touchpoints, statements }): Reason => {
        const said = valueText(value);
        const params = { ...place, said, statements, touchpoints: touchpoints.join(", ") };
        return { code: "price-in-other-currency", params };
      }),
    });
  }
  return findings;
}

function judgedGroups(
  compared: readonly ComparedGroup[],
  { found, policy }: { readonly found: GroupReference; readonly policy: ConsistencyPolicy },
): StatementGroup[] {
  const { reference } = found;
  const toleranceShare = policy.priceToleranceShare;
  return compared.map((one) => {
    if (reference === undefined) return groupOf(one.group, { agrees: false });
    const agrees = agreesWith(one, { reference, toleranceShare });
    const minutes = differingMinutes(one.group, reference.group);
    return groupOf(one.group, {
      agrees,
      ...(minutes !== undefined && { differingMinutes: minutes }),
    });
  });
}

/** A group as it is shown. */
export function groupOf(
  { value, statements, touchpoints, evidence }: SaidGroup,
  verdict: Pick<StatementGroup, "agrees" | "differingMinutes">,
): StatementGroup {
  return { value, statements, touchpoints, evidence, ...verdict };
}

/** Keys of hours hold their spans, with the zones already set against one another. */
function differingMinutes(one: SaidGroup, reference: SaidGroup): number | undefined {
  if (one.value.kind !== "hours" || reference.value.kind !== "hours") return undefined;
  const [, mine] = JSON.parse(one.key) as [string, readonly WeekSpan[]];
  const [, theirs] = JSON.parse(reference.key) as [string, readonly WeekSpan[]];
  return totalMinutes(spansWithout(mine, theirs)) + totalMinutes(spansWithout(theirs, mine));
}

function contradictionReasons(
  groups: readonly StatementGroup[],
  {
    place,
    found,
    authority,
  }: {
    readonly place: { readonly subject: string; readonly aspect: string };
    readonly found: GroupReference;
    readonly authority: string | undefined;
  },
): Reason[] {
  const { basis, reference } = found;
  if (reference === undefined) {
    const statements = groups.reduce((sum, group) => sum + group.statements, 0);
    const values = groups.map(({ value }) => valueText(value)).join("; ");
    return [{ code: "said-differently", params: { ...place, statements, values } }];
  }
  const expected = valueText(reference.group.value);
  // All that agree with the reference within the tolerance: by them it was chosen.
  const majority = groups.reduce((sum, one) => sum + (one.agrees ? one.statements : 0), 0);
  return groups
    .filter(({ agrees }) => !agrees)
    .map(({ value, statements, touchpoints }): Reason => {
      const said = { said: valueText(value), statements, touchpoints: touchpoints.join(", ") };
      const params = { ...place, ...said, expected };
      return basis === "authority"
        ? { code: "deviates-from-authority", params: { ...params, authority: authority ?? "" } }
        : { code: "deviates-from-majority", params: { ...params, majority } };
    });
}
