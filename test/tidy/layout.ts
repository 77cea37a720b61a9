import ts from "typescript";
import type { Finding, SourceFile } from "./source.js";
import { parse } from "./source.js";

/** The longest file, in lines of code without comments and blank lines. */
export const MAX_CODE_LINES = 200;

/** The longest line of a comment, in characters. */
export const MAX_COMMENT_COLUMNS = 120;

/** Folder names that say nothing about the business. */
export const EMPTY_FOLDER_NAMES: readonly string[] = [
  "types",
  "utils",
  "util",
  "helpers",
  "constants",
  "errors",
  "lib",
  "common",
];

/** The number of lines that hold code: comments and blank lines do not count. */
export function countCodeLines(file: SourceFile): number {
  const tree = parse(file);
  const lines = new Set<number>();
  const mark = (node: ts.Node): void => {
    // Doc comments are children of the node they describe; they are no code.
    if (ts.isJSDoc(node)) return;
    if (node.getChildCount(tree) === 0) {
      if (node.getWidth(tree) === 0) return;
      const first = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line;
      const last = tree.getLineAndCharacterOfPosition(node.getEnd()).line;
      for (let line = first; line <= last; line += 1) lines.add(line);
    }
    for (const child of node.getChildren(tree)) mark(child);
  };
  mark(tree);
  return lines.size;
}

/** Files that have grown beyond one concept. */
export function checkLength(file: SourceFile): Finding[] {
  const count = countCodeLines(file);
  if (count <= MAX_CODE_LINES) return [];
  const message = `has ${count} lines of code, ${MAX_CODE_LINES} are allowed: split it by concept`;
  return [{ path: file.path, line: 1, message }];
}

/** Lines longer than `MAX_COMMENT_COLUMNS` that end in a comment; code is left to the formatter. */
export function checkCommentWidth(file: SourceFile): Finding[] {
  const tree = parse(file);
  // What stands before a token and is no blank is comment; the last token is the end of the file.
  const spaces: { readonly from: number; readonly to: number }[] = [];
  const visit = (node: ts.Node): void => {
    const children = node.getChildren(tree).filter((child) => !ts.isJSDoc(child));
    if (children.length === 0) spaces.push({ from: node.pos, to: node.getStart(tree) });
    children.forEach(visit);
  };
  visit(tree);
  return file.text.split("\n").flatMap((text, i) => {
    const columns = Array.from(text.trimEnd()).length;
    const last = tree.getPositionOfLineAndCharacter(i, 0) + text.trimEnd().length - 1;
    if (columns <= MAX_COMMENT_COLUMNS) return [];
    if (!spaces.some(({ from, to }) => from <= last && last < to)) return [];
    const message = `has a comment of ${columns} columns, ${MAX_COMMENT_COLUMNS} are allowed`;
    return [{ path: file.path, line: i + 1, message }];
  });
}

/** File and folder names that are not kebab-case, or that say nothing. */
export function checkPath(file: SourceFile): Finding[] {
  const parts = file.path.split("/");
  const folders = parts.slice(1, -1);
  const finding = (message: string): Finding => ({ path: file.path, line: 1, message });
  const empty = folders
    .filter((folder) => EMPTY_FOLDER_NAMES.includes(folder))
    .map((folder) => finding(`is in a folder called "${folder}": name it by the domain word`));
  const badlyCased = [...folders, parts.at(-1)!.replace(/\.ts$/, "")]
    .filter((part) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(part))
    .map((part) => finding(`"${part}" is not kebab-case`));
  return [...empty, ...badlyCased];
}

/** An `index.ts` holds the module's comment and `export *`, nothing else. */
export function checkIndex(file: SourceFile): Finding[] {
  if (!file.path.endsWith("/index.ts")) return [];
  const finding = (line: number, message: string): Finding => ({ path: file.path, line, message });
  const tree = parse(file);
  const findings = tree.statements
    .filter(
      (one) =>
        !ts.isExportDeclaration(one) ||
        one.moduleSpecifier === undefined ||
        one.exportClause !== undefined,
    )
    .map((one) => {
      const line = tree.getLineAndCharacterOfPosition(one.getStart(tree)).line + 1;
      return finding(line, "holds more than `export *`");
    });
  if (!file.text.trimStart().startsWith("/**")) {
    findings.push(finding(1, "does not begin with the module's comment"));
  }
  return findings;
}
