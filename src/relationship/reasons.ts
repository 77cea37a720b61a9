/**
 * English sentences for every reason code of this room, with the reason's parameters in braces.
 *
 * Hand it to `explain` of `goodwill/shared`; for another language hand over a table with the same codes.
 */
export const RELATIONSHIP_SENTENCES = {
  // handover: audit of the upload
  "records-after": "{kind}: {value} records after the upload.",
  "records-before": "{value} before.",
  "records-added": "{value} declared added.",
  "records-removed": "{value} declared removed.",
  "records-merged": "{value} declared merged.",
  "records-risen-unexplained": "{value} came without a word.",
  "records-fallen-unexplained": "{value} went without a word.",
  "unexplained-rise": "The {kind} {record} came and nobody says why.",
  "unexplained-fall": "The {kind} {record} went and nobody says why.",
  "counted-twice": "The {kind} {record} is counted twice.",
  "nothing-counted":
    "No record was counted at the upload, though the leaver has {customers} customers.",

  // handover: the file
  "missing-customer": "Customer {customer} is missing from the file.",
  "unknown-customer": "Customer {customer} is in the file, but not known as the leaver's.",
  "customer-twice": "Customer {customer} is in the file twice.",
  "missing-phone": "Customer {customer} has no telephone number.",
  "invalid-phone": "Customer {customer} has no telephone number that holds.",
  "missing-address": "Customer {customer} has no postal address.",
  "invalid-address": "Customer {customer} has no postal address that holds.",
  "no-interests": "Nothing is said of what customer {customer} is interested in.",
  "missing-open-deal": "The open deal {deal} with customer {customer} is missing.",
  "unknown-open-deal": "The open deal {deal} with customer {customer} is not known to the firm.",
  "open-deal-twice": "The open deal {deal} with customer {customer} is listed twice.",
  "missing-promise": "The promise {promise} to customer {customer} is missing.",
  "promise-twice": "The promise {promise} to customer {customer} is listed twice.",
  "promise-without-due-date": "The promise {promise} to customer {customer} has no due date.",
  "material-not-returned": "The material {material} has not been given back.",
  "unknown-material": "The material {material} is given back, but was not expected.",
  "material-twice": "The material {material} is counted twice.",

  // handover: deadlines
  "handover-step-late": "{step} was due by {due} and is not done.",
  "handover-step-done-late": "{step} was due by {due} and done on {doneOn}.",
  "handover-visit-late": "The visit to customer {customer} was due by {due} and is not done.",
  "handover-visit-done-late":
    "The visit to customer {customer} was due by {due} and done on {doneOn}.",
  "handover-meeting-waived": "The personal meeting, due by {due}, was waived.",

  // concentration
  "value-by-employee": "{value} minor units of {currency} in all:",
  "value-of-employee": "{value} tied to {employee}.",
  "value-untied": "{value} tied to nobody.",
  "ties-concentrated":
    "{currency}: ties are highly concentrated: index {index}, above {limit}, as of {effectiveEmployees} equal employees.",
  "value-hangs-on-one": "{currency}: a share of {share} hangs on {employee}, above {limit}.",
  "value-lost-with-one":
    "{currency}: {customers} customers, a share of {share}, are tied to {employee} alone, above {limit}.",
  "single-ties":
    "{currency}: {customers} customers, a share of {share}, have a single tie, above {limit}.",

  // occasion
  "occasion-fixed": "Every year on day {day} of month {month}.",
  "occasion-fixed-moved": "Day {day} of month {month} is not in this year: kept by the rule {by}.",
  "occasion-named-day": "The day is named in the rule.",
  "occasion-nth-weekday":
    "Weekday {weekday} (Monday is 1) of month {month}, number {nth} from its start.",
  "occasion-nth-weekday-before":
    "Day {days} before weekday {weekday} (Monday is 1) of month {month}, number {nth} from its start.",
  "occasion-nth-weekday-after":
    "Day {days} after weekday {weekday} (Monday is 1) of month {month}, number {nth} from its start.",
  "occasion-nth-weekday-from-end":
    "Weekday {weekday} (Monday is 1) of month {month}, number {nth} from its end.",
  "occasion-nth-weekday-from-end-before":
    "Day {days} before weekday {weekday} (Monday is 1) of month {month}, number {nth} from its end.",
  "occasion-nth-weekday-from-end-after":
    "Day {days} after weekday {weekday} (Monday is 1) of month {month}, number {nth} from its end.",
  "occasion-easter": "Easter Sunday ({tradition}), {easter}.",
  "occasion-easter-before": "Day {days} before Easter Sunday ({tradition}), {easter}.",
  "occasion-easter-after": "Day {days} after Easter Sunday ({tradition}), {easter}.",
  "occasion-lunar": "Day {day} of month {month} of the Chinese year {year}.",
  "occasion-lunar-before":
    "Day {days} before day {day} of month {month} of the Chinese year {year}.",
  "occasion-lunar-after": "Day {days} after day {day} of month {month} of the Chinese year {year}.",
  "occasion-lunar-moved": "The Chinese year {year} has no day {day} of month {month}: moved {by}.",
  "occasion-lunar-moved-before":
    "Day {days} before day {day} of month {month}, which the Chinese year {year} has not: moved {by}.",
  "occasion-lunar-moved-after":
    "Day {days} after day {day} of month {month}, which the Chinese year {year} has not: moved {by}.",
  "occasion-solar-term": "The day of the solar term {term}.",
  "occasion-solar-term-before": "Day {days} before the solar term {term}.",
  "occasion-solar-term-after": "Day {days} after the solar term {term}.",
  "occasion-season": "The first day of {season} in the {hemisphere}.",
  "occasion-weekend": "Weekday {weekday} (Monday is 1) of every week.",
  "occasion-weekend-of-some": "Weekday {weekday} (Monday is 1) of one week in {everyWeeks}.",
  "occasion-once-in": "Once in the {span} from {first} to {last}.",
  "occasion-statutory-holiday": "The statutory holiday {name} begins.",
  "occasion-birthday": "Birthday ({birthday}), age {age}.",
  "occasion-birthday-age-unknown": "Birthday ({birthday}); the age is not known.",
  "occasion-birthday-moved":
    "Birthday ({birthday}), age {age}; the year has no such day: kept by the rule {by}.",
  "occasion-birthday-moved-age-unknown":
    "Birthday ({birthday}); the age is not known; the year has no such day: kept by the rule {by}.",
  "occasion-relationship-anniversary": "A customer since {since}: anniversary {years}.",
  "occasion-event-anniversary": "Anniversary {years} of {kind} {event} of {date}.",
  "occasion-event-day": "The day of {kind} {event}, {date}.",
  "occasion-after-event": "Day {days} after {kind} {event} of {date}.",
  "occasion-before-event": "Day {days} before {kind} {event} of {date}.",
  "occasion-inactivity": "Day {days} after the last sign of life, of {lastSign}.",
  "occasion-holidays-missing": "No list of holidays was handed over.",
  "occasion-holidays-not-announced": "Holidays from {from} through {through} are not announced.",
  "occasion-lunar-calendar-missing": "No Chinese calendar was handed over.",
  "occasion-lunar-years-exceeded":
    "The Chinese calendar knows the years {firstYear} to {lastYear} only.",
  "occasion-birthday-missing": "The birthday is not known.",
  "occasion-birthday-year-missing":
    "The year of birth is not known, and only every {everyYears} years count.",
  "occasion-birthday-impossible": "There is no such birthday: {birthday}.",
  "occasion-since-missing": "The day the relationship began is not known.",
  "occasion-date-unreadable": 'The date "{date}" cannot be read.',

  // assessment
  "assessment-zone": "Days are those of {zone}.",
  "assessment-no-zone": "The customer's zone is not known; days are those of {fallback}.",
  "assessment-zone-unknown": "There is no zone {zone}; days are those of {fallback}.",
  "assessment-not-looked-up": "The {list} were not looked up.",
  "assessment-value-class": "Class {class}, found on {date}.",
  "assessment-no-value-class": "No value class was found.",
  "assessment-value-outlook":
    "Still a customer with probability {aliveProbability}, {expectedPurchases} purchases expected, found on {date}.",
  "assessment-no-outlook": "No outlook was computed.",
  "assessment-satisfaction": "Last {state} ({signal}) on {date}.",
  "assessment-satisfaction-rising": "Satisfaction rises over {signals} signals: surplus {surplus}.",
  "assessment-satisfaction-steady":
    "Satisfaction is steady over {signals} signals: surplus {surplus}.",
  "assessment-satisfaction-falling":
    "Satisfaction falls over {signals} signals: surplus {surplus}.",
  "assessment-trend-unknown": "{signals} signals are too few for a trend, which takes {atLeast}.",
  "assessment-no-signal": "The customer has not said how it felt.",
  "assessment-attitude-unknown": "It is not known of the attitude: {knowledge}.",
  "assessment-tier": "Tier {tier} since {since}.",
  "assessment-tier-ended": "Tier {tier} ended on {date}; the ledger was not read since.",
  "assessment-points": "{points} points on {date}.",
  "assessment-no-member": "Not a member.",
  "assessment-complaint-open": "Complaint {complaint} is open since {since}.",
  "assessment-no-complaint-open": "No complaint is open.",
  "assessment-promise-open": "Promise {promise} is to be kept by {due}.",
  "assessment-promise-overdue": "Promise {promise} was to be kept by {due}.",
  "assessment-promise-undated": "Promise {promise} has no day.",
  "assessment-no-promise-open": "No promise is open.",
  "assessment-need": "A {kind} need: {topic}.",
  "assessment-need-unknown": "No {kind} need is known.",
  "assessment-no-sign": "Nothing points to leaving.",
  "assessment-leaving-unknown": "Nothing is known that speaks for or against leaving.",
  "assessment-sign-left": "Has left: {because}.",
  "assessment-sign-leaving": "May be leaving: {because}.",
  "assessment-sign-hardly-alive": "Hardly still a customer: probability {aliveProbability}.",
  "assessment-sign-perhaps-alive": "Perhaps no longer a customer: probability {aliveProbability}.",
  "assessment-sign-dissatisfied": "Was dissatisfied last.",
  "assessment-sign-satisfaction-falling": "Satisfaction falls.",
  "assessment-sign-complaint-open": "{complaints} complaints are open.",
  "assessment-sign-promise-overdue": "{promises} promises are overdue.",
  "assessment-no-occasions-asked": "No occasions were asked for.",
  "assessment-contact-allowed": "May be contacted for {purpose} by {channel}.",
  "assessment-contact-not-allowed": "May not be contacted for {purpose} by {channel}.",
  "assessment-no-consent-asked": "No consent was asked about.",
  "assessment-owner": "{owner} looks after the customer.",
  "assessment-team": "Team {team} pays.",
  "assessment-no-owner": "Nobody looks after the customer.",
  "assessment-segment": "In segment {segment}.",
  "assessment-no-segments": "The customer was put in no segments yet.",
} as const;
