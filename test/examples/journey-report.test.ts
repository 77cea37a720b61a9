import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../../examples/recipes/journey-report.js";

const folder = mkdtempSync(join(tmpdir(), "goodwill-journeys-"));
const out = join(folder, "journeys.html");

async function run(csv: string, ...options: string[]) {
  const path = join(folder, "log.csv");
  writeFileSync(path, csv);
  const lines: string[] = [];
  const code = await main([path, "--out", out, ...options], (line) => lines.push(line));
  return { code, text: lines.join("\n") };
}

const HEAD = "id,customer,at,touchpoint,channel,direction,kind,outcome,feeling,topic\n";
const LOG = `${HEAD}1,A,2026-02-13T09:00:00.000Z,ad,web,inbound,arrival,,,
2,A,2026-02-13T09:05:00.000Z,shop,web,inbound,view,,0.5,
3,A,2026-02-13T09:06:00.000Z,till,web,inbound,order,purchase,-0.5,
4,B,2026-02-13T10:00:00.000Z,ad,web,inbound,arrival,,,
5,B,2026-02-13T10:31:00.000Z,shop,web,inbound,view,,0.5,
`;

describe("the recipe from a log of interactions to a journey report", () => {
  it("cuts journeys, shows where they leave and what earns the outcome, and writes one HTML file", async () => {
    const { code, text } = await run(LOG, "--funnel", "ad,shop,till", "--gap-minutes", "60");
    expect(code).toBe(0);
    expect(text).toContain("2 journeys of 5 steps");
    expect(text).toContain('1 ended in "purchase" (50%)');
    expect(text).toContain('Most are lost before "till"');
    const html = readFileSync(out, "utf8");
    expect(html).toContain("<h3>Moments of truth</h3>");
    expect(html).not.toMatch(/<script|undefined|NaN/);
  });

  it("ends a visit at the pause asked for", async () => {
    expect((await run(LOG)).text).toContain("3 journeys of 5 steps");
  });

  it("names the line of a row that does not hold, and reports the others", async () => {
    const bad = "6,C,2026-02-30T10:31:00.000Z,shop,web,inbound,view,,0.5,\n";
    const { code, text } = await run(LOG + bad);
    expect(code).toBe(0);
    expect(text).toMatch(/Line 7 was left out: at: must be an instant/);
    expect(text).toContain("5 steps");
  });

  it("says so where no row holds, and where an option is no number", async () => {
    expect(await run(`${HEAD}1,A,yesterday,ad,web,inbound,arrival,,,\n`)).toMatchObject({
      code: 1,
    });
    const { code, text } = await run(LOG, "--gap-minutes", "soon");
    expect(code).toBe(1);
    expect(text).toContain("--gap-minutes must be a number above 0, got soon.");
  });
});
