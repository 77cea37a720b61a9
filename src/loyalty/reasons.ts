/**
 * English sentences for every reason and trace code of this room, with the parameters in braces.
 *
 * Hand it to `explain` of `goodwill/shared`; for another language hand over a table with the same codes.
 */
export const LOYALTY_SENTENCES = {
  // how a balance came about
  "points-balance": "{value} {kind} at {asOf}:",
  "points-lot": "{value} left of {source} {of}, earned {at}:",
  "points-granted": "{value} from {source} {of}.",
  "points-out": "{value}: {from} became {to} at {at}, by event {event}.",
  "points-back": "{value}: {from} became {to} again at {at}, by event {event}.",
  "points-past-end": "{value}: past their end, not yet recorded.",
  "reservation-fallen-back":
    "{value}: the reservation {redemption} has fallen back, not yet recorded.",
  "debt-made": "{value}: taken back beyond what was there, at {at}, by event {event}.",
  "debt-paid": "{value}: of the debt paid at {at}, by event {event}.",
  "nothing-earned": "{value} earned by {of} at {at}:",
  "rule-points": "{value} by the rule {rule}:",
  "points-asked": "{value} asked for, exactly {exact} on {basis}.",
  "points-held-back": "{value} held back by {by} {of}.",

  // why an earning rule gave nothing
  disabled: "{value} by the rule {rule}: it is switched off.",
  "before-window": "{value} by the rule {rule}: its first day is still to come.",
  "after-window": "{value} by the rule {rule}: its last day is over.",
  "wrong-channel": "{value} by the rule {rule}: it is for another channel.",
  "wrong-weekday": "{value} by the rule {rule}: it is for other days of the week.",
  "wrong-hours": "{value} by the rule {rule}: it is for other hours.",
  "wrong-segment": "{value} by the rule {rule}: it is for another segment.",
  "wrong-tier": "{value} by the rule {rule}: it is for another tier.",
  "wrong-club": "{value} by the rule {rule}: it is for members of a club.",
  "not-birthday": "{value} by the rule {rule}: it is not the member's birthday.",
  "not-anniversary": "{value} by the rule {rule}: it is not the anniversary of the enrolment.",
  "not-first-purchase": "{value} by the rule {rule}: it is not the first order.",
  "no-streak": "{value} by the rule {rule}: the orders before it are too few or too far apart.",
  "order-too-small": "{value} by the rule {rule}: the order is too small.",
  "wrong-facts": "{value} by the rule {rule}: the facts are others.",
  "no-alternative": "{value} by the rule {rule}: none of its alternatives holds.",
  "exception-met": "{value} by the rule {rule}: its exception holds.",
  "no-lines": "{value} by the rule {rule}: no line is of its choice.",
  "paid-by-points": "{value} by the rule {rule}: its lines were paid by points.",
  "below-block": "{value} by the rule {rule}: not one block is full.",
  "nothing-to-multiply": "{value} by the rule {rule}: no other rule gives what it could multiply.",
  "beaten-by-rule": "{value} by the rule {rule}: the rule {by} gives in its place.",

  // attachment
  "purchase-repeated": "There are {repurchases} repurchases, at least {atLeast} are asked for.",
  "purchase-not-repeated": "There are only {repurchases} repurchases, {atLeast} are asked for.",
  "purchase-share-unknown": "Not known: how often the customer buys here and elsewhere.",
  "wallet-share-unknown": "Not known: how much the customer spends here and elsewhere.",
  "wallet-below-own-purchases":
    "{purchases} purchases were made here, more than the {all} said to be all.",
  "wallet-below-own-spend":
    "{spent} minor units of {currency} were spent here, more than the {all} said to be all.",
  "wallet-in-other-currency":
    "Purchases are in {currency}, the customer's whole spending is in {other}.",
  "attitude-held": "{kind}: yes, by {id} at {at}.",
  "attitude-not-held": "{kind}: no, by {id} at {at}.",
  "satisfaction-repeated":
    "The last {inARow} experiences satisfied, at least {atLeast} are asked for.",
  "satisfaction-not-repeated":
    "Only the last {inARow} experiences satisfied, {atLeast} are asked for.",
  "obstacle-overcome": "An obstacle was overcome: {kind} ({id}).",
  "obstacle-not-overcome": "The last obstacle was not overcome: {kind} ({id}).",

  // price: why not
  "price-wrong-standing": "It is for a {what} of {asked}, which the customer does not have.",
  "price-standing-unknown": "It is for a {what} of {asked}; the customer's is not known.",
  "price-not-for-customer": "It is not for customer {customer}.",
  "price-order-too-small": "The list price is {listTotal} in all, {atLeast} is asked for.",
  "price-not-yet-valid": "It is valid from {from}, the order is of {day}.",
  "price-no-longer-valid": "It was valid through {through}, the order is of {day}.",
  "price-no-line": "The basket has no line it is for.",
  "price-not-stackable": "Its lines have another special price, and the two do not go together.",
  "price-nothing-to-reduce": "Nothing is asked for its lines.",
  "price-below-minor-unit": "It comes to less than half a minor unit.",
  "price-no-competitor": "No competitor's price is known.",
  "price-competitor-in-other-currency":
    "{competitor} asks for {product} in {currency}, the basket is in {other}.",
  "price-competitor-too-old":
    "The price of {competitor} for {product} is {ageDays} days old, at most {seenWithinDays} are good.",
  "price-not-dearer": "No line is dearer than at the competitor.",
  "price-bundle-incomplete": "The bundle asks for {quantity} of {product}, there are {held}.",
  "price-bundle-not-cheaper": "{bundles} bundles cost {asked}, their products alone {alone}.",
  "price-uses-exhausted": "It was used {uses} times, {limit} are allowed ({span}).",
  "price-amount-exhausted": "It has given {used}, {limit} is allowed ({span}).",
  "price-use-in-other-currency": "It was used in {currency}, the basket is in {other}.",

  // price: held back
  "price-order-limit": "{wanted} was due, at most {limit} is given in one order.",
  "price-customer-limit": "{wanted} was due, the customer has {left} left.",
  "price-floor": "Line {line} can go down by {room}, not by {wanted}: its least price is {floor}.",
  "price-cost-unknown": "The cost of line {line} is not known, so its margin is not either.",

  // price: how it came about
  "price-in-the-end": "{value} minor units in the end, refunds taken off:",
  "price-list": "{value} at list price:",
  "price-list-line": "{value} for line {line}.",
  "price-discount": "{value} by the discount {instrument}:",
  "price-match": "{value} by matching a competitor, {instrument}:",
  "price-undercut": "{value} by undercutting a competitor, {instrument}:",
  "price-bundle": "{value} by the bundle {instrument}:",
  "price-refund": "{value} paid back later, {instrument}:",
  "price-changed-line": "{value} on line {line}.",

  // programme: what the linter finds
  "rule-disabled": "Rule {rule} is switched off.",
  "rule-window-empty": "Rule {rule} ends before it begins.",
  "rule-condition-contradictory": "What rule {rule} asks for can never hold.",
  "rule-lines-empty": "Rule {rule} leaves out all lines it chooses.",
  "rule-needs-order": "Rule {rule} asks for an order, and is set off by something else.",
  "rule-shadowed": "Rule {rule} never applies: wherever it could, {by} is exclusive.",
  "rule-always-beaten": "Rule {rule} never applies: in its group {by} always goes first.",
  "rule-multiplies-nothing": "Rule {rule} has no rule of {kind} to multiply.",
  "rule-above-cap": "Rule {rule} gives {points} points at a time, and a cap grants {most} at most.",
  "rule-tier-unreachable": "Rule {rule} asks for {tiers}, which nobody reaches.",
  "tier-unreachable": "Tier {tier} asks for more points than can be earned.",
  "tier-overlaps": "Tier {tier} asks for no more than {lower} below it.",
  "tier-keep-above-reach": "Tier {tier} is harder to keep than to reach.",
  "return-above-spend": "Spend earns back {percent} percent of itself, by {rules}.",
  "return-above-policy": "Spend earns back {percent} percent of itself, above {most}, by {rules}.",
  "points-paid-earn": "What points pay earns again: {percent} percent come back.",
  "voucher-earns": "Reward {reward} costs {cost} points; an order paid by it earns {earned}.",
  "partner-converts-at-a-gain":
    "Partner {partner} takes {from} worth {given} and issues {to} worth {got}.",
  "earning-gap": "From {from} through {through}, {days} days, no rule gives {kind}.",
  "expires-before-active":
    "{kind} can last {lastsDays} days and be active only after {activeAfterDays}.",
  "qualifying-kind-expires-early":
    "{kind} earned on {earnedOn} expires on {lastDay} while it still counts.",
  "kind-never-issued": "Nothing issues {kind} but hands.",
  "kind-never-spent": "Nothing takes {kind}.",
  "kind-never-counts": "{kind} counts towards no tier.",
  "reward-not-redeemable": "Reward {reward} cannot be had: the programme redeems no points.",
  "reward-unaffordable":
    "Reward {reward} costs {cost} points, and nobody can hold more than {most}.",
  "reward-tier-unreachable": "Reward {reward} asks for tier {tier}, which nobody reaches.",
} as const;
