/**
 * English sentences for every reason code of this room, with the reason's parameters in braces.
 *
 * Hand it to `explain` of `goodwill/shared`; for another language hand over a table with the same codes.
 */
export const TOUCHPOINT_SENTENCES = {
  // interaction
  // catalogue
  "sense-not-reached": "No touchpoint that customers see speaks to {sense}.",
  "realm-not-reached": "No touchpoint that customers see is felt as {realm}.",
  "stage-without-touchpoint": "No touchpoint that customers see serves the stage {stage}.",
  "stage-only-earned":
    "All {touchpoints} touchpoints of the stage {stage} are earned: the firm directs none.",
  "stage-none-owned":
    "None of the {touchpoints} touchpoints of the stage {stage} is the firm's own.",
  "stage-without-person":
    "None of the {touchpoints} touchpoints of the stage {stage} lets the customer meet a person.",
  "stage-without-interaction":
    "The log knows no interaction at the {touchpoints} touchpoints of the stage {stage}.",
  "touchpoint-without-owner": "Nobody answers for {touchpoint}.",
  "touchpoint-unknown":
    "{touchpoint} is in the log and not in the catalogue: {interactions} interactions, a share of {share}.",
  "touchpoint-silent":
    "{touchpoint} is in the catalogue and has none of the {interactions} interactions of the log.",
  "intent-shown":
    "{intent} shows in {interactions} interactions of the visit, at least {minimum} asked.",
  "intent-without-sign":
    "None of the {interactions} interactions of the visit shows an intent: taken as {intent}.",
  "needs-not-known": "What {customer} needs is not known.",
  "offer-meets-need": "{offer} meets the need {topic} ({kind}).",
  "offer-meets-no-need": "{offer} meets no known need of {customer}.",
  "price-within-means": "{offer} costs {price}, within the {means} the customer can pay.",
  "price-beyond-means": "{offer} costs {price}, beyond the {means} the customer can pay.",
  "price-not-comparable": "{offer} costs {price}, which cannot be held against {means}.",
  "offer-time-not-known": "{offer} holds for a time only, and when it would be made is open.",
  "offer-holds": "{offer} holds at {at}.",
  "offer-does-not-hold": "{offer} does not hold at {at}.",
  "stage-not-known": "Whether {customer} is before, in or after the purchase is not known.",
  "offer-for-stage": "{offer} is for the stage {stage}.",
  "offer-not-for-stage": "{offer} is not for the stage {stage}.",
  "audience-not-known": "To which audience {customer} belongs is not known.",
  "offer-for-audience": "{offer} is for {audience}.",
  "offer-not-for-audience": "{offer} is for {audiences}; {customer} belongs to none of them.",
  "place-not-seen": "{touchpoint} lies behind the line of visibility: no customer is met there.",
  "place-stage-not-known": "{touchpoint} serves some stages only, and the customer's is not known.",
  "place-serves-stage": "{touchpoint} serves the stage {stage}.",
  "place-not-for-stage": "{touchpoint} does not serve the stage {stage}.",
  "place-time-not-known": "{touchpoint} has opening hours, and the time is open.",
  "place-open": "{touchpoint} is open at {at}.",
  "place-closed": "{touchpoint} is closed at {at}.",
  "place-realm-not-known":
    "What {touchpoint} is felt as is not known; {intent} asks for {leading}.",
  "place-realm-leads": "{touchpoint} is felt as {leading}, which {intent} asks for.",
  "place-realm-differs": "{touchpoint} is felt as {realm}; {intent} asks for {leading}.",
  "channel-at-place": "{touchpoint} is met through {channel}.",
  "channel-not-at-place": "{touchpoint} is not met through {channel}.",
  "channel-not-for-offer": "{offer} may not be made through {channel}.",
  "language-not-settled": "In which language {customer} would be spoken to is open.",
  "language-fits": "{language} is understood by {customer} and spoken there.",
  "language-misfits":
    "{language} is not the language of {customer}, of the offer and of the place at once.",
  "tone-not-settled": "In which tone {customer} would be spoken to is open.",
  "tone-fits": "The tone {tone} suits {customer} and the offer.",
  "tone-misfits": "The tone {tone} does not suit {customer} and the offer at once.",
  "contact-allowed": "{customer} may be contacted by {channel}.",
  "contact-refused": "{customer} may not be contacted by {channel}: {why}.",
  "contact-undecided": "Whether {customer} may be contacted by {channel} was not decided.",
  "offer-chosen": "{offer} is right and leads: it meets {needs} needs.",
  "candidate-misfits": "{offer} is not right: the {dimension} does not fit.",
  "candidate-not-known":
    "{offer} is not known to be right: something about the {dimension} is open.",
  "offer-meets-fewer-needs": "{offer} meets {needs} needs, {best} meets {bestNeeds}.",
  "offer-costs-more": "{offer} meets as many needs as {best} and costs more.",
  "offer-after-by-name": "{offer} is as good as {best} and stands after it by name only.",
  "access-below-share":
    "On the clock of {zone}, {channels} channels are open for a share of {openShare} of the week, below {asked}.",
  "hours-not-known": "When {touchpoint} can be used is not known.",
  "contacts-outside-hours":
    "{count} of {n} inbound contacts came outside opening hours: a share of {share} ({lower} to {upper}), above {limit}.",
  "repeated-elsewhere":
    "In {count} of {n} matters the customer came again elsewhere: a share of {share} ({lower} to {upper}), above {limit}.",
  "settled-too-seldom":
    "{count} of {n} matters were settled at the first contact: a share of {share} ({lower} to {upper}), below {limit}.",
  // consistency
  "deviates-from-authority":
    "{touchpoints} say {said} as the {aspect} of {subject} ({statements} statements); {authority} says {expected}.",
  "deviates-from-majority":
    "{touchpoints} say {said} as the {aspect} of {subject} ({statements} statements); {majority} say {expected}.",
  "said-differently":
    "The {aspect} of {subject} is said differently in {statements} statements: {values}.",
  "price-in-other-currency":
    "{touchpoints} say {said} as the {aspect} of {subject} ({statements} statements), in a currency without recorded rate.",
  "promise-not-kept":
    "{touchpoints} promise {said} as the {aspect} of {subject} ({statements} statements); delivered is {delivered}.",
  "promise-without-direction":
    "{touchpoints} promise {said} as the {aspect} of {subject} ({statements} statements); delivered is {delivered}, and whether more or less is better is not said.",
  "promise-not-comparable":
    "{touchpoints} promise {said} as the {aspect} of {subject} ({statements} statements), which cannot be held against {delivered}.",
  "asked-and-not-said":
    "Customers asked {asks} times about {subject} at {touchpoint}, which says nothing about it.",
  // blueprint
  "step-defined-twice": "The step {step} stands in the blueprint more than once.",
  "step-without-frontstage": "The customer sees nothing of the step {step}.",
  "step-without-support": "The customer sees the step {step}, and nothing backstage carries it.",
  "step-without-evidence": "The customer can neither see nor keep anything of the step {step}.",
  "fail-point-without-recovery":
    "At the step {step} this can go wrong, and nothing is said of how it is put right: {failPoint}.",
  "target-beyond-promise":
    "The step {step} may take {targetMinutes} minutes; the customer is told {promisedMinutes}.",
  "step-touchpoint-unknown":
    "The step {step} happens at {touchpoint}, which the catalogue does not know.",
  "step-touchpoint-backstage":
    "The step {step} happens at {touchpoint}, which the catalogue keeps backstage.",
  "stage-without-step": "No step is {stage} the purchase.",
  "stage-out-of-order":
    "The step {step} is {stage} the purchase and follows one that is {after} it.",
  "element-defined-twice": "{element} is defined in {definitions} ways.",
  "element-without-owner": "Nobody answers for {element}.",
  "support-carries-nothing": "{element} carries no step that the customer sees.",
  "single-point-of-failure": "When {element} fails, {steps} steps fall; at most {maximum} may.",
  "element-rests-on-unknown": "{element} rests on {need}, which nobody has defined.",
  // journey
  "step-skipped": "{touchpoint} was planned and was skipped.",
  "step-repeated": "{touchpoint} was taken again, although it had been taken already.",
  "step-moved": "{touchpoint} was taken earlier or later than planned.",
  "step-unplanned": "{touchpoint} was taken and is not planned.",
  // moment
  "moment-of-truth": "{touchpoint}: impact x frequency x shortfall = {value}.",
  "moment-impact": "Impact by {by}: {value}.",
  "moment-frequency": "Frequency: {journeys} of {n} journeys, {value}.",
  "moment-shortfall": "Shortfall: feels {feeling} where {expected} is expected, {value}.",
  "moment-falls-short":
    "{touchpoint} feels {feeling} on average, worse than the {expected} expected.",
  "moment-holds": "{touchpoint} feels {feeling} on average, no worse than the {expected} expected.",
  "moment-few-journeys": "{touchpoint} is touched by {journeys} journeys, fewer than {minimum}.",
  "moment-few-others":
    "{journeys} journeys do not touch {touchpoint}, fewer than {minimum}: its impact cannot be measured.",
  "moment-few-felt-journeys":
    "Of {journeys} journeys that touch {touchpoint} it is known how they felt, fewer than {minimum}.",
  "moment-few-felt-others":
    "Of {journeys} journeys that do not touch {touchpoint} it is known how they felt, fewer than {minimum}: its impact cannot be measured.",
  "moment-few-feelings":
    "In {felt} journeys it is known how {touchpoint} felt, fewer than {minimum}.",
  "moment-outcomes-alike":
    "Of {journeys} journeys {successes} end in a success: no touchpoint makes a difference.",
  "moment-without-weight": "{touchpoint} has no declared weight.",
  // path
  "never-ends": "From {count} states no end can be reached: {states}.",
  // attribution
} as const;
