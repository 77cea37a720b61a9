import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import ts from "typescript";

/** A file of the project: its path from the root, with `/`, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A broken convention, in a form that an editor can jump to. */
export interface Finding {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** One import or re-export of a file. */
export interface ImportOf {
  readonly specifier: string;
  /** Whether nothing of it is left at run time. */
  readonly typeOnly: boolean;
  /** Whether it is written `import * as name`. */
  readonly namespace: boolean;
  readonly line: number;
}

/** Reads every `.ts` file below a folder, sorted by path. */
export function readSources(root: string, folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => posix.join(folder, name.replaceAll("\\", "/")))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

const parsed = new WeakMap<SourceFile, ts.SourceFile>();

/** The syntax tree of a file, parsed once. */
export function parse(file: SourceFile): ts.SourceFile {
  const known = parsed.get(file);
  if (known !== undefined) return known;
  const tree = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ES2022, true);
  parsed.set(file, tree);
  return tree;
}

/** The line of a node, counted from 1. */
export function lineOf(node: ts.Node): number {
  const tree = node.getSourceFile();
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
}

/** Calls `visit` for every node of a file. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

function isTypeOnlyImport(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const bindings = clause.namedBindings;
  return (
    clause.name === undefined &&
    bindings !== undefined &&
    ts.isNamedImports(bindings) &&
    bindings.elements.every((element) => element.isTypeOnly)
  );
}

/** Every module a file imports or re-exports, `import("...")` and `typeof import("...")` included. */
export function importsOf(file: SourceFile): ImportOf[] {
  const found: ImportOf[] = [];
  walk(parse(file), (node) => {
    const line = lineOf(node);
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const bindings = node.importClause?.namedBindings;
      found.push({
        specifier: node.moduleSpecifier.text,
        typeOnly: isTypeOnlyImport(node.importClause),
        namespace: bindings !== undefined && ts.isNamespaceImport(bindings),
        line,
      });
    } else if (
      ts.isExportDeclaration(node) &&
      node.moduleSpecifier !== undefined &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      const specifier = node.moduleSpecifier.text;
      found.push({ specifier, typeOnly: node.isTypeOnly, namespace: false, line });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const argument = node.arguments[0];
      const specifier =
        argument !== undefined && ts.isStringLiteral(argument) ? argument.text : "?";
      found.push({ specifier, typeOnly: false, namespace: true, line });
    } else if (
      ts.isImportTypeNode(node) &&
      ts.isLiteralTypeNode(node.argument) &&
      ts.isStringLiteral(node.argument.literal)
    ) {
      const specifier = node.argument.literal.text;
      found.push({ specifier, typeOnly: true, namespace: false, line });
    }
  });
  return found;
}

/** The path of the file a relative import names, or `undefined` for a package. */
export function resolveImport(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith(".")) return undefined;
  return posix.join(posix.dirname(from), specifier).replace(/\.js$/, ".ts");
}

/** The room of a file under `src`, or `undefined` for `src/index.ts`. */
export function roomOf(path: string): string | undefined {
  return /^src\/([^/]+)\//.exec(path)?.[1];
}

/** The folders directly under `src`. */
export function roomsOf(files: readonly SourceFile[]): string[] {
  const rooms = files.map((file) => roomOf(file.path)).filter((room) => room !== undefined);
  return [...new Set(rooms)].sort();
}

/** Whether `@internal` takes a declaration out of the published types. */
export function isInternal(node: ts.Node): boolean {
  return ts.getJSDocTags(node).some((tag) => tag.tagName.text === "internal");
}
