import { test } from "vitest";
import { writeFileSync } from "node:fs";
import { serviceCharts } from "./zz-guide.js";
import { SERVICE_CHARTS, COMMON } from "./charts.js";
import { render, drawnTexts, outside, overlapping } from "../render.js";
test("draw", async () => {
  for (const [theme, width] of [["light", 640], ["dark", 360], ["light", 280]] as const) {
    const parts: string[] = [];
    const t = performance.now();
    const charts = serviceCharts({ theme, width });
    console.log("guide ms", performance.now() - t);
    for (const [name, chart] of Object.entries(charts)) {
      const { svg, complaints } = await render(chart);
      const texts = drawnTexts(svg);
      const bad = [...complaints, ...outside(svg, texts), ...overlapping(texts)];
      console.log(name, chart.title.text.join(" "), "|", chart.title.subtitle.join(" "), bad);
      parts.push(`<div style="break-inside:avoid;margin:4px">${svg}</div>`);
    }
    writeFileSync(`/tmp/g7/g-${theme}${width}.html`, `<meta charset=utf8><body style="margin:0;columns:${width > 400 ? 2 : 3};background:#888">${parts.join("")}`);
  }
}, 60000);
