import ts from "typescript";

/** A `ts` fence of a doc comment or a page. */
export interface Fence {
  /** The path of the file from the root of the project. */
  readonly path: string;
  /** The symbol whose comment holds the fence, or the heading above it. */
  readonly subject: string;
  /** The line of the fence's first line of code, counted from 1. */
  readonly line: number;
  readonly code: string;
  /** Why it is not run, where it is marked `no-test` or `<!-- not run: reason -->`. */
  readonly notRun?: string;
  /** Whether it goes on from the fence before, sharing its names: `ts continued`. */
  readonly isContinued: boolean;
  /** What it prints, from a `text` fence directly below it. */
  readonly output?: string;
}

interface Block {
  readonly info: string;
  readonly code: string;
  readonly line: number;
  /** The text between the block above, or the top, and this one. */
  readonly before: string;
}

function blocksOf(text: string, firstLine: number): Block[] {
  const blocks: Block[] = [];
  const lines = text.split("\n");
  let before: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const open = /^(\s*)(`{3,})(.*)$/.exec(lines[at]!);
    if (open === null) {
      before.push(lines[at]!);
      continue;
    }
    const [, indent, marks, info] = open as unknown as [string, string, string, string];
    const code: string[] = [];
    const line = firstLine + at + 1;
    for (at += 1; at < lines.length && lines[at]!.trim() !== marks; at += 1) {
      const content = lines[at]!;
      code.push(content.startsWith(indent) ? content.slice(indent.length) : content.trimStart());
    }
    if (at >= lines.length) throw new Error(`line ${line - 1}: the fence is never closed`);
    blocks.push({ info: info.trim(), code: code.join("\n"), line, before: before.join("\n") });
    before = [];
  }
  return blocks;
}

function reasonNotRun({ info, before }: Block): string | undefined {
  const marked = /\bno-test\b[:\s]*(.*)$/.exec(info);
  if (marked !== null) return marked[1] === "" ? "marked no-test" : marked[1]!;
  return /<!--\s*not run:\s*(.*?)\s*-->\s*$/s.exec(before)?.[1];
}

/** The `ts` fences of a piece of Markdown that begins at `firstLine` of its file. */
export function fencesOf(
  text: string,
  { path, firstLine, subject }: { path: string; firstLine: number; subject: string },
): Fence[] {
  const blocks = blocksOf(text, firstLine);
  let heading = subject;
  return blocks.flatMap((block, index): Fence[] => {
    heading = [...block.before.matchAll(/^#+ +(.*)$/gm)].at(-1)?.[1] ?? heading;
    if (!/^(ts|typescript)\b/.test(block.info)) return [];
    const notRun = reasonNotRun(block);
    const next = blocks[index + 1];
    const isShown = next?.info === "text" && next.before.trim() === "";
    return [
      {
        path,
        subject: heading,
        line: block.line,
        code: block.code,
        isContinued: /\bcontinued\b/.test(block.info),
        ...(notRun === undefined ? {} : { notRun }),
        ...(isShown ? { output: next.code } : {}),
      },
    ];
  });
}

function nameOf(node: ts.Node): string {
  if (ts.isVariableStatement(node)) return node.declarationList.declarations[0]!.name.getText();
  const name = (node as { name?: ts.Node }).name;
  return name === undefined ? "module" : name.getText();
}

/** The fences in the doc comments of a source file, with the ` * ` before each line taken off. */
export function fencesOfSource(path: string, text: string): Fence[] {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const seen = new Set<number>();
  const fences: Fence[] = [];
  const visit = (node: ts.Node): void => {
    for (const doc of ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc)) {
      if (seen.has(doc.pos)) continue;
      seen.add(doc.pos);
      const content = text
        .slice(doc.pos, doc.end)
        .replace(/^\/\*\*/, "")
        .replace(/\*\/$/, "")
        .split("\n")
        .map((line) => line.replace(/^\s*\* ?/, ""))
        .join("\n");
      const firstLine = tree.getLineAndCharacterOfPosition(doc.pos).line + 1;
      fences.push(...fencesOf(content, { path, firstLine, subject: nameOf(doc.parent) }));
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  // A file without statements keeps its comments at the end.
  visit(tree.endOfFileToken);
  return fences;
}
