/** The sentences of `staffing`. @internal */
export const STAFFING_REASONS = {
  "erlang-unstable":
    "{agents} agents do not exceed the load of {loadErlangs} erlangs: the queue grows without end; {leastAgents} are the least.",
} as const;
