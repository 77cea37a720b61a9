import type { Box } from "../frame/label-placement.js";
import type { ChartLayer } from "../frame/specification.js";
import type { ChartPalette } from "../frame/theme.js";
import { textWidth } from "../frame/wording.js";

/** Size and colours of a map. @internal */
export interface MapSizes {
  readonly palette: ChartPalette;
  readonly width: number;
  readonly height: number;
}

const FONT_SIZE = 11;

const LINE_HEIGHT = 13;

/** Names of the quadrants, in two lines so that they fit a phone. */
const CORNERS = [
  { lines: ["concentrate", "here"], right: false, bottom: false },
  { lines: ["keep", "up"], right: true, bottom: false },
  { lines: ["low", "priority"], right: false, bottom: true },
  { lines: ["possible", "overkill"], right: true, bottom: true },
] as const;

const CORNER_GAP = 6;

/** The names of the quadrants, in the corners of a map. @internal */
export function cornerLayers({ palette, width, height }: MapSizes): ChartLayer[] {
  return CORNERS.map(({ lines, right, bottom }) => ({
    data: { values: [{ quadrant: [...lines] }] },
    mark: {
      ...{ type: "text", aria: false, align: right ? "right" : "left", baseline: "top" },
      ...{ color: palette.quiet, fontSize: FONT_SIZE, lineHeight: LINE_HEIGHT },
    },
    encoding: {
      x: { value: right ? width - CORNER_GAP : CORNER_GAP },
      y: { value: bottom ? height - CORNER_GAP - 2 * LINE_HEIGHT : CORNER_GAP },
      text: { field: "quadrant", type: "nominal" },
    },
  }));
}

/** Where they stand, so that no other name is put there. @internal */
export function cornerBoxes({ width, height }: MapSizes): Box[] {
  return CORNERS.map(({ lines, right, bottom }) => {
    const wide = CORNER_GAP + Math.max(...lines.map((line) => textWidth(line, FONT_SIZE)));
    const high = CORNER_GAP + 2 * LINE_HEIGHT;
    return {
      left: right ? width - wide : 0,
      right: right ? width : wide,
      top: bottom ? height - high : 0,
      bottom: bottom ? height : high,
    };
  });
}
