/** The sentences of `routing`. @internal */
export const ROUTING_REASONS = {
  "routing-customer-known": "The {channel} address is that of customer {customer}.",
  "routing-customer-shared":
    "The {channel} address is that of {customers} customers; none of them is guessed.",
  "routing-customer-unknown": "No customer is known with this {channel} address.",
  "routing-no-address": "The contact shows no {channel} address.",
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
  "routing-nobody-active": "None of the {agents} agents is active.",
  "routing-nobody-on-channel": "No active agent works on {channel}.",
  "routing-nobody-skilled":
    "{skill} is needed at level {level}; the best active agent has level {best}.",
  "routing-nobody-speaks":
    "No active agent speaks any of {languages}, nor a language close to them.",
  "routing-nobody-has-all":
    "No active agent has all of it: {channel}; skills: {skills}; languages: {languages}.",
  "routing-agent-without-channel": "Agent {agent} works on no channel and gets nothing.",
  "routing-agent-without-language":
    "Agent {agent} has no language and gets nobody whose language is known.",
  "routing-agent-without-skill":
    "Agent {agent} has no skill and gets only contacts that need none.",
} as const;
