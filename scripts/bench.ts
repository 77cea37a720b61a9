/**
 * Times the library against plain loops and measures its memory: `npm run bench` prints a table and writes
 * `reports/bench.json`. Each benchmark runs in a process of its own, so that neither memory nor compiled code of
 * another touches it. `--only=TEXT` runs those whose names hold the text.
 *
 * `npm run bench -- --short` shows that each benchmark still runs: small inputs, two runs of each, and all in one
 * process. Its times are rough, and it measures no memory.
 *
 * What is timed is compiled as users compile it: the runner of scripts names every closure anew whenever one is made,
 * and halves the speed of small functions by it.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { build } from "tsup";
import { benchmarkCases } from "./bench/cases.js";
import type { Measurement } from "./bench/measure.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const short = process.argv.includes("--short");
const only = process.argv
  .find((argument) => argument.startsWith("--only="))
  ?.slice("--only=".length);

/** The benchmarks and the sources in one file, its path. */
async function compiled(): Promise<string> {
  await build({
    entry: [`${root}scripts/bench/measure.ts`],
    outDir: `${root}reports/bench`,
    tsconfig: `${root}tsconfig.json`,
    format: "esm",
    // It is CommonJS that asks for modules of Node, which cannot be put into one file.
    external: ["json-rules-engine"],
    target: "es2022",
    config: false,
    silent: true,
  });
  return `${root}reports/bench/measure.js`;
}

/** Measures in one process, and prints each as soon as it is known. */
async function measured(script: string, names: readonly string[]): Promise<Measurement[]> {
  const flags = short ? ["--short"] : [];
  const child = spawn(process.execPath, [script, ...flags, ...names], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "close");
  const measurements: Measurement[] = [];
  for await (const text of createInterface({ input: child.stdout })) {
    const measurement = JSON.parse(text) as Measurement;
    console.log(line(measurement));
    measurements.push(measurement);
  }
  const [code] = (await ended) as [number | null];
  if (code !== 0) throw new Error(`a benchmark broke: exit code ${String(code)}`);
  return measurements;
}

function rate(perSecond: number, unit: string): string {
  return `${Number(perSecond.toPrecision(3)).toLocaleString("en-US", { maximumSignificantDigits: 3 })} ${unit}/s`;
}

function line({
  name,
  milliseconds,
  itemsPerSecond,
  unit,
  peakMegabytes,
  ratio,
  aim,
}: Measurement): string {
  return [
    name.padEnd(66),
    milliseconds.toPrecision(3).padStart(8),
    rate(itemsPerSecond, unit).padStart(26),
    (peakMegabytes?.toFixed(0) ?? "").padStart(6),
    (ratio?.toFixed(2) ?? "").padStart(8),
    ` ${aim ?? ""}`,
  ].join(" ");
}

const names = Object.keys(benchmarkCases(short)).filter((name) => name.includes(only ?? ""));
if (names.length === 0) throw new Error(`there is no benchmark with "${only ?? ""}" in its name`);
mkdirSync(`${root}reports`, { recursive: true });
const script = await compiled();
console.log(
  `${"benchmark".padEnd(66)} ${"median ms".padStart(8)} ${"rate".padStart(25)} ${"MB".padStart(6)} ${"x loop".padStart(8)}  aim`,
);
const measurements: Measurement[] = [];
for (const group of short ? [names] : names.map((name) => [name])) {
  measurements.push(...(await measured(script, group)));
}
const machine = { node: process.version, platform: process.platform, architecture: process.arch };
writeFileSync(
  `${root}reports/bench.json`,
  `${JSON.stringify({ machine, short, measurements }, null, 2)}\n`,
);
console.log(
  "\nThe ratio is the library's time over that of a plain loop in the same process. Written to reports/bench.json.",
);
