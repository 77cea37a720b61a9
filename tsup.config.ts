import { defineConfig } from "tsup";

// One output file per source file, so that a bundler of the host drops what is not imported.
export default defineConfig({
  entry: ["src/**/*.ts"],
  format: "esm",
  target: "es2022",
  bundle: false,
  clean: true,
  sourcemap: false,
});
