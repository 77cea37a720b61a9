/**
 * English sentences for every reason code of this room, with the reason's parameters in braces.
 *
 * Hand it to `explain` of `goodwill/shared`; for another language hand over a table with the same codes.
 */
export const CUSTOMER_SENTENCES = {
  // record
  "contact-point-valid": "Contact point {id} holds; it was last proven at {verifiedAt}.",
  "contact-point-unverified": "Contact point {id} was never proven to reach the customer.",
  "contact-point-failed": "Contact point {id} failed at {failedAt} and was not proven since.",
  "contact-point-not-yet": "Contact point {id} holds from {from} on, not yet.",
  "contact-point-expired": "Contact point {id} held through {through} only.",
  "key-person-none": "Nobody in office is known at {customer}; {former} have left.",
  "key-person-nobody-decides":
    "Nobody of the {known} known at {customer} decides; {left} who did have left.",
  "key-person-standing-unknown": "How we stand with {person} is not known.",
  "key-person-standing-undated": "How we stand with {person} was judged nobody knows when.",
  "key-person-standing-stale":
    "How we stand with {person} was judged {days} days ago, more than {limitDays}.",
  "key-person-decider-hostile": "{person} decides, and we stand at {standing}, below {limit}.",
  "key-person-blocker-hostile": "{person} can block, and we stand at {standing}, below {limit}.",
  "buying-centre-standing": "Standing over {persons} persons, weighted by influence: {value}.",
  "key-person-standing": "{person}: {weight} of {knownWeight} x standing {standing} = {value}.",
  "purchase-given-twice": "Purchase {id} is given twice; the row at index {first} counts.",
  "return-of-unknown-purchase": "Return {id} names a purchase that is not known: {returnOf}.",
  "return-of-return": "Return {id} gives back {returnOf}, which is itself a return.",
  "return-of-other-customer":
    "Return {id} is of customer {customer}, its purchase {returnOf} of {other}.",
  "return-before-purchase":
    "Return {id} at {at} lies before its purchase {returnOf} at {purchasedAt}.",
  "return-in-other-currency": "Return {id} is in {currency}, its purchase {returnOf} in {other}.",
  "return-exceeds-amount":
    "Return {id} gives back {amount} minor units of {currency}; {left} are left of {returnOf}.",
  "return-exceeds-quantity":
    "Return {id} gives back {quantity} of {product}; {left} are left of {returnOf}.",
  // profile
  "profile-item-missing": "Nothing is known of {item}.",
  "profile-item-invalid": "What is known of {item} does not hold: {problem}.",
  "profile-item-lasting": "{item} is known and does not age.",
  "profile-item-undated": "{item} is known, nobody knows since when: worth {worthShare}.",
  "profile-item-fresh":
    "{item} is {ageDays} days old, with a half-life of {halfLifeDays}: worth {worthShare}.",
  "profile-item-stale":
    "{item} is out of date: {ageDays} days old, with a half-life of {halfLifeDays}, worth {worthShare}.",
  "profile-question-asked":
    "Ask for {item} ({state}): it serves the question {question} and would add {gainShare}.",
  "profile-question-refused": "{item} is not asked: the customer refused at {at}.",
  "profile-question-recent":
    "{item} is not asked: it was at {at}, fewer than {askAgainDays} days ago.",
  "profile-question-observed": "{item} is not asked: it is observed.",
  "profile-score": "The profile scores {value} of 1.",
  "profile-kind-score": "{kind} adds {value}.",
  "profile-item-score": "{item} is {state}, worth {worthShare} of {most}: {value}.",
  // merging
  "lower-source-rank":
    "{field} of {source} lost: {winner} is more trusted, in place {winnerPlace} against {place}.",
  older: "{field} of {source} lost: confirmed {at}, that of {winner} later, {winnerAt}.",
  "less-complete":
    "{field} of {source} lost: it says less than that of {winner}, {completeness} against {winnerCompleteness}.",
  "not-earliest": "{field} of {source} lost: {winner} knows an earlier one, {earliest}.",
  "equal-by-every-rule":
    "{field} of {source} and {winner} differ and no rule tells them apart: chosen by their texts alone.",
  "record-superseded": "{field} of {source}, {at}, lost: the same record said otherwise {laterAt}.",
  "part-of-other-name": '{field} of {source} lost: it belongs to the name "{name}".',
  "united-contact-point":
    "Contact point {id} of {source} reaches what {mergedId} reaches; its details differ.",
  "united-key-person":
    "Key person {name} of {source} is the same as {mergedId}; the details differ.",
  "names-differ":
    "The names of {source} and {other} have different words; {values} records differ in all.",
  "birthdays-differ":
    "The birthdays of {source} and {other} contradict each other; {values} records differ in all.",
  "owners-differ":
    "{source} and {other} name different account managers; {values} records differ in all.",
  "contact-point-stretch-differs":
    "{source} says otherwise than {winner} from when to when contact point {id} holds: that of {winner} counts.",
  "key-person-terms-differ":
    "{source} says otherwise than {winner} from when to when {name} is in office: that of {winner} counts.",
  "key-persons-alike":
    "Several key persons are called {name} and cannot be told to be one: they stay apart.",
  "consents-disagree":
    "The last word on {purpose} by {channel} is a grant in one record and a withdrawal in another.",
  "contact-point-not-listed": "{source} names the contact point {id}, but does not list it.",
  "identifiers-differ": "There are {values} identifiers of {system}, where a customer has one.",
  // matching
  "match-weight": "The evidence weighs {value} in all.",
  "field-evidence": "{field}: {level} (similarity {similarity}), weight {value}.",
  "match-vetoed": "Kept apart by {veto}, whatever else agrees; the evidence weighs {score}.",
  "weight-below-review": "The weight {score} lies below {review}: distinct.",
  "weight-reaches-review": "The weight {score} reaches {review}, but not {merge}: to be reviewed.",
  "weight-reaches-merge": "The weight {score} reaches {merge}: to be merged.",
  "decisive-agreement": "The same {field} decides; the weight {score} reaches {review}.",
  "decisive-below-review":
    "The same {field} asks for a look, although the weight {score} lies below {review}.",
  "disagreement-needs-review": "The records disagree on {field}: a human looks first.",
  "names-only-close":
    "The names are close, not the same, and all else of the weight {score} may be a household's: a human looks first.",
  "nobody-named":
    "No name, birthday or identifier agrees, the weight {score} may be a household's: a human looks first.",
  "block-skipped":
    "{records} records share {blocking} {value}, more than {limit}: they were not compared.",
  "blocks-split": "{blocks} blocks of more than {limit} records were split.",
  "values-shared":
    "{values} values of {field} belong to more than {limit} records each and weigh little.",
  "records-without-keys": "{records} records have nothing by which they could be gathered.",
  "group-too-large": "The group has {records} records, more than {limit}.",
  "group-pair-unknown": "{first} and {second} are in one group and were not compared.",
  "group-contradiction":
    "{first} and {second} are in one group by a chain, but contradict each other: weight {score}.",
  // consent
  "consent-granted": "{purpose} by {channel} was agreed to at {at}: {evidence}.",
  "consent-granted-by-covering":
    "{purpose} by {channel} is covered by the consent to {by} given at {at}: {evidence}.",
  "consent-none": "Nothing was ever said about {purpose} by {channel}.",
  "consent-withdrawn": "Consent to {purpose} by {channel} was withdrawn at {at}.",
  "consent-withdrawn-unclear":
    "Consent to {purpose} was withdrawn at {at} for a channel ({named}) or contact point that is not known: it counts for {channel}, too.",
  "consent-pending":
    "Consent to {purpose} by {channel} was asked for at {at} and is not confirmed.",
  "consent-never-asked":
    "The grant of {at} for {purpose} by {channel} confirms nothing that was asked before: double opt-in.",
  "consent-confirmed-late":
    "The grant of {at} for {purpose} by {channel} confirms too late what was asked: double opt-in.",
  "consent-expired": "What was said at {at} about {purpose} by {channel} ran out at {expired}.",
  "consent-unreadable":
    "A word about {purpose} by {channel} cannot be read: state {state}, at {at}; it counts as no.",
  "promotion-objected": "The customer objected to promotion at {at}; {purpose} is promotion.",
  "class-needs-no-consent": "{purpose} is {messageClass}: it needs no consent.",
  "legal-basis-holds": "{purpose} rests on {basis} since {from}: {evidence}.",
  "legal-basis-none":
    "No basis beside consent is on record for {purpose}; the policy allows {bases}.",
  "legal-basis-not-allowed": "The policy does not let {purpose} rest on {basis}.",
  "legal-basis-not-yet": "{basis} for {purpose} holds, or is known, only from {from} or later on.",
  "legal-basis-ended": "{basis} for {purpose}, begun at {from}, has ended.",
  "legal-basis-no-channel": "{basis} for {purpose} does not carry {channel}.",
  "legal-basis-objected": "The customer objected to {basis} for {purpose}, begun at {from}.",
  "legal-basis-closed":
    "{basis} for {purpose}, begun at {from}, is closed by what the customer said.",
  "legal-basis-unreadable": "{basis} for {purpose} has a time that cannot be read: {from}.",
  "existing-customer":
    "{purpose} by {channel} follows the purchase {purchase} of {at}: soft opt-in.",
  "existing-customer-none":
    "No purchase of the last {withinMonths} months carries {purpose} by {channel}: no soft opt-in.",
  "existing-customer-closed":
    "The customer said no to {purpose} by {channel}, so that no purchase carries it.",
  "suppressed-bounced": "Messages by {channel} have bounced since {at}.",
  "suppressed-complained": "The customer complained at {at} about messages by {channel}.",
  "suppressed-deceased": "The customer is recorded as deceased since {at}.",
  "suppressed-minor": "The customer is recorded as a minor since {at}.",
  "suppressed-legal-hold": "A legal hold stands since {at}.",
  "suppressed-do-not-contact": "The customer is not to be contacted since {at}.",
  "suppressed-unreadable": "A suppression of unknown kind {kind} stands since {at}: it stops all.",
  "suppressed-channel-unknown":
    "The suppression ({kind}) of {at} is for an unknown channel, {named}: it counts for {channel}, too.",
  "suppressed-contact-point-unknown":
    "The suppression ({kind}) of {at} is for an unknown contact point, {contactPoint}: it counts for every one.",
  "minor-by-birthday": "By the birthday the customer is below {ageOfMajority} on {today}.",
  "age-unknown": "Whether the customer is {ageOfMajority} on {today} cannot be told.",
  "contact-point-chosen": "Contact point {id} is used; preferred by the customer: {preferred}.",
  "no-contact-point": "No contact point for {channel} is on record.",
  "contact-point-unknown": "There is no contact point {id}.",
  "contact-point-other-channel": "Contact point {id} is for {of}, not for {channel}.",
  "contact-point-unreadable": "Contact point {id} has no address, or a time that cannot be read.",
  "contact-time-zone-unknown":
    "Contact point {id} holds for some days only, and the customer's zone {timeZone} is unknown.",
  "contact-person-not-in-position":
    "Whom contact point {id} reaches is not in position on {today}.",
  "record-unreadable": "The record cannot be read, so {purpose} by {channel} is not allowed.",
  // privacy
  "erasure-removed": "{field} is removed: {entries}.",
  "erasure-replaced": "{field} is replaced by what names nobody.",
  "erasure-names-nobody": "{field} names nobody and stays.",
  "erasure-kept-by-law":
    "{field}: {entries} stay under a pseudonym for {years} years after their year.",
  "erasure-kept-as-hash": "Addresses stay as {entries} keyed hashes, so that none is used again.",
  "erasure-kept-on-ground": "{field} stays: {why}.",
  // life cycle
  "no-interest-yet": "Has shown no interest yet.",
  "interest-shown": "Showed interest on {date} by {kind} ({fact}).",
  "interest-cooling":
    "Interest is cooling: last shown on {date} by {kind} ({fact}), more than {interestCoolingDays} days ago.",
  "interest-cold":
    "Interest is cold: last shown on {date} by {kind} ({fact}), more than {interestDays} days ago.",
  "no-contact-since":
    "No contact of any kind since {date}, {days} days ago, more than {initialSilenceDays}.",
  "first-purchase-kept": "First bought and kept something on {date} ({purchase}).",
  "all-given-back": "Gave everything back: {purchases} purchases, nothing kept since {date}.",
  "bought-again": "Bought again {count} times, last on {date} ({purchase}).",
  "bought-something-else":
    "Bought something new {count} times, last {product} on {date} ({purchase}).",
  "recommended-us": "Recommended us {count} times, last on {date} ({referral}).",
  "no-fresh-signal": "Nothing was heard on satisfaction in the last {signalDays} days.",
  "last-dissatisfied":
    "Last heard dissatisfied, on {date} ({signal}), within the last {signalDays} days.",
  "last-satisfied": "Last heard {state}, on {date} ({signal}), within the last {signalDays} days.",
  "satisfied-by-referral":
    "Last recommended us, on {date} ({signal}), within the last {signalDays} days.",
  "too-few-repurchases": "Bought again {repurchases} times; loyal takes {needed}.",
  "enough-repurchases": "Bought again {repurchases} times, at least {needed}.",
  "attached-by-satisfaction": "Attached: satisfied {signals} times in a row.",
  "attached-by-referral": "Attached: recommended us on {date} ({referral}).",
  "not-attached-yet":
    "Not attached yet: satisfied {signals} times in a row, fewer than {needed}, and recommended us to nobody.",
  "lapsed-by-own-rhythm":
    "Last bought on {date} ({purchase}), {days} days ago, more than {lapseDays}: {factor} times the usual {usualIntervalDays} days, or the floor where that is more.",
  "lapsed-by-policy":
    "Last bought on {date} ({purchase}), {days} days ago, more than {lapseDays}, the limit without a known rhythm.",
  "lost-by-silence":
    "Last bought on {date} ({purchase}), {days} days ago, more than {lostDays}: lost.",
  "left-by-word": "Left: {kind} ({termination}), known since {date}.",
  "notice-given": "Gave notice on {date}: {kind} ({termination}), last day {lastDay}.",
} as const;
