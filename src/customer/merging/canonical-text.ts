/**
 * A value as JSON with its keys in one order: equal contents give equal texts, whatever order their keys were written
 * in.
 *
 * @internal
 */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const part = value as Readonly<Record<string, unknown>>;
  const texts: string[] = [];
  for (const key of Object.keys(part).sort()) {
    if (part[key] !== undefined) texts.push(`${JSON.stringify(key)}:${canonicalText(part[key])}`);
  }
  return `{${texts.join(",")}}`;
}
