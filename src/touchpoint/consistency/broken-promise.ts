import type { Reason } from "../../shared/reason.js";
import type { BetterValue, ConsistencyPolicy } from "./consistency-policy.js";
import type { UnplacedFinding } from "./contradiction.js";
import { groupOf } from "./contradiction.js";
import { amountIn, toleranceOf } from "./price-rate.js";
import type { SaidGroup } from "./said-group.js";
import { saidGroups } from "./said-group.js";
import type { StatementValue } from "./statement.js";
import { valueText } from "./statement-value.js";
import type { StatementStretch } from "./statement-sweep.js";

// Promises held against what was delivered. Internal: not part of the package's surface.

/** A promise that is better than what was delivered, or that cannot be held against it. */
export function brokenPromisesOf(
  stretch: StatementStretch,
  {
    subject,
    aspect,
    policy,
  }: { readonly subject: string; readonly aspect: string; readonly policy: ConsistencyPolicy },
): UnplacedFinding[] {
  const delivered = saidGroups(
    stretch.statements.filter(({ statement }) => statement.basis === "delivered"),
  );
  const said = saidGroups(
    stretch.statements.filter(({ statement }) => statement.basis !== "delivered"),
  );
  const better = Object.hasOwn(policy.better, aspect) ? policy.better[aspect] : undefined;
  const { from, until } = stretch;
  const findings: UnplacedFinding[] = [];
  for (const [verdict, code] of [
    ["broken", "promise-not-kept"],
    ["no-direction", "promise-without-direction"],
    ["not-comparable", "promise-not-comparable"],
  ] as const) {
    for (const given of delivered) {
      const broken = said.filter(
        (group) => verdictOn(group, { given, better, policy }) === verdict,
      );
      if (broken.length === 0) continue;
      findings.push({
        kind: "broken-promise",
        from,
        ...(until !== undefined && { until }),
        basis: "delivered",
        reference: given.value,
        groups: broken.map((group) => groupOf(group, { agrees: false })),
        reasons: broken.map(({ value, statements, touchpoints }): Reason => {
          const texts = { said: valueText(value), delivered: valueText(given.value) };
          const places = touchpoints.join(", ");
          return { code, params: { subject, aspect, ...texts, statements, touchpoints: places } };
        }),
      });
    }
  }
  return findings;
}

/** What became of a promise; `no-direction` where it depends on what is better, and nobody has said that. */
type PromiseVerdict = "kept" | "broken" | "no-direction" | "not-comparable";

/** Whether what was given is at least as good as what was said. */
function verdictOn(
  said: SaidGroup,
  {
    given,
    better,
    policy,
  }: {
    readonly given: SaidGroup;
    readonly better: BetterValue | undefined;
    readonly policy: ConsistencyPolicy;
  },
): PromiseVerdict {
  if (said.key === given.key) return "kept";
  const promise = endsOf(said.value);
  const ends = endsOf(given.value);
  if (promise === undefined || ends === undefined) {
    return said.value.kind === given.value.kind ? "broken" : "not-comparable";
  }
  const { value } = given;
  if (said.value.kind === "money" && value.kind === "money") {
    const { currency } = said.value.money;
    const amount = amountIn(value.money, { currency, rates: policy.rates });
    if (amount === undefined) return "not-comparable";
    const tolerance = toleranceOf(promise.max, policy.priceToleranceShare);
    if (Math.abs(amount - promise.max) <= tolerance) return "kept";
    return verdictBy(better, { lower: amount < promise.max, higher: amount > promise.max });
  }
  if (promise.unit !== ends.unit) return "not-comparable";
  return verdictBy(better, { lower: ends.max <= promise.max, higher: ends.min >= promise.min });
}

/** The verdict from whether the promise would be kept if less, and if more, were better. */
function verdictBy(
  better: BetterValue | undefined,
  keeps: { readonly lower: boolean; readonly higher: boolean },
): PromiseVerdict {
  if (better === "same") return "broken";
  if (better !== undefined) return keeps[better] ? "kept" : "broken";
  if (keeps.lower !== keeps.higher) return "no-direction";
  return keeps.lower ? "kept" : "broken";
}

function endsOf(
  value: StatementValue,
): { readonly min: number; readonly max: number; readonly unit: string } | undefined {
  switch (value.kind) {
    case "money":
      return { min: value.money.amount, max: value.money.amount, unit: "money" };
    case "quantity":
      return { min: value.amount, max: value.amount, unit: JSON.stringify(value.unit) };
    case "range":
      return { min: value.min, max: value.max, unit: JSON.stringify(value.unit) };
    case "hours":
    case "category":
      return undefined;
  }
}
