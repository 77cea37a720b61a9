// How the text of a template is read. Internal: not part of the package's surface.

/** A part of a template's text: words as they are, or a placeholder. */
export type TemplatePiece =
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "placeholder"; readonly name: string };

/** A template's text taken apart. */
export interface TemplateText {
  /** The parts in order. */
  readonly pieces: readonly TemplatePiece[];
  /** Where braces belong to no placeholder, as positions in the text. */
  readonly brokenAt: readonly number[];
}

const BRACES = /\{\{|\}\}|\{([A-Za-z][A-Za-z0-9_-]*)\}|[{}]/g;

/** Takes the text of a template apart: placeholders, doubled braces, and braces that belong to nothing. */
export function readTemplateText(text: string): TemplateText {
  const pieces: TemplatePiece[] = [];
  const brokenAt: number[] = [];
  let words = "";
  let end = 0;
  for (const match of text.matchAll(BRACES)) {
    words += text.slice(end, match.index);
    end = match.index + match[0].length;
    const name = match[1];
    if (name !== undefined) {
      if (words !== "") pieces.push({ kind: "words", text: words });
      pieces.push({ kind: "placeholder", name });
      words = "";
    } else {
      if (match[0].length === 1) brokenAt.push(match.index);
      words += match[0].charAt(0);
    }
  }
  words += text.slice(end);
  if (words !== "") pieces.push({ kind: "words", text: words });
  return { pieces, brokenAt };
}

/** The first placeholder that stands within a tag of HTML, where escaping the value would not make it safe. */
export function placeholderInTag({ pieces }: TemplateText): string | undefined {
  let written = "";
  for (const piece of pieces) {
    if (piece.kind === "words") {
      written += piece.text;
    } else if (isInsideTag(written)) {
      return piece.name;
    }
  }
  return undefined;
}

const WHOLE_TAG = /<[a-z/!?](?:"[^"]*"|'[^']*'|[^"'>])*>/gi;

function isInsideTag(written: string): boolean {
  if (/<[a-z/!?]/i.test(written.replace(WHOLE_TAG, ""))) return true;
  return /<(script|style)\b(?![\s\S]*<\/\1)/i.test(written);
}
