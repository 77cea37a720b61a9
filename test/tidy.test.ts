import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checkDocumentation } from "./tidy/documentation.js";
import { checkFloors } from "./tidy/floors.js";
import { checkCycles, checkImportsExist, checkReachable } from "./tidy/graph.js";
import {
  MAX_CODE_LINES,
  MAX_COMMENT_COLUMNS,
  checkCommentWidth,
  checkIndex,
  checkLength,
  checkPath,
  countCodeLines,
} from "./tidy/layout.js";
import { checkInternal, checkUniqueNames, exportsOf } from "./tidy/names.js";
import type { PackageJson } from "./tidy/package.js";
import { checkDependencies, checkExports, checkLockFile, checkReadme } from "./tidy/package.js";
import { checkForms, checkGlobals, checkPackages } from "./tidy/purity.js";
import type { Finding, SourceFile } from "./tidy/source.js";
import { readSources, roomsOf } from "./tidy/source.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const files = readSources(root, "src");
const rooms = roomsOf(files);

function read(path: string): string | undefined {
  const full = join(root, path);
  return existsSync(full) ? readFileSync(full, "utf8") : undefined;
}

const packageJson = JSON.parse(read("package.json")!) as PackageJson;

function print(findings: readonly Finding[]): string[] {
  return findings.map(({ path, line, message }) => `${path}:${line} ${message}`);
}

/** Asserts on the printed list, so that a failure names every finding. */
/** Where users come in; `calendar-cn` is no part of the flat root, since it needs a package of its own. */
const ROOTS = ["src/index.ts", "src/calendar-cn/index.ts"];

function expectNone(findings: readonly Finding[]): void {
  expect(print(findings)).toEqual([]);
}

describe("the sources keep the conventions", () => {
  it("src is not empty, so that the rules below have something to check", () => {
    expect(files.length).toBeGreaterThan(3);
    expect(rooms).toContain("shared");
  });

  it("a room imports only from floors below it, and chart imports only types", () => {
    expectNone(files.flatMap(checkFloors));
  });

  it("no file imports itself in a circle", () => {
    expectNone(checkCycles(files));
  });

  it("relative imports name a file of src", () => {
    expectNone(checkImportsExist(files));
  });

  it("every file is reachable from the package's roots", () => {
    expectNone(checkReachable(files, ROOTS));
  });

  it("names exported from the roots are unique", () => {
    expectNone(checkUniqueNames(files, ROOTS));
  });

  it("no name marked @internal is exported from the roots", () => {
    expectNone(checkInternal(files, ROOTS));
  });

  it("zod, date-fns and pure-rand are imported only by the files that own them", () => {
    expectNone(files.flatMap(checkPackages));
  });

  it("no clock, no chance, no environment, and Intl only in src/shared/time", () => {
    expectNone(files.flatMap(checkGlobals));
  });

  it("no default exports, enums, classes, async functions or module state", () => {
    expectNone(files.flatMap(checkForms));
  });

  it(`no file has more than ${MAX_CODE_LINES} lines of code`, () => {
    expectNone(files.flatMap(checkLength));
  });

  it(`no line of comment has more than ${MAX_COMMENT_COLUMNS} columns`, () => {
    expectNone(files.flatMap(checkCommentWidth));
  });

  it("files and folders are kebab-case and named by the domain word", () => {
    expectNone(files.flatMap(checkPath));
  });

  it("index.ts files hold the module's comment and `export *`", () => {
    expectNone(files.flatMap(checkIndex));
  });

  it("every export and property is documented, every function has one example", () => {
    const byPath = new Map(files.map((one) => [one.path, one]));
    const names = ROOTS.flatMap((root) => exportsOf(byPath, root));
    const published = new Set(names.map(({ path, name }) => `${path} ${name}`));
    expectNone(
      files.flatMap((one) =>
        checkDocumentation(one, (name) => published.has(`${one.path} ${name}`)),
      ),
    );
  });

  it("every room is a subpath of the package", () => {
    expectNone(checkExports(rooms, packageJson));
  });

  it("every room has a row in the README's table of modules", () => {
    expectNone(checkReadme(rooms, read("README.md")));
  });

  it("run-time dependencies are the ones argued for", () => {
    expectNone(checkDependencies(packageJson));
  });

  it("package-lock.json names no download address", () => {
    expectNone(checkLockFile(read("package-lock.json")!));
  });
});

const zone = process.env["TZ"];
if (zone !== undefined) {
  it("the process runs in the zone that TZ names", () => {
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
  });
}

