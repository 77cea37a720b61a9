import { readdirSync, readFileSync } from "node:fs";
import { EXPERIENCE_SENTENCES } from "goodwill/experience";
import { explain, type Sentences } from "goodwill/shared";
import { describe, expect, it } from "vitest";

const root = new URL("../../", import.meta.url);
const sentences: Sentences = EXPERIENCE_SENTENCES;

/** Source texts of the room, without the table itself and without comments. */
function sources(): string[] {
  return readdirSync(new URL("src/experience/", root), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && name !== "reasons.ts")
    .map((name) =>
      readFileSync(new URL(`src/experience/${name}`, root), "utf8").replaceAll(
        /\/\*[\s\S]*?\*\//g,
        "",
      ),
    );
}

describe("the reason codes of the room", () => {
  it("every code has its sentence in the guide, word for word", () => {
    const guide = readFileSync(new URL("docs/guides/reasons.md", root), "utf8");
    const documented = [...guide.matchAll(/^\| `([a-z-]+)` +\| (.*?) +\|$/gm)].map(
      ([, code, sentence]) => [code, sentence],
    );
    expect(documented).toEqual(Object.entries(sentences));
  });

  it("every sentence can be said once its parameters are there", () => {
    for (const [code, sentence] of Object.entries(sentences)) {
      const names = [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
      const params = Object.fromEntries(names.map((name) => [name, "x"]));
      expect(explain({ code, params }, sentences)).not.toMatch(/[{}]|undefined/);
    }
  });

  it("every code of the table is used by the room, literally or by its beginning", () => {
    const text = sources().join("\n");
    const beginnings = [...text.matchAll(/`([a-z-]+-)\$\{/g)].map(
      ([, beginning = ""]) => beginning,
    );
    const unused = Object.keys(sentences).filter(
      (code) =>
        !text.includes(`"${code}"`) &&
        !beginnings.some((beginning) => code.startsWith(beginning)) &&
        !code.endsWith("-missing"),
    );
    expect(unused).toEqual([]);
  });
});
