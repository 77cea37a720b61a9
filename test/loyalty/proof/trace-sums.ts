import type { Trace } from "../../../src/shared/reason.js";

/** The nodes of a trace whose parts do not sum to their value. */
export function unevenNodes(trace: Trace): readonly Trace[] {
  const { value, parts } = trace;
  if (parts === undefined) return [];
  const isEven = parts.reduce((sum, part) => sum + part.value, 0) === value;
  return [...(isEven ? [] : [trace]), ...parts.flatMap(unevenNodes)];
}
