/** Contacts of one kind that come in. */
export interface RoutingDemand {
  /** The id of the kind; unique. */
  readonly id: string;
  /** The skills they need, all in one agent; none when absent. */
  readonly skills?: readonly string[];
  /** Their language as a BCP 47 tag; any when absent. */
  readonly language?: string;
  /** The channel in the firm's own words; any when absent. */
  readonly channel?: string;
  /** How many come in an hour; 0 or more. */
  readonly contactsHourly: number;
  /** How long one takes, after-work included, in seconds; 0 or more. */
  readonly handleSeconds: number;
}

/** Agents who are alike. */
export interface RoutingTeam {
  /** The id of the team; unique. */
  readonly id: string;
  /** How many are at work; 0 or more, halves included. */
  readonly agents: number;
  /** What each of them can do. */
  readonly skills: readonly string[];
  /** The languages each of them speaks, as BCP 47 tags. */
  readonly languages: readonly string[];
  /** The channels each of them works on; all when absent. */
  readonly channels?: readonly string[];
}

/** How busy a team will be, however the contacts are shared out. */
export interface TeamLoad {
  /** The id of the team. */
  readonly team: string;
  /** What it can take, in erlangs: agents at their maximum occupancy. */
  readonly capacityErlangs: number;
  /** The least it must take, in erlangs, as the others cannot. */
  readonly leastErlangs: number;
  /** The most it can be given, in erlangs. */
  readonly mostErlangs: number;
  /** `leastErlangs` as a share of the agents' time; 0 where there are none. */
  readonly leastOccupancyShare: number;
  /** `mostErlangs` as a share of the agents' time; 0 where there are none. */
  readonly mostOccupancyShare: number;
}

/** How scarce a skill is, taken alone. */
export interface SkillLoad {
  /** The skill. */
  readonly skill: string;
  /** The erlangs of all contacts that need it. */
  readonly offeredErlangs: number;
  /** The erlangs all can take who have it. */
  readonly capacityErlangs: number;
}

/** The contacts for which hands are scarcest, and those who can take them. */
export interface RoutingBottleneck {
  /** The ids of the kinds of contacts, in order. */
  readonly demands: readonly string[];
  /** The ids of all teams that can take any of them, in order. */
  readonly teams: readonly string[];
  /** The skills that each of these kinds needs, in order; empty where they share none. */
  readonly skills: readonly string[];
  /** What they bring, in erlangs. */
  readonly offeredErlangs: number;
  /** What these teams can take, in erlangs. */
  readonly capacityErlangs: number;
  /** By how much they bring more than can be taken; below 0: what is left. */
  readonly excessErlangs: number;
  /** The agents missing among those who can take any of them; 0 where none is. */
  readonly agentsMissing: number;
}

/** Whether the agents can carry what comes in. */
export interface RoutingLoad {
  /** Whether every kind of contact can be taken, each agent within the maximum occupancy. */
  readonly servable: boolean;
  /** All that comes in, in erlangs. */
  readonly offeredErlangs: number;
  /** All that can be taken, in erlangs. */
  readonly capacityErlangs: number;
  /** The most of what comes in that can be taken at once, in erlangs. */
  readonly carriedErlangs: number;
  /** By which factor all that comes in could grow; below 1 where it must shrink; absent where nothing comes in. */
  readonly growthFactor?: number;
  /** Where it is tightest; absent where nothing comes in. */
  readonly bottleneck?: RoutingBottleneck;
  /** The teams, in order. */
  readonly teams: readonly TeamLoad[];
  /** The skills that are needed, in order. */
  readonly skills: readonly SkillLoad[];
}
