import type { BlueprintStep, ServiceBlueprint } from "goodwill/touchpoint";

/** A step with nothing wrong in it, and what a test says of it. */
export function step(changes: Partial<BlueprintStep> & Pick<BlueprintStep, "id">): BlueprintStep {
  return {
    customerAction: changes.id,
    frontstage: [{ id: `${changes.id} staff`, name: "Staff", kind: "people", owner: "sales" }],
    backstage: [{ id: `${changes.id} system`, name: "System", kind: "technology", owner: "it" }],
    evidence: ["receipt"],
    ...changes,
  };
}

/** A blueprint with nothing wrong in it, its steps changed as a test says. */
export function blueprint(
  changes: Readonly<Partial<Record<"browse" | "buy" | "use", Partial<BlueprintStep>>>> = {},
  more: Partial<ServiceBlueprint> = {},
): ServiceBlueprint {
  return {
    name: "screens",
    steps: [
      step({ id: "browse", stage: "before", ...changes.browse }),
      step({ id: "buy", stage: "during", ...changes.buy }),
      step({ id: "use", stage: "after", ...changes.use }),
    ],
    ...more,
  };
}
