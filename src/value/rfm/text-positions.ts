/** So few texts are sorted by inserting one after the other. */
const FEW = 12;

/** Positions of some of the texts: a range of the order, in which texts are alike up to a depth. */
interface TextRange {
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

/** What is sorted, and how the code units that occur in it are numbered. */
interface TextSort {
  readonly texts: readonly string[];
  readonly order: Int32Array;
  /** From 1 on in the order of the code units; 0 stands for the end of a text. */
  readonly ranks: Uint32Array;
  /** One more than the highest rank. */
  readonly radix: number;
}

/**
 * The positions of texts in the order of the texts, by code unit; up to three times as fast as sorting by
 * comparison where many texts begin alike, as ids do, and next to nothing where they are in order already.
 *
 * As many code units as fit are put into one number, followed by the position, and the numbers are sorted: ids of a
 * million customers, which have few different characters, are in order after one or two rounds.
 *
 * @internal
 */
export function textPositions(texts: readonly string[]): Int32Array {
  const order = Int32Array.from({ length: texts.length }, (_, position) => position);
  if (isSorted(texts)) return order;
  const { ranks, radix } = ranksOf(texts);
  const sort = { texts, order, ranks, radix };
  const open: TextRange[] = [{ from: 0, to: texts.length, depth: 0 }];
  for (let range = open.pop(); range !== undefined; range = open.pop()) {
    if (range.to - range.from < FEW) insertInOrder(sort, range);
    else open.push(...sortByNext(sort, range));
  }
  return order;
}

function isSorted(texts: readonly string[]): boolean {
  for (let i = 1; i < texts.length; i += 1) if (texts[i - 1]! > texts[i]!) return false;
  return true;
}

function ranksOf(texts: readonly string[]): Pick<TextSort, "ranks" | "radix"> {
  const ranks = new Uint32Array(0x1_0000);
  for (const text of texts) {
    for (let at = 0; at < text.length; at += 1) ranks[text.charCodeAt(at)] = 1;
  }
  let radix = 1;
  for (let unit = 0; unit < ranks.length; unit += 1) {
    if (ranks[unit] === 0) continue;
    ranks[unit] = radix;
    radix += 1;
  }
  return { ranks, radix };
}

/** Sorts a range by its next code units, and gives back the parts of it in which these are equal. */
function sortByNext({ texts, order, ranks, radix }: TextSort, range: TextRange): TextRange[] {
  const { from, to } = range;
  const count = to - from;
  const depth = sharedLength({ texts, order }, range);
  let end = depth;
  for (let most = count * radix; most <= Number.MAX_SAFE_INTEGER; most *= radix) end += 1;
  const before = order.slice(from, to);
  const keys = new Float64Array(count);
  for (let i = 0; i < count; i += 1) {
    const text = texts[before[i]!]!;
    let key = 0;
    for (let at = depth; at < end; at += 1) {
      key = key * radix + (at < text.length ? ranks[text.charCodeAt(at)]! : 0);
    }
    keys[i] = key * count + i;
  }
  keys.sort();
  for (let i = 0; i < count; i += 1) order[from + i] = before[keys[i]! % count]!;
  return equalParts(keys, { from, radix, end });
}

/** The parts of a range with equal keys; texts that end in their keys are equal, and there is nothing to be done. */
function equalParts(
  keys: Float64Array,
  { from, radix, end }: { readonly from: number; readonly radix: number; readonly end: number },
): TextRange[] {
  const count = keys.length;
  const parts: TextRange[] = [];
  let start = 0;
  let latest = -1;
  for (let i = 0; i <= count; i += 1) {
    // The position is cut off by whole numbers: a quotient might be rounded up.
    const key = i < count ? (keys[i]! - (keys[i]! % count)) / count : -1;
    if (key === latest) continue;
    if (i - start > 1 && latest % radix > 0) {
      parts.push({ from: from + start, to: from + i, depth: end });
    }
    start = i;
    latest = key;
  }
  return parts;
}

/** To which code unit all texts of a range are the same. */
function sharedLength(
  { texts, order }: Pick<TextSort, "texts" | "order">,
  range: TextRange,
): number {
  const first = texts[order[range.from]!]!;
  let shared = first.length;
  for (let i = range.from + 1; i < range.to; i += 1) {
    const text = texts[order[i]!]!;
    let at = range.depth;
    while (at < shared && text.charCodeAt(at) === first.charCodeAt(at)) at += 1;
    shared = at;
  }
  return shared;
}

function insertInOrder({ texts, order }: TextSort, { from, to }: TextRange): void {
  for (let i = from + 1; i < to; i += 1) {
    const moved = order[i]!;
    let at = i;
    while (at > from && texts[order[at - 1]!]! > texts[moved]!) {
      order[at] = order[at - 1]!;
      at -= 1;
    }
    order[at] = moved;
  }
}
