/**
 * Times the library against plain loops and measures its memory: `npm run bench`, or `npm run bench -- --short` for
 * a quick look. Prints a table and writes `reports/bench.json`. Each benchmark runs in a process of its own, so
 * that neither memory nor compiled code of another touches it.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Bench } from "tinybench";
import { benchmarkCases } from "./bench/cases.js";

interface Measurement {
  readonly name: string;
  readonly milliseconds: number;
  readonly itemsPerSecond: number;
  readonly unit: string;
  readonly peakMegabytes: number;
  readonly baselineMilliseconds?: number;
  readonly ratio?: number;
  readonly aim?: string;
}

const short = process.argv.includes("--short");
const only = process.argv
  .find((argument) => argument.startsWith("--only="))
  ?.slice("--only=".length);

async function medianMilliseconds(run: () => unknown): Promise<number> {
  const bench = new Bench({
    time: short ? 200 : 1500,
    warmupTime: short ? 50 : 300,
    iterations: 3,
  });
  bench.add("run", () => void run());
  await bench.run();
  const result = bench.tasks[0]?.result;
  if (result === undefined || !("latency" in result))
    throw new Error(`no measurement: ${JSON.stringify(result)}`);
  return result.latency.p50;
}

async function measure(name: string): Promise<Measurement> {
  const found = benchmarkCases(short)[name];
  if (found === undefined) throw new Error(`there is no benchmark "${name}"`);
  const { run, baseline, items, unit, aim } = found();
  const milliseconds = await medianMilliseconds(run);
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  const baselineMilliseconds = baseline && (await medianMilliseconds(baseline));
  return {
    name,
    milliseconds,
    itemsPerSecond: (1000 * items) / milliseconds,
    unit,
    peakMegabytes,
    ...(baselineMilliseconds !== undefined && {
      baselineMilliseconds,
      ratio: milliseconds / baselineMilliseconds,
    }),
    ...(aim !== undefined && { aim }),
  };
}

function inOwnProcess(name: string): Measurement {
  const script = fileURLToPath(import.meta.url);
  const flags = [`--only=${name}`, ...(short ? ["--short"] : [])];
  const tsx = fileURLToPath(import.meta.resolve("tsx/cli"));
  const printed = execFileSync(process.execPath, [tsx, script, ...flags], { encoding: "utf8" });
  return JSON.parse(printed.trim().split("\n").at(-1) ?? "") as Measurement;
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
    peakMegabytes.toFixed(0).padStart(6),
    (ratio?.toFixed(2) ?? "").padStart(8),
    ` ${aim ?? ""}`,
  ].join(" ");
}

if (only !== undefined) {
  console.log(JSON.stringify(await measure(only)));
} else {
  console.log(
    `${"benchmark".padEnd(66)} ${"median ms".padStart(8)} ${"rate".padStart(25)} ${"MB".padStart(6)} ${"x loop".padStart(8)}  aim`,
  );
  const measurements = Object.keys(benchmarkCases(short)).map((name) => {
    const measurement = inOwnProcess(name);
    console.log(line(measurement));
    return measurement;
  });
  mkdirSync("reports", { recursive: true });
  const machine = { node: process.version, platform: process.platform, architecture: process.arch };
  writeFileSync(
    "reports/bench.json",
    `${JSON.stringify({ machine, short, measurements }, null, 2)}\n`,
  );
  console.log(
    "\nThe ratio is the library's time over that of a plain loop in the same process. Written to reports/bench.json.",
  );
}
