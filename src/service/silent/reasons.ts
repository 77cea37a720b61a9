/** The sentences of `silent`. @internal */
export const SILENT_REASONS = {
  "hidden-dissatisfied":
    "{value} customers are dissatisfied, of whom a share of {silentShare} keeps silent:",
  "hidden-complained": "{value} complained.",
  "hidden-silent": "{value} keep silent, of whom a share of {neverReturnShare} never comes back:",
  "hidden-lost": "{value} never come back.",
  "hidden-kept": "{value} come back in spite of it.",
  "kept-after-problems": "{value} customers stay:",
  "kept-after-problem":
    "{value} of {customers} with a {severity} problem, {handling}: a share of {retention} stays.",
} as const;