function file(path: string, text: string): SourceFile {
  return { path, text };
}

function messages(findings: readonly Finding[]): string[] {
  return findings.map((finding) => finding.message);
}

describe("a rule of order fails on a bad sample", () => {
  it.each([
    ["up", "src/shared/a.ts", 'import { b } from "../experience/b.js";'],
    ["to a sibling", "src/experience/a.ts", 'import type { b } from "../loyalty/b.js";'],
    ["from the root", "src/experience/a.ts", 'export * from "../index.js";'],
    ["from chart at run time", "src/chart/a.ts", 'import { b } from "../shared/b.js";'],
    ["from chart, half typed", "src/chart/a.ts", 'import { type A, b } from "../shared/b.js";'],
    ["from chart, re-exported", "src/chart/a.ts", 'export * from "../shared/b.js";'],
    ["a room without a floor", "src/cellar/a.ts", ""],
  ])("floors: an import %s", (_name, path, text) => {
    expect(checkFloors(file(path, text))).toHaveLength(1);
  });

  it.each([
    ["src/experience/a.ts", 'import { b } from "../shared/b.js";'],
    ["src/experience/gap/a.ts", 'import { b } from "../score/b.js";'],
    ["src/chart/a.ts", 'import type { A } from "../experience/a.js";'],
    ["src/chart/a.ts", 'import { type A } from "../experience/a.js";'],
    ["src/index.ts", 'export * from "./shared/index.js";'],
  ])("floors: %s may %s", (path, text) => {
    expectNone(checkFloors(file(path, text)));
  });

  it("cycles: two files, and a file on itself", () => {
    const a = file("src/shared/a.ts", 'import { b } from "./b.js";');
    const b = file("src/shared/b.ts", 'import type { A } from "./a.js";');
    const self = file("src/shared/c.ts", 'export * from "./c.js";');
    expect(messages(checkCycles([a, b]))).toEqual([
      "import cycle: src/shared/a.ts -> src/shared/b.ts -> src/shared/a.ts",
    ]);
    expect(checkCycles([self])).toHaveLength(1);
    expectNone(checkCycles([a, file("src/shared/b.ts", "")]));
  });

  it("imports: a missing file, and a forgotten ending", () => {
    const good = file("src/shared/b.ts", "");
    const bad = file("src/shared/a.ts", 'import "./gone.js"; import { b } from "./b";');
    expect(messages(checkImportsExist([good, bad]))).toEqual([
      "imports ./gone.js, which is not in src",
      "imports ./b, which is not in src",
    ]);
  });

  it("reachability: a file that no index exports", () => {
    const index = file("src/index.ts", 'export * from "./shared/index.js";');
    const shared = file("src/shared/index.ts", 'export * from "./a.js";');
    const found = checkReachable(
      [index, shared, file("src/shared/a.ts", ""), file("src/shared/dead.ts", "")],
      ["src/index.ts"],
    );
    expect(found.map((one) => one.path)).toEqual(["src/shared/dead.ts"]);
  });

  it("names: two rooms export the same name, by any form of export", () => {
    const samples = [
      file("src/index.ts", 'export * from "./a/index.js"; export * from "./b/index.js";'),
      file("src/a/index.ts", 'export * from "./one.js";'),
      file("src/a/one.ts", "export function gap(): void {} export const x = 1;"),
      file("src/b/index.ts", 'export * from "./two.js";'),
      file("src/b/two.ts", "export interface gap {} export type y = 1; const x = 2;"),
    ];
    expect(messages(checkUniqueNames(samples, ["src/index.ts"]))).toEqual([
      '"gap" is already exported by src/a/one.ts:1',
    ]);
    const twice = [
      file("src/index.ts", 'export * from "./a.js"; export { x } from "./a.js";'),
      file("src/a.ts", "export const x = 1;"),
    ];
    expectNone(checkUniqueNames(twice, ["src/index.ts"]));
  });
});

const INTERNAL_NAMES: readonly [name: string, text: string][] = [
  ["a function", "/** F. @internal */ export function f(): void {}"],
  ["a constant", "/**\n * C.\n * @internal\n */\nexport const f = 1;"],
  ["an interface", "/** I. @internal */ export interface f {}"],
  ["a type", "/** T. @internal */ export type f = 1;"],
];

