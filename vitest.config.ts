import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const src = (path: string): string => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

/** `GOODWILL_DIST=1` runs the same tests against the built package instead of the sources. */
const fromDist = process.env["GOODWILL_DIST"] === "1";

export default defineConfig({
  resolve: {
    alias: fromDist
      ? []
      : [
          { find: /^goodwill$/, replacement: src("index.ts") },
          { find: /^goodwill\/([a-z-]+)$/, replacement: src("$1/index.ts") },
        ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/setup.ts"],
    // The library holds no state, so test files may share a process: about four times faster.
    isolate: false,
    // The main process has little to do once the sources are compiled: a processor for it alone would idle.
    maxWorkers: availableParallelism(),
    testTimeout: 60_000,
    reporters: ["default"],
  },
});
