/** The sentences of `scorecard`. @internal */
export const SCORECARD_REASONS = {
  "scorecard-score": "Score of the department: {value}.",
  "scorecard-points": "{measure} scores {score} with a weight share of {weightShare}: {value}.",
  "scorecard-missing": "{measure}, a weight share of {weightShare}, has no value.",
  "scorecard-satisfaction-too-light":
    "{department} deals with customers, whose satisfaction must weigh more than half; its share is {share}.",
  "scorecard-without-internal": "{department} has no internal measure.",
  "scorecard-without-external": "{department} has no external measure.",
  "scorecard-measure-dominates":
    "{measure} has a weight share of {share}, more than {most}: it decides nearly alone.",
  "scorecard-element-missing": "Standard {standard} says nothing on {element}.",
  "scorecard-element-not-measurable":
    "Standard {standard} gives no quantity with a unit for {element}.",
  "scorecard-element-unknown": "Standard {standard} speaks of {element}, which is no element.",
  "scorecard-one-rater": "Only {raters} rater answered: whether others agree is not known.",
  "scorecard-raters-disagree": "Raters disagree on {key}: agreement {agreement}, below {from}.",
  "scorecard-answers-missing": "{missing} answers are missing; they are left out.",
} as const;