describe("a rule of what is published fails on a bad sample", () => {
  const root = file("src/index.ts", 'export * from "./a/index.js";');
  const index = file("src/a/index.ts", 'export * from "./one.js";');

  it.each(INTERNAL_NAMES)("internal: %s behind two `export *`", (_name, text) => {
    const samples = [root, index, file("src/a/one.ts", text)];
    expect(print(checkInternal(samples, ["src/index.ts"]))).toEqual([
      `src/a/one.ts:${text.split("\n").length} "f" is @internal and reachable from src/index.ts: ` +
        "move it to a file that no index exports",
    ]);
  });

  it.each(INTERNAL_NAMES)("internal: %s by name", (_name, text) => {
    const byName = file("src/a/index.ts", 'export { f as g, p } from "./one.js";');
    const samples = [root, byName, file("src/a/one.ts", `${text} export const p = 1;`)];
    expect(checkInternal(samples, ["src/index.ts"]).map(({ message }) => message)).toEqual([
      '"g" is @internal and reachable from src/index.ts: move it to a file that no index exports',
    ]);
  });

  it.each(INTERNAL_NAMES)("internal: %s of a file that no index exports passes", (_name, text) => {
    const published = 'import { f } from "./two.js"; /** P. */ export const p: unknown = 1;';
    const samples = [root, index, file("src/a/one.ts", published), file("src/a/two.ts", text)];
    expectNone(checkInternal(samples, ["src/index.ts"]));
  });
});

describe("a rule of purity fails on a bad sample", () => {
  it.each([
    ["zod outside schema.ts", "src/shared/a.ts", 'import * as z from "zod";'],
    ["zod by name", "src/shared/schema.ts", 'import { z } from "zod";'],
    ["zod by sub-path", "src/shared/a.ts", 'import * as z from "zod/mini";'],
    ["date-fns outside time", "src/shared/a.ts", 'import { addMonths } from "date-fns/addMonths";'],
    ["the date-fns barrel", "src/shared/time/a.ts", 'import { addMonths } from "date-fns";'],
    ["@date-fns/utc outside time", "src/shared/a.ts", 'import { utc } from "@date-fns/utc";'],
    ["pure-rand outside random.ts", "src/shared/a.ts", 'import { x } from "pure-rand/types/R";'],
    ["a Node core module", "src/shared/a.ts", 'import { join } from "node:path";'],
    ["a Node core module without prefix", "src/shared/a.ts", 'import { join } from "path";'],
    ["a package that is no dependency", "src/shared/a.ts", 'import _ from "lodash";'],
    ["a lazy import", "src/shared/a.ts", 'const a = import("zod");'],
  ])("packages: %s", (_name, path, text) => {
    expect(checkPackages(file(path, text))).toHaveLength(1);
  });

  it("packages: owners may import, and everybody may import zod's types", () => {
    expectNone([
      ...checkPackages(file("src/shared/schema.ts", 'import * as z from "zod";')),
      ...checkPackages(file("src/shared/rows.ts", 'import type * as z from "zod";')),
      ...checkPackages(file("src/shared/time/a.ts", 'import { a } from "date-fns/addDays";')),
    ]);
  });

  it.each([
    ["Date.now", "const a = Date.now();"],
    ["new Date() without arguments", "const a = new Date();"],
    ["Date()", "const a = Date();"],
    ["Math.random", "const a = Math.random();"],
    ["Math.random", "const a = Math.random;"],
    ["process", "const a = process.env;"],
    ["console", 'console.log("hi");'],
    ["console", "const a = { console };"],
    ["performance", "const a = performance.now();"],
    ["globalThis", "const a = globalThis.Date;"],
    ["Intl, which depends on the host's data", "const a = new Intl.NumberFormat();"],
    ["a.toLocaleString, which depends on the host's data", "const b = a.toLocaleString();"],
    ["a.localeCompare, which depends on the host's data", "const b = a.localeCompare(c);"],
  ])("globals: %s", (what, text) => {
    expect(messages(checkGlobals(file("src/shared/a.ts", text)))).toEqual([`uses ${what}`]);
  });

  it("globals: a name the file declares itself is not the global", () => {
    const text = "function f(performance: number): number { return performance + 1; }";
    expectNone(checkGlobals(file("src/shared/a.ts", text)));
  });

  it("globals: a property or a type of the same name is no read", () => {
    const text = `
      interface A { process: string; console(): void }
      function f(a: A, at: number): [string, Date] { return [a.process, new Date(at)]; }
    `;
    expectNone(checkGlobals(file("src/shared/a.ts", text)));
    expectNone(checkGlobals(file("src/shared/time/a.ts", "const a = new Intl.DateTimeFormat();")));
  });

  it.each([
    ["a default export", "export default 3;"],
    ["a default function", "export default function f() {}"],
    ["an enum", "export enum A { B }"],
    ["a class", "export class A {}"],
    ["a class expression", "export const a = class {};"],
    ["an async function", "export async function f() {}"],
    ["module state", "let calls = 0;"],
  ])("forms: %s", (_name, text) => {
    expect(checkForms(file("src/shared/a.ts", text))).toHaveLength(1);
  });
});

