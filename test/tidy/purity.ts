import { builtinModules } from "node:module";
import ts from "typescript";
import type { Finding, SourceFile } from "./source.js";
import { importsOf, lineOf, parse, walk } from "./source.js";

/** Who may import a package at run time: a test on the path of the importing file. */
export const PACKAGE_OWNERS: Readonly<Record<string, RegExp>> = {
  zod: /\/schema\.ts$/,
  "date-fns": /^src\/shared\/time\//,
  "@date-fns/utc": /^src\/shared\/time\//,
  "pure-rand": /^src\/shared\/random\.ts$/,
  leven: /^src\/customer\/matching\//,
  tyme4ts: /^src\/calendar-cn\//,
  "@noble/hashes": /^src\/care\/review\/control-group\.ts$/,
};

const BANNED_GLOBALS: ReadonlySet<string> = new Set([
  "process",
  "console",
  "globalThis",
  "window",
  "performance",
  "crypto",
  "fetch",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "queueMicrotask",
  "Buffer",
  "require",
  "localStorage",
]);

function packageOf(specifier: string): string {
  const parts = specifier.split("/");
  return specifier.startsWith("@") ? parts.slice(0, 2).join("/") : parts[0]!;
}

/** Packages imported by a file that does not own them, Node core modules, and barrels that cost start-up time. */
export function checkPackages(file: SourceFile): Finding[] {
  return importsOf(file).flatMap(({ specifier, typeOnly, namespace, line }) => {
    if (specifier.startsWith(".")) return [];
    const finding = (message: string): Finding[] => [{ path: file.path, line, message }];
    if (specifier.startsWith("node:") || builtinModules.includes(specifier)) {
      return finding(`imports the Node core module ${specifier}`);
    }
    const name = packageOf(specifier);
    const owner = PACKAGE_OWNERS[name];
    if (owner === undefined) return finding(`imports ${name}, which is not a dependency`);
    if (specifier === "date-fns") return finding("imports the date-fns barrel: use a sub-path");
    if (typeOnly && name === "zod") return [];
    if (!owner.test(file.path)) return finding(`must not import ${name} at run time`);
    if (name === "zod" && !namespace) return finding('must write `import * as z from "zod"`');
    return [];
  });
}

function isName(node: ts.Node, text: string): boolean {
  return ts.isIdentifier(node) && node.text === text;
}

/** Whether an identifier reads a variable: it is not the name of a property, a declaration or a type. */
function isRead(node: ts.Identifier): boolean {
  const parent = node.parent;
  if (ts.isTypeNode(parent) || ts.isQualifiedName(parent)) return false;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  const name = (parent as { name?: ts.Node }).name;
  return name !== node;
}

/** The names a file declares itself: they hide the global of the same name. */
function declaredIn(file: SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  walk(parse(file), (node) => {
    const isDeclaration =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isImportSpecifier(node);
    if (isDeclaration && node.name !== undefined && ts.isIdentifier(node.name)) {
      names.add(node.name.text);
    }
  });
  return names;
}

function impurityOf(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && isName(node.expression, "Date")) {
    return (node.arguments?.length ?? 0) === 0 ? "new Date() without arguments" : undefined;
  }
  if (ts.isCallExpression(node) && isName(node.expression, "Date")) return "Date()";
  if (ts.isPropertyAccessExpression(node)) {
    if (isName(node.expression, "Date") && node.name.text === "now") return "Date.now";
    if (isName(node.expression, "Math") && node.name.text === "random") return "Math.random";
  }
  if (ts.isIdentifier(node) && BANNED_GLOBALS.has(node.text) && isRead(node)) return node.text;
  return undefined;
}

/** Reads of the clock, of chance, of the environment; and `Intl` outside `src/shared/time/`. */
export function checkGlobals(file: SourceFile): Finding[] {
  const findings: Finding[] = [];
  const declared = declaredIn(file);
  walk(parse(file), (node) => {
    const impurity = impurityOf(node);
    if (impurity !== undefined && !declared.has(impurity)) {
      findings.push({ path: file.path, line: lineOf(node), message: `uses ${impurity}` });
    }
    const isIntl = ts.isIdentifier(node) && node.text === "Intl" && isRead(node);
    const isLocal =
      ts.isPropertyAccessExpression(node) && /^toLocale|^localeCompare$/.test(node.name.text);
    if ((isIntl || isLocal) && !file.path.startsWith("src/shared/time/")) {
      const message = `uses ${isIntl ? "Intl" : node.getText()}, which depends on the host's data`;
      findings.push({ path: file.path, line: lineOf(node), message });
    }
  });
  return findings;
}

/** Default exports, enums, classes and module state that can change. */
export function checkForms(file: SourceFile): Finding[] {
  const findings: Finding[] = [];
  const report = (node: ts.Node, message: string): void => {
    findings.push({ path: file.path, line: lineOf(node), message });
  };
  walk(parse(file), (node) => {
    if (ts.isExportAssignment(node)) report(node, "has a default export");
    if (ts.canHaveModifiers(node)) {
      const modifiers = ts.getModifiers(node) ?? [];
      if (modifiers.some((one) => one.kind === ts.SyntaxKind.DefaultKeyword)) {
        report(node, "has a default export");
      }
      if (modifiers.some((one) => one.kind === ts.SyntaxKind.AsyncKeyword)) {
        report(node, "has an async function");
      }
    }
    if (ts.isEnumDeclaration(node)) report(node, "has an enum: use a union of strings");
    if (ts.isClassLike(node)) report(node, "has a class: use plain data and functions");
  });
  for (const statement of parse(file).statements) {
    const isVariable = ts.isVariableStatement(statement);
    if (isVariable && (statement.declarationList.flags & ts.NodeFlags.Const) === 0) {
      report(statement, "has module state: write `const`");
    }
  }
  return findings;
}
