import type { BlueprintElement, ServiceBlueprint } from "./blueprint.js";

// The elements of a blueprint. Internal: not part of the package's surface.

/** The elements of a blueprint by id. */
export interface BlueprintElements {
  /** Every definition, in the order of the blueprint. */
  readonly definitions: ReadonlyMap<string, readonly BlueprintElement[]>;
  /** What each rests on, over all its definitions. */
  readonly needs: ReadonlyMap<string, ReadonlySet<string>>;
  /** The ids defined backstage. */
  readonly backstage: ReadonlySet<string>;
}

/** Gathers the elements of all steps and of the support that stands ready. */
export function blueprintElements({ steps, support }: ServiceBlueprint): BlueprintElements {
  const definitions = new Map<string, BlueprintElement[]>();
  const needs = new Map<string, Set<string>>();
  const take = (element: BlueprintElement): void => {
    const known = definitions.get(element.id);
    if (known === undefined) definitions.set(element.id, [element]);
    else known.push(element);
    const needed = needs.get(element.id) ?? new Set();
    for (const need of element.restsOn ?? []) needed.add(need);
    needs.set(element.id, needed);
  };
  for (const { frontstage, backstage } of steps) {
    frontstage.forEach(take);
    backstage.forEach(take);
  }
  support?.forEach(take);
  return {
    definitions,
    needs,
    backstage: new Set(
      [...steps.flatMap(({ backstage }) => backstage), ...(support ?? [])].map(({ id }) => id),
    ),
  };
}

/** Checks that there is something to look at. */
export function requireBlueprint(blueprint: ServiceBlueprint, task: string): void {
  if (blueprint.steps.length === 0) {
    throw new RangeError(`Cannot ${task}: the blueprint "${blueprint.name}" has no step`);
  }
}
