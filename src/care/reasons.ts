/**
 * English sentences for every reason code of this room, with the reason's parameters in braces.
 *
 * Hand it to `explain` of `goodwill/shared`; for another language hand over a table with the same codes.
 */
export const CARE_SENTENCES = {
  // plan: why an action is planned
  "care-rule": "Rule {rule} asks for it: {kind}, classes: {classes}.",
  "care-merged": "It answers {occasion} on the same day, too.",
  "care-after-quiet-hours": "Quiet hours put it off to {at}.",
  "care-day-provisional": "Whether {due} is worked is not known yet.",
  "care-follow-up": "It goes {days} days after the {after}.",
  "care-without-follow-up": "The {kind} that should follow may not be sent.",

  // plan: why an occasion is left out
  "care-no-rule": "No rule answers {occasion} for class {class}.",
  "care-other-segment": "Rule {rule} is for segments {segments}.",
  "care-not-permitted": "Contact for {purpose} by {channel} is not permitted ({because}).",
  "care-already-given": "{occasion} was answered by a {kind} at {at}.",
  "care-control-group": "The customer is in the control group of {campaign}, a share of {share}.",
  "care-open-complaint": "Complaint {complaint} of {at} is still open.",
  "care-too-late": "Rule {rule} comes too late: it made sense through {through}.",
  "care-no-time": "Quiet hours leave rule {rule} no time before the end of {through}.",
  "care-no-owner": "Rule {rule} asks for a {kind}, and nobody looks after the customer.",
  "care-gift-above-cap": "Rule {rule} costs {cost} minor units; gifts may cost {cap}.",
  "care-limit-reached": "The limit of {limit} is {cap}: {left} left, {needed} needed.",
  "care-budget-used": "The budget of {limit} is {cap} minor units: {left} left, {needed} needed.",
  "care-capacity-used": "The capacity of {limit} is {cap}: {left} left, {needed} needed.",
  "care-too-close": "{day} is fewer than {spacingDays} days from the contact on {other}.",
  "care-less-effect": "Other actions have more effect for what they take.",

  // plan: what wants mending
  "care-customer-twice": "Customer {customer} stands twice; the first row was taken.",
  "care-zone-missing": "The customer's time zone is not known; {fallback} was taken.",
  "care-zone-unknown": "The time zone {zone} is none; {fallback} was taken.",

  // policy
  "care-rule-occasion-unknown": "Rule {rule} is for occasions that are not dated: {occasions}.",
  "care-rule-class-unknown": "Rule {rule} is for classes nobody is in: {classes}.",
  "care-rule-without-effect": "Rule {rule} expects no effect and never fires.",
  "care-rule-above-gift-cap": "Rule {rule} costs {cost} minor units; gifts may cost {cap}.",
  "care-rule-above-budget": "Rule {rule} costs {cost} minor units; the budget is {budget}.",
  "care-rule-always-beaten": "Rule {by} does at least as much for no more than rule {rule}.",
  "care-rule-without-capacity": "Rule {rule} asks for a {kind}, and nobody has time for one.",
  "care-rule-lead-too-long": "Rule {rule} begins {leadDays} days before its occasion.",
  "care-rule-template-unknown": "Rule {rule} names template {template}, which there is not.",
  "care-cap-zero": "The cap {cap} is 0: nobody is ever contacted.",
  "care-cap-below-cheapest-gift":
    "Gifts may cost {cap} minor units; the cheapest costs {cheapest}.",
  "care-budget-zero": "There is no money.",
  "care-budget-below-cheapest":
    "The budget is {budget} minor units; the cheapest action costs {cheapest}.",
  "care-follow-up-never-fits": "Rule {rule}: its {kind} falls too close to the action it follows.",
  "care-occasion-unanswered": "No rule answers {occasion}.",
  "care-class-without-rule": "No rule is for class {class}.",
  "care-due-in-quiet-hours":
    "Actions are due at {dueFrom}, within the quiet hours from {from} to {until}.",

  // message
  "message-without-id": "A template has no id.",
  "message-duplicate-id": "Another template has the id {template}, too.",
  "message-without-occasion": "Template {template} is for no occasion.",
  "message-language": "Template {template}: {language} is no language tag.",
  "message-without-subject": "Template {template} is an e-mail without a subject.",
  "message-subject-line-break":
    "Template {template}: its subject holds a line break or another control character.",
  "message-empty": "Template {template} says nothing.",
  "message-braces": "Template {template}: a brace in the {part} at {at} belongs to no placeholder.",
  "message-unknown-placeholder":
    "Template {template}: the placeholder {placeholder} in the {part} is not declared.",
  "message-hidden-characters": "Template {template}: the {part} holds hidden characters.",
  "message-placeholder-in-tag":
    "Template {template}: the placeholder {placeholder} stands within a tag, where no escaping makes it safe.",
  "message-blank-fallback": "Template {template}: the fallback of {placeholder} is blank.",
  "message-too-long":
    "Template {template}: the {part} has a length of {length} {unit}, and {limit} are allowed.",
  "message-forbidden-text": "Template {template} says {text}: {why}.",
  "message-short-link":
    "Template {template} has a shortened link of {host}, which hides where it leads.",
  "message-tone": "Template {template} is for {occasion}, which is solemn, but its tone is {tone}.",
  "message-cheerful-text": "Template {template} is solemn, but says {text}.",
  "message-unused-placeholder":
    "Template {template}: the placeholder {placeholder} is declared and not used.",
  "message-subject-not-shown": "Template {template} has a subject, which {channel} does not show.",
  "message-capitals": "Template {template} shouts: {text}.",
  "message-exclamation-marks":
    "Template {template} has exclamation marks: {marks}; the limit is {limit}.",

  // programme
  "care-programme-id-twice": "{id} stands twice; first at {first}.",
  "care-programme-without-days": "The programme has no days: it runs from {start} to {end}.",
  "care-programme-without-instruments": "The programme uses no instrument.",
  "care-programme-without-segment": "{use} is for no segment.",
  "care-programme-segment-empty": "Nobody is in segment {segment}.",
  "care-programme-segment-uncounted": "How many customers are in segment {segment} is not known.",
  "care-programme-segment-unknown":
    "{use} is for segment {segment}, which the programme does not name.",
  "care-programme-segment-unserved": "No instrument is for segment {segment}.",
  "care-programme-channel-missing": "{use} ({instrument}) has no channel.",
  "care-programme-retention-unusual":
    "{use} shall keep customers by {retention}, which {instrument} does not do by itself.",
  "care-programme-contract-only":
    "Segment {segment} is kept by contract alone, with {instruments} instruments.",
  "care-programme-dimension-missing": "Segment {segment} has no {dimension} instrument.",
  "care-programme-timing-out-of-range":
    "{use} comes every {everyDays} days; {instrument} should come every {leastDays} to {mostDays}.",
  "care-programme-outside-days":
    "{use} runs from {from} to {until}, the programme from {start} to {end}.",
  "care-programme-intensity-not-positive":
    "The intensity of {use} is {intensity}; it must be above 0.",
  "care-programme-peak":
    "From {from} to {until} segment {segment} gets {times} times the mean intensity, more than {atMost}.",
  "care-programme-gap":
    "Segment {segment} gets nothing in {gaps} of {of} stretches, first from {from} to {until}.",
  "care-programme-partner-missing": "{use} ({instrument}) is a cooperation without a partner.",
  "care-programme-partner-unknown":
    "{use} names partner {partner}, whom the programme does not name.",
  "care-programme-partner-idle": "Partner {partner} takes part in nothing.",
  "care-programme-nobody-to-evaluate": "{use} evaluates partners, and there are none.",

  // campaign
  "campaign-charge":
    "{what} is charged for although it is sent by e-mail: {amount} minor units of {currency}.",
  "campaign-claim": "Message {message} claims too much by rule {rule}: {words}.",
  "campaign-answers-late":
    "{late} of {of} {what} were answered after more than {dueHours} hours, the slowest after {slowestHours}.",
  "campaign-promise-slow":
    "{what} are promised an answer in {promisedHours} hours; {allowedHours} are allowed.",
  "campaign-unanswered": "{count} {what} have no answer.",
  "campaign-attachment":
    "Message {message} has the attachment {file} ({mediaType}, {octets} octets; {atMost} are allowed; refused kind: {refused}).",
  "campaign-link-broken": "{url} in message {message} does not open: status {status}.",
  "campaign-file-broken": "{file} of message {message} does not open.",
  "campaign-not-known": "Not known: {fact}.",

  // recommendation
  "recommendation-group-marked":
    "{owners} of {customers} in {group} have {product}, a share of {confidence} against {baseShare} of all: lift {lift}.",
  "recommendation-group-lacks":
    "Only {owners} of {customers} in {group} have {product}, a share of {confidence} against {baseShare} of all: lift {lift}.",
  "recommendation-like-have":
    "{owners} of {customers} in {group} have {product}, a share of {confidence} against {baseShare} of all: lift {lift}.",
  "recommendation-too-few": "{group} has {customers} customers, fewer than {minimum}.",
  "recommendation-no-group": "The customer is in no group.",
  "recommendation-excluded": "{product}, which {group} has, is recommended to nobody.",
  "recommendation-unsuitable": "{product}, which {group} has, does not suit the customer.",
  "recommendation-beyond": "{product}, which {group} has, is beyond the number recommended.",

  // life
  "care-action-ended": "The action has ended: it is {state}.",
  "care-too-early": "It may be done from {at} on.",
  "care-window-over": "It made sense before {notAfter}.",
  "care-quiet-hours": "It is quiet until {until}.",
  "care-other-contact-point": "Contact point {planned} no longer does; {instead} was taken.",
  "care-converted": "{from} rests until it is too late; {to} was taken.",
  "care-gift-currency": "The gift is in {currency}, a cap or an earlier gift in {other}.",

  // review
  "review-few-customers":
    "{part}: the response is known of {customers} customers of the {group} group, fewer than {minimum}.",
  "review-effect-negative":
    "{part}: the response is not higher with care: from {lower} to {upper}.",
  "review-effect-unproven": "{part}: the effect may be none: from {lower} to {upper}.",
  "review-too-few":
    "Rule {rule}: {treated} customers with care and {control} without are too few; to notice a difference of {difference}, {needed} are needed in each group.",
  "review-unproven":
    "Rule {rule}: the effect lies from {lower} to {upper} and may be none; to notice a difference of {difference}, {needed} customers are needed in each group.",
  "review-lowers-response": "Rule {rule} lowers the response: from {lower} to {upper}.",
  "review-lowers-value":
    "Rule {rule} lowers what is bought: from {lower} to {upper} minor units a customer.",
  "review-not-worth-it":
    "Rule {rule}: the effect is at most {upper}, less than the {difference} that would be worth it.",
  "review-many-undone":
    "Rule {rule}: {undone} of {ended} actions were not done, {times} because of {stoppedBy}.",
  "review-dearer":
    "One more response costs at least {atLeast} by {from}, at most {atMost} by {to}.",
  "review-effect-weighed":
    "Rule {rule}: declared {declared}, measured {measured} with a weight of {weight}: {after}.",
  "review-response-above-normal": "The response of {share} is above the normal {lower} to {upper}.",
  "review-response-below-normal": "The response of {share} is below the normal {lower} to {upper}.",
} as const;
