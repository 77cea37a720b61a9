import type { BlueprintStep } from "../../touchpoint/blueprint/blueprint.js";
import { amountText, textWidth, wrapText } from "../frame/wording.js";
import type { CarryingElement } from "./blueprint-support.js";

/** A step with what is written of it. @internal */
export interface BlueprintCell {
  readonly step: BlueprintStep;
  /** Position, from 1. */
  readonly number: number;
  /** All that carries it, named by the step itself or by what the step rests on. */
  readonly behind: readonly CarryingElement[];
  /** What was found wrong; empty when nothing. */
  readonly findings: readonly string[];
  /** Whether nothing carries what the customer sees. */
  readonly isUnsupported: boolean;
}

/** A text in lines, with the middle of the first. @internal */
export interface BlueprintText {
  readonly x: number;
  readonly y: number;
  readonly text: string[];
}

/** A card, in pixels. @internal */
export interface BlueprintCard {
  readonly x: number;
  readonly y: number;
  readonly x2: number;
  readonly y2: number;
}

/** An element of a step on its card. @internal */
export interface PlacedElement extends BlueprintCard {
  readonly element: CarryingElement;
  readonly name: BlueprintText;
  readonly kind: BlueprintText;
}

/** A step with its places. @internal */
export interface PlacedStep extends BlueprintCell {
  /** All of it, from the customer's action to the last card. */
  readonly ground: BlueprintCard;
  readonly action: BlueprintText;
  readonly notes: readonly (BlueprintText & { readonly tone: "quiet" | "bad" })[];
  readonly card: BlueprintCard;
  readonly frontstage: readonly PlacedElement[];
  readonly backstage: readonly PlacedElement[];
  /** Where it is written that nothing carries it. */
  readonly gap: BlueprintText;
}

/** Some steps beside one another. @internal */
export interface BlueprintRow {
  readonly top: number;
  readonly frontstage: number;
  readonly line: number;
  readonly backstage: number;
  readonly steps: readonly PlacedStep[];
}

/** Sizes in pixels. @internal */
export const BLUEPRINT_TEXT: {
  readonly action: { readonly fontSize: number; readonly lineHeight: number };
  readonly name: { readonly fontSize: number; readonly lineHeight: number };
  readonly kind: { readonly fontSize: number; readonly lineHeight: number };
} = {
  action: { fontSize: 12, lineHeight: 15 },
  name: { fontSize: 11, lineHeight: 14 },
  kind: { fontSize: 10, lineHeight: 13 },
};

const { action: ACTION, name: NAME, kind: KIND } = BLUEPRINT_TEXT;

/** Narrower, steps stand below one another. */
const LIST_WIDTH = 400;

const LEAST_COLUMN = 118;

/** Space inside a card, between cards, for the name of a lane, and between rows. */
const SPACE = { inside: 7, between: 6, lane: 18, row: 18 };

/** Says that nothing carries a step. @internal */
export const NO_SUPPORT: string = "no support";

/**
 * Places the steps: beside one another where there is room, else in several rows, in a narrow chart as a list.
 * @internal
 */
export function layoutBlueprint(
  cells: readonly BlueprintCell[],
  width: number,
): { readonly rows: readonly BlueprintRow[]; readonly height: number } {
  const most = width < LIST_WIDTH ? 1 : Math.max(1, Math.floor(width / LEAST_COLUMN));
  const count = Math.ceil(cells.length / most);
  const columns = Math.ceil(cells.length / Math.max(1, count));
  const pitch = (width + SPACE.between) / Math.max(1, columns);
  const rows: BlueprintRow[] = [];
  let y = 0;
  for (let first = 0; first < cells.length; first += columns) {
    const row = placedRow(cells.slice(first, first + columns), { top: y, pitch });
    rows.push(row);
    y = Math.max(...row.steps.map(({ ground }) => ground.y2)) + SPACE.row;
  }
  return { rows, height: Math.max(0, y - SPACE.row) };
}

