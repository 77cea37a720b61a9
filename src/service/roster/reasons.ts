/** The sentences of `roster`. @internal */
export const ROSTER_REASONS = {
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
  "roster-fits": "{agent} is one of {fitting} who could work it; {needed} are needed.",
  "roster-wish-met": "A shift like {pattern} was wished for.",
  "roster-wish-not-met":
    "A shift like {pattern} was not wanted, but another choice would have been worse.",
  "roster-unpopular-turn": "It is an unpopular shift: {now} with it, {before} before this roster.",
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
  "roster-stopped-by-skill": "{agents} of {of} agents lack the skill {what}.",
  "roster-stopped-by-language": "{agents} of {of} agents do not speak {what}.",
  "roster-stopped-by-availability": "{agents} of {of} agents are not available.",
  "roster-stopped-by-overlap": "{agents} of {of} agents work a shift at that time.",
  "roster-stopped-by-rest": "{agents} of {of} agents would rest too little.",
  "roster-stopped-by-day": "{agents} of {of} agents have their shifts of that day.",
  "roster-stopped-by-week": "{agents} of {of} agents would work more than their week allows.",
  "roster-stopped-by-row": "{agents} of {of} agents would work too many days in a row.",
  "roster-everyone-has-it": "All {agents} agents there are work it; {needed} are needed.",
  "roster-under-contract":
    "{agent} works {minutes} minutes in the week of {week}; the contract says at least {least}.",
  "roster-over-contract":
    "{agent} works {minutes} minutes in the week of {week}; at most {most} are allowed.",
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
} as const;
