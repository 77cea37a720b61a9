// Turns every `ts` fence of the doc comments, the README and the guides into a test: `npm run examples:generate`.
// What a fence may hold is described in CONTRIBUTING.md.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Fence } from "./doc-examples/fence.js";
import { fencesOf, fencesOfSource } from "./doc-examples/fence.js";
import { generate } from "./doc-examples/generate.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const target = join(root, "test/.generated");

function list(folder: string, ending: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .sort();
}

function fencesIn(path: string): Fence[] {
  const text = readFileSync(join(root, path), "utf8");
  if (path.endsWith(".ts")) return fencesOfSource(path, text);
  return fencesOf(text, { path, firstLine: 1, subject: path });
}

const readme = existsSync(join(root, "README.md")) ? ["README.md"] : [];
const paths = [...list("src", ".ts"), ...readme, ...list("docs", ".md")];

const written = new Set<string>();
const totals = { tests: 0, assertions: 0 };
const notRun: string[] = [];
mkdirSync(target, { recursive: true });
for (const path of paths) {
  const fences = fencesIn(path);
  for (const { line, subject, notRun: reason } of fences) {
    if (reason !== undefined) notRun.push(`${path}:${line} ${subject}: ${reason}`);
  }
  const generated = generate(path, fences);
  totals.tests += generated.tests;
  totals.assertions += generated.assertions;
  for (const { name, text } of generated.files) {
    writeFileSync(join(target, name), text);
    written.add(name);
  }
}
for (const name of readdirSync(target)) {
  if (!written.has(name)) rmSync(join(target, name), { recursive: true });
}

console.log(
  `Examples: ${totals.tests} tests with ${totals.assertions} expectations from ${paths.length} files, ` +
    `${notRun.length} fences not run.`,
);
for (const line of notRun) console.log(`  not run: ${line}`);
