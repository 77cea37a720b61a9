/** The sentences of `quality`. @internal */
export const QUALITY_REASONS = {
  "quality-few-customers":
    "{agent} has {customers} customers that can be chosen; {wanted} are wanted.",
  "quality-outside-month": "It is not in {month}.",
  "quality-not-permitted": "It may not be looked at.",
  "quality-too-short": "It took {seconds} seconds, fewer than {least}.",
  "quality-score": "Score of the contact: {value}.",
  "quality-criterion":
    "{criterion}: {answer} of {points} points, a weight share of {weightShare}: {value}.",
  "quality-for-coaching":
    "{n} contacts of {agent} were judged, fewer than {below}: for coaching, not for ranking.",
  "quality-nothing-judged": "No contact of the {agents} agents was judged.",
  "quality-no-difference":
    "The {agents} agents differ no more than chance explains in {n} contacts.",
  "quality-one-group": "No agent of {agents} is surely better than another, from {n} contacts.",
  "quality-few-agents":
    "Only {agents} agents were judged, fewer than {below}: the intervals are rather too narrow.",
  "quality-agents-unjudged": "No contact was judged of {agents} agents.",
} as const;
