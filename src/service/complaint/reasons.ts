/** The sentences of `complaint`. @internal */
export const COMPLAINT_REASONS = {
  "complaint-within-authority": "Level {level}, {name}, may resolve it.",
  "complaint-without-authority": "Level {level} decides nothing about complaints.",
  "complaint-safety-first":
    "Somebody's safety is at risk: level {safetyLevel} decides, not level {level}.",
  "complaint-too-severe": "It is {severity}; level {level} decides up to {limit}.",
  "complaint-stakes-beyond": "{stakes} are at stake; level {level} decides up to {limit}.",
  "complaint-open-too-long":
    "It has been open for {days} days; level {level} decides within {limit}.",
  "complaint-repeated":
    "The customer complained {earlier} times before; level {level} decides up to {limit}.",
  "complaint-remedy-not-granted": "Level {level} may not grant {remedy}.",
  "complaint-remedy-beyond": "{remedy} comes to {amount}; level {level} may grant up to {limit}.",
  "complaint-remedies-together-beyond":
    "All remedies come to {amount}; level {level} may grant up to {limit}.",
  "complaint-same-customer": "Both are of customer {customer}, {days} days apart.",
  "complaint-same-reference": "Both are about {what}.",
  "complaint-same-kind": "Both are of the kind {what}.",
  "complaint-same-product": "Both are about the product {what}.",
  "complaint-subject-alike": "Their subjects are alike by {similarity}, at least {limit}.",
  "complaint-rule-id-twice": "Rule {rule}: its id is that of a rule before it.",
  "complaint-rule-without-condition": "Rule {rule} has no condition.",
  "complaint-rule-keyword-empty": 'Rule {rule}: the keyword "{keyword}" has no letter or digit.',
  "complaint-rule-kind-unknown": "Rule {rule}: the kind {kind} is not in the catalogue.",
  "complaint-rule-sub-kind-unknown": "Rule {rule}: {subKind} is no finer kind of {kind}.",
  "complaint-rule-never-fires":
    "Rule {rule} can never fire: what it needs, it forbids, or there is nothing it needs.",
  "complaint-rule-always-beaten": "Rule {rule} never decides: whenever it fires, {by} goes first.",
  "complaint-rule-always-in-conflict":
    "Rule {rule} never decides: whenever it fires, {by} says another kind.",
} as const;
