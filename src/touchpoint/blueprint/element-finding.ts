import type { Reason } from "../../shared/reason.js";
import type { BlueprintPolicy } from "./audit-policy.js";
import { blueprintElements } from "./blueprint-elements.js";
import type { BlueprintFinding } from "./blueprint-finding.js";
import type { BlueprintSupport } from "./blueprint-support.js";
import type { BlueprintElement, ServiceBlueprint } from "./blueprint.js";

// What is wrong with elements. Internal: not part of the package's surface.

/** The findings of all elements by id, and how many elements there are. */
export function elementFindings(
  blueprint: ServiceBlueprint,
  { support, policy }: { readonly support: BlueprintSupport; readonly policy: BlueprintPolicy },
): { readonly count: number; readonly findings: readonly BlueprintFinding[] } {
  const { definitions, needs, backstage } = blueprintElements(blueprint);
  const visible = new Set(
    blueprint.steps.filter(({ frontstage }) => frontstage.length > 0).map(({ id }) => id),
  );
  const carried = new Map(support.elements.map(({ element, steps }) => [element, steps]));
  const ids = [...definitions.keys()].toSorted();
  const findings = ids.flatMap((id) => {
    const defined = definitions.get(id) ?? [];
    const reasons: Reason[] = [];
    const spellings = new Set(defined.map(spelling));
    if (spellings.size > 1) {
      const params = { element: id, definitions: spellings.size };
      reasons.push({ code: "element-defined-twice", params });
    }
    if (defined.every(({ owner }) => owner === undefined)) {
      reasons.push({ code: "element-without-owner", params: { element: id } });
    }
    if (backstage.has(id)) {
      const steps = carried.get(id) ?? [];
      const params = { element: id, steps: steps.length, maximum: policy.maximumStepsPerElement };
      if (!steps.some((step) => visible.has(step))) {
        reasons.push({ code: "support-carries-nothing", params: { element: id } });
      }
      if (steps.length > policy.maximumStepsPerElement) {
        reasons.push({ code: "single-point-of-failure", params });
      }
    }
    for (const need of [...(needs.get(id) ?? [])].toSorted()) {
      if (definitions.has(need)) continue;
      reasons.push({ code: "element-rests-on-unknown", params: { element: id, need } });
    }
    return reasons.map((reason) => ({ element: id, reason }));
  });
  return { count: ids.length, findings };
}

/** What makes a definition: name, kind and owner; what it rests on may be said in parts. */
function spelling({ name, kind, owner }: BlueprintElement): string {
  return JSON.stringify([name, kind, owner ?? 0]);
}
