import type { WaveComparison } from "goodwill/experience";
import { waveChart } from "goodwill/chart";
import type { Naming } from "./naming.js";
import { chart, heading, table, text, type Block } from "./page.js";
import type { SameRespondents, StudyFindings, WavePair } from "./study-findings.js";
import { amount, decimal, listed, pValue, range, signed } from "./wording.js";

/** What was aimed at, what became of it and what was next, over all waves; the last two in full. */
export function loopBlocks(
  { pairs, sameRespondents: same }: StudyFindings,
  naming: Naming,
): Block[] {
  const latest = pairs.at(-1);
  if (latest === undefined) return [];
  return [
    heading("The loop so far"),
    text("What was aimed at, what became of it, and what was next:"),
    aimTable(pairs, naming),
    text(`All factors from ${latest.before} to ${latest.after}:`),
    changeTable(latest.found, naming),
    chart((drawing) =>
      waveChart(latest.found, { ...drawing, labels: naming.labels, waves: latest }),
    ),
    ...(same === undefined ? [] : sameBlocks(same, latest, naming)),
  ];
}

function aimTable(pairs: readonly WavePair[], { name }: Naming): Block {
  return table(
    ["from", "to", "aim", "change", "95% interval", "p (Holm)", "outcome", "next key experience"],
    pairs.flatMap(({ before, after, found: { aims, changes, nextKey } }) => {
      const next =
        nextKey.ranking.length === 0 ? "not measured" : listed(nextKey.factors.map(name));
      const rows = aims.map(({ factor, outcome }) => {
        const change = changes.find((one) => one.factor === factor);
        const { estimate, interval } = change?.change ?? {};
        return [name(factor), signed(estimate), range(interval), pValue(change?.pHolm), outcome];
      });
      const shown = rows.length === 0 ? [["none", "-", "-", "-", "-"]] : rows;
      return shown.map((row) => [before, after, ...row, next || "none"]);
    }),
  );
}

function changeTable({ changes }: WaveComparison, { name }: Naming): Block {
  return table(
    ["factor", "before", "after", "change", "95% interval", "p (Holm)", "verdict"],
    changes.map(({ factor, before, after, change, pHolm, verdict }) => [
      name(factor),
      decimal(before?.mean),
      decimal(after?.mean),
      signed(change?.estimate),
      range(change?.interval),
      pValue(pHolm),
      verdict,
    ]),
  );
}

/** Waves that share respondents: what that does to the comparison, and the changes of those who answered both. */
function sameBlocks(
  { respondents: { before, after, both }, found }: SameRespondents,
  pair: WavePair,
  { name }: Naming,
): Block[] {
  if (both === 0) return [text("Nobody answered in both waves: they are independent.")];
  const overlap = text(
    `${amount(both)} of the ${amount(before)} respondents of ${pair.before} are among the ${amount(after)} of ${pair.after}, yet the waves are compared as if independent:`,
    "the cautious choice where the answers of the same person go together.",
  );
  if (found === undefined) return [overlap];
  return [
    overlap,
    text("Those who answered both, each compared with their own earlier answers:"),
    table(
      ["factor", "n", "change", "95% interval", "p (Holm)", "verdict"],
      found.changes.map(({ factor, change, pHolm, verdict }) => [
        name(factor),
        // a paired test has one degree of freedom less than pairs
        change === undefined ? "-" : amount(change.degreesOfFreedom + 1),
        signed(change?.estimate),
        range(change?.interval),
        pValue(pHolm),
        verdict,
      ]),
    ),
  ];
}
