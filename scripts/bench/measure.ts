/**
 * Runs the benchmarks that are named, or all with `--short`, and prints each measurement as a line of JSON. Started by
 * `scripts/bench.ts`.
 */
import { Bench } from "tinybench";
import { benchmarkCases } from "./cases.js";

/** What was measured of one benchmark. */
export interface Measurement {
  readonly name: string;
  readonly milliseconds: number;
  readonly itemsPerSecond: number;
  readonly unit: string;
  /** Of the process until the library has run; absent where benchmarks share a process. */
  readonly peakMegabytes?: number;
  readonly baselineMilliseconds?: number;
  readonly ratio?: number;
  readonly aim?: string;
}

const short = process.argv.includes("--short");
const cases = benchmarkCases(short);

async function medianMilliseconds(run: () => unknown): Promise<number> {
  const bench = new Bench(
    short
      ? { time: 50, iterations: 2, warmup: false }
      : { time: 1500, iterations: 3, warmupTime: 300, warmupIterations: 1 },
  );
  bench.add("run", run);
  await bench.run();
  const result = bench.tasks[0]?.result;
  if (result === undefined || !("latency" in result))
    throw new Error(`no measurement: ${JSON.stringify(result)}`);
  return result.latency.p50;
}

async function measure(name: string): Promise<Measurement> {
  const found = cases[name];
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
    ...(!short && { peakMegabytes }),
    ...(baselineMilliseconds !== undefined && {
      baselineMilliseconds,
      ratio: milliseconds / baselineMilliseconds,
    }),
    ...(aim !== undefined && { aim }),
  };
}

for (const name of process.argv.slice(2).filter((argument) => argument !== "--short")) {
  console.log(JSON.stringify(await measure(name)));
}
