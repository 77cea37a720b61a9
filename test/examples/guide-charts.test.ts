import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { drawGuideCharts } from "../../scripts/guide-charts.js";

const COMMITTED = new URL("../../docs/charts/", import.meta.url);

describe("the charts of README and guides", () => {
  it("are what `npm run docs:charts` draws, byte for byte, and no other file lies beside them", async () => {
    const drawn = await drawGuideCharts();
    expect(readdirSync(COMMITTED).toSorted()).toEqual(Object.keys(drawn).toSorted());
    for (const [file, svg] of Object.entries(drawn)) {
      expect(readFileSync(new URL(file, COMMITTED), "utf8"), file).toBe(svg);
    }
  });

  it("stand on a ground of their own, say what they show, and load nothing", async () => {
    for (const [file, svg] of Object.entries(await drawGuideCharts())) {
      expect(svg, file).toMatch(
        /^<svg role="graphics-document" [^>]*aria-label="[A-Z][^"]{40,}\."/,
      );
      expect(svg, file).toMatch(
        /^<svg (?:[^>"]|"[^"]*")*><rect width="640" height="\d+" fill="#ffffff"\/>/,
      );
      expect(svg, file).not.toMatch(/(?:href|src|url)\s*[=(]/);
    }
  });
});
