import { defineConfig } from "vitest/config";
import base from "./vitest.config.js";

/** The tests of the room `loyalty` alone: what `npm run mutate` runs against each mutant. */
export default defineConfig({
  ...base,
  test: { ...base.test, include: ["test/loyalty/**/*.test.ts"] },
});
