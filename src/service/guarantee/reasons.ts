/** The sentences of `guarantee`. @internal */
export const GUARANTEE_REASONS = {
  "guarantee-in-time": "It was done in time: nothing is owed.",
  "guarantee-within-grace":
    "It is {lateMinutes} minutes late, not more than the {graceMinutes} allowed: nothing is owed.",
  "guarantee-below-first-step":
    "It is {lateMinutes} minutes late, not more than the {firstMinutes} of the first step: nothing is owed.",
  "guarantee-late":
    "It is {lateMinutes} minutes late ({measuredIn} time), more than {laterThanMinutes}.",
  "guarantee-refund": "A refund of {amount} is promised.",
  "guarantee-credit": "A credit of {amount} is promised.",
  "guarantee-points": "{points} points are given.",
  "guarantee-capped": "Of {asked} the cap of the {cap} leaves {left}.",
} as const;