describe("a rule of layout fails on a bad sample", () => {
  it("length: code lines count, comments and blank lines do not", () => {
    const text = "/** a\n * b\n */\nexport const a = [\n  // c\n  1, // d\n\n];\n";
    expect(countCodeLines(file("src/shared/a.ts", text))).toBe(3);
    expect(countCodeLines(file("src/shared/a.ts", "const a = `x\ny\nz`;\n"))).toBe(3);
    const lines = (count: number): SourceFile =>
      file("src/shared/a.ts", "export const a = 1;\n\n// c\n".repeat(count));
    expectNone(checkLength(lines(MAX_CODE_LINES)));
    expect(checkLength(lines(MAX_CODE_LINES + 1))).toHaveLength(1);
  });

  const tooWide = "x".repeat(MAX_COMMENT_COLUMNS);

  it.each([
    ["a doc comment", `/**\n * ${tooWide}\n */\nexport const a = 1;`, 2],
    ["a doc comment of one line", `/** ${tooWide} */ export const a = 1;\n/** ${tooWide} */`, 2],
    ["a doc comment of a property", `export interface A {\n  /** ${tooWide} */\n  b: 1;\n}`, 2],
    ["a comment at the end of a line", `const a = 1;\nconst b = 1; // ${tooWide}\nconst c = 1;`, 2],
    ["a comment in a function", `function f(): void {\n  // ${tooWide}\n}`, 2],
    ["a comment at the end of the file", `const a = 1;\n// ${tooWide}`, 2],
    ["a comment in a template", "const a = `${\n  // " + tooWide + "\n  1\n}`;", 2],
  ])("comment width: %s", (_name, text, line) => {
    expect(checkCommentWidth(file("src/shared/a.ts", text)).map((one) => one.line)).toEqual([line]);
  });

  it("comment width: up to the limit, and long lines of code, pass", () => {
    const widest = `// ${"x".repeat(MAX_COMMENT_COLUMNS - 3)}`;
    // A letter outside the basic plane is one column.
    const astral = `// ${"\u{1d703}".repeat(MAX_COMMENT_COLUMNS - 3)}`;
    for (const text of [
      widest,
      `${astral}\r\n${widest}   \nconst a = 1;`,
      `const a = "${tooWide}";`,
      `const a = "// ${tooWide}";`,
      "const a = `\n// " + tooWide + "\n`;",
      `/** a */ const a = "${tooWide}";`,
    ]) {
      expectNone(checkCommentWidth(file("src/shared/a.ts", text)));
    }
    expect(checkCommentWidth(file("src/shared/a.ts", `${widest}x`))).toHaveLength(1);
  });

  it.each(["src/shared/utils/a.ts", "src/types/a.ts", "src/shared/myFile.ts", "src/Shared/a.ts"])(
    "names: %s",
    (path) => {
      expect(checkPath(file(path, ""))).toHaveLength(1);
    },
  );

  it.each([
    ["code", "/** A. */\nexport const a = 1;"],
    ["a named export", '/** A. */\nexport { a } from "./a.js";'],
    ["an import", '/** A. */\nimport "./a.js";'],
    ["no comment", 'export * from "./a.js";'],
  ])("index: %s", (_name, text) => {
    expect(checkIndex(file("src/shared/index.ts", text))).toHaveLength(1);
  });
});

