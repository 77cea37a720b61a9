import type { Page } from "../page.js";
import { centreBlocks } from "./centre-blocks.js";
import { complaintBlocks } from "./complaint-blocks.js";
import { dissatisfactionBlocks, recoveryBlocks } from "./dissatisfaction-blocks.js";
import type { ServiceFindings } from "./findings.js";

/** What went wrong and how fast it is put right, what complaints do not show, and who answers the telephone. */
export function complaintPage(findings: ServiceFindings): Page {
  return {
    title: "Service",
    blocks: [
      ...complaintBlocks(findings.complaints, { asOf: findings.asOf }),
      ...dissatisfactionBlocks(findings.dissatisfaction),
      ...recoveryBlocks(findings),
      ...centreBlocks(findings.centre),
    ],
  };
}
