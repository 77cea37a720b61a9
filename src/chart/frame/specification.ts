/** One value of a chart's data. */
export type ChartCell = string | number | boolean | string[];

/** One row of a chart's data. */
export type ChartDatum = Readonly<Record<string, ChartCell>>;

/** What a mark's property is computed from, row by row. */
export interface ChartExpression {
  /** The expression, such as `datum.shift`. */
  readonly expr: string;
}

/** The form of a point. */
export type ChartShape =
  | "circle"
  | "square"
  | "diamond"
  | "triangle-up"
  | "triangle-down"
  | "triangle-left"
  | "triangle-right"
  | "stroke";

/** What a layer draws for each row of its data. */
export interface ChartMark {
  /** The kind of mark. */
  readonly type: "area" | "bar" | "line" | "point" | "rect" | "rule" | "text";
  /** Whether screen readers are told of each mark; decoration says false. */
  readonly aria: boolean;
  /** Colour of line and filling; absent where the layer takes it from its data. */
  readonly color?: string;
  /** Colour of the inside of a hollow point; absent where it is filled. */
  readonly fill?: string;
  /** Whether a point is filled; absent for other marks. */
  readonly filled?: boolean;
  /** Form of a point; absent for other marks. */
  readonly shape?: ChartShape;
  /** Area of a point, in square pixels; absent for other marks. */
  readonly size?: number;
  /** Height of a bar, in pixels; absent for other marks. */
  readonly height?: number;
  /** Whether a bar lies; absent for other marks. */
  readonly orient?: "horizontal";
  /** Width of a line, in pixels; the renderer's where absent. */
  readonly strokeWidth?: number;
  /** Lengths of dashes and gaps, in pixels; a full line where absent. */
  readonly strokeDash?: number[];
  /** Colour of the outline of a rectangle; none where absent. */
  readonly stroke?: string;
  /** Radius of the corners of a rectangle, in pixels; sharp where absent. */
  readonly cornerRadius?: number;
  /** 0 for invisible to 1, the default. */
  readonly opacity?: number;
  /**
   * How a line runs: `step-after` keeps the value until the next point, `monotone` bends without overshooting; straight
   * where absent.
   */
  readonly interpolate?: "step-after" | "monotone";
  /** On which side of its place a text stands; centred where absent. */
  readonly align?: "left" | "center" | "right";
  /** Which height of a text lies on its place; the middle where absent. */
  readonly baseline?: "top" | "middle" | "bottom";
  /** Shift of a text to the right, in pixels; none where absent. */
  readonly dx?: number;
  /** Shift of a text downwards, in pixels; none where absent. */
  readonly dy?: number | ChartExpression;
  /** Shift of a mark downwards, in pixels; none where absent. */
  readonly yOffset?: number;
  /** Size of a text, in pixels; that of the configuration where absent. */
  readonly fontSize?: number;
  /** Turn of a text about its place, in degrees clockwise; none where absent. */
  readonly angle?: number;
  /** Weight of a text; normal where absent. */
  readonly fontWeight?: "normal" | "bold";
  /** Distance of the lines of a text, in pixels; the renderer's where absent. */
  readonly lineHeight?: number;
}

/** An axis: its title, with the unit, and its ticks. */
export interface ChartAxis {
  /** What is measured, and in which unit; one entry a line. */
  readonly title: string[];
  /** Where the ticks are. */
  readonly values: number[];
  /** Least space for the labels, in pixels; what they need where absent. */
  readonly minExtent?: number;
  /** Most space for the labels, in pixels; what they need where absent. */
  readonly maxExtent?: number;
}

/** How data become places or colours. */
export interface ChartScale {
  /** `band` for rows; chosen by the kind of data where absent. */
  readonly type?: "band";
  /** The ends of a number scale, or all names. */
  readonly domain: number[] | string[];
  /** The colours of the names; absent for places. */
  readonly range?: string[];
  /** That the ends are kept as they are; absent for names. */
  readonly nice?: false;
  /** That 0 is not forced in; absent for names. */
  readonly zero?: false;
  /** Space between rows as a share: none; absent where there are no rows. */
  readonly padding?: 0;
}

/** A place taken from the data. */
export interface ChartPlace {
  /** The column. */
  readonly field: string;
  /** `quantitative` for numbers, `nominal` for names. */
  readonly type: "quantitative" | "nominal";
  /** The axis; `null`, the format's own word, for none. */
  readonly axis: ChartAxis | null;
  /** How numbers or names become pixels. */
  readonly scale: ChartScale;
}

/** A place in pixels from the upper left corner of the plot. */
export interface ChartPixel {
  /** The pixels. */
  readonly value: number;
}

/** The second end of a bar, rule or rectangle, taken from the data. */
export interface ChartSecondEnd {
  /** The column. */
  readonly field: string;
}

/** A colour that is chosen by a name in the data. */
export interface ChartColour {
  /** The column. */
  readonly field: string;
  /** Always names. */
  readonly type: "nominal";
  /** Which name has which colour. */
  readonly scale: ChartScale;
  /** No legend of the renderer's: the chart draws its own. */
  readonly legend: null;
}

/** What parts the rows of a layer into marks of several rows each. */
export interface ChartDetail {
  /** The column. */
  readonly field: string;
  /** Always names. */
  readonly type: "nominal";
}

/** A text taken from the data. */
export interface ChartText {
  /** The column. */
  readonly field: string;
  /** Always names, so that nothing is reformatted. */
  readonly type: "nominal";
}

