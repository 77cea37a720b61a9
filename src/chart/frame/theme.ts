/** The ground a chart is drawn on. */
export type ChartTheme = "light" | "dark";

/** The colours of a theme, as `#rrggbb`. */
export interface ChartPalette {
  /** The ground. */
  readonly paper: string;
  /** Texts. */
  readonly ink: string;
  /** Texts and lines of second rank. */
  readonly quiet: string;
  /** Lines of the grid. */
  readonly line: string;
  /** What is good or chosen: promoters, an expectation that is met, the plan. */
  readonly good: string;
  /** What calls for action: detractors, an expectation that is missed. */
  readonly bad: string;
  /** What is neither: passives, the wave before. */
  readonly neutral: string;
  /** Ground of the row to look at. */
  readonly highlight: string;
}

/**
 * The colours of both themes.
 *
 * @remarks Blue against orange, after Okabe and Ito (2008, Color Universal Design), with lightness adjusted until
 * every colour of marks and texts has a contrast of at least 4.5 to the ground and to the highlighted row (WCAG 2.2,
 * 1.4.3). No meaning is carried by colour alone.
 */
export const CHART_PALETTES: Readonly<Record<ChartTheme, ChartPalette>> = {
  light: {
    paper: "#ffffff",
    ink: "#1c2430",
    quiet: "#566273",
    line: "#d9dee6",
    good: "#0063a3",
    bad: "#b54400",
    neutral: "#6b6b6b",
    highlight: "#fff1d6",
  },
  dark: {
    paper: "#14181f",
    ink: "#e6e9ee",
    quiet: "#9aa6b5",
    line: "#333c48",
    good: "#62b8f0",
    bad: "#f59d42",
    neutral: "#9aa3ae",
    highlight: "#33291a",
  },
};

/** How to draw a chart. */
export interface ChartOptions {
  /** The ground; `light` when absent. */
  readonly theme?: ChartTheme;
  /** The title; one in English when absent. */
  readonly title?: string;
  /** Width of the whole chart, in pixels, at least 280; 640 when absent. A phone held upright has about 360. */
  readonly width?: number;
}

/** How to draw a chart with names in it. */
export interface LabelledChartOptions extends ChartOptions {
  /** What to call a factor or column; the name itself, with spaces for underscores, where absent. */
  readonly labels?: Readonly<Record<string, string>>;
}
