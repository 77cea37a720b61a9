import { describe, expect, it } from "vitest";
import { fencesOf, fencesOfSource } from "../scripts/doc-examples/fence.js";
import { generate } from "../scripts/doc-examples/generate.js";
import { translate } from "../scripts/doc-examples/translate.js";

const place = { path: "docs/page.md", line: 10 };

function translated(...lines: string[]): string {
  return translate(lines.join("\n"), place).body;
}

function page(...lines: string[]): ReturnType<typeof fencesOf> {
  return fencesOf(lines.join("\n"), { path: "docs/page.md", firstLine: 1, subject: "page" });
}

describe("an example becomes a test", () => {
  it("an expression with its value becomes an expectation", () => {
    const { body, assertions } = translate("f(1); // => 2", place);
    expect(body).toBe('expect(f(1), "docs/page.md:10").toEqual(2\n); // => 2');
    expect(assertions).toBe(1);
  });

  it("console.log with a value prints and expects, and evaluates once", () => {
    expect(translated("", "console.log(f(1)); // => 2")).toContain(
      '{ const shown = f(1); console.log(shown); expect(shown, "docs/page.md:11").toEqual(2\n); }',
    );
  });

  it("a constant with its value is kept and expected", () => {
    expect(translated("const a = f(1); // => 2")).toContain(
      'const a = f(1); expect(a, "docs/page.md:10").toEqual(2\n);',
    );
  });

  it("an expression inside a block is expected there, so that narrowing holds", () => {
    expect(translated("if (r.ok) {", "  r.value; // => 3", "}")).toContain(
      'if (r.ok) {\n  expect(r.value, "docs/page.md:11").toEqual(3\n);',
    );
  });

  it("a value may go on over comment lines, with or without arrows, and may stand below", () => {
    const value = ".toEqual({\n   a: 1,\n }\n);";
    expect(translated("f(1); // => {", "//   a: 1,", "// }")).toContain(value);
    expect(translated("f(1); // => {", "// =>   a: 1,", "// => }")).toContain(
      ".toEqual({\n   a: 1,",
    );
    expect(translated("f(1);", "// => 2", "// A remark.")).toContain(".toEqual(2\n);");
  });

  it("a thrown error is expected by its name", () => {
    expect(translated("f(-1); // throws RangeError: Cannot f")).toContain(
      'expect(() => { f(-1); }, "docs/page.md:10").toThrow(RangeError);',
    );
  });

  it("imports are taken out and export is dropped", () => {
    const { imports, body } = translate(
      'import { a, type B } from "goodwill/shared";\nexport const c = a;',
      place,
    );
    expect(imports).toEqual([
      { module: "goodwill/shared", name: "a", local: "a", isType: false },
      { module: "goodwill/shared", name: "B", local: "B", isType: true },
    ]);
    expect(body.trim()).toBe("const c = a;");
  });

  it("a value that would be checked by nothing is refused", () => {
    expect(() => translated("return f(1); // => 2")).toThrow('1 "// =>" are written, but only 0');
    expect(() => translated("// => 2")).toThrow("only 0 follow");
    expect(() => translated("rows.map((r) => {", "r.x; // => 1", "}); // => []")).toThrow("only 1");
    expect(() => translated("f(1); // => about 2")).toThrow("not a JavaScript expression");
    expect(() => translated("f(1); // => ")).toThrow("not a JavaScript expression");
    expect(() => translated("const [a] = f(1); // => 2")).toThrow("one plain name");
    expect(() => translated("console.log(1, 2); // => 3")).toThrow("takes one argument");
  });
});

