import { describe, expect, test } from "vitest";
import { offeredLoad } from "../../../src/service/staffing/offered-load.js";
import { erlangA } from "../../../src/service/staffing/erlang-a.js";
import { erlangC } from "../../../src/service/staffing/erlang-c.js";
import { requiredAgents } from "../../../src/service/staffing/required-agents.js";
import type { WaitingFigures } from "../../../src/service/staffing/waiting-figures.js";
import { ERLANG_CASES } from "../../golden/erlang.js";

interface GoldenLoad {
  readonly calls: number;
  readonly intervalSec: number;
  readonly ahtSec: number;
}

/** Each figure as it is after rounding to the digits the source gives. */
function rounded(figures: readonly (number | undefined)[], digits: readonly number[]) {
  return figures.map((figure, i) => Number(figure?.toFixed(digits[i])));
}

function loadOf({ calls, intervalSec, ahtSec }: GoldenLoad) {
  return { contacts: calls, minutes: intervalSec / 60, handleSeconds: ahtSec };
}

function patient(golden: GoldenLoad & { agents: number; thresholdSec: number }): WaitingFigures {
  const facts = { ...loadOf(golden), agents: golden.agents, thresholdSeconds: golden.thresholdSec };
  const figures = erlangC(facts);
  if (!figures.ok) throw new Error(figures.error.code);
  return figures.value;
}

function impatient(
  golden: GoldenLoad & { agents: number; thresholdSec: number; patienceSec: number },
): WaitingFigures {
  const facts = { ...loadOf(golden), agents: golden.agents, thresholdSeconds: golden.thresholdSec };
  return erlangA({ ...facts, patienceSeconds: golden.patienceSec });
}

describe("SRV-6: the queues computed elsewhere come out to their last digit", () => {
  test.each(ERLANG_CASES.required)(
    "SRV-6: $calls calls of $ahtSec s need $agents agents for $slTarget (Erlang C)",
    (golden) => {
      const serviceLevel = { share: golden.slTarget, thresholdSeconds: golden.thresholdSec };
      const needed = requiredAgents(loadOf(golden), { serviceLevel });
      const { waitingShare, serviceLevelShare, averageWaitSeconds, occupancyShare } =
        needed.figures;
      expect(needed.agents).toBe(golden.agents);
      expect(golden.pyworkforceAgents).toBe(needed.agents);
      expect(offeredLoad(loadOf(golden)).toFixed(6)).toBe(golden.erlangs.toFixed(6));
      const figures = [waitingShare, serviceLevelShare, averageWaitSeconds, occupancyShare];
      expect(rounded(figures, [6, 6, 4, 6])).toEqual([
        golden.pWait,
        golden.sl,
        golden.asaSec,
        golden.occupancy,
      ]);
      expect(golden.pyworkforceSl).toBe(golden.sl);
    },
  );

  test.each(ERLANG_CASES.patient)("SRV-6: Erlang C of $calls calls at $agents agents", (golden) => {
    const figures = patient(golden);
    const { loadErlangs, waitingShare, serviceLevelShare, averageWaitSeconds } = figures;
    const found = [loadErlangs, waitingShare, serviceLevelShare, averageWaitSeconds];
    expect(rounded([...found, figures.occupancyShare], [6, 6, 6, 6, 6])).toEqual([
      golden.load,
      golden.pWait,
      golden.sl,
      golden.asa,
      golden.occ,
    ]);
  });

  test.each(ERLANG_CASES.impatient)(
    "SRV-6: Erlang A of $calls calls at $agents agents with a patience of $patienceSec s",
    (golden) => {
      const figures = impatient(golden);
      const { waitingShare, abandonedShare, serviceLevelShare, averageWaitSeconds } = figures;
      const found = [waitingShare, abandonedShare, serviceLevelShare, averageWaitSeconds];
      const rest = [figures.occupancyShare, figures.meanQueue];
      expect(rounded([...found, ...rest], [6, 6, 6, 4, 6, 5])).toEqual([
        golden.pWait,
        golden.pAbandon,
        golden.sl,
        golden.asaSec,
        golden.occupancy,
        golden.lq,
      ]);
      expect(golden.pyworkforceSl).toBe(golden.sl);
      expect(golden.pyworkforcePab).toBe(golden.pAbandon);
    },
  );

  test.each(ERLANG_CASES.impatient)(
    "SRV-6: Erlang A of $calls calls at $agents agents is as simulated",
    (golden) => {
      const figures = impatient(golden);
      expect(Math.abs(figures.waitingShare - golden.sim.pWait)).toBeLessThan(0.006);
      expect(Math.abs(figures.abandonedShare - golden.sim.pAbandon)).toBeLessThan(0.002);
      expect(Math.abs(figures.serviceLevelShare - golden.sim.sl)).toBeLessThan(0.005);
      expect(Math.abs(figures.averageWaitSeconds - golden.sim.asa)).toBeLessThan(0.15);
    },
  );

  test.each(ERLANG_CASES.requiredImpatient)(
    "SRV-6: $calls calls need $agents agents with a patience of $patienceSec s",
    (golden) => {
      const serviceLevel = { share: golden.slTarget, thresholdSeconds: golden.thresholdSec };
      const policy = { serviceLevel, patienceSeconds: golden.patienceSec };
      const needed = requiredAgents(loadOf(golden), policy);
      const { serviceLevelShare, abandonedShare, occupancyShare } = needed.figures;
      expect(needed.agents).toBe(golden.agents);
      expect(golden.pyworkforceAgents).toBe(golden.agents);
      expect(rounded([serviceLevelShare, abandonedShare, occupancyShare], [6, 6, 6])).toEqual([
        golden.sl,
        golden.pAbandon,
        golden.occupancy,
      ]);
      const withoutPatience = requiredAgents(loadOf(golden), { serviceLevel });
      expect(withoutPatience.agents).toBe(golden.erlangCAgents);
    },
  );
});
