import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../../examples/report.js";
import { sharedData } from "../shared-data.js";

const folder = mkdtempSync(join(tmpdir(), "goodwill-report-"));

/** Runs the report as the command line does; what it prints, what it says on the side, and its exit code. */
async function report(...argv: string[]) {
  const printed: string[] = [];
  const said: string[] = [];
  const out = join(folder, "report.html");
  const code = await main([...argv, "--out", out], {
    print: (line) => printed.push(line),
    progress: (line) => said.push(line),
  });
  return { code, text: printed.join("\n"), said: said.join("\n"), out };
}

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const MAPPING = file(
  "mapping.json",
  JSON.stringify({
    title: "Small",
    scale: { min: 0, max: 10 },
    table: {
      respondent: "id",
      factors: { price: { importance: "i", expectation: "e", experience: "a" } },
    },
    scores: { nps: { column: "nps" } },
    drivers: { outcome: "nps", columns: ["a", "e"] },
  }),
);
const HEAD = "id,i,e,a,nps\n";
const ROWS = "1,8,7,5,9\n2,9,8,6,3\n3,7,7,7,10\n4,8,9,4,6\n5,6,5,7,8\n";

describe("the demo on the simulated company", () => {
  it("prints the seven steps and writes one HTML file with everything inside", async () => {
    const { code, text, out } = await report();
    expect(code).toBe(0);
    for (const step of [1, 2, 3, 4, 5, 6, 7]) expect(text).toContain(`Step ${String(step)}.`);
    expect(text).toMatch(/Key experience: service has the lowest importance x satisfaction/);
    expect(text).toMatch(/2024H2\s+2025H1\s+convenience\s+1\.\d+ .*improved/);
    expect(text).toContain("late-delivery");
    const html = readFileSync(out, "utf8");
    expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)|undefined|NaN/);
    expect(html.match(/<svg/g)?.length).toBeGreaterThanOrEqual(14);
  });

  it("comes out the same every time", async () => {
    const first = await report();
    const html = readFileSync(first.out, "utf8");
    const second = await report();
    expect(second.text).toBe(first.text);
    expect(readFileSync(second.out, "utf8")).toBe(html);
  });
});

describe("the demo on a file of the reader's", () => {
  it("takes any CSV file with a mapping", async () => {
    const { code, text } = await report(file("good.csv", HEAD + ROWS), "--mapping", MAPPING);
    expect(code).toBe(0);
    expect(text).toMatch(/price\s+5\s+5\.80\s+7\.20\s+-1\.40/);
    expect(text).toContain("Net promoter score");
  });

  it("names line and column of every cell it cannot use, and goes on with the rest", async () => {
    const bad = "6,8,7,eleven,9\n7,8,7,11,9\n8,8,7,5,12\n";
    const { code, text } = await report(file("bad.csv", HEAD + ROWS + bad), "--mapping", MAPPING);
    expect(code).toBe(0);
    expect(text).toContain('bad.csv, line 7, column a: expected a number, got "eleven"');
    expect(text).toContain("bad.csv, line 8, column a: experience must lie on 0..10, got 11");
    expect(text).toContain('bad.csv, line 9, column nps: expected a number from 0 to 10, got "12"');
    expect(text).toMatch(/price\s+5\s/);
  });

  it.each([
    [
      "a file that is not there",
      () => join(folder, "nothing.csv"),
      /There is no file .*nothing\.csv/,
    ],
    ["an empty file", () => file("empty.csv", HEAD), /empty\.csv has no rows below its heading/],
    ["a row with too few cells", () => file("ragged.csv", `${HEAD}1,8\n`), /ragged\.csv, line 2: /],
    [
      "a column that is missing",
      () => file("other.csv", "id,x\n1,2\n"),
      /other\.csv has no column i, e, a, nps; it has id, x/,
    ],
    [
      "no row that can be used",
      () => file("hopeless.csv", `${HEAD}1,8,7,x,9\n`),
      /No row of hopeless\.csv can be used\.\nhopeless\.csv, line 2, column a/,
    ],
  ])("%s gets a message and exit code 1", async (_, path, message) => {
    const { code, said } = await report(path(), "--mapping", MAPPING);
    expect(code).toBe(1);
    expect(said).toMatch(message);
  });

  it("without a mapping that fits, it says which columns there are and how to go on", async () => {
    const { code, said } = await report(file("stranger.csv", "a,b\n1,2\n"));
    expect(code).toBe(1);
    expect(said).toMatch(
      /No shipped mapping fits stranger\.csv\. It has the columns a, b\.\n.*--mapping/,
    );
  });

  it("a mapping that is not valid, or an unknown option, gets a message", async () => {
    const wrong = file("wrong.json", JSON.stringify({ title: "x", scale: { min: 5, max: 1 } }));
    const { code, said } = await report(file("good2.csv", HEAD + ROWS), "--mapping", wrong);
    expect([code, said]).toEqual([
      1,
      expect.stringMatching(/The mapping .*wrong\.json is not valid:[\s\S]*min must lie below max/),
    ]);
    expect((await report("--nonsense")).said).toMatch(/Unknown option '--nonsense'/);
  });

  it.skipIf(sharedData("data/experience/cem_survey.csv") === undefined)(
    "takes the survey of six factors as it is (skipped where it is absent)",
    async () => {
      const { code, text } = await report(sharedData("data/experience/cem_survey.csv") ?? "");
      expect(code).toBe(0);
      expect(text).toMatch(/Key experience: convenience/);
      expect(text).toMatch(/W1\s+400\s+13%\s+35%\s+52%\s+-38\.8\s+-45\.4 to -31\.5/);
    },
  );

  it.skipIf(sharedData("data/experience/mobi.csv") === undefined)(
    "takes the mobile phone survey for scores and drivers (skipped where it is absent)",
    async () => {
      const { code, text } = await report(sharedData("data/experience/mobi.csv") ?? "");
      expect(code).toBe(0);
      expect(text).toMatch(/LMG split of R² = 0\.45 over 250/);
      expect(text).toMatch(/overall quality\s+28%\s+1/);
    },
  );
});
