/**
 * Where the kernel finds what it works on in its linear memory. Read by both sides: this file is valid
 * TypeScript and valid AssemblyScript. A record is a row of 32-bit words, numbered here; a word holds a
 * count, a size in bytes, or the address of numbers (64-bit, or 32-bit where stated). Address 0 is nothing.
 * Cells are pairs, people and FTE, in the order of `layout.ts`.
 */

/** What the kernel is called with. */
export enum Plan {
  Bands,
  Ages,
  Months,
  /** Bytes of a row (all bands of an age band and ethnicity), of an age band, of a group. */
  RowBytes,
  AgeBytes,
  GroupBytes,
  /** Share of each age band that passes on in a step. */
  PassesOn,
  /** For each month end from the opening on: which kept cells it fills, or -1 (32-bit). */
  KeptCells,
  /** For each month, which period of the exit table holds for it (32-bit). */
  PeriodOfMonth,
  /** What the exit tables hold. */
  ExitTable,
  ListCount,
  Lists,
  Words,
}

/** What the exit table of a group holds. */
export enum ExitTable {
  /** Net probabilities, `[cause][month * ages + age]`. */
  Probabilities,
  /** Hazards, `[(period * ages + age) * causes + cause]`. */
  Hazards,
}

/** Linked groups, in the order of the input. */
export enum List {
  GroupCount,
  /** Addresses of group records (32-bit). */
  Groups,
  RouteCount,
  /** Records one after the other, filled up with idle ones to a multiple of four. */
  Routes,
  /** 1 where any route moves planned numbers in some month. */
  HasPlannedMoves,
  Words,
}

export enum Route {
  From,
  To,
  /** Bytes from the start of a row to the band's pair. */
  FromBand,
  ToBand,
  Probability,
  People,
  Unmet,
  /** Working numbers: share, free share of the planned numbers; then the pair that moved. */
  Share,
  Carried,
  Moved,
  Words,
}

export enum Group {
  /** Cells at the start; not written. */
  Start,
  /** Working cells: opening and closing change places from month to month. */
  Opening,
  Closing,
  Survivors,
  Inflow,
  /** Sums by band, pairs, of opening, closing and survivors. */
  OpeningByBand,
  ClosingByBand,
  SurvivorsByBand,
  /** Working numbers by age: pairs. */
  Survives,
  Stays,
  Arrives,
  Present,
  /** For the balance, by age: pairs of what remains and of what arrives. */
  Flows,
  /** Working numbers by age: single, padded to an even count; causes one after the other. */
  Stay,
  StayFromMiddle,
  Probability,
  CauseShare,
  Exits,
  /** Address of the hazards that the rates by age were made from; 0 where there are none yet. */
  LoadedHazards,
  /** Share of each band that keeps its band, pairs. */
  Keeps,
  // Input, by month
  PlannedExits,
  ExitTable,
  ShareToSameSystem,
  ShareToOtherNhs,
  Participation,
  Absence,
  /** 1 where recruitment fills vacancies. */
  FillsVacancies,
  FillRate,
  Capacity,
  Establishment,
  SourceCount,
  Sources,
  ReturnCount,
  Returns,
  ProfileCount,
  Profiles,
  CostCount,
  Costs,
  // Output, by month, in one block of as many numbers
  ResultNumbers,
  Headcount,
  Fte,
  AvailableFte,
  PlannedExitsMade,
  UnmetPlannedExits,
  ExitsByCause,
  ExitsToSameSystem,
  ExitsToOtherNhs,
  JoinersBySource,
  MovesIn,
  MovesOut,
  FteExits,
  FteJoiners,
  FteMovesIn,
  FteMovesOut,
  FteParticipationChange,
  CostsByLine,
  /** Cells at the month ends asked for, one after the other. */
  KeptCells,
  /** Mean stocks, `[month * bands + band]`; 0 where nobody asks. */
  MeanHeadcount,
  MeanFte,
  Words,
}

/** Joiners of a source: recruited, or returning. */
export enum Source {
  /** Place in JOINER_SOURCES. */
  Position,
  People,
  FtePerHead,
  /** Address of the profile in force in each month (32-bit). */
  ProfileOfMonth,
  Words,
}

/** People who come back: a source whose `People` is the share of a month's exits. */
export enum Return {
  Position,
  People,
  FtePerHead,
  ProfileOfMonth,
  Cause,
  LagMonths,
  PriorExits,
  Words,
}

/** A distribution over cells without its zeros, by age band. */
export enum Profile {
  /** Numbers from the first cell (32-bit), and shares. */
  Places,
  Shares,
  /** Where each age band starts in both, and their length (32-bit). */
  AgeStart,
  ByAge,
  /** The pair that its sources put on it this month. */
  Joining,
  Words,
}

export enum Cost {
  PoundsPerFte,
  PoundsPerHead,
  Words,
}

/** Counts that both sides hold. */
export enum Count {
  Causes = 5,
  Sources = 9,
}

/** What the kernel returns. */
export enum Outcome {
  Done,
  /** A balance is broken, or a stock is negative or not a number. */
  Violation,
}
