import type { TransitionTable } from "../../touchpoint/path/transition.js";
import { canvasWidth } from "../frame/canvas.js";
import type { LabelledChartOptions } from "../frame/theme.js";
import { labelText, shortenText, textWidth, wrapText } from "../frame/wording.js";
import {
  stateName,
  transitionMatrix,
  type MatrixState,
  type TransitionMatrix,
} from "./transition-matrix.js";

/** Sizes of names, in pixels. @internal */
export const NAME: {
  readonly fontSize: number;
  readonly lineHeight: number;
  readonly gap: number;
  readonly lines: number;
} = { fontSize: 11, lineHeight: 13, gap: 8, lines: 3 };

/** Narrower, a cell has no room for the figure 100. */
const LEAST_CELL = 19;

const WIDEST_CELL = 64;

/** Names of rows take this share of the width, less where there are many columns. */
const NAME_SHARE = { few: 0.3, many: 0.22, manyColumns: 8 };

/** Most height for names that are turned. */
const TURNED = 112;

/** What rows and columns are called. @internal */
export interface MatrixNames {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

/** A matrix with its sizes, in pixels. @internal */
export interface MatrixLayout {
  readonly matrix: TransitionMatrix;
  readonly names: MatrixNames;
  /** Lines and width of the names of the rows. */
  readonly rowLines: readonly string[][];
  readonly nameWidth: number;
  readonly cell: number;
}

/** As many states as the width has room for. @internal */
export function fittedMatrix(
  table: TransitionTable,
  { options, mostStates }: { readonly options: LabelledChartOptions; readonly mostStates: number },
): MatrixLayout {
  const width = canvasWidth(options);
  const name = (state: MatrixState): string =>
    stateName(state, (id) => labelText(id, options.labels));
  for (let most = mostStates; ; most -= 1) {
    const matrix = transitionMatrix(table, most);
    const columns = Math.max(1, matrix.columns.length);
    const share = columns > NAME_SHARE.manyColumns ? NAME_SHARE.many : NAME_SHARE.few;
    const names = { rows: matrix.rows.map(name), columns: matrix.columns.map(name) };
    const rowLines = names.rows.map((row) => shortenText(row, { ...NAME, width: share * width }));
    const widths = rowLines.flat().map((line) => textWidth(line, NAME.fontSize));
    const nameWidth = Math.max(0, ...widths);
    const cell = Math.min(WIDEST_CELL, Math.floor((width - nameWidth - NAME.gap) / columns));
    if (cell >= LEAST_CELL || most <= 2) return { matrix, names, rowLines, nameWidth, cell };
  }
}

/** Names of columns. @internal */
export interface MatrixHeadings {
  readonly turned: boolean;
  readonly lines: readonly string[][];
  readonly height: number;
}

/** Names of the columns: upright where all have room in few lines, else turned. @internal */
export function headingsOf(columns: readonly string[], cell: number): MatrixHeadings {
  const isShort = columns.every((name) =>
    name.split(" ").every((word) => textWidth(word, NAME.fontSize) <= cell - 6),
  );
  const upright = columns.map((name) => wrapText(name, { ...NAME, width: cell - 6 }));
  const most = Math.max(1, ...upright.map((lines) => lines.length));
  if (isShort && most <= NAME.lines)
    return { turned: false, lines: upright, height: most * NAME.lineHeight + 8 };
  const room = Math.max(1, Math.min(NAME.lines, Math.floor(cell / NAME.lineHeight)));
  const lines = columns.map((name) => shortenText(name, { ...NAME, width: TURNED, lines: room }));
  const widest = Math.max(
    ...lines.flatMap((one) => one.map((line) => textWidth(line, NAME.fontSize))),
  );
  return { turned: true, lines, height: widest + 12 };
}
