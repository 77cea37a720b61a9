import type { Mapping } from "./mapping.js";

/** What the report calls factors and columns. */
export interface Naming {
  readonly labels: Readonly<Record<string, string>>;
  readonly name: (id: string) => string;
}

/** The labels of a mapping; without one the name itself, with spaces for underscores. */
export function namingOf({ labels }: Pick<Mapping, "labels">): Naming {
  return {
    labels,
    name: (id) => (Object.hasOwn(labels, id) ? (labels[id] as string) : id.replaceAll("_", " ")),
  };
}
