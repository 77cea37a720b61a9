import { epochMilliseconds } from "../../shared/time/instant.js";
import type { ComplaintCommand } from "./complaint-command.js";
import type { ComplaintRemedy } from "./complaint-remedy.js";
import { COMPLAINT_GRADES } from "./complaint.js";
import type { Complaint } from "./complaint.js";

const TASK = "decide on a complaint";
const TEXTS = ["owner", "to", "of", "why", "what", "text", "promise", "cause"] as const;

/** Throws where a command is broken. @internal */
export function requireComplaintCommand(command: ComplaintCommand): void {
  const { kind, id, by, complaint, at } = command;
  const texts: Record<string, unknown> = { id, by, complaint };
  for (const name of TEXTS) {
    if (name in command) texts[name] = command[name as keyof ComplaintCommand];
  }
  for (const [name, text] of Object.entries(texts)) {
    if (typeof text === "string" && text.trim() !== "") continue;
    throw broken(kind, `${name} must not be blank, got ${JSON.stringify(text)}`);
  }
  // Refuses a moment that is none.
  epochMilliseconds(at);
  switch (kind) {
    case "receive": {
      const { record } = command;
      if (record.id !== complaint) {
        throw broken(kind, `the record's id must be "${complaint}", got "${record.id}"`);
      }
      if (record.at !== at) throw broken(kind, `the record's at must be ${at}, got ${record.at}`);
      requireRecord(record);
      return;
    }
    case "assess":
      requireGrades(kind, command);
      return;
    case "answer":
    case "approve":
      if (kind === "approve" && command.remedies.length === 0) {
        throw broken(kind, "remedies must not be empty, got none");
      }
      requireRemedies(kind, command.remedies);
      return;
    case "escalate":
      if (Number.isInteger(command.level) && command.level >= 1) return;
      throw broken(kind, `level must be whole and at least 1, got ${command.level}`);
    case "promise":
      if (command.due !== undefined && epochMilliseconds(command.due) < epochMilliseconds(at)) {
        throw broken(kind, `due must not lie before ${at}, got ${command.due}`);
      }
      return;
    default:
  }
}

function requireRecord(record: Complaint): void {
  for (const name of ["customer", "receivedBy", "channel", "kind", "subject"] as const) {
    const text: unknown = record[name];
    if (typeof text === "string" && text.trim() !== "") continue;
    throw broken("receive", `the record's ${name} must not be blank, got ${JSON.stringify(text)}`);
  }
  requireGrades("receive", record);
  const amount = record.amount?.amount ?? 0;
  if (Number.isSafeInteger(amount) && amount >= 0) return;
  throw broken("receive", `the record's amount must be at least 0, got ${amount}`);
}

function requireGrades(
  kind: string,
  { severity, complexity, impact }: Pick<Complaint, "severity" | "complexity" | "impact">,
): void {
  const grades = { severity, complexity: complexity ?? "low", impact: impact ?? "low" };
  for (const [name, grade] of Object.entries(grades)) {
    if (COMPLAINT_GRADES.includes(grade)) continue;
    throw broken(kind, `${name} must be a grade, got ${JSON.stringify(grade)}`);
  }
}

function requireRemedies(command: string, remedies: readonly ComplaintRemedy[]): void {
  for (const { kind, amount } of remedies) {
    if (kind.trim() === "")
      throw broken(command, `a remedy's kind must not be blank, got "${kind}"`);
    if (amount === undefined || (Number.isSafeInteger(amount.amount) && amount.amount >= 0))
      continue;
    throw broken(command, `the amount of "${kind}" must be at least 0, got ${amount.amount}`);
  }
}

function broken(kind: string, why: string): RangeError {
  return new RangeError(`Cannot ${TASK}: in "${kind}", ${why}`);
}