describe("fences are found", () => {
  it("in a page: with the heading, the line, and why it is not run", () => {
    const fences = page(
      "# Gap",
      "```ts",
      "a;",
      "```",
      "<!-- not run: reads a file -->",
      "```ts",
      "b;",
      "```",
      "```ts no-test: slow",
      "c;",
      "```",
      "```js",
      "d;",
      "```",
    );
    expect(fences).toEqual([
      { path: "docs/page.md", subject: "Gap", line: 3, code: "a;", isContinued: false },
      {
        path: "docs/page.md",
        subject: "Gap",
        line: 7,
        code: "b;",
        isContinued: false,
        notRun: "reads a file",
      },
      {
        path: "docs/page.md",
        subject: "Gap",
        line: 10,
        code: "c;",
        isContinued: false,
        notRun: "slow",
      },
    ]);
  });

  it("a text fence directly below holds the output, one after a paragraph does not", () => {
    expect(page("```ts", "a;", "```", "", "```text", "1", "2", "```")[0]?.output).toBe("1\n2");
    expect(page("```ts", "a;", "```", "Then:", "```text", "1", "```")[0]?.output).toBeUndefined();
  });

  it("in doc comments: by the symbol, without the stars", () => {
    const text = [
      "/**",
      " * A.",
      " * @example",
      " * ```ts",
      ' * import { a } from "goodwill/shared";',
      " * @decorated",
      " *   a(); // => 1",
      " * ```",
      " */",
      "export function a(): number {",
      "  return 1;",
      "}",
    ].join("\n");
    expect(fencesOfSource("src/a.ts", text)).toEqual([
      {
        path: "src/a.ts",
        subject: "a",
        line: 5,
        code: 'import { a } from "goodwill/shared";\n@decorated\n  a(); // => 1',
        isContinued: false,
      },
    ]);
  });

  it("in the comment of a module, and in a file that holds nothing else", () => {
    const comment = "/**\n * A.\n *\n * ```ts\n * 1; // => 1\n * ```\n */\n";
    for (const text of [`${comment}export * from "./a.js";`, comment]) {
      const fences = fencesOfSource("src/index.ts", text);
      expect(fences.map((one) => [one.subject, one.line])).toEqual([["module", 5]]);
    }
  });

  it("a fence that is never closed is refused", () => {
    expect(() => page("```ts", "a;")).toThrow("line 1: the fence is never closed");
  });
});

describe("test files are written", () => {
  const a = 'import { a } from "goodwill/shared";\na;';

  it("one file holds all fences of a page, each in its own scope, imports once", () => {
    const { files, tests } = generate("docs/page.md", page("```ts", a, "```", "```ts", a, "```"));
    expect(files.map((file) => file.name)).toEqual(["docs--page.test.ts"]);
    expect(tests).toBe(2);
    expect(files[0]!.text.match(/import \{ a \}/g)).toHaveLength(1);
    expect(files[0]!.text.match(/async \(\) => \{/g)).toHaveLength(2);
    expect(files[0]!.text).toContain('it("page (line 2), runs"');
  });

  it("a name with two meanings opens a second file", () => {
    const other = 'import { a } from "goodwill/experience";\na;';
    const { files } = generate("docs/page.md", page("```ts", a, "```", "```ts", other, "```"));
    expect(files.map((file) => file.name)).toEqual(["docs--page.test.ts", "docs--page.2.test.ts"]);
  });

  it("a continued fence shares the scope of the one before", () => {
    const fences = page("```ts", "const b = 1;", "```", "```ts continued", "b; // => 1", "```");
    const { files, tests, assertions } = generate("docs/page.md", fences);
    expect(tests).toBe(1);
    expect(assertions).toBe(1);
    expect(files[0]!.text).toMatch(/const b = 1;\nexpect\(b, "docs\/page.md:5"\)/);
    expect(() => generate("docs/page.md", page("```ts continued", "b;", "```"))).toThrow("nothing");
  });

  it("a text fence becomes an expectation on what was printed", () => {
    const fences = page("```ts", 'console.log("x");', "```", "```text", "x", "```");
    const { files, assertions } = generate("README.md", fences);
    expect(assertions).toBe(1);
    expect(files[0]!.text).toContain('.toBe("x");');
  });

  it("a fence that is not run writes no test", () => {
    expect(generate("docs/page.md", page("```ts no-test", "a;", "```"))).toEqual({
      files: [],
      tests: 0,
      assertions: 0,
    });
  });
});
