import type {
  BlueprintElement,
  BlueprintStep,
  ServiceBlueprint,
} from "../../touchpoint/blueprint/blueprint.js";

/** An element with its kind in words: one that nobody defined has none of its own. @internal */
export interface CarryingElement extends Pick<BlueprintElement, "id" | "name" | "owner"> {
  readonly kind: string;
}

/** All elements of a blueprint by id; of two definitions the first holds. @internal */
export function blueprintElementsById({
  steps,
  support = [],
}: ServiceBlueprint): ReadonlyMap<string, BlueprintElement> {
  const elements = new Map<string, BlueprintElement>();
  const all = [...steps.flatMap(({ backstage, frontstage }) => [...backstage, ...frontstage])];
  for (const element of [...all, ...support]) {
    if (!elements.has(element.id)) elements.set(element.id, element);
  }
  return elements;
}

/**
 * What carries a step: the backstage elements it names, and those on which they and the frontstage elements rest, each
 * once. @internal
 */
export function behindStep(
  { frontstage, backstage }: Pick<BlueprintStep, "frontstage" | "backstage">,
  elements: ReadonlyMap<string, BlueprintElement>,
): CarryingElement[] {
  const seen = new Set<string>();
  const behind: CarryingElement[] = [];
  const open = [...backstage.map(({ id }) => id), ...frontstage.flatMap(needsOf)];
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const element = elements.get(id);
    behind.push(element ?? { id, name: id, kind: "not defined" });
    if (element !== undefined) open.push(...needsOf(element));
  }
  return behind;
}

function needsOf({ restsOn = [] }: Pick<BlueprintElement, "restsOn">): readonly string[] {
  return restsOn;
}
