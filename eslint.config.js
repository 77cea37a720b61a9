import { builtinModules } from "node:module";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

const nodeCore = builtinModules.flatMap((name) => [name, `node:${name}`]);

/** Bans that keep the library a set of pure functions: no clock, no chance, no environment, no I/O. */
const purity = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: "The library reads no clock: take `asOf` as an option.",
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "The library reads no clock: take `asOf` as an option.",
  },
  {
    selector: "CallExpression[callee.name='Date']",
    message: "`Date()` reads the clock: take `asOf` as an option.",
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: "The library draws nothing by chance: take `random` as an option.",
  },
  { selector: "ExportDefaultDeclaration", message: "Export by name." },
  { selector: "TSEnumDeclaration", message: "Use a union of strings." },
  { selector: "ClassDeclaration, ClassExpression", message: "Use plain data and functions." },
  {
    selector:
      "ImportDeclaration[source.value='zod'] > :not(ImportNamespaceSpecifier)[type=/Import/]",
    message: 'Write `import * as z from "zod"`: the named form pulls every locale.',
  },
  { selector: "ImportExpression", message: "The library loads nothing at run time." },
];

const impureGlobals = [
  "process",
  "console",
  "globalThis",
  "window",
  "performance",
  "crypto",
  "fetch",
  "setTimeout",
  "setInterval",
  "queueMicrotask",
  "Buffer",
  "localStorage",
].map((name) => ({ name, message: "The library is pure: the host passes what it needs." }));

export default defineConfig(
  globalIgnores(["dist/", "site/", "coverage/", "reports/", "test/.generated/"]),
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: "error",
      "no-param-reassign": "error",
      "prefer-const": "error",
      "func-style": ["error", "declaration", { allowArrowFunctions: true }],
      "@typescript-eslint/consistent-type-imports": [
        "error",
        { fixStyle: "separate-type-imports" },
      ],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Numbers in messages are the rule here ("got 11 at index 3").
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      // `rows[i]!` after a bounds check is the plain way to read an array in a loop.
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/non-nullable-type-assertion-style": "off",
      "@typescript-eslint/prefer-for-of": "off",
      // There are no classes, so no function reads `this`.
      "@typescript-eslint/unbound-method": "off",
      // A written `number` keeps the value of a constant out of the published types.
      "@typescript-eslint/no-inferrable-types": "off",
      // Index signatures are read by bracket because the compiler asks for it.
      "@typescript-eslint/dot-notation": "off",
      // `interface` or `type`: unions need `type`, the rest is the author's choice.
      "@typescript-eslint/consistent-type-definitions": ["error", "interface"],
      // Generic parameters such as `siftRows<T>` document the call even when used once.
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      // Guards of the border stay although the types say they cannot fail: callers may be JavaScript.
      "@typescript-eslint/no-unnecessary-condition": "off",
    },
  },
  {
    files: ["src/**/*.ts"],
    rules: {
      "no-restricted-syntax": ["error", ...purity],
      "no-restricted-globals": ["error", ...impureGlobals],
      "no-restricted-imports": [
        "error",
        {
          paths: [
            ...nodeCore.map((name) => ({ name, message: "The library does no I/O." })),
            { name: "date-fns", message: "Import by sub-path, such as `date-fns/addMonths`." },
          ],
          patterns: [{ group: ["goodwill", "goodwill/*"], message: "Use a relative path." }],
        },
      ],
      "@typescript-eslint/explicit-module-boundary-types": "error",
    },
  },
  {
    files: ["test/**/*.ts", "examples/**/*.ts", "scripts/**/*.ts"],
    rules: {
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/require-await": "off",
    },
  },
);
