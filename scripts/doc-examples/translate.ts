import ts from "typescript";

/** One imported name of a fence. */
export interface ImportedName {
  readonly module: string;
  /** The name in the module, `*` for all of it, `default` for the default export. */
  readonly name: string;
  readonly local: string;
  readonly isType: boolean;
}

/** A fence as the body of a test. */
export interface Translated {
  readonly imports: readonly ImportedName[];
  readonly body: string;
  readonly assertions: number;
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

function importsOf(node: ts.ImportDeclaration): ImportedName[] {
  const module = (node.moduleSpecifier as ts.StringLiteral).text;
  const clause = node.importClause;
  if (clause === undefined) throw new Error(`import "${module}" brings no name`);
  const isType = clause.phaseModifier === ts.SyntaxKind.TypeKeyword;
  const names: ImportedName[] = [];
  if (clause.name !== undefined) {
    names.push({ module, name: "default", local: clause.name.text, isType });
  }
  const bindings = clause.namedBindings;
  if (bindings !== undefined && ts.isNamespaceImport(bindings)) {
    names.push({ module, name: "*", local: bindings.name.text, isType });
  } else if (bindings !== undefined) {
    for (const one of bindings.elements) {
      const name = (one.propertyName ?? one.name).text;
      names.push({ module, name, local: one.name.text, isType: isType || one.isTypeOnly });
    }
  }
  return names;
}

function isExpression(text: string): boolean {
  const { diagnostics } = ts.transpileModule(`(${text}\n);`, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2022 },
  });
  return text.trim() !== "" && (diagnostics ?? []).length === 0;
}

/** The comment lines that follow a position: from the same line or the next, up to the first line of code. */
function commentAfter(code: string, position: number): string[] {
  const lines: string[] = [];
  let rest = code.slice(position);
  for (;;) {
    const next = /^[ \t]*(?:\r?\n[ \t]*)?\/\/([^\n]*)/.exec(rest);
    if (next === null) return lines;
    lines.push(next[1]!);
    rest = rest.slice(next[0].length);
  }
}

interface Expected {
  /** How many comment lines with `=>` the expectation takes. */
  readonly markers: number;
  /** The expected value as JavaScript, or the name of the error thrown. */
  readonly value?: string;
  readonly error?: string;
}

function expectedAfter(code: string, position: number): Expected | undefined {
  const lines = commentAfter(code, position);
  const first = lines[0]?.trim();
  if (first === undefined) return undefined;
  const markers = first.startsWith("=>") ? 1 : 0;
  const error = /^(?:=> )?throws (?:a |an )?([A-Z]\w*Error)\b/.exec(first)?.[1];
  if (error !== undefined) return { error, markers };
  if (markers === 0) return undefined;
  let value = first.slice(2);
  let count = 1;
  for (const line of lines.slice(1)) {
    if (isExpression(value)) break;
    const isMarked = line.trim().startsWith("=>");
    value += `\n${isMarked ? line.trim().slice(2) : line}`;
    if (isMarked) count += 1;
  }
  if (isExpression(value)) return { value: value.trim(), markers: count };
  throw new Error(`not a JavaScript expression after "// =>": ${value.trim()}`);
}

function isLog(node: ts.Expression): node is ts.CallExpression {
  return ts.isCallExpression(node) && node.expression.getText() === "console.log";
}

/** An edit that turns a statement into its expectation; declarations stay and are followed by it. */
function assertionOf(statement: ts.Statement, expected: Expected, where: string): Edit {
  const message = JSON.stringify(where);
  const from = statement.getStart();
  const to = statement.end;
  const check = (actual: string): string =>
    `expect(${actual}, ${message}).toEqual(${expected.value}\n);`;
  if (expected.error !== undefined) {
    const body = statement.getText();
    const text = `expect(() => { ${body} }, ${message}).toThrow(${expected.error});`;
    return { from, to, text };
  }
  if (ts.isVariableStatement(statement)) {
    const [declaration, second] = statement.declarationList.declarations;
    if (declaration === undefined || second !== undefined || !ts.isIdentifier(declaration.name)) {
      throw new Error(`${where}: "// =>" after a declaration needs one plain name`);
    }
    return { from: to, to, text: ` ${check(declaration.name.text)}` };
  }
  const { expression } = statement as ts.ExpressionStatement;
  if (!isLog(expression)) return { from, to, text: check(expression.getText()) };
  const [argument, second] = expression.arguments;
  if (argument === undefined || second !== undefined) {
    throw new Error(`${where}: console.log with "// =>" takes one argument`);
  }
  const text = `{ const shown = ${argument.getText()}; console.log(shown); ${check("shown")} }`;
  return { from, to, text };
}

function applied(code: string, edits: readonly Edit[]): string {
  let text = code;
  for (const edit of edits.toSorted((a, b) => b.from - a.from)) {
    text = text.slice(0, edit.from) + edit.text + text.slice(edit.to);
  }
  return text;
}

/**
 * Turns the code of a fence into the body of a test: `expression; // => value` and
 * `console.log(expression); // => value` become expectations, `expression; // throws RangeError` too; imports are taken
 * out, `export` is dropped. A `// =>` that would check nothing is refused.
 */
export function translate(code: string, place: { path: string; line: number }): Translated {
  const tree = ts.createSourceFile("fence.ts", code, ts.ScriptTarget.ES2022, true);
  const imports: ImportedName[] = [];
  const edits: Edit[] = [];
  let assertions = 0;
  let markers = 0;
  const whereIs = (node: ts.Node): string =>
    `${place.path}:${place.line + tree.getLineAndCharacterOfPosition(node.getStart(tree)).line}`;
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      imports.push(...importsOf(node));
      edits.push({ from: node.getStart(tree), to: node.end, text: "" });
      return;
    }
    if (node.kind === ts.SyntaxKind.ExportKeyword) {
      edits.push({ from: node.getStart(tree), to: node.end, text: "" });
    }
    if (ts.isExpressionStatement(node) || ts.isVariableStatement(node)) {
      const expected = expectedAfter(code, node.end);
      if (expected !== undefined) {
        edits.push(assertionOf(node, expected, whereIs(node)));
        assertions += 1;
        markers += expected.markers;
        if (!ts.isVariableStatement(node)) return;
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  const written = [...code.matchAll(/\/\/[ \t]*=>/g)].length;
  if (written !== markers) {
    throw new Error(
      `${place.path}:${place.line}: ${written} "// =>" are written, but only ${markers} follow a statement`,
    );
  }
  return { imports, body: applied(code, edits), assertions };
}
