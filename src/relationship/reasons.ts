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
} as const;
