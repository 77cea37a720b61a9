import type {
  EscalationRule,
  RosterAgent,
  RosterRules,
  ShiftPattern,
  SlaPolicy,
  StaffingPolicy,
} from "goodwill/service";
import { DEFAULT_ROSTER_RULES } from "goodwill/service";
import { WORKDAY_MINUTES } from "./calendar.js";

/** Within so many working days a complaint is to be settled. */
export const PROMISED_DAYS = 5;

/** What the company promises: every complaint settled within five days of its service desk. */
export const PROMISE: SlaPolicy = {
  calendar: "desk",
  rules: [
    {
      clock: "resolution",
      byPriority: {},
      otherwise: { minutes: PROMISED_DAYS * WORKDAY_MINUTES },
      pausedBy: ["customer"],
    },
  ],
};

/** Who is told when a promise is close to being broken, or broken. */
export const ESCALATIONS: readonly EscalationRule[] = [
  { id: "four-fifths", kind: "warning", when: { targetShare: 0.8 }, tell: ["owner"] },
  { id: "broken", kind: "escalation", when: { targetShare: 1 }, tell: ["supervisor"] },
  {
    ...{ id: "twice", kind: "escalation", when: { minutesAfter: PROMISED_DAYS * WORKDAY_MINUTES } },
    tell: ["head of service"],
  },
];

/** How long a call keeps an agent busy, in seconds. */
export const HANDLE_SECONDS = 330;

/** What the contact centre is to reach. */
export const STAFFING: StaffingPolicy = {
  serviceLevel: { share: 0.8, thresholdSeconds: 20 },
  maximumOccupancyShare: 0.9,
  patienceSeconds: 180,
  shrinkageShare: 0.08,
  minimumAgents: 2,
};

const LUNCH = { minutes: 60, fromMinutes: 180, untilMinutes: 300, stepMinutes: 60, isPaid: false };

/** The shifts of the contact centre, which is open from 9 to 21. */
export const SHIFTS: readonly ShiftPattern[] = [
  { id: "early", minutes: 540, starts: ["09:00", "09:30"], breaks: [LUNCH] },
  { id: "late", minutes: 540, starts: ["11:30", "12:00"], breaks: [LUNCH], isUnpopular: true },
  { id: "short", minutes: 240, starts: ["09:30", "10:00", "13:30", "14:00", "17:00"] },
];

/** What the rosters of the contact centre keep to. */
export const ROSTER_RULES: RosterRules = {
  ...DEFAULT_ROSTER_RULES,
  mostDaysInARow: 5,
  mostMinutesAWeek: 2400,
};

/** The agents of the contact centre. */
export const AGENTS: readonly RosterAgent[] = [
  ...["Bao", "Cai", "Deng", "Fan", "Gao", "Hou", "Jia", "Kang", "Lan", "Mei", "Ning", "Ou"],
  ...["Pei", "Qin", "Ren", "Shu", "Tan", "Wan"],
].map((id) => ({ id, contract: { minMinutes: 1200, maxMinutes: 2400 } }));
