// What was found where something else was asked for. Internal: not part of the package's surface.

/**
 * What was found, for a message: texts in quotes, numbers as they are, all else by its kind. Never throws, whatever was
 * found: a big integer and an object that leads back to itself have no JSON, and one may have no text either.
 */
export function foundText(value: unknown): string {
  switch (typeof value) {
    case "string":
      return JSON.stringify(value);
    case "bigint":
      return `${String(value)}n`;
    case "symbol":
      return "a symbol";
    case "function":
      return "a function";
    case "object":
      if (value === null) return "null";
      return Array.isArray(value) ? "a list" : "an object";
    default:
      return String(value);
  }
}

/** Whether it has fields that can be asked for. */
export function hasFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
