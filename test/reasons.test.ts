import { readdirSync, readFileSync } from "node:fs";
import { explain } from "goodwill/shared";
import { describe, expect, it } from "vitest";
import { guideWithTables, ROOM_SENTENCES } from "../scripts/guide-reasons.js";

const root = new URL("../", import.meta.url);

/** Source texts of a room, without its tables and without comments. */
function sources(room: string): string[] {
  return readdirSync(new URL(`src/${room}/`, root), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !/(^|\/)reasons\.ts$/.test(name))
    .map((name) =>
      readFileSync(new URL(`src/${room}/${name}`, root), "utf8").replaceAll(
        /\/\*[\s\S]*?\*\//g,
        "",
      ),
    );
}

it("every code of every room has its sentence in the guide, word for word", async () => {
  const guide = readFileSync(new URL("docs/guides/reasons.md", root), "utf8");
  expect(guide).toBe(await guideWithTables(guide));
});

it("every room that has a table of sentences is in the guide", () => {
  const rooms = readdirSync(new URL("src/", root), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .filter((room) => readdirSync(new URL(`src/${room}/`, root)).includes("reasons.ts"));
  expect(rooms.toSorted()).toEqual(Object.keys(ROOM_SENTENCES).toSorted());
});

it("no two rooms use one code, so that a stored reason says what it means", () => {
  const codes = Object.values(ROOM_SENTENCES).flatMap((sentences) => Object.keys(sentences));
  expect(codes.filter((code, index) => codes.indexOf(code) < index)).toEqual([]);
});

describe.each(Object.entries(ROOM_SENTENCES))("the reason codes of %s", (room, sentences) => {
  it("every sentence can be said once its parameters are there", () => {
    for (const [code, sentence] of Object.entries(sentences)) {
      const names = [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
      const params = Object.fromEntries(names.map((name) => [name, "x"]));
      expect(explain({ code, params }, sentences)).not.toMatch(/[{}]|undefined/);
    }
  });

  it("every code of the table is used by the room, literally or by its beginning", () => {
    const text = sources(room).join("\n");
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
