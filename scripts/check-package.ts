// `npm run check:package` ends here: packs the library as it would be published, looks at what the package holds,
// installs it into an empty project, and uses every subpath from an ES module, from `require` and from TypeScript.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

interface PackageJson {
  readonly name: string;
  readonly exports: Readonly<Record<string, unknown>>;
}

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

const EXPECTED_FILES = [/^dist\/.+\.(js|d\.ts)$/, /^(README|CHANGELOG)\.md$/, /^LICENSE$/];
const REQUIRED_FILES = ["package.json", "README.md", "CHANGELOG.md", "LICENSE", "dist/index.js"];

function run(command: string, args: readonly string[], cwd: string): string {
  try {
    return execFileSync(command, args, { cwd, encoding: "utf8" });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command} ${args.join(" ")}\n${stdout ?? ""}${stderr ?? ""}`, {
      cause: error,
    });
  }
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), "utf8"));
}

function pack(folder: string): Packed {
  const output = run("npm", ["pack", "--json", "--pack-destination", folder], root);
  const parsed = JSON.parse(output) as readonly Packed[] | Readonly<Record<string, Packed>>;
  return Object.values(parsed)[0]!;
}

function checkContents({ files }: Packed): void {
  const paths = files.map((file) => file.path);
  const missing = REQUIRED_FILES.filter((path) => !paths.includes(path));
  const extra = paths.filter(
    (path) => path !== "package.json" && !EXPECTED_FILES.some((pattern) => pattern.test(path)),
  );
  if (missing.length > 0) throw new Error(`The package lacks ${missing.join(", ")}`);
  if (extra.length > 0) throw new Error(`The package must not hold ${extra.join(", ")}`);
}

/** A program that prints how many names each subpath exports. */
function consumer(specifiers: readonly string[], load: (specifier: string) => string): string {
  const lines = specifiers.map((one) => `count[${JSON.stringify(one)}] = ${load(one)};`);
  return `const count = {};\n${lines.join("\n")}\nconsole.log(JSON.stringify(count));\n`;
}

function typedConsumer(specifiers: readonly string[]): string {
  const imports = specifiers.map((one, index) => `import * as m${index} from "${one}";`);
  const uses = specifiers.map((_, index) => `m${index}`).join(", ");
  return `import { ok, type Result } from "goodwill/shared";
${imports.join("\n")}
export const modules: readonly object[] = [${uses}];
const result: Result<number, { readonly code: "never" }> = ok(1);
// @ts-expect-error the value is known only after \`ok\` was asked.
export const value: number = result.value.length;
`;
}

function typeCheck(folder: string, module: "nodenext" | "preserve"): void {
  const compilerOptions = {
    target: "ES2022",
    module,
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    types: [],
  };
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions, files: ["typed.ts"] }),
  );
  run(process.execPath, [join(root, "node_modules/typescript/bin/tsc")], folder);
}

const { name, exports } = readJson("package.json") as PackageJson;
const specifiers = Object.keys(exports)
  .filter((subpath) => subpath !== "./package.json")
  .map((subpath) => name + subpath.slice(1));

/** Without its peer `calendar-cn` names it, all else works; then the peer is installed. */
function checkOptionalPeer(folder: string, quiet: readonly string[]): void {
  const load = `import("${name}/calendar-cn").then(() => console.log("loaded"), (e) => console.log(e.code, e.message))`;
  writeFileSync(join(folder, "peer.js"), `await import("${name}");\n${load};\n`);
  const refused = run(process.execPath, ["peer.js"], folder);
  if (!/^ERR_MODULE_NOT_FOUND .*'tyme4ts'/.test(refused)) {
    throw new Error(`calendar-cn without its peer: ${refused}`);
  }
  const tyme = (readJson("node_modules/tyme4ts/package.json") as { version: string }).version;
  run("npm", ["install", ...quiet, `tyme4ts@${tyme}`], folder);
}

const folder = mkdtempSync(join(tmpdir(), "goodwill-package-"));
try {
  const packed = pack(folder);
  checkContents(packed);
  console.log(
    `Packed ${packed.files.length} files, ${Math.ceil(packed.size / 1000)} kB, ` +
      `${Math.ceil(packed.unpackedSize / 1000)} kB unpacked.`,
  );

  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const quiet = ["--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts"];
  const zod = (readJson("node_modules/zod/package.json") as { version: string }).version;
  run("npm", ["install", ...quiet, join(folder, packed.filename), `zod@${zod}`], folder);
  checkOptionalPeer(folder, quiet);

  writeFileSync(
    join(folder, "module.js"),
    consumer(specifiers, (one) => `Object.keys(await import("${one}")).length`),
  );
  writeFileSync(
    join(folder, "required.cjs"),
    consumer(specifiers, (one) => `Object.keys(require("${one}")).length`),
  );
  writeFileSync(join(folder, "typed.ts"), typedConsumer(specifiers));

  const counts = ["module.js", "required.cjs"].map((file) => {
    const output = run(process.execPath, ["--no-warnings", file], folder);
    return JSON.parse(output) as Readonly<Record<string, number>>;
  });
  const [imported, required] = counts as [Record<string, number>, Record<string, number>];
  for (const one of specifiers) {
    if (imported[one] === 0) throw new Error(`${one} exports nothing`);
    if (imported[one] !== required[one]) {
      throw new Error(`${one}: ${imported[one]} names by import, ${required[one]} by require`);
    }
    console.log(`${one}: ${imported[one]} names by import and by require`);
  }

  typeCheck(folder, "nodenext");
  typeCheck(folder, "preserve");
  console.log("Types hold under nodenext and bundler resolution, library checks included.");
} finally {
  rmSync(folder, { recursive: true });
}
