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

/** The declarations a file itself exports, without those marked `@internal`. */
export function exportedDeclarations(file: SourceFile): ExportedDeclaration[] {
  const found: ExportedDeclaration[] = [];
  for (const statement of parse(file).statements) {
    const isExported =
      ts.canHaveModifiers(statement) &&
      (ts.getModifiers(statement) ?? []).some((one) => one.kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported || isInternal(statement)) continue;
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

/** Every name a file exports, following `export *` and `export { a } from`. */
export function exportsOf(files: ReadonlyMap<string, SourceFile>, path: string): ExportedName[] {
  const file = files.get(path);
  if (file === undefined) return [];
  const own = exportedDeclarations(file).map(({ name, node }) => ({
    name,
    path,
    line: lineOf(node),
  }));
  const passedOn = parse(file).statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier === undefined) return [];
    if (!ts.isStringLiteral(statement.moduleSpecifier)) return [];
    const target = resolveImport(path, statement.moduleSpecifier.text);
    if (target === undefined) return [];
    const all = exportsOf(files, target);
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

/** Names that two files export to the root: `export *` would drop both without a word. */
export function checkUniqueNames(files: readonly SourceFile[], root: string): Finding[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const first = new Map<string, ExportedName>();
  const findings: Finding[] = [];
  for (const one of exportsOf(byPath, root)) {
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
