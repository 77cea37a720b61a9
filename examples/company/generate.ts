/**
 * Rewrites the data of the simulated company: `npx tsx examples/company/generate.ts`.
 *
 * The data is drawn by pure functions from one constant seed, so it comes out byte for byte the same. The numbers of
 * the plot are in `generator/story.ts`; change one, run this, and look at the difference.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { COMPANY_SEED, generateCompany } from "./generator/company.js";
import { companyFiles } from "./generator/files.js";

export { COMPANY_SEED, generateCompany } from "./generator/company.js";
export type { Company } from "./generator/company.js";
export { companyFiles } from "./generator/files.js";

/** Writes the files and says how large they are. */
export function main(): void {
  const folder = fileURLToPath(new URL("data/", import.meta.url));
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(companyFiles(generateCompany(COMPANY_SEED)))) {
    writeFileSync(folder + name, text);
    console.log(
      `${name.padEnd(18)} ${String(Math.ceil(Buffer.byteLength(text) / 1024)).padStart(4)} KB`,
    );
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
