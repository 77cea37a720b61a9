import { canvasWidth, textMark, type CanvasDrawing, type CanvasLayer } from "../frame/canvas.js";
import type { ChartDatum } from "../frame/specification.js";
import type { ChartOptions } from "../frame/theme.js";
import { shortenText, textWidth, wrapText } from "../frame/wording.js";
import { headingsOf, NAME } from "../touchpoint/heat-map-layout.js";
import type { CellLook } from "./colour-steps.js";

/** One cell, by the places of its row and column. @internal */
export interface GridCell extends CellLook {
  readonly row: number;
  readonly column: number;
  /** What may be written in it, one text a line: the first version for which all cells have room is taken. */
  readonly figures: readonly (readonly string[])[];
  readonly sentence: string;
}

/** Rows and columns of cells, with a title on both axes. @internal */
export interface CellGrid {
  /** From the top. */
  readonly rows: readonly string[];
  /** From the left. */
  readonly columns: readonly string[];
  readonly rowTitle: string;
  readonly columnTitle: string;
  readonly cells: readonly GridCell[];
  readonly rowHeight: number;
  readonly widestCell: number;
  /** Numbers may be left out on an axis, names may not. */
  readonly axes: "names" | "numbers";
  /** Whether a place without a cell is drawn too, in the tone `none`. */
  readonly hasGround: boolean;
}

const TITLE_WIDTH = 18;

const TITLE_LINE = 14;

/** Names of rows take at most this share of the width. */
const NAME_SHARE = 0.3;

/** Narrower cells stand without a gap. */
const LEAST_WITH_GAP = 12;

const FIGURE_SIZES = [11, 10, 9];

const FIGURE_LINE = 13;

/** Space beside a figure, in pixels. */
const FIGURE_SPACE = 6;

interface GridLayout {
  readonly cell: number;
  readonly left: number;
  readonly top: number;
  readonly titles: readonly string[];
  readonly headings: ReturnType<typeof headingsOf>;
  readonly rowLines: readonly string[][];
}

/** Draws a grid as wide as the chart has room for. @internal */
export function drawCells(content: CellGrid, options: ChartOptions): CanvasDrawing {
  // Few rows are higher, so that the title beside them has room.
  const least = textWidth(shortTitle(content.rowTitle), NAME.fontSize) / content.rows.length;
  const grid = { ...content, rowHeight: Math.max(content.rowHeight, Math.ceil(least)) };
  const { rows, columns, rowHeight, cells, hasGround } = grid;
  const layout = layoutOf(grid, options);
  const { left, top, cell } = layout;
  const gap = Math.min(cell, rowHeight) < LEAST_WITH_GAP ? 0 : 0.5;
  // Without a gap the edges lie on whole pixels, so that no seam shines through.
  const edge = (value: number): number => (gap === 0 ? Math.round(value) : floored(value));
  const box = (row: number, column: number): ChartDatum => ({
    ...{ x: edge(left + column * cell) + gap, x2: edge(left + (column + 1) * cell) - gap },
    ...{ y: edge(top + row * rowHeight) + gap, y2: edge(top + (row + 1) * rowHeight) - gap },
  });
  const ground = rows.flatMap((_, row) =>
    columns.map((__, column) => ({ ...box(row, column), tone: "none" })),
  );
  return {
    height: top + rows.length * rowHeight,
    layers: [
      ...(hasGround ? [{ mark: { type: "rect", aria: false } as const, values: ground }] : []),
      {
        mark: { type: "rect", aria: true },
        values: cells.map(({ row, column, tone, sentence }) => ({
          ...{ ...box(row, column), tone, sentence },
        })),
      },
      figureTexts(grid, layout),
      ...nameTexts(grid, layout),
      ...titleTexts(grid, layout),
    ],
  };
}

/** The width that is left to the cells beside the names of the rows. @internal */
export function widthOfCells(rows: readonly string[], options: ChartOptions): number {
  return canvasWidth(options) - leftOf(rowLinesOf(rows, { options, lines: 1 }));
}

function rowLinesOf(
  rows: readonly string[],
  { options, lines }: { readonly options: ChartOptions; readonly lines: number },
): string[][] {
  const width = NAME_SHARE * canvasWidth(options);
  return rows.map((name) => shortenText(name, { ...NAME, lines, width }));
}

function leftOf(rowLines: readonly string[][]): number {
  const widths = rowLines.flat().map((line) => textWidth(line, NAME.fontSize));
  return TITLE_WIDTH + Math.max(0, ...widths) + NAME.gap;
}

