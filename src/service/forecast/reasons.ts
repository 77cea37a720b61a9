/** The sentences of `forecast`. @internal */
export const FORECAST_REASONS = {
  "forecast-learnt":
    "{weeks} weeks were learnt from; the last {heldOutWeeks} were first forecast from those before, to measure the error.",
  "forecast-trend":
    "Contacts changed by {percentPerWeek} percent a week; the forecast goes on with that, damped as the policy says.",
  "forecast-trend-left-out":
    "A change of {percentPerWeek} percent a week was left out: on the weeks held out the forecast was off by {errorWithout} contacts an interval without a trend, by {errorWith} with one.",
  "forecast-no-trend": "No trend stands out: the forecast keeps the level of the last weeks.",
  "forecast-better-than-naive":
    "On the weeks held out the error was {ratio} of that of repeating the last week ({wape} of the contacts).",
  "forecast-no-better-than-naive":
    "On the weeks held out the error was {ratio} times that of repeating the last week ({wape} of the contacts): the forecast does not earn its keep.",
  "forecast-error-unmeasured":
    "The {heldOutWeeks} weeks held out have no contacts in their {intervals} intervals compared: how wrong the forecast would have been is not known.",
  "forecast-unusual-day-left-out":
    "{date} had {contacts} contacts where {expected} were expected; it was left out of what was learnt.",
  "forecast-unusual-day-kept":
    "{date} had {contacts} contacts where {expected} were expected; it was kept in what was learnt.",
  "forecast-intervals-missing":
    "{missing} intervals of the history have no row; they count as unknown, not as 0.",
  "forecast-times-unseen":
    "{intervals} intervals to come are at a time that was counted on other weekdays, never on theirs; they are left out.",
  "forecast-holiday-unseen":
    "{holiday} on {date} is not in the history: it is forecast as the holidays that are.",
  "forecast-holiday-unlearnt":
    "{holiday} on {date} is forecast as its weekday, as the history has no holiday to learn from.",
  "forecast-holidays-unknown":
    "From {from} on, {days} days to come lie beyond the days for which the holidays are known.",
  "forecast-history-too-short":
    "The history has {weeks} whole weeks, and {neededWeeks} are needed.",
  "forecast-no-contacts": "None of the {rows} rows has a contact: there is nothing to learn.",
} as const;
