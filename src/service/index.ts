/**
 * What went wrong, until when, how is it put right, and who staffs it?
 *
 * Complaints from receipt to the answer that satisfies, deadlines in business time, guarantees, recovery that is the
 * same for equal cases, and a contact centre: forecast, agents needed, rosters, routing, quality and field service.
 *
 * @example
 * ```ts
 * import { serviceDeadline } from "goodwill/service";
 * import { instant, timeZone } from "goodwill/shared";
 *
 * const day = [{ from: "09:00", until: "17:00" }];
 * const hours = { 1: day, 2: day, 3: day, 4: day, 5: day };
 * const calendar = { zone: timeZone("Europe/Berlin"), hours };
 * const friday = instant("2026-01-23T15:30:00Z");
 * const deadline = serviceDeadline(friday, { minutes: 60 }, { calendar });
 * deadline.ok && deadline.value; // => { kind: "due", at: "2026-01-26T08:30:00.000Z" }
 * ```
 *
 * @module service
 */
export * from "./reasons.js";
export * from "./schema.js";
// complaint
export * from "./complaint/authority-policy.js";
export * from "./complaint/authority-question.js";
export * from "./complaint/cause-share.js";
export * from "./complaint/cause-tree.js";
export * from "./complaint/classify-complaint.js";
export * from "./complaint/complaint-case.js";
export * from "./complaint/complaint-command.js";
export * from "./complaint/complaint-flow.js";
export * from "./complaint/complaint-kind.js";
export * from "./complaint/complaint-measures.js";
export * from "./complaint/complaint-options.js";
export * from "./complaint/complaint-policy.js";
export * from "./complaint/complaint-refusal.js";
export * from "./complaint/complaint-remedy.js";
export * from "./complaint/complaint-rule.js";
export * from "./complaint/complaint-state.js";
export * from "./complaint/complaint-steps.js";
export * from "./complaint/complaint-themes.js";
export * from "./complaint/complaint-view.js";
export * from "./complaint/complaint.js";
export * from "./complaint/counted-complaint.js";
export * from "./complaint/decide-complaint.js";
export * from "./complaint/distinct-complaints.js";
export * from "./complaint/duplicate-candidates.js";
export * from "./complaint/earlier-complaints.js";
export * from "./complaint/evolve-complaint.js";
export * from "./complaint/lint-complaint-rules.js";
export * from "./complaint/measure-complaints.js";
export * from "./complaint/resolve-within.js";
export * from "./complaint/service-case-of-complaint.js";
export * from "./complaint/settled-complaint.js";
export * from "./complaint/sift.js";
// deadline
export * from "./deadline/business-time-between.js";
export * from "./deadline/escalation-rule.js";
export * from "./deadline/escalations-due.js";
export * from "./deadline/ledger-of-clock.js";
export * from "./deadline/next-breach.js";
export * from "./deadline/prepare-service-calendar.js";
export * from "./deadline/prepared-service-calendar.js";
export * from "./deadline/service-calendar.js";
export * from "./deadline/service-case.js";
export * from "./deadline/service-clock.js";
export * from "./deadline/service-clocks.js";
export * from "./deadline/service-deadline.js";
export * from "./deadline/service-due.js";
export * from "./deadline/service-pause.js";
export * from "./deadline/service-target.js";
export * from "./deadline/sla-attainment.js";
export * from "./deadline/sla-interval.js";
export * from "./deadline/sla-ledger.js";
export * from "./deadline/sla-policy.js";
// field
export * from "./field/assign-jobs.js";
export * from "./field/field-job.js";
export * from "./field/field-plan.js";
export * from "./field/field-technician.js";
export * from "./field/field-travel.js";
// forecast
export * from "./forecast/contact-count.js";
export * from "./forecast/contact-forecast.js";
export * from "./forecast/contact-profile.js";
export * from "./forecast/forecast-contacts.js";
export * from "./forecast/forecast-policy.js";
export * from "./forecast/usual-week-profile.js";
// guarantee
export * from "./guarantee/guarantee-remedy.js";
export * from "./guarantee/service-guarantee.js";
// quality
export * from "./quality/agent-quality.js";
export * from "./quality/agent-ranking.js";
export * from "./quality/contact-score.js";
export * from "./quality/default-quality-sample-policy.js";
export * from "./quality/quality-contact.js";
export * from "./quality/quality-form.js";
export * from "./quality/quality-sample.js";
export * from "./quality/rank-agents.js";
export * from "./quality/sample-contacts.js";
export * from "./quality/score-contact.js";
// recovery
export * from "./recovery/audit-recoveries.js";
export * from "./recovery/complaint-remedies.js";
export * from "./recovery/default-recovery-policy.js";
export * from "./recovery/propose-recovery.js";
export * from "./recovery/rating-comparison.js";
export * from "./recovery/recovered-satisfaction.js";
export * from "./recovery/recovery-audit.js";
export * from "./recovery/recovery-authority.js";
export * from "./recovery/recovery-case.js";
export * from "./recovery/recovery-fact.js";
export * from "./recovery/recovery-follow-up.js";
export * from "./recovery/recovery-granted.js";
export * from "./recovery/recovery-grants-of-complaint.js";
export * from "./recovery/recovery-of-complaint.js";
export * from "./recovery/recovery-paradox.js";
export * from "./recovery/recovery-policy.js";
export * from "./recovery/recovery-proposal.js";
// roster
export * from "./roster/assign-shifts.js";
export * from "./roster/interval-gaps.js";
export * from "./roster/lint-roster.js";
export * from "./roster/plan-shifts.js";
export * from "./roster/planned-shift.js";
export * from "./roster/roster-agent.js";
export * from "./roster/roster-finding.js";
export * from "./roster/roster-rules.js";
export * from "./roster/roster.js";
export * from "./roster/shift-obstacles.js";
export * from "./roster/shift-pattern.js";
export * from "./roster/shift-plan.js";
export * from "./roster/staffed-interval.js";
export * from "./roster/staffed-intervals.js";
// routing
export * from "./routing/check-routing-load.js";
export * from "./routing/contact-directory.js";
export * from "./routing/recognise-customer.js";
export * from "./routing/route-contact.js";
export * from "./routing/route-queue.js";
export * from "./routing/routing-agent.js";
export * from "./routing/routing-contact.js";
export * from "./routing/routing-decision.js";
export * from "./routing/routing-finding.js";
export * from "./routing/routing-load.js";
export * from "./routing/routing-policy.js";
// scorecard
export * from "./scorecard/assess-six-keys.js";
export * from "./scorecard/check-service-standard.js";
export * from "./scorecard/department-scorecard.js";
export * from "./scorecard/lint-scorecard.js";
export * from "./scorecard/score-department.js";
export * from "./scorecard/scorecard-result.js";
export * from "./scorecard/service-standard.js";
export * from "./scorecard/six-keys-questionnaire.js";
export * from "./scorecard/six-keys.js";
export * from "./scorecard/standard-elements.js";
// silent
export * from "./silent/better-handling.js";
export * from "./silent/hidden-dissatisfaction.js";
export * from "./silent/kept-after-problems.js";
export * from "./silent/retention-after-problem.js";
export * from "./silent/silent-assumptions.js";
// staffing
export * from "./staffing/agents-needed.js";
export * from "./staffing/contact-load.js";
export * from "./staffing/erlang-a.js";
export * from "./staffing/erlang-b.js";
export * from "./staffing/erlang-c.js";
export * from "./staffing/offered-load.js";
export * from "./staffing/required-agents-by-interval.js";
export * from "./staffing/required-agents.js";
export * from "./staffing/scheduled-intervals.js";
export * from "./staffing/service-interval.js";
export * from "./staffing/staffing-policy.js";
export * from "./staffing/waiting-figures.js";