describe("a rule of documentation fails on a bad sample", () => {
  const example = " * @example\n * ```ts\n * f(1); // => 1\n * ```\n";
  const good = `/** F. \n * @param a - A.\n * @returns B.\n${example} */\n`;

  it.each([
    ["a function", "export function f(): void {}", "f has no doc comment"],
    ["a constant", "export const a = 1;", "a has no doc comment"],
    ["an interface", "export interface A {}", "A has no doc comment"],
    ["a type", "export type A = 1;", "A has no doc comment"],
    ["tags without a sentence", "/** @internalx */ export type A = 1;", "A has no doc comment"],
    ["a property", "/** A. */ export interface A { b: 1 }", "A.b has no doc comment"],
    ["a method", "/** A. */ export interface A { b(): 1 }", "A.b has no doc comment"],
    [
      "a nested property",
      "/** A. */ export interface A {\n/** B. */ b: { c: 1 } }",
      "A.c has no doc comment",
    ],
    [
      "a property of a union",
      "/** A. */ export type A = {\n/** C. */ c: 1 } | { d: 2 };",
      "A.d has no doc comment",
    ],
    [
      "a property of a constant",
      "/** A. */ export const a: { b: 1 } = { b: 1 };",
      "a.b has no doc comment",
    ],
    [
      "a property of a result",
      "/** A. */ export type A = () => { b: 1 };",
      "A.b has no doc comment",
    ],
    [
      "a property of a bound",
      `/** F.\n * @returns B.\n${example} */\nexport function f<E extends { b: 1 }>(): E[] { return []; }`,
      "f.b has no doc comment",
    ],
    [
      "no example",
      "/** F. */ export function f(): void {}",
      "f has 0 @example, 0 with a ts fence: exactly one is asked",
    ],
    [
      "two examples",
      `/** F.\n${example}${example} */\nexport function f(): void {}`,
      "f has 2 @example, 2 with a ts fence: exactly one is asked",
    ],
    [
      "an example without a fence",
      "/** F.\n * @example f(1)\n */\nexport function f(): void {}",
      "f has 1 @example, 0 with a ts fence: exactly one is asked",
    ],
    [
      "a parameter",
      `/** F.\n * @returns B.\n${example} */\nexport function f(a: 1): 1 { return a; }`,
      "f does not describe @param a",
    ],
    [
      "the result",
      `/** F.\n * @param a - A.\n${example} */\nexport function f(a: 1): 1 { return a; }`,
      "f does not describe what it @returns",
    ],
  ])("documentation: %s", (_name, text, message) => {
    expect(messages(checkDocumentation(file("src/shared/a.ts", text), () => true))).toEqual([
      message,
    ]);
  });

  it("documentation: what is complete, internal or not exported passes", () => {
    const text = `${good}export function f(a: 1): 1 { return a; }
      /** @internal */
      export function g(): void {}
      interface Hidden { a: 1 }
      /** Calls back. */
      export type Callback = (row: { a: 1 }) => void;`;
    expectNone(checkDocumentation(file("src/shared/a.ts", text), () => true));
  });

  it("documentation: a name that is not published needs its comment and no more", () => {
    const check = (text: string): string[] =>
      messages(checkDocumentation(file("src/shared/a.ts", text), () => false));
    expect(check("/** F. */ export function f(a: 1): 1 { return a; }")).toEqual([]);
    expect(check("/** A. */ export interface A { b: 1 }")).toEqual([]);
    expect(check("export function f(a: 1): 1 { return a; }")).toEqual(["f has no doc comment"]);
  });
});

describe("a rule of the package fails on a bad sample", () => {
  const subpath = (name: string): object => ({
    types: `./dist/${name}.d.ts`,
    default: `./dist/${name}.js`,
  });

  it("exports: a room without a subpath, a subpath without a room, a wrong target", () => {
    const exports = { ".": subpath("index"), "./shared": subpath("shared/index") };
    expectNone(checkExports(["shared"], { exports }));
    expect(checkExports(["shared", "chart"], { exports })).toHaveLength(1);
    expect(checkExports([], { exports })).toHaveLength(1);
    expect(
      checkExports(["shared"], { exports: { ...exports, "./shared": "./dist/shared.js" } }),
    ).toHaveLength(1);
  });

  it("readme: absent, and a room without a row", () => {
    expect(messages(checkReadme(["shared"], undefined))).toEqual(["does not exist"]);
    const readme = "| `shared` | the ground floor |\n| [`goodwill/chart`](x) | shows it |\n";
    expectNone(checkReadme(["shared", "chart"], readme));
    expect(messages(checkReadme(["shared", "care"], readme))).toEqual([
      "the table of modules has no row for `care`",
    ]);
  });

  it("dependencies: one more than argued for", () => {
    const json = { exports: {}, dependencies: { lodash: "1" }, peerDependencies: { zod: "4" } };
    expect(messages(checkDependencies(json))).toEqual(["depends on lodash at run time"]);
  });

  it("lock file: a download address", () => {
    const line = '"resolved": "https://example.org/a.tgz"';
    expect(checkLockFile(`{\n${line}\n}`).map((one) => one.line)).toEqual([2]);
    expectNone(checkLockFile('{ "dependencies": { "resolved-path": "1" } }'));
  });
});
