/** Widths as shares of the font size, on the wide side: a text is never wider than thought. */
const EM = { wide: 1, bold: 0.68, normal: 0.6 };

/** East Asian letters begin here; they are as wide as high. */
const FIRST_WIDE = 0x2e80;

/** How wide a text is at most, in pixels; the same wherever it is drawn. @internal */
export function textWidth(
  text: string,
  fontSize: number,
  weight: "normal" | "bold" = "normal",
): number {
  let width = 0;
  for (const letter of text)
    width += (letter.codePointAt(0) ?? 0) >= FIRST_WIDE ? EM.wide : EM[weight];
  return Math.ceil(width * fontSize);
}

/** A text in lines no wider than so many pixels; a single word that is wider is broken. @internal */
export function wrapText(
  text: string,
  {
    width,
    fontSize,
    weight = "normal",
  }: { readonly width: number; readonly fontSize: number; readonly weight?: "normal" | "bold" },
): string[] {
  const fits = (line: string): boolean => textWidth(line, fontSize, weight) <= width;
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces(text)) {
    if (fits((line + piece).trimEnd())) {
      line += piece;
      continue;
    }
    if (line.trim() !== "") lines.push(line.trimEnd());
    line = piece.trimStart();
    while (!fits(line.trimEnd())) {
      const letters = Array.from(line);
      let head = letters.length - 1;
      while (head > 1 && !fits(letters.slice(0, head).join(""))) head -= 1;
      if (head < 1) break;
      // A word that has to be broken is broken behind a hyphen where it has one.
      const hyphen = letters.lastIndexOf("-", head - 1) + 1;
      if (hyphen > 0) head = hyphen;
      lines.push(letters.slice(0, head).join(""));
      line = letters.slice(head).join("");
    }
  }
  if (line.trim() !== "") lines.push(line.trimEnd());
  return lines;
}

/**
 * A text in at most so many lines; one that needs more ends in an ellipsis, and the whole of it belongs into the
 * sentence of its mark. @internal
 */
export function shortenText(
  text: string,
  {
    lines: most,
    ...look
  }: {
    readonly width: number;
    readonly fontSize: number;
    readonly weight?: "normal" | "bold";
    readonly lines: number;
  },
): string[] {
  const lines = wrapText(text, look);
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  const letters = Array.from(kept.at(-1) ?? "");
  const fits = (): boolean =>
    textWidth(`${letters.join("").trimEnd()}\u2026`, look.fontSize, look.weight) <= look.width;
  while (letters.length > 0 && !fits()) letters.pop();
  return [...kept.slice(0, -1), `${letters.join("").trimEnd()}\u2026`];
}

/** Words with the space behind them; East Asian letters stand alone, because lines may break between them. */
function pieces(text: string): string[] {
  return text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/gu) ?? [];
}

/** A number with so many decimals and a true minus; never minus zero. @internal */
export function decimalText(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `\u2212${text}` : text;
}

/** A difference, with its sign in front; zero has none. @internal */
export function signedText(value: number, digits: number): string {
  const text = decimalText(value, digits);
  return value > 0 && Number(text) !== 0 ? `+${text}` : text;
}

/** An amount with its decimals as they are, at most two, and commas for thousands. @internal */
export function amountText(value: number): string {
  const [whole = "", part = ""] = decimalText(value, 2).split(".");
  const decimals = part.replace(/0+$/, "");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals === "" ? grouped : `${grouped}.${decimals}`;
}

/** A share as whole percent; what is not quite nothing or not quite all says so. @internal */
export function percentText(share: number): string {
  if (share > 0 && share < 0.005) return "<1%";
  if (share < 1 && share >= 0.995) return ">99%";
  return `${(100 * share).toFixed(0)}%`;
}

/** Names in a row: `a, b and c`. @internal */
export function listText(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

/** How a factor or column is called in a chart. @internal */
export function labelText(name: string, labels: Readonly<Record<string, string>> = {}): string {
  return Object.hasOwn(labels, name) ? labels[name]! : name.replaceAll("_", " ");
}
