import { closeSync, createReadStream, openSync, readSync, statSync } from "node:fs";
import { basename } from "node:path";
import { UnusableFile } from "./mapping.js";

/** The text of a file, as it comes. */
export interface SurveyText {
  /** The name of the file without its folders. */
  readonly name: string;
  /** The beginning of the file, enough for its heading. */
  readonly head: string;
  /** Streams the whole text; what is not valid in its encoding comes as U+FFFD. */
  readonly chunks: () => AsyncGenerator<string>;
  /** The share of the file read so far. */
  readonly shareRead: () => number;
  /** Whether it is large enough for a reader to wonder whether anything happens. */
  readonly large: boolean;
}

/** Above this size progress is shown. */
const LARGE_BYTES = 5_000_000;

/** More than the longest heading line. */
const HEAD_BYTES = 65_536;

/** How files that are no text begin, and what they are. */
const NO_TEXT = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], is: "a spreadsheet or an archive" },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], is: "a spreadsheet in the old format" },
  { bytes: [0x1f, 0x8b], is: "a compressed file" },
  { bytes: [0x25, 0x50, 0x44, 0x46], is: "a PDF" },
] as const;

/** Opens a text file; a folder, an empty file and a file that is no text are refused. */
export function openText(path: string): SurveyText {
  const name = basename(path);
  const size = sizeOf(path);
  if (size === 0) throw new UnusableFile(`${name} is empty: it has 0 bytes.`);
  const first = firstBytes(path);
  const encoding = encodingOf(first, name);
  const source = createReadStream(path);
  // a stream that waits must not report an error before somebody reads it
  source.on("error", () => undefined);
  return {
    name,
    head: new TextDecoder(encoding).decode(first),
    async *chunks() {
      const decoder = new TextDecoder(encoding);
      for await (const chunk of source as AsyncIterable<Uint8Array>)
        yield decoder.decode(chunk, { stream: true });
      yield decoder.decode();
    },
    shareRead: () => source.bytesRead / size,
    large: size >= LARGE_BYTES,
  };
}

function sizeOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new UnusableFile(`There is no file ${path}.`);
  if (found.isDirectory()) throw new UnusableFile(`${path} is a folder: name a file in it.`);
  if (!found.isFile()) throw new UnusableFile(`${path} is no regular file.`);
  return found.size;
}

function firstBytes(path: string): Uint8Array {
  const bytes = new Uint8Array(HEAD_BYTES);
  const file = openSync(path, "r");
  try {
    return bytes.subarray(0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}

/** UTF-16 announces itself by its first two bytes; everything else is read as UTF-8. */
function encodingOf(first: Uint8Array, name: string): "utf-8" | "utf-16le" | "utf-16be" {
  const [one, two] = first;
  if (one === 0xff && two === 0xfe) return "utf-16le";
  if (one === 0xfe && two === 0xff) return "utf-16be";
  const known = NO_TEXT.find(({ bytes }) => bytes.every((byte, at) => first[at] === byte));
  const advice = "save it as CSV in UTF-8 and try again";
  if (known !== undefined)
    throw new UnusableFile(`${name} is ${known.is}, not a CSV file: ${advice}.`);
  if (first.includes(0)) {
    throw new UnusableFile(`${name} is not plain text in UTF-8 (it holds zero bytes): ${advice}.`);
  }
  return "utf-8";
}