/** Where a layer's marks are and what they say. */
export interface ChartEncoding {
  /** Place from left to right; the whole width where absent. */
  readonly x?: ChartPlace | ChartPixel;
  /** Second end from left to right; absent for marks with one place. */
  readonly x2?: ChartSecondEnd | ChartPixel;
  /** Place from top to bottom; the whole height where absent. */
  readonly y?: ChartPlace | ChartPixel;
  /** Second end from top to bottom; absent for marks with one place. */
  readonly y2?: ChartSecondEnd | ChartPixel;
  /** Colour by name; that of the mark where absent. */
  readonly color?: ChartColour;
  /** Which rows make one area together; absent for marks of one row each. */
  readonly detail?: ChartDetail;
  /** The text of a text mark; absent for other marks. */
  readonly text?: ChartText;
  /** The sentence a screen reader says of a mark; absent for decoration. */
  readonly description?: ChartText;
  /** The sentence shown under the pointer; absent for decoration. */
  readonly tooltip?: ChartText;
}

/** One layer of a chart: data, a mark for each row, and where it is. */
export interface ChartLayer {
  /** The rows. */
  readonly data: {
    /** The rows themselves: nothing is loaded. */
    readonly values: ChartDatum[];
  };
  /** What is drawn for each row. */
  readonly mark: ChartMark;
  /** Where. */
  readonly encoding: ChartEncoding;
}

/** Title and subtitle, already broken into lines that fit the width. */
export interface ChartTitle {
  /** The lines of the title. */
  readonly text: string[];
  /** The lines of the subtitle; empty when there is nothing to add. */
  readonly subtitle: string[];
  /** At the left. */
  readonly anchor: "start";
  /** Placed against the plot, not against its labels. */
  readonly frame: "group";
  /** Shift to the left edge, in pixels. */
  readonly dx: number;
  /** Space below, in pixels. */
  readonly offset: number;
}

/** Space around the plot, in pixels. */
export interface ChartPadding {
  /** Left of it. */
  readonly left: number;
  /** Above it. */
  readonly top: number;
  /** Right of it. */
  readonly right: number;
  /** Below it. */
  readonly bottom: number;
}

/** Fonts and colours of what belongs to the theme. */
export interface ChartConfiguration {
  /** Fonts of the reader's system: nothing is loaded. */
  readonly font: string;
  /** The frame around a plot. */
  readonly view: {
    /** Its colour. */
    readonly stroke: string;
  };
  /** Lines and texts of axes: colours, sizes in pixels. */
  readonly axis: Readonly<
    Record<"domainColor" | "gridColor" | "labelColor" | "tickColor" | "titleColor", string>
  > &
    Readonly<Record<"labelFontSize" | "titleFontSize" | "titlePadding", number>> & {
      /** Weight of axis titles. */
      readonly titleFontWeight: "normal";
      /** That labels at the ends are not moved inwards. */
      readonly labelFlush: false;
      /** That no label is left out where the renderer thinks two overlap: it cannot measure text everywhere. */
      readonly labelOverlap: false;
    };
  /** Title and subtitle: colours, sizes in pixels. */
  readonly title: Readonly<Record<"color" | "subtitleColor", string>> &
    Readonly<
      Record<
        "fontSize" | "lineHeight" | "subtitleFontSize" | "subtitleLineHeight" | "subtitlePadding",
        number
      >
    >;
  /** Texts inside the plot. */
  readonly text: {
    /** Their colour. */
    readonly color: string;
    /** Their size, in pixels. */
    readonly fontSize: number;
  };
}

/** What every chart has. */
export interface ChartFrame {
  /** The version of the format: Vega-Lite 6. */
  readonly $schema: "https://vega.github.io/schema/vega-lite/v6.json";
  /** What the chart shows, in a full sentence with the numbers that matter, for who does not see it. */
  readonly description: string;
  /** Colour of the ground. */
  readonly background: string;
  /** Title and subtitle. */
  readonly title: ChartTitle;
  /** Space around the plot. */
  readonly padding: ChartPadding;
  /** Fonts and colours. */
  readonly config: ChartConfiguration;
}

/** A chart of one plot. Its size is plot and padding, whatever the renderer thinks of the width of texts. */
export interface PlotSpecification extends ChartFrame {
  /** Width of the plot, in pixels. */
  readonly width: number;
  /** Height of the plot, in pixels. */
  readonly height: number;
  /** The sizes given are kept. */
  readonly autosize: {
    /** Always `none`. */
    readonly type: "none";
  };
  /** What is drawn, from the ground up. */
  readonly layer: ChartLayer[];
}

/** One plot of several. */
export interface ChartPanel {
  /** Width of the plot, in pixels. */
  readonly width: number;
  /** Height of the plot, in pixels. */
  readonly height: number;
  /** What is drawn, from the ground up. */
  readonly layer: ChartLayer[];
}

/** A chart of plots beside or below one another. */
export interface PanelSpecification extends ChartFrame {
  /** The outer size follows from the plots. */
  readonly autosize: {
    /** Always `pad`. */
    readonly type: "pad";
  };
  /** How many plots stand beside one another. */
  readonly columns: number;
  /** Plots are placed by their frames, not by their labels. */
  readonly bounds: "flush";
  /** Space between plots, in pixels. */
  readonly spacing: number;
  /** The plots. */
  readonly concat: ChartPanel[];
}

/**
 * A chart as a plain object in the Vega-Lite 6 format: give it to `vega-embed`, to `vega-lite` and `vega`, or to
 * anything that reads the format.
 *
 * It holds its data, loads nothing, and survives `JSON.stringify`. Lists are not `readonly`, because the format's own
 * types are not.
 */
export type ChartSpecification = PlotSpecification | PanelSpecification;
