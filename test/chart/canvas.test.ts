import { describe, expect, it } from "vitest";
import { contrast } from "./contrast.js";
import { CUSTOMER_CHARTS } from "./customer/charts.js";
import { LOYALTY_CHARTS } from "./loyalty/charts.js";
import { beyondPlot, textsOnGrounds, tonesOf } from "./drawing.js";
import { TOUCHPOINT_CHARTS } from "./touchpoint/charts.js";

const DRAWN = { ...TOUCHPOINT_CHARTS, ...CUSTOMER_CHARTS, ...LOYALTY_CHARTS };

const isCanvas = (name: string): boolean =>
  !/^(funnel|attribution|points|expiry|tier ladder|liability)/.test(name);

describe.each(Object.entries(DRAWN).filter(([name]) => isCanvas(name)))("%s", (_name, draw) => {
  it.each([280, 360, 720])("every mark lies in the plot at a width of %d", (width) => {
    const chart = draw({ width });
    expect(beyondPlot(chart)).toEqual([]);
    expect(chart.title.text.length).toBeGreaterThan(0);
  });
});

describe.each(["light", "dark"] as const)("the texts on cells, cards and bars, %s", (theme) => {
  it.each([
    "transitions of twelve states",
    "blueprint",
    "blueprint of forty steps with findings",
    "consents",
  ])("%s: have a contrast of at least 4.5 to what is below them", (name) => {
    const texts = textsOnGrounds(DRAWN[name]!({ theme, width: 360 }));
    expect(texts.length).toBeGreaterThan(5);
    expect(new Set(texts.map(({ ground }) => ground)).size).toBeGreaterThan(1);
    for (const { text, ink, ground } of texts)
      expect(contrast(ink, ground), `${text}: ${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });

  it("names of a Sankey are legible on every band", () => {
    const tones = tonesOf(DRAWN["paths through a shop"]!({ theme }));
    const bands = Object.entries(tones).filter(([tone]) => tone.startsWith("band-"));
    expect(bands).toHaveLength(4);
    for (const [, color] of bands)
      expect(contrast(tones["ink"]!, color)).toBeGreaterThanOrEqual(4.5);
  });
});
