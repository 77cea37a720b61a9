import type { SelectionOption } from "../selection/selection-problem.js";
import type { CareDate } from "./care-date.js";
import type { CareDraft, CareSlot } from "./care-draft.js";
import type { CareMoment } from "./care-moment.js";
import { kept } from "./kept.js";
import type { CareWay } from "./prepared-rule.js";

/** Slots that many customers have: each is kept once, however many have it. @internal */
export interface RecurringSlots {
  /** The slot of an occasion that may be answered by these drafts; always the same one. */
  slotOf(date: CareDate, drafts: readonly CareDraft[]): CareSlot;
  /** The options of these slots. */
  readonly options: ReadonlySet<readonly SelectionOption[]>;
}

/** Where the drafts that were found so far lead to. */
interface DraftPath {
  /** By the way and moment of the next draft, or of what follows the last. */
  readonly next: Map<CareWay, Map<CareMoment, DraftPath>>;
  /** The slot with exactly the drafts so far. */
  slot: CareSlot | undefined;
}

/** The slots of a cohort, none yet. @internal */
export function recurringSlots(optionOf: (draft: CareDraft) => SelectionOption): RecurringSlots {
  const starts = new Map<CareDate, DraftPath>();
  const options = new Set<readonly SelectionOption[]>();
  return {
    options,
    slotOf: (date, drafts) => {
      let path = starts.get(date) ?? kept(starts, date, emptyPath);
      for (const { way, moment, followUp } of drafts) {
        path = pathBy(path, way, moment);
        if (followUp !== undefined) path = pathBy(path, followUp.way, followUp.moment);
      }
      if (path.slot === undefined) {
        // A copy has room for no more than is in it.
        path.slot = { date, others: [], drafts: drafts.slice(), options: drafts.map(optionOf) };
        options.add(path.slot.options!);
      }
      return path.slot;
    },
  };
}

function emptyPath(): DraftPath {
  return { next: new Map(), slot: undefined };
}

/** A way belongs to one rule, so that way and moment tell drafts apart. */
function pathBy({ next }: DraftPath, way: CareWay, moment: CareMoment): DraftPath {
  const moments = next.get(way) ?? kept(next, way, () => new Map<CareMoment, DraftPath>());
  return moments.get(moment) ?? kept(moments, moment, emptyPath);
}
