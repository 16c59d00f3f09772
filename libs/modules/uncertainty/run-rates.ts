import {
  EXIT_CAUSES,
  log1p,
  type EngineGroup,
  type EngineInput,
  type EngineMove,
  type EngineReturn,
  type GroupRunRates,
  type JoinerSpread,
  type MoveRunRates,
} from '#engine';

type Moves = Pick<EngineInput, 'moves'>;

/** Which of the moves of another input each move of the model is, or -1; null if that has moves of its own. */
export function matchMoves(model: Moves, engine: Moves): readonly number[] | null {
  let next = 0;
  const matches = model.moves.map((move) => {
    const other = engine.moves[next];
    if (other === undefined || !isSameRoute(move, other)) return -1;
    next += 1;
    return next - 1;
  });
  return next === engine.moves.length ? matches : null;
}

function isSameRoute(move: EngineMove, other: EngineMove): boolean {
  return (
    move.fromGroup === other.fromGroup &&
    move.fromBand === other.fromBand &&
    move.toGroup === other.toGroup &&
    move.toBand === other.toBand
  );
}

/** True where all of the group that is laid out once is the same. */
export function hasSameLayout(group: EngineGroup, other: EngineGroup | undefined): boolean {
  return (
    other !== undefined &&
    other.headcount === group.headcount &&
    other.fte === group.fte &&
    other.recruitment.mode === group.recruitment.mode &&
    hasSameJoiners(group.recruitment.sources, other.recruitment.sources) &&
    hasSameJoiners(group.returns ?? [], other.returns ?? [])
  );
}

type Joiners = JoinerSpread & Partial<Pick<EngineReturn, 'cause' | 'lagMonths'>>;

/** True where all that is laid out once is the same; everything else of joiners is a rate. */
function hasSameJoiners(joiners: readonly Joiners[], others: readonly Joiners[]): boolean {
  return (
    joiners.length === others.length &&
    joiners.every((one, index) => {
      const other = others[index];
      return (
        other !== undefined &&
        one.source === other.source &&
        one.ftePerHead === other.ftePerHead &&
        one.profiles === other.profiles &&
        one.profileOfMonth === other.profileOfMonth &&
        one.cause === other.cause &&
        one.lagMonths === other.lagMonths
      );
    })
  );
}

/** Writes the rates of a group over those of the run before. */
export function writeRates(group: EngineGroup, rates: GroupRunRates): void {
  writeHazards(group.exitProbability, rates.exitHazard);
  rates.plannedExits.set(group.plannedExits);
  rates.participationFactor.set(group.participationFactor);
  group.recruitment.sources.forEach((source, index) => rates.joiners[index]?.set(source.people));
  if (group.recruitment.mode === 'fills-vacancies') {
    rates.fillRate.set(group.recruitment.fillRate);
    rates.capacity.set(group.recruitment.capacity);
    rates.establishment.set(group.recruitment.establishment);
  }
  (group.returns ?? []).forEach((each, index) => {
    rates.returnShare[index]?.set(each.share);
    rates.priorExits[index]?.set(each.priorExits ?? []);
  });
}

/** Writes the moves of an input over those of the model, matched by `matchMoves`. */
export function writeMoves(
  matches: readonly number[],
  moves: readonly EngineMove[],
  rates: readonly MoveRunRates[],
): void {
  matches.forEach((match, index) => {
    const move = moves[match];
    // A move that nobody makes under these rates may be left out of them.
    for (const rate of ['probability', 'people'] as const) {
      if (move === undefined) rates[index]?.[rate].fill(0);
      else rates[index]?.[rate].set(move[rate]);
    }
  });
}

/** `h = -ln(1 - m)` of every month, age and cause; most months repeat the one before. */
function writeHazards(tables: EngineGroup['exitProbability'], hazards: Float64Array): void {
  const causes = EXIT_CAUSES.length;
  tables.forEach((table, cause) => {
    let probability = 0;
    let hazard = 0;
    for (let row = 0; row < table.length; row += 1) {
      const given = table[row] ?? 0;
      if (given !== probability) {
        probability = given;
        hazard = -log1p(-given);
      }
      hazards[row * causes + cause] = hazard;
    }
  });
}
