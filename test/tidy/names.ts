import ts from "typescript";
import type { Finding, SourceFile } from "./source.js";
import { isInternal, lineOf, parse, resolveImport } from "./source.js";

/** An exported name and where it is declared. */
export interface ExportedName {
  readonly name: string;
  readonly path: string;
  readonly line: number;
}

/** A declaration and the name it is exported under. */
export interface ExportedDeclaration {
  readonly name: string;
  readonly node: ts.Node;
}

function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some((one) => one.kind === ts.SyntaxKind.ExportKeyword)
  );
}

/** The declarations a file itself exports: those marked `@internal`, or the others. */
export function exportedDeclarations(file: SourceFile, internal = false): ExportedDeclaration[] {
  const found: ExportedDeclaration[] = [];
  for (const statement of parse(file).statements) {
    if (!isExported(statement) || isInternal(statement) !== internal) continue;
    if (ts.isVariableStatement(statement)) {
      for (const node of statement.declarationList.declarations) {
        found.push({ name: node.name.getText(), node });
      }
    } else if (
      ts.isFunctionDeclaration(statement) ||
      ts.isInterfaceDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement)
    ) {
      found.push({ name: statement.name?.text ?? "default", node: statement });
    }
  }
  return found;
}

/** Every name a file exports, following `export *` and `export { a } from`: the `@internal` ones, or the others. */
export function exportsOf(
  files: ReadonlyMap<string, SourceFile>,
  path: string,
  internal = false,
): ExportedName[] {
  const file = files.get(path);
  if (file === undefined) return [];
  const own = exportedDeclarations(file, internal).map(({ name, node }) => ({
    name,
    path,
    line: lineOf(node),
  }));
  const passedOn = parse(file).statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier === undefined) return [];
    if (!ts.isStringLiteral(statement.moduleSpecifier)) return [];
    const target = resolveImport(path, statement.moduleSpecifier.text);
    if (target === undefined) return [];
    const all = exportsOf(files, target, internal);
    const clause = statement.exportClause;
    if (clause === undefined || !ts.isNamedExports(clause)) return all;
    return clause.elements.flatMap((element) => {
      const source = (element.propertyName ?? element.name).text;
      return all
        .filter((one) => one.name === source)
        .map((one) => ({ ...one, name: element.name.text }));
    });
  });
  return [...own, ...passedOn];
}

/** Names that two files export to the roots: `export *` would drop both without a word. */
export function checkUniqueNames(
  files: readonly SourceFile[],
  roots: readonly string[],
): Finding[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const first = new Map<string, ExportedName>();
  const findings: Finding[] = [];
  for (const one of roots.flatMap((root) => exportsOf(byPath, root))) {
    const known = first.get(one.name);
    if (known === undefined) {
      first.set(one.name, one);
    } else if (known.path !== one.path) {
      const message = `"${one.name}" is already exported by ${known.path}:${known.line}`;
      findings.push({ path: one.path, line: one.line, message });
    }
  }
  return findings;
}

/**
 * Names the package exports although they are marked `@internal`: the published types leave them out, at run time they
 * are there all the same.
 */
export function checkInternal(files: readonly SourceFile[], roots: readonly string[]): Finding[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return roots.flatMap((root) =>
    exportsOf(byPath, root, true).map(({ name, path, line }) => ({
      path,
      line,
      message: `"${name}" is @internal and reachable from ${root}: move it to a file that no index exports`,
    })),
  );
}
