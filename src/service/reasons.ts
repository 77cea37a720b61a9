/**
 * English sentences for every reason code of this room, with the reason's parameters in braces.
 *
 * Hand it to `explain` of `goodwill/shared`; for another language hand over a table with the same codes.
 */
export const SERVICE_SENTENCES = {
  // who may resolve a complaint
  "complaint-within-authority": "Level {level}, {name}, may resolve it.",
  "complaint-without-authority": "Level {level} decides nothing about complaints.",
  "complaint-safety-first":
    "Somebody's safety is at risk: level {safetyLevel} decides, not level {level}.",
  "complaint-too-severe": "It is {severity}; level {level} decides up to {limit}.",
  "complaint-stakes-beyond": "{stakes} are at stake; level {level} decides up to {limit}.",
  "complaint-open-too-long":
    "It has been open for {days} days; level {level} decides within {limit}.",
  "complaint-repeated":
    "The customer complained {earlier} times before; level {level} decides up to {limit}.",
  "complaint-remedy-not-granted": "Level {level} may not grant {remedy}.",
  "complaint-remedy-beyond": "{remedy} comes to {amount}; level {level} may grant up to {limit}.",
  "complaint-remedies-together-beyond":
    "All remedies come to {amount}; level {level} may grant up to {limit}.",
  // complaints about the same matter
  "complaint-same-customer": "Both are of customer {customer}, {days} days apart.",
  "complaint-same-reference": "Both are about {what}.",
  "complaint-same-kind": "Both are of the kind {what}.",
  "complaint-same-product": "Both are about the product {what}.",
  "complaint-subject-alike": "Their subjects are alike by {similarity}, at least {limit}.",
  // rules of classification
  "complaint-rule-id-twice": "Rule {rule}: its id is that of a rule before it.",
  "complaint-rule-without-condition": "Rule {rule} has no condition.",
  "complaint-rule-keyword-empty": 'Rule {rule}: the keyword "{keyword}" has no letter or digit.',
  "complaint-rule-kind-unknown": "Rule {rule}: the kind {kind} is not in the catalogue.",
  "complaint-rule-sub-kind-unknown": "Rule {rule}: {subKind} is no finer kind of {kind}.",
  "complaint-rule-never-fires":
    "Rule {rule} can never fire: what it needs, it forbids, or there is nothing it needs.",
  "complaint-rule-always-beaten": "Rule {rule} never decides: whenever it fires, {by} goes first.",
  "complaint-rule-always-in-conflict":
    "Rule {rule} never decides: whenever it fires, {by} says another kind.",
  // hidden dissatisfaction
  "hidden-dissatisfied":
    "{value} customers are dissatisfied, of whom a share of {silentShare} keeps silent:",
  "hidden-complained": "{value} complained.",
  "hidden-silent": "{value} keep silent, of whom a share of {neverReturnShare} never comes back:",
  "hidden-lost": "{value} never come back.",
  "hidden-kept": "{value} come back in spite of it.",
  // retention after a problem
  "kept-after-problems": "{value} customers stay:",
  "kept-after-problem":
    "{value} of {customers} with a {severity} problem, {handling}: a share of {retention} stays.",

  // guarantee
  "guarantee-in-time": "It was done in time: nothing is owed.",
  "guarantee-within-grace":
    "It is {lateMinutes} minutes late, not more than the {graceMinutes} allowed: nothing is owed.",
  "guarantee-below-first-step":
    "It is {lateMinutes} minutes late, not more than the {firstMinutes} of the first step: nothing is owed.",
  "guarantee-late":
    "It is {lateMinutes} minutes late ({measuredIn} time), more than {laterThanMinutes}.",
  "guarantee-refund": "{amount} minor units {currency} are refunded.",
  "guarantee-credit": "{amount} minor units {currency} are credited.",
  "guarantee-points": "{points} points are given.",
  "guarantee-capped": "Of {asked} minor units {currency} the cap of the {cap} leaves {left}.",

  // recovery: how much
  "recovery-amount": "Compensation in minor units of {currency}: {value}.",
  "recovery-price": "Price of {paid}, severity {severity}, a share of {share}: {value}.",
  "recovery-restored": "What was paid for is delivered after all: {value}.",
  "recovery-harm": "Damage shown: {value}.",
  "recovery-fault": "Fault is {fault}, the firm answers for a share of {share}: {value}.",
  "recovery-minimum": "At least {minimum} for severity {severity}: {value}.",
  "recovery-repeat": "Failed {times} times before, a share of {share} more: {value}.",
  "recovery-value": "The customer's value adds a share of {share}: {value}.",
  "recovery-rounding": "Rounded ({rounding}) to multiples of {unit}: {value}.",
  "recovery-cap": "The cap by {cap} is {limit}, {left} left: {value}.",
  // recovery: what else was decided
  "recovery-safety": "Safety was at risk: severity {severity} counts as {counted}.",
  "recovery-restoration": "A {kind} delivers what was paid for; it costs {cost} minor units.",
  "recovery-cause-sought": "The cause is not known yet; the customer is told when it is.",
  "recovery-fault-customer": "The customer caused it: regret and advice.",
  "recovery-granted-by": "{level} may grant the {total} minor units.",
  "recovery-escalate": "{to} must be asked to grant the {total} minor units.",
  // recovery: what was asked for and is not granted
  "recovery-nothing-due": "Nothing is paid where the fault is {fault}.",
  "recovery-cap-used": "The cap by {cap} of {limit} minor units is used up.",
  "recovery-kind-not-given": "A {kind} is not given for severity {severity}; {instead} is.",
  "recovery-asked-more": "{asked} minor units were asked for; the rules give {granted}.",
  "recovery-not-restored": "No {kind} is given where the fault is {fault}.",
  "recovery-not-available": "A {kind} is not possible here.",
  "recovery-beyond-caps": "A {kind} costs {cost} minor units; the caps leave {left}.",
  // recovery: follow-up
  "recovery-follow-up-first": "The customer is asked {hours} hours after the remedy.",
  "recovery-follow-up-again":
    "The customer was not satisfied and is asked again after {hours} hours.",
  "recovery-follow-up-retry": "Nobody was reached; the next try is after {hours} hours.",
  "recovery-follow-up-dissatisfied": "Dissatisfied answers: {times}; {to} takes it up.",
  "recovery-follow-up-not-reached": "Nobody was reached {times} times in a row; {to} takes it up.",
  // recovery: satisfaction
  "recovery-few-ratings": "Only {n} ratings ({group}), fewer than {smallBelow}: a hint, no proof.",
  "recovery-no-spread":
    "The difference is {difference} in every case: how sure it is cannot be told.",
  // recovery: equal cases
  "recovery-unequal-amount": "{cases} equal cases got from {least} to {most} minor units.",
  "recovery-unequal-kind": "{cases} equal cases got different kinds: {kinds}.",
  "recovery-unequal-decider": "Different people decided the {cases} equal cases: {deciders}.",
  "recovery-unequal-same-decider":
    "The same person decided some of the {cases} equal cases differently.",
  "recovery-unequal-policy": "{kept} of the {cases} equal cases got the amount the policy gives.",
  // quality: sampling
  "quality-few-customers":
    "{agent} has {customers} customers that can be chosen; {wanted} are wanted.",
  "quality-outside-month": "It is not in {month}.",
  "quality-not-permitted": "It may not be looked at.",
  "quality-too-short": "It took {seconds} seconds, fewer than {least}.",
  // quality: scores
  "quality-score": "Score of the contact: {value}.",
  "quality-criterion":
    "{criterion}: {answer} of {points} points, a weight share of {weightShare}: {value}.",
  "quality-for-coaching":
    "{n} contacts of {agent} were judged, fewer than {below}: for coaching, not for ranking.",
  "quality-nothing-judged": "No contact of the {agents} agents was judged.",
  "quality-no-difference":
    "The {agents} agents differ no more than chance explains in {n} contacts.",
  "quality-one-group": "No agent of {agents} is surely better than another, from {n} contacts.",
  "quality-agents-unjudged": "No contact was judged of {agents} agents.",
  // scorecard
  "scorecard-score": "Score of the department: {value}.",
  "scorecard-points": "{measure} scores {score} with a weight share of {weightShare}: {value}.",
  "scorecard-missing": "{measure}, a weight share of {weightShare}, has no value.",
  "scorecard-satisfaction-too-light":
    "{department} deals with customers, whose satisfaction must weigh more than half; its share is {share}.",
  "scorecard-without-internal": "{department} has no internal measure.",
  "scorecard-without-external": "{department} has no external measure.",
  "scorecard-measure-dominates":
    "{measure} has a weight share of {share}, more than {most}: it decides nearly alone.",
  "scorecard-element-missing": "Standard {standard} says nothing on {element}.",
  "scorecard-element-not-measurable":
    "Standard {standard} gives no quantity with a unit for {element}.",
  "scorecard-element-unknown": "Standard {standard} speaks of {element}, which is no element.",
  "scorecard-one-rater": "Only {raters} rater answered: whether others agree is not known.",
  "scorecard-raters-disagree": "Raters disagree on {key}: agreement {agreement}, below {from}.",
  "scorecard-answers-missing": "{missing} answers are missing; they are left out.",

  // forecast
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
  // staffing (refusals of Result, if they are listed)
  "erlang-unstable":
    "{agents} agents do not exceed the load of {loadErlangs} erlangs: the queue grows without end; {leastAgents} are the least.",
  "forecast-history-too-short":
    "The history has {weeks} whole weeks, and {neededWeeks} are needed.",
  "forecast-no-contacts": "None of the {rows} rows has a contact: there is nothing to learn.",

  // roster: why an interval is short
  "roster-no-shift-then": "No shift runs at {start}, where {required} agents are needed.",
  "roster-no-shift-through":
    "None of {shifts} ways to work at {start} is at work through the whole interval, where {required} agents are needed.",
  "roster-seats-full":
    "All {seats} seats are taken at {start}, where {required} agents are needed.",
  "roster-seats-around-full":
    "Every shift that would cover {start} also needs a seat while all {seats} are taken; {required} agents are needed.",
  "roster-agents-used":
    "All {agents} agents of the day have begun a shift; at {start} {required} agents are needed.",
  "roster-short-is-cheaper":
    "One shift more would weigh more than what is missing at {start}: {scheduled} of {required} agents.",
  // roster: why an agent has a shift
  "roster-fits": "{agent} is one of {fitting} who could work it; {needed} are needed.",
  "roster-wish-met": "A shift like {pattern} was wished for.",
  "roster-wish-not-met":
    "A shift like {pattern} was not wanted, but another choice would have been worse.",
  "roster-unpopular-turn": "It is an unpopular shift: {now} with it, {before} before this roster.",
  // roster: what stands against an agent working a shift
  "roster-skill-missing": "The skill {skill} is missing.",
  "roster-language-missing": "The language {language} is missing.",
  "roster-not-available": "The agent is not available through the whole shift from {start}.",
  "roster-overlap": "It overlaps the shift that begins at {other}.",
  "roster-too-little-rest":
    "It leaves {minutes} minutes of rest to the shift that begins at {other}; at least {least} are needed.",
  "roster-shifts-that-day": "On {day} {shifts} shifts begin already; at most {most} may.",
  "roster-week-full":
    "In the week of {week} {minutes} minutes are worked already; with {needed} more it would be over {most}.",
  "roster-days-in-a-row": "It would make {days} days in a row; at most {most} are allowed.",
  // roster: what stands against all agents at a place that stays empty
  "roster-stopped-by-skill": "{agents} of {of} agents lack the skill {what}.",
  "roster-stopped-by-language": "{agents} of {of} agents do not speak {what}.",
  "roster-stopped-by-availability": "{agents} of {of} agents are not available.",
  "roster-stopped-by-overlap": "{agents} of {of} agents work a shift at that time.",
  "roster-stopped-by-rest": "{agents} of {of} agents would rest too little.",
  "roster-stopped-by-day": "{agents} of {of} agents have their shifts of that day.",
  "roster-stopped-by-week": "{agents} of {of} agents would work more than their week allows.",
  "roster-stopped-by-row": "{agents} of {of} agents would work too many days in a row.",
  "roster-everyone-has-it": "All {agents} agents there are work it; {needed} are needed.",
  // roster: contracts
  "roster-under-contract":
    "{agent} works {minutes} minutes in the week of {week}; the contract says at least {least}.",
  "roster-over-contract":
    "{agent} works {minutes} minutes in the week of {week}; at most {most} are allowed.",
  // roster: patterns and agents to look at
  "roster-pattern-never-starts": "Pattern {pattern} has no start.",
  "roster-pattern-fits-nobody": "Nobody has the skills and languages for pattern {pattern}.",
  "roster-pattern-longer-than-weeks":
    "Pattern {pattern} pays {minutes} minutes; nobody who fits it may work more than {most} a week.",
  "roster-agent-fits-nothing": "{agent} has the skills and languages for no pattern.",
  "roster-agent-hours-out-of-reach":
    "The contract of {agent} says at least {least} minutes a week; the patterns give {most} at most.",
  "roster-agent-hours-above-rules":
    "The contract of {agent} allows {contract} minutes a week; the rules allow {most}.",
  "roster-wish-pattern-unknown": "{agent} has a wish about pattern {pattern}, which there is not.",

  // routing: who it is
  "routing-customer-known": "The {channel} address is that of customer {customer}.",
  "routing-customer-shared":
    "The {channel} address is that of {customers} customers; none of them is guessed.",
  "routing-customer-unknown": "No customer is known with this {channel} address.",
  "routing-no-address": "The contact shows no {channel} address.",
  // routing: why this agent
  "routing-head-start": "Its wait counts {minutes} minutes longer (class {class}).",
  "routing-skilled": "{skill} is needed at level {level}; the agent has level {has}.",
  "routing-widened": "After {after} minutes of waiting less is asked for.",
  "routing-owner": "The agent is the customer's account manager: {points} points.",
  "routing-last-agent": "The agent served the customer {days} days ago: {points} points.",
  "routing-speaks": "The customer's {wanted} is met by {spoken}: {points} points.",
  "routing-wishes-met": "{met} of {wishes} wishes are met in full: {points} points.",
  "routing-class-team": "The agent is there for class {class} first: {points} points.",
  "routing-spare": "The agent has {others} skills that are not asked for: {points} points.",
  "routing-idle": "The agent has been idle for {minutes} minutes: {points} points.",
  "routing-handled":
    "The agent has handled {handled} contacts, the most are {most}: {points} points.",
  // routing: why not that agent
  "routing-agent-inactive": "{agent} is not active.",
  "routing-agent-not-on-channel": "{agent} does not work on {channel}.",
  "routing-agent-lacks-skill": "{skill} is needed at level {level}; {agent} has level {has}.",
  "routing-agent-lacks-language":
    "{agent} speaks none of {languages}, nor a language close to them.",
  "routing-agent-away": "{agent} is away.",
  "routing-agent-full": "{agent} has {inHand} contacts in hand and takes no more.",
  "routing-agent-given": "{agent} gets contact {contact}.",
  "routing-agent-less-fit": "{agent} has {points} points, fewer than {chosen}.",
  "routing-agent-equal": "{agent} has {points} points, too; equals go by id.",
  // routing: what nobody has
  "routing-nobody-active": "None of the {agents} agents is active.",
  "routing-nobody-on-channel": "No active agent works on {channel}.",
  "routing-nobody-skilled":
    "{skill} is needed at level {level}; the best active agent has level {best}.",
  "routing-nobody-speaks":
    "No active agent speaks any of {languages}, nor a language close to them.",
  "routing-nobody-has-all":
    "No one active agent has all of it: {channel}; skills: {skills}; languages: {languages}.",
  // routing: what is odd
  "routing-agent-without-channel": "Agent {agent} works on no channel and gets nothing.",
  "routing-agent-without-language":
    "Agent {agent} has no language and gets nobody whose language is known.",
  "routing-agent-without-skill":
    "Agent {agent} has no skill and gets only contacts that need none.",
  // field service
  "field-no-skill":
    "Job {job}: none of the {technicians} technicians has all it needs; lacking: {skills}.",
  "field-no-part":
    "Job {job} needs {needed} of {part}; those who could do it carry at most {most}.",
  "field-outside-working-time":
    "Job {job}: none of the {technicians} technicians who could do it works from {from} until {until} long enough.",
  "field-window-unreachable":
    "Job {job}: none of the {technicians} technicians who could do it gets to {place} between {from} and {until}, and back in time.",
  "field-full":
    "Job {job} of priority {priority}: {technicians} technicians could do it alone, but have no room beside other jobs.",
  "field-technician-without-skill":
    "Technician {technician} has no skill and gets only jobs that need none.",
} as const;
