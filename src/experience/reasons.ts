/**
 * English sentences for every reason code of this room, with the reason's parameters in braces.
 *
 * Hand it to `explain` of `goodwill/shared`; for another language hand over a table with the same codes.
 */
export const EXPERIENCE_SENTENCES = {
  // flags of a factor
  "no-sample":
    "{factor} was given as a figure without its sample: nothing can be said about its uncertainty.",
  "small-sample":
    "{factor} rests on too few complete answers, {n} of {minimum}: read it as a hint.",
  "no-spread": "{factor}: all {n} answers are equal, so that nothing can be tested.",
  "few-by-value":
    "{factor} weighted by value rests on as few as {effectiveN} respondents, fewer than {minimum}.",
  "experience-missing": "{factor} has no experience ratings.",
  "expectation-missing": "{factor} has no expectation ratings, so satisfaction is unknown.",
  "importance-missing": "{factor} has no importance ratings, so its weight is unknown.",
  "many-missing": "{factor} lacks {missingShare} of its answers as a share, more than {limit}.",

  // key experience
  "lowest-weighted-satisfaction":
    "{factor} has the lowest importance x satisfaction: {weightedSatisfaction}.",
  "lowest-whatever-the-importance":
    "{factor} stays lowest whatever the unstated importances: {weightedSatisfaction} against at least {nextLowest}.",
  "only-shortfall":
    "{factor} alone falls short; with its importance unstated its value is at least {lowest}.",
  "tied-lowest": "{factor} ties for the lowest importance x satisfaction: {weightedSatisfaction}.",
  "could-be-lowest":
    "{factor} could be lowest: its importance is unstated, its value at least {lowest}.",
  "nothing-measured": "No factor has both experience and expectation: nothing can be said.",
  "not-dissatisfied": "No factor falls short of what customers expect.",
  "not-measured": "{factor} was left out: its satisfaction is unknown.",

  // waves
  "aim-closed": "{factor} was acted on: it improved and no longer falls short.",
  "aim-improved": "{factor} was acted on: it improved but still falls short.",
  "aim-unproven": "{factor} was acted on: no change beyond chance.",
  "aim-untested": "{factor} was acted on: the change cannot be tested.",
  "aim-worsened": "{factor} was acted on and yet fell further.",

  // improvements
  "fit-ready": "{improvement} fits in {dimension}: ready.",
  "fit-attainable": "{improvement} fits in {dimension}: attainable with effort.",
  "fit-missing": "{improvement} does not fit in {dimension}: what it needs is missing.",
  "fit-not-judged": "{improvement} was not judged in {dimension}.",
  "no-fit": "{improvement} does not fit the firm: {dimensions} missing.",
  "no-credit": "{improvement} adds nothing: what it raises has nothing left to close.",
  "over-budget": "{improvement} costs {cost} alone, more than the budget of {budget}.",
  "excluded-by":
    "{improvement} is excluded by {by}; with it the best plan is worth {bestValue} against {planValue}.",
  outweighed:
    "{improvement} is outweighed: the best plan with it is worth {bestValue} against {planValue}.",
  "costs-more":
    "{improvement} buys no more: with it the best plan costs {bestCost} against {planCost} for the same value {planValue}.",
  "equal-alternative":
    "{improvement} is in another plan just as good: value {planValue} at cost {planCost}.",
  "plan-value": "The plan is worth {value}: importance x points credited, summed over factors.",
  "factor-credit":
    "{factor}: importance {importance} x {credited} points credited of {shortfall} to close = {value}.",

  // satisfaction (EXP-7)
  "shade-relief":
    "Relief: {experience} against {expected} expected, after a last time that fell short by {shortfall}.",
  "shade-surprise": "Surprise: {experience} against {expected} expected, {gap} more.",
  "shade-novelty": "Novelty: the first time went well, {experience} against {expected}.",
  "shade-pleasure": "Pleasure: {experience} is better than {bettered}, with {expected} expected.",
  "shade-contentment": "Contentment: {experience} with {expected} expected.",

  // systemic problems (EXP-11)
  "rate-rose-beyond-chance":
    "{theme} rose from {historyRate} to {rate} ({count} of {exposure}), beyond chance: adjusted p {pHolm}, limit {significance}.",
  "rate-within-chance":
    "{theme} is at {rate} ({count} of {exposure}) after {historyRate}, within chance: adjusted p {pHolm}, limit {significance}.",
  "theme-without-history":
    "{theme} is new ({count} of {exposure}): without a past it cannot be tested, look at it by eye.",
  "theme-not-in-period":
    "{theme} has no figure for this period ({count} of {exposure} before): it was not tested.",

  // campaign response (EXP-11)
  "response-below-norm":
    "{responded} of {contacted} responded: {responseShare} ({lower} to {upper}) is below the norm of {normFromShare} to {normToShare}.",
  "response-within-norm":
    "{responded} of {contacted} responded: {responseShare} ({lower} to {upper}) is within the norm of {normFromShare} to {normToShare}.",
  "response-above-norm":
    "{responded} of {contacted} responded: {responseShare} ({lower} to {upper}) is above the norm of {normFromShare} to {normToShare}.",
  "response-undecided":
    "{responded} of {contacted} responded: {responseShare} ({lower} to {upper}) may or may not meet the norm of {normFromShare} to {normToShare}.",

  // customer benefit (EXP-12)
  "total-customer-benefit": "Total customer benefit: {value}.",
  "benefit-price": "Price: {value}.",
  "benefit-quality": "Quality: {value}.",
  "benefit-product-innovation": "Product innovation: {value}.",
  "benefit-service-quality": "Service quality: {value}.",
  "benefit-corporate-image": "Corporate image: {value}.",
} as const;