function placedRow(
  cells: readonly BlueprintCell[],
  { top, pitch }: { readonly top: number; readonly pitch: number },
): BlueprintRow {
  const width = pitch - SPACE.between;
  const drafts = cells.map((cell, index) => headOf(cell, { x: index * pitch, top, width }));
  const frontstage = Math.max(...drafts.map(({ card }) => card.y2)) + SPACE.lane;
  const fronts = cells.map(({ step }, index) =>
    cardsOf(step.frontstage, { x: index * pitch, top: frontstage, width }),
  );
  const line = bottomOf(fronts, frontstage) + 8;
  const backstage = line + SPACE.lane;
  const backs = cells.map(({ behind }, index) =>
    cardsOf(behind, { x: index * pitch, top: backstage, width }),
  );
  const bottom = Math.max(bottomOf(backs, backstage), backstage + KIND.lineHeight) + 4;
  return {
    ...{ top, frontstage, line, backstage },
    steps: drafts.map((draft, index) => ({
      ...draft,
      ...{ frontstage: fronts[index]!, backstage: backs[index]! },
      ground: { x: draft.card.x, x2: draft.card.x2, y: top, y2: bottom },
      gap: {
        ...{ x: draft.card.x + SPACE.inside, y: backstage + 0.5 * NAME.lineHeight },
        text: [NO_SUPPORT],
      },
    })),
  };
}

function bottomOf(cards: readonly (readonly PlacedElement[])[], top: number): number {
  return Math.max(top + NAME.lineHeight, ...cards.flat().map(({ y2 }) => y2));
}

interface Area {
  readonly x: number;
  readonly top: number;
  readonly width: number;
}

/** The customer's action on its card, with what is promised, what can fail and what was found. */
function headOf(
  cell: BlueprintCell,
  { x, top, width }: Area,
): Omit<PlacedStep, "ground" | "frontstage" | "backstage" | "gap"> {
  const { step, number, findings } = cell;
  const inner = width - 2 * SPACE.inside;
  let y = top + SPACE.inside;
  const write = (text: string, look: typeof ACTION, weight: "bold" | "normal"): BlueprintText => {
    const lines = wrapText(text, { ...look, width: inner, weight });
    const placed = { x: x + SPACE.inside, y: y + 0.5 * look.lineHeight, text: lines };
    y += lines.length * look.lineHeight;
    return placed;
  };
  const action = write(`${number}. ${step.customerAction}`, ACTION, "bold");
  const notes = [
    ...(step.targetMinutes === undefined
      ? []
      : [{ text: `within ${durationText(step.targetMinutes)}`, tone: "quiet" as const }]),
    ...(step.evidence ?? []).map((text) => ({ text: `to keep: ${text}`, tone: "quiet" as const })),
    ...(step.failPoints ?? []).map((text) => ({ text: `can fail: ${text}`, tone: "bad" as const })),
    ...findings.map((text) => ({ text: `finding: ${text}`, tone: "bad" as const })),
  ].map(({ text, tone }) => ({ ...write(text, KIND, "normal"), tone }));
  return { ...cell, action, notes, card: { x, x2: x + width, y: top, y2: y + SPACE.inside } };
}

/** Minutes, from two hours on as hours, from two days on as days. @internal */
export function durationText(minutes: number): string {
  if (minutes < 120) return `${amountText(minutes)} minutes`;
  return minutes < 2880
    ? `${amountText(minutes / 60)} hours`
    : `${amountText(minutes / 1440)} days`;
}

/** Cards from left to right, as many in a line as there is room for. */
function cardsOf(
  elements: readonly CarryingElement[],
  { x: left, top, width }: Area,
): PlacedElement[] {
  let [x, y, bottom] = [left, top, top];
  return elements.map((element) => {
    const inner = width - 2 * SPACE.inside;
    const name = wrapText(element.name, { ...NAME, width: inner });
    const kind = wrapText(element.kind, { ...KIND, width: inner });
    const needed =
      2 * SPACE.inside +
      Math.max(
        ...name.map((line) => textWidth(line, NAME.fontSize)),
        ...kind.map((line) => textWidth(line, KIND.fontSize)),
      );
    if (x > left && x + needed > left + width) [x, y] = [left, bottom + SPACE.between];
    const height = name.length * NAME.lineHeight + kind.length * KIND.lineHeight + SPACE.inside + 1;
    const card = { x, x2: Math.min(left + width, x + needed), y, y2: y + height };
    bottom = Math.max(bottom, card.y2);
    x = card.x2 + SPACE.between;
    const textX = card.x + SPACE.inside;
    const nameY = card.y + 4 + 0.5 * NAME.lineHeight;
    const kindY = card.y + 4 + name.length * NAME.lineHeight + 0.5 * KIND.lineHeight;
    return {
      ...{ ...card, element, name: { x: textX, y: nameY, text: name } },
      kind: { x: textX, y: kindY, text: kind },
    };
  });
}
