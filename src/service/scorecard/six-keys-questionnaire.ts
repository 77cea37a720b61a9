import type { KeyStatement } from "./six-keys.js";

/**
 * Three statements on each of the six keys, to start from.
 *
 * @remarks SRV-9 names the keys. The statements are house rules, with no source and not tested as a scale: put the
 * firm's own in their place.
 */
export const SIX_KEYS_QUESTIONNAIRE: readonly KeyStatement[] = [
  {
    id: "customer-needs",
    key: "customer-first",
    text: "We know what our customers expect of us.",
  },
  {
    id: "customer-decides",
    key: "customer-first",
    text: "In doubt we decide for the customer.",
  },
  {
    id: "customer-easy",
    key: "customer-first",
    text: "It is easy for customers to reach us and to complain.",
  },
  { id: "staff-skilled", key: "staff-first", text: "We are trained for what we have to do." },
  {
    id: "staff-authority",
    key: "staff-first",
    text: "We may settle a customer's problem ourselves.",
  },
  { id: "staff-valued", key: "staff-first", text: "Good service is seen and rewarded." },
  {
    id: "leaders-example",
    key: "leadership",
    text: "Our leaders serve customers themselves and set an example.",
  },
  {
    id: "leaders-standard",
    key: "leadership",
    text: "We know the standard our service is held to.",
  },
  { id: "leaders-help", key: "leadership", text: "Our leaders clear obstacles out of our way." },
  {
    id: "system-customer",
    key: "system-support",
    text: "We see at once who the customer is and what was before.",
  },
  {
    id: "system-process",
    key: "system-support",
    text: "Our processes help us more than they hinder us.",
  },
  {
    id: "system-suppliers",
    key: "system-support",
    text: "Other departments serve us as their customers.",
  },
  {
    id: "assessment-measured",
    key: "assessment",
    text: "Our service is measured regularly, by customers too.",
  },
  {
    id: "assessment-known",
    key: "assessment",
    text: "We learn the results, and they are fair.",
  },
  {
    id: "assessment-used",
    key: "assessment",
    text: "Results are used to help, not to punish.",
  },
  {
    id: "improvement-complaints",
    key: "improvement",
    text: "We change what customers complain about.",
  },
  { id: "improvement-ideas", key: "improvement", text: "Our own ideas are taken up." },
  {
    id: "improvement-shown",
    key: "improvement",
    text: "We check whether a change has helped.",
  },
];
