import { CUSTOMER_QUESTIONS } from "./customer-question.js";
import type { ProfileDatum } from "./profile-datum.js";
import type { QuestionAnswer } from "./question-answer.js";

/** How far the data answer each of the eight questions; one without items is open. */
export function answersOf(data: readonly ProfileDatum[]): QuestionAnswer[] {
  return CUSTOMER_QUESTIONS.map(({ id: question }) => {
    const evidence: ProfileDatum[] = [];
    const lacking: string[] = [];
    for (const datum of data) {
      if (datum.question !== question) continue;
      if (datum.state === "fresh" || datum.state === "undated") evidence.push(datum);
      else lacking.push(datum.item);
    }
    const answer = evidence.length === 0 ? "open" : lacking.length === 0 ? "answered" : "partly";
    return { question, answer, evidence, lacking };
  });
}
