/** One term of the theatre, and what it stands for in a service. */
export interface TheatreTerm {
  /** The term. */
  readonly term: "actors" | "audience" | "setting" | "performance";
  /** What it stands for in a service. */
  readonly standsFor: string;
  /** Where a blueprint holds it. */
  readonly inBlueprint: string;
}

/**
 * A service seen as theatre (TP-7): actors, audience, setting and performance.
 *
 * @remarks Grove and Fisk (1983, "The dramaturgy of services exchange"), after Goffman (1959, "The presentation of self
 * in everyday life"), whose front and back region are the two sides of the line of visibility.
 */
export const THEATRE_TERMS: readonly TheatreTerm[] = [
  {
    term: "actors",
    standsFor: "the staff the customer meets",
    inBlueprint: "frontstage elements of the kind people",
  },
  {
    term: "audience",
    standsFor: "the customers, also those who only look on",
    inBlueprint: "the customer's actions",
  },
  {
    term: "setting",
    standsFor: "the place and what stands in it",
    inBlueprint: "frontstage elements of the kinds setting and system, and the evidence",
  },
  {
    term: "performance",
    standsFor: "the service as it is given, step by step",
    inBlueprint: "the steps in their order",
  },
];
