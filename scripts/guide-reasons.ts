/**
 * Rewrites the tables of `docs/guides/reasons.md` from the rooms' sentences: `npm run docs:reasons`. What stands
 * between the headings stays as it is.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { CARE_SENTENCES } from "goodwill/care";
import { CUSTOMER_SENTENCES } from "goodwill/customer";
import { EXPERIENCE_SENTENCES } from "goodwill/experience";
import { LOYALTY_SENTENCES } from "goodwill/loyalty";
import { RELATIONSHIP_SENTENCES } from "goodwill/relationship";
import { SERVICE_SENTENCES } from "goodwill/service";
import type { Sentences } from "goodwill/shared";
import { TOUCHPOINT_SENTENCES } from "goodwill/touchpoint";
import { VALUE_SENTENCES } from "goodwill/value";
import { format, resolveConfig } from "prettier";

/** The sentences of every room that gives reasons, by the room's name, from the ground up. */
export const ROOM_SENTENCES: Readonly<Record<string, Sentences>> = {
  customer: CUSTOMER_SENTENCES,
  touchpoint: TOUCHPOINT_SENTENCES,
  experience: EXPERIENCE_SENTENCES,
  loyalty: LOYALTY_SENTENCES,
  value: VALUE_SENTENCES,
  service: SERVICE_SENTENCES,
  relationship: RELATIONSHIP_SENTENCES,
  care: CARE_SENTENCES,
};

/** The heading under which a room's table stands. */
function headingOf(room: string): string {
  return `## \`goodwill/${room}\`: \`${room.toUpperCase()}_SENTENCES\``;
}

/** The guide with the tables as they must be; everything above the first table is kept. */
export async function guideWithTables(guide: string): Promise<string> {
  const [introduction = ""] = guide.split("\n## `goodwill/");
  const sections = Object.entries(ROOM_SENTENCES).map(([room, sentences]) =>
    [
      headingOf(room),
      "",
      "| code | sentence |",
      "| --- | --- |",
      ...Object.entries(sentences).map(([code, sentence]) => `| \`${code}\` | ${sentence} |`),
    ].join("\n"),
  );
  const style = await resolveConfig(path);
  return format([introduction.trimEnd(), ...sections].join("\n\n"), {
    ...style,
    parser: "markdown",
  });
}

const path = fileURLToPath(new URL("../docs/guides/reasons.md", import.meta.url));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(path, await guideWithTables(readFileSync(path, "utf8")));
}
