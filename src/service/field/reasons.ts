/** The sentences of `field`. @internal */
export const FIELD_REASONS = {
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
