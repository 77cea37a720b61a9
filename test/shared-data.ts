import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../shared/", import.meta.url));

/** The path of a data set kept beside the project, or `undefined` where it is absent: such tests skip with a message. */
export function sharedData(path: string): string | undefined {
  const file = root + path;
  return existsSync(file) ? file : undefined;
}
