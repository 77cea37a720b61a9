/** The sentences of `forecast`. @internal */
export const FORECAST_REASONS = {
  "forecast-learnt":
    "{weeks} weeks were learnt from; the last {heldOutWeeks} were first forecast from those before, to measure the error.",
  "forecast-trend": "Contacts change by {percentPerWeek} percent a week.",
  "forecast-no-trend": "No trend stands out: the forecast keeps the level of the last weeks.",
  "forecast-better-than-naive":
    "On the weeks held out the error was {ratio} of that of repeating the last week ({wape} of the contacts).",
  "forecast-no-better-than-naive":
    "On the weeks held out the error was {ratio} times that of repeating the last week ({wape} of the contacts): the forecast does not earn its keep.",
  "forecast-unusual-day-left-out":
    "{date} had {contacts} contacts where {expected} were expected; it was left out of what was learnt.",
  "forecast-unusual-day-kept":
    "{date} had {contacts} contacts where {expected} were expected; it was kept in what was learnt.",
  "forecast-intervals-missing":
    "{missing} intervals of the history have no row; they count as unknown, not as 0.",
  "forecast-times-unseen":
    "{intervals} intervals to come are at a weekday and time that the history never counted; they are left out.",
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
