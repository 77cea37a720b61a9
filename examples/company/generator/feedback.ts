import { DAY_COUNT, dayOfDate, instantOn, waveOf } from "./calendar.js";
import { onlineHours } from "./diary.js";
import { bell, chance, toScale, whole } from "./random.js";
import type { AnswerRow, InteractionRow } from "./rows.js";
import type { Voice } from "./rating.js";

/** Share of interactions after which the satisfaction question (CSAT, 1 to 5) is answered. */
const CSAT_SHARE: Readonly<Partial<Record<InteractionRow["kind"], number>>> = {
  delivery: 0.22,
  service: 0.45,
  visit: 0.12,
};

/** Share of interactions after which the effort question (CES, 1 to 7, 7 = easy) is answered. */
const CES_SHARE: Readonly<Partial<Record<InteractionRow["kind"], number>>> = {
  call: 0.5,
  service: 0.45,
  enquiry: 0.3,
};

/** The short questions a customer answers in the days after an interaction, in the mood it left. */
export function answerAfterInteractions({ diary, random }: Voice): AnswerRow[] {
  return diary.interactions.flatMap((interaction) => {
    const { kind, feeling, touchpoint } = interaction;
    const answersCsat = chance(random, CSAT_SHARE[kind] ?? 0);
    const answersCes = chance(random, CES_SHARE[kind] ?? 0);
    const satisfaction = toScale(3.1 + 2 * (feeling ?? 0) + bell(random, 0, 0.6), 1, 5);
    const ease = toScale(4.6 + 2.4 * (feeling ?? 0) + bell(random, 0, 0.9), 1, 7);
    const day = dayOfDate(interaction.at.slice(0, 10)) + whole(random, 1, 3);
    const at = instantOn(random, day, onlineHours(diary.person));
    if (day >= DAY_COUNT || feeling === undefined) return [];
    const { id, segment } = diary.person.row;
    const common = { respondent: id, wave: waveOf(at), at, touchpoint, segment };
    return [
      ...(answersCsat ? [{ ...common, question: "csat", score: satisfaction } as const] : []),
      ...(answersCes ? [{ ...common, question: "ces", score: ease } as const] : []),
    ];
  });
}
