import type { Fence } from "./fence.js";
import type { ImportedName } from "./translate.js";
import { translate } from "./translate.js";

/** A generated test file. */
export interface GeneratedFile {
  readonly name: string;
  readonly text: string;
}

/** What was generated from the fences of one file. */
export interface Generated {
  readonly files: readonly GeneratedFile[];
  /** How many tests were written: a continued fence belongs to the test of the fence before. */
  readonly tests: number;
  readonly assertions: number;
}

interface Test {
  readonly imports: readonly ImportedName[];
  readonly text: string;
  readonly assertions: number;
}

/** Fences that share a scope: one, and those marked `continued` after it. */
function scopesOf(fences: readonly Fence[]): Fence[][] {
  const scopes: Fence[][] = [];
  for (const fence of fences) {
    const last = scopes.at(-1);
    if (!fence.isContinued) scopes.push([fence]);
    else if (last !== undefined) last.push(fence);
    else throw new Error(`${fence.path}:${fence.line}: nothing goes before this continued fence`);
  }
  return scopes;
}

function testOf(scope: readonly Fence[]): Test {
  const translated = scope.map((fence) => translate(fence.code, fence));
  const shown = scope.filter((fence) => fence.output !== undefined).length;
  const assertions = translated.reduce((sum, one) => sum + one.assertions, shown);
  const { subject, line } = scope[0]!;
  const title = `${subject} (line ${line})${assertions === 0 ? ", runs" : ""}`;
  const body = translated.map((one, index) => {
    const { output, path, line: fenceLine } = scope[index]!;
    if (output === undefined) return one.body;
    const message = JSON.stringify(`${path}:${fenceLine} prints what the text block shows`);
    const check = `expect($lines.splice(0).join("\\n").trimEnd(), ${message}).toBe(${JSON.stringify(output.trimEnd())});`;
    return `$lines.length = 0;\n${one.body}\n${check}`;
  });
  const text = `  it(${JSON.stringify(title)}, async () => {
    const $lines: string[] = [];
    const console = { log: (...values: unknown[]): void => void $lines.push($format(...values)) };
    void console;
${body.join("\n")}
  });
`;
  return { imports: translated.flatMap((one) => one.imports), text, assertions };
}

type Names = Map<string, ImportedName>;

/** Adds the imports of a test to those of a file, or says no where a name would mean two things. */
function joined(names: Names, imports: readonly ImportedName[]): Names | undefined {
  const result = new Map(names);
  for (const one of imports) {
    const known = result.get(one.local);
    if (known !== undefined && (known.module !== one.module || known.name !== one.name)) {
      return undefined;
    }
    result.set(one.local, { ...one, isType: one.isType && (known?.isType ?? true) });
  }
  return result;
}

function importLine({ module, name, local, isType }: ImportedName): string {
  const from = `from ${JSON.stringify(module)};`;
  const type = isType ? "type " : "";
  if (name === "*") return `import ${type}* as ${local} ${from}`;
  if (name === "default") return `import ${type}${local} ${from}`;
  return `import ${type}{ ${name === local ? name : `${name} as ${local}`} } ${from}`;
}

function fileText(path: string, names: Names, tests: readonly Test[]): string {
  return `// Generated from ${path} by scripts/doc-examples.ts. Do not edit.
import { format as $format } from "node:util";
import { describe, expect, it } from "vitest";
${[...names.values()].map(importLine).join("\n")}

describe(${JSON.stringify(path)}, () => {
${tests.map((test) => test.text).join("\n")}});
`;
}

/** Writes the tests of one file's fences: one file, or more where two fences give a name two meanings. */
export function generate(path: string, fences: readonly Fence[]): Generated {
  const tests = scopesOf(fences.filter((fence) => fence.notRun === undefined)).map(testOf);
  const groups: { names: Names; tests: Test[] }[] = [];
  for (const test of tests) {
    const last = groups.at(-1);
    const names = last === undefined ? undefined : joined(last.names, test.imports);
    if (last !== undefined && names !== undefined) {
      last.names = names;
      last.tests.push(test);
      continue;
    }
    const own = joined(new Map(), test.imports);
    if (own === undefined) throw new Error(`${path}: a fence imports one name twice`);
    groups.push({ names: own, tests: [test] });
  }
  const base = path.replace(/\.(ts|md)$/, "").replaceAll("/", "--");
  return {
    files: groups.map((group, index) => ({
      name: `${base}${index === 0 ? "" : `.${index + 1}`}.test.ts`,
      text: fileText(path, group.names, group.tests),
    })),
    tests: tests.length,
    assertions: tests.reduce((sum, test) => sum + test.assertions, 0),
  };
}
