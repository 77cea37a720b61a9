/**
 * English sentences for every reason code of this room, with the reason's parameters in braces.
 *
 * Hand it to `explain` of `goodwill/shared`; for another language hand over a table with the same codes.
 */
export const VALUE_SENTENCES = {
  // lifetime value
  "lifetime-value":
    "Worth {value} from now on (rate {rate} a period of {period}; periods: {horizon}):",
  "discounted-purchases": "{value} purchases to come, discounted,",
  "discounted-purchases-of-period": "{value} of period {period}: {purchases} expected.",
  "expected-spend": "times an expected spend of {value} each,",
  "margin-share": "times a margin of {value}.",
  "no-mean-spend":
    "The spend model has no mean: its parameter q is {q}, and a mean exists only above 1.",
  "free-repeat-purchases":
    "Without an expected spend, as all repeat purchases were free: {customers} of the customers.",

  // margin and retention
  "margin-retention-value":
    "Worth {value}: margins of periods: {horizon}, at a retention of {retentionRate} and a discount of {discountRate} a period, the first {firstMargin}.",
  "margin-per-period": "{value} margin a period,",
  "discounted-margins": "times {value} margins, those lost and the discount taken off.",
  "endless-value":
    "No limit to the value: at a retention of {retentionRate} and a discount of {discountRate} the margins never end.",
  "profit-at-retention": "{value} profit a period at a retention of {retentionRate}:",
  "margin-of-customers": "{value} margin: {customers} customers at {margin}.",
  "cost-of-keeping": "{value} for keeping {customers} customers at {cost}.",
  "cost-of-replacing": "{value} for replacing {lost} customers lost at {cost}.",

  // customers as assets
  "equity-change": "The base moved by {value} minor units of {currency}:",
  "equity-keeping": "{value} by customers gone or worth less ({customers}).",
  "equity-adding": "{value} by new customers ({customers}).",
  "equity-extending": "{value} by customers worth more ({customers}).",
  "equity-referring": "{value} by new customers whom somebody referred ({customers}).",
  "value-after-switching": "{value} minor units of {currency} remain to us:",
  "lifetime-value-won": "{value} lifetime value of the customer,",
  "cost-of-winning": "{value} for winning them,",
  "switching-subsidy": "{value} as a subsidy for switching.",
  "subsidy-above-value":
    "Switching would take a subsidy of {subsidy} minor units of {currency}; at most {highest} would pay.",

  // RFM
  "rfm-few-customers": "{n} customers are fewer than {bins} scores: scores tell little.",
  "rfm-one-score": "All customers have the same score of {measure}, {score}.",
  "rfm-scores-unused":
    "Only {used} of {bins} scores of {measure} are given: too many values are equal.",
  "segments-overlap":
    "{first} and {second} both claim {cells} cells: {first} gets those no earlier segment takes.",
  "segments-leave-gaps":
    "{cells} cells belong to no segment, the first with recency {recency}, frequency {frequency}, amount {monetary}.",
  "segment-unreachable": "{segment} can never be reached: its cells go to {takenBy}.",
  "segment-above-scores": "{segment} claims scores above {bins}: nobody can be in it.",

  // portfolio
  "class-by-value-share":
    "{customer} is in class {class}: {rank} by score, those before hold {before} of the value, and the class ends at {until}.",
  "class-by-rank-share":
    "{customer} is in class {class}: {rank} by score, those before are {before} of the customers, and the class ends at {until}.",
  "criterion-unknown":
    "{criterion} of {customer} is unknown: its weight is spread over the criteria that are known.",
  "one-to-one-super-growth":
    "Super-growth: net value {net} reaches {highValue}, and potential {potential} reaches {highPotential}.",
  "one-to-one-most-valuable":
    "Most valuable: net value {net} reaches {highValue}, potential {potential} stays below {highPotential}.",
  "one-to-one-most-growable":
    "Most growable: potential {potential} reaches {highPotential}, net value {net} stays below {highValue}.",
  "one-to-one-low-maintenance":
    "Low-maintenance: net value {net} stays below {highValue}, potential {potential} below {highPotential}.",
  "one-to-one-below-zero":
    "Below zero: net value {net} and potential {potential} together are below 0.",
  "present-value-fell": "Present value fell from {was} to {is}.",
  "potential-fell": "Potential fell from {was} to {is}.",
  "cost-to-serve-rose": "The cost to serve rose from {was} to {is}.",
  "downgrade-explained": "The downgrade was explained: {explanation}",
  "growth-potential":
    "A small customer that may become a large one: net value {net} could be {prospect}.",
  "basic-service-stays":
    "Basic service stays as it is: the class {class} by itself takes nothing away.",

  "unexplained-downgrade": "No downgrade from {from} to {to}: nothing explains it.",

  // market share
  "market-share": "Market share: {value}, the product of:",
  "customer-penetration": "Customer penetration: {value}.",
  "customer-loyalty": "Customer loyalty: {value}.",
  "customer-selectivity": "Customer selectivity: {value}.",
  "price-selectivity": "Price selectivity: {value}.",
  "no-market": "Nobody buys from anybody: there is no market to have a share of.",
  "no-own-purchases": "Nobody buys from us: the share is 0, and no loyalty or price is behind it.",
  "market-share-change": "The market share changed by {value}, from {before} to {after}; by:",
  "changed-customer-penetration": "Customer penetration, from {before} to {after}: {value}.",
  "changed-customer-loyalty": "Customer loyalty, from {before} to {after}: {value}.",
  "changed-customer-selectivity": "Customer selectivity, from {before} to {after}: {value}.",
  "changed-price-selectivity": "Price selectivity, from {before} to {after}: {value}.",
} as const;
