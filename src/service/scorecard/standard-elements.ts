import type { StandardElement } from "./service-standard.js";

/**
 * The six elements of a service standard, as a first catalogue to start from.
 *
 * @remarks SRV-9 speaks of six elements and does not name them. These are composed after the Guideline on Service
 * Standards of the Treasury Board of Canada Secretariat (2012), which calls a service standard a public commitment to a
 * measurable level of performance that clients can expect under normal circumstances, with a target of how often it is
 * met, somebody who answers for it, and a way to complain. Another catalogue is as good: hand it over.
 */
export const SERVICE_STANDARD_ELEMENTS: readonly StandardElement[] = [
  {
    id: "service",
    question: "Which service is promised to whom, and when does it not apply?",
    measurable: false,
  },
  { id: "measure", question: "What is measured, from which moment to which?", measurable: false },
  { id: "level", question: "Which level is promised?", measurable: true },
  { id: "target", question: "In which share of all cases is it kept?", measurable: true },
  { id: "owner", question: "Who answers for it?", measurable: false },
  { id: "redress", question: "What does the customer get when it is not kept?", measurable: false },
];
