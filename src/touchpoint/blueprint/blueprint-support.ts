import { blueprintElements, requireBlueprint } from "./blueprint-elements.js";
import type { ServiceBlueprint } from "./blueprint.js";

/** What one step rests on. */
export interface StepSupport {
  /** The step, by id. */
  readonly step: string;
  /** The backstage elements it names itself, by id. */
  readonly direct: readonly string[];
  /** All backstage elements it rests on, those included on which its elements rest in turn, by id. */
  readonly all: readonly string[];
}

/** What one element carries. */
export interface ElementReach {
  /** The element, by id. */
  readonly element: string;
  /** The steps that fall when it fails, in the order of the blueprint. */
  readonly steps: readonly string[];
  /** Share of all steps. */
  readonly share: number;
}

/** Which step rests on what, both ways. */
export interface BlueprintSupport {
  /** The steps in the order of the blueprint. */
  readonly steps: readonly StepSupport[];
  /** The backstage elements, the one that carries most steps first, equals by id. */
  readonly elements: readonly ElementReach[];
}

/**
 * Which step rests on what, and which steps fall when an element fails (TP-7)?
 *
 * A step rests on the backstage elements it names, on those its frontstage elements rest on, and on whatever these rest
 * on in turn; circles do no harm. Only what is defined backstage or in the blueprint's support carries: not what
 * customers see, and not a name that nobody has defined, though what lies behind either is found. Steps that share an
 * id are one, and so are elements.
 *
 * @param blueprint - The service.
 * @returns The steps with their support, and the elements with the steps they carry.
 * @throws RangeError when the blueprint has no step.
 * @example
 * ```ts
 * import { blueprintSupport } from "goodwill/touchpoint";
 *
 * const { elements } = blueprintSupport({
 *   name: "delivery",
 *   steps: [
 *     {
 *       id: "order",
 *       customerAction: "orders",
 *       frontstage: [{ id: "website", name: "Website", kind: "system" }],
 *       backstage: [{ id: "stock", name: "Stock system", kind: "technology", restsOn: ["database"] }],
 *     },
 *     {
 *       id: "receive",
 *       customerAction: "signs",
 *       frontstage: [{ id: "courier", name: "Courier", kind: "people", restsOn: ["database"] }],
 *       backstage: [],
 *     },
 *   ],
 *   support: [{ id: "database", name: "Database", kind: "technology" }],
 * });
 * elements[0]; // => { element: "database", steps: ["order", "receive"], share: 1 }
 * ```
 */
export function blueprintSupport(blueprint: ServiceBlueprint): BlueprintSupport {
  requireBlueprint(blueprint, "say what rests on what");
  const { needs, backstage } = blueprintElements(blueprint);
  const direct = new Map<string, Set<string>>();
  const roots = new Map<string, Set<string>>();
  for (const step of blueprint.steps) {
    const named = direct.get(step.id) ?? new Set();
    const from = roots.get(step.id) ?? new Set();
    for (const { id } of step.backstage) {
      named.add(id);
      from.add(id);
    }
    for (const { id } of step.frontstage) for (const need of needs.get(id) ?? []) from.add(need);
    direct.set(step.id, named);
    roots.set(step.id, from);
  }
  const carried = new Map<string, string[]>([...backstage].map((id) => [id, []]));
  const steps = [...roots].map(([step, from]) => {
    const all = [...reachedFrom(from, needs)].filter((id) => backstage.has(id)).toSorted();
    for (const id of all) carried.get(id)?.push(step);
    return {
      step,
      direct: [...(direct.get(step) ?? [])].toSorted(),
      all,
    };
  });
  return {
    steps,
    elements: [...carried]
      .map(([element, fallen]) => ({ element, steps: fallen, share: fallen.length / steps.length }))
      .toSorted((a, b) => b.steps.length - a.steps.length || (a.element < b.element ? -1 : 1)),
  };
}

function reachedFrom(
  roots: ReadonlySet<string>,
  needs: ReadonlyMap<string, ReadonlySet<string>>,
): Set<string> {
  const reached = new Set(roots);
  const open = [...roots];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const need of needs.get(id) ?? []) {
      if (reached.has(need)) continue;
      reached.add(need);
      open.push(need);
    }
  }
  return reached;
}