function layoutOf(
  { rows, columns, columnTitle, widestCell, axes }: CellGrid,
  options: ChartOptions,
): GridLayout {
  const width = canvasWidth(options);
  const rowLines = rowLinesOf(rows, { options, lines: axes === "names" ? 2 : 1 });
  const left = leftOf(rowLines);
  const cell = floored(Math.min(widestCell, (width - left) / Math.max(1, columns.length)));
  const headings =
    axes === "names"
      ? headingsOf(columns, cell)
      : { turned: false, lines: columns.map((name) => [name]), height: NAME.lineHeight + 8 };
  const titles = wrapText(columnTitle, { width: width - left, fontSize: NAME.fontSize });
  const top = titles.length * TITLE_LINE + headings.height;
  return { cell, left, top, titles, headings, rowLines };
}

function floored(value: number): number {
  return Math.floor(100 * value) / 100;
}

function figureTexts({ cells, rowHeight }: CellGrid, { left, top, cell }: GridLayout): CanvasLayer {
  const versions = Math.max(0, ...cells.map(({ figures }) => figures.length));
  const last = versions - 1;
  // The smallest size and no space at the sides are for the shortest version only.
  const looks = Array.from({ length: versions }, (_, version) =>
    (version < last ? FIGURE_SIZES.slice(0, -1) : FIGURE_SIZES).map((fontSize) => ({
      ...{ version, fontSize, space: version < last ? FIGURE_SPACE : 2 },
    })),
  ).flat();
  const look = looks.find(({ version, fontSize, space }) =>
    cells.every(({ figures: { [version]: lines = [] } }) => {
      const widest = Math.max(0, ...lines.map((line) => textWidth(line, fontSize)));
      return widest <= cell - space && lines.length * FIGURE_LINE <= rowHeight - 2;
    }),
  );
  return {
    mark: textMark(look?.fontSize ?? 0, { align: "center", lineHeight: FIGURE_LINE }),
    values: cells.flatMap(({ row, column, ink, figures }) => {
      const text = look === undefined ? undefined : figures[look.version];
      if (text === undefined) return [];
      const back = 0.5 * FIGURE_LINE * (text.length - 1);
      return [
        {
          ...{ x: floored(left + (column + 0.5) * cell), text: [...text], tone: ink },
          y: floored(top + (row + 0.5) * rowHeight - back),
        },
      ];
    }),
  };
}

function nameTexts(
  { axes, rowHeight, columns }: CellGrid,
  { left, top, cell, rowLines, headings }: GridLayout,
): CanvasLayer[] {
  const widest = Math.max(0, ...columns.map((name) => textWidth(name, NAME.fontSize)));
  const every = {
    row: axes === "names" ? 1 : Math.ceil(NAME.lineHeight / rowHeight),
    column: axes === "names" ? 1 : Math.max(1, Math.ceil((widest + 4) / cell)),
  };
  const { turned, lines, height } = headings;
  const headingTop = top - height;
  return [
    {
      mark: textMark(NAME.fontSize, { align: "right", lineHeight: NAME.lineHeight }),
      values: rowLines.flatMap((text, row) => {
        // Rows are counted from the bottom, where numbers begin.
        if ((rowLines.length - 1 - row) % every.row !== 0) return [];
        const back = 0.5 * NAME.lineHeight * (text.length - 1);
        const y = floored(top + (row + 0.5) * rowHeight - back);
        return [{ x: left - NAME.gap, y, text, tone: "ink" }];
      }),
    },
    {
      mark: textMark(NAME.fontSize, {
        lineHeight: NAME.lineHeight,
        ...(turned ? { angle: -90 } : { align: "center" }),
      }),
      values: lines.flatMap((text, column) => {
        if (column % every.column !== 0) return [];
        const back = 0.5 * NAME.lineHeight * (text.length - 1);
        const middle = left + (column + 0.5) * cell;
        return turned
          ? [{ x: floored(middle - back), y: headingTop + height - 6, text, tone: "ink" }]
          : [{ x: floored(middle), y: headingTop + height - 12 - 2 * back, text, tone: "ink" }];
      }),
    },
  ];
}

/** A title without what is in brackets. */
function shortTitle(title: string): string {
  return title.replace(/ \(.*/, "");
}

function titleTexts(
  { rowTitle, rows, rowHeight }: CellGrid,
  { left, top, titles }: GridLayout,
): CanvasLayer[] {
  const height = rows.length * rowHeight;
  const isRoom = textWidth(rowTitle, NAME.fontSize) <= height;
  const [turned = ""] = shortenText(isRoom ? rowTitle : shortTitle(rowTitle), {
    ...{ width: height, fontSize: NAME.fontSize, lines: 1 },
  });
  return [
    {
      mark: textMark(NAME.fontSize, { lineHeight: TITLE_LINE }),
      values: [{ x: left, y: 0.5 * TITLE_LINE, text: [...titles], tone: "quiet" }],
    },
    {
      mark: textMark(NAME.fontSize, { align: "center", angle: -90 }),
      values: turned === "" ? [] : [{ x: 8, y: top + 0.5 * height, text: turned, tone: "quiet" }],
    },
  ];
}
