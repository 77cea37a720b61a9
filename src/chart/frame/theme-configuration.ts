import type { ChartConfiguration } from "./specification.js";
import type { ChartPalette } from "./theme.js";

const FONT =
  "system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

/** Fonts and colours of a theme, for the configuration of a chart. @internal */
export function themeConfiguration({ ink, quiet, line }: ChartPalette): ChartConfiguration {
  return {
    font: FONT,
    view: { stroke: "transparent" },
    axis: {
      domainColor: line,
      gridColor: line,
      labelColor: quiet,
      tickColor: line,
      titleColor: quiet,
      labelFontSize: 11,
      titleFontSize: 11,
      titlePadding: 8,
      titleFontWeight: "normal",
      labelFlush: false,
      labelOverlap: false,
    },
    title: {
      color: ink,
      subtitleColor: quiet,
      fontSize: 15,
      lineHeight: 19,
      subtitleFontSize: 12,
      subtitleLineHeight: 16,
      subtitlePadding: 5,
    },
    text: { color: ink, fontSize: 12 },
  };
}
