import {
  EXIT_CAUSES,
  log1p,
  prepareRuns,
  type CostLine,
  type EngineGroup,
  type EngineInput,
  type EngineMove,
  type EngineReturn,
  type EngineRuns,
  type GroupRunOutput,
  type GroupRunRates,
  type JoinerSpread,
} from '#engine';

import type { GroupLines } from '../compilation';
import type { CompiledProjection } from '../projection/compile-projection';
import { copyOf, exitAndJoinerLines, fromOpening } from '../projection/engine-lines';
import { deriveFrom, HEADLINE_STEPS } from '../projection/derive-lines';

/**
 * Projections of one organisation that differ in rates only: start state, joiners' profiles and routes of
 * moves are laid out once, and each projection writes its rates over those of the one before. Gives the
 * lines of the staff groups without moves and FTE bridges, which no headline measure is made of.
 */
export class HeadlineRuns {
  private readonly runs: EngineRuns;

  constructor(private readonly model: EngineInput) {
    this.runs = prepareRuns(model, { keep: ['ages', 'ethnicities'] });
  }

  /** True where the projection differs from the model in rates only. */
  fits({ engine }: CompiledProjection): boolean {
    return matchMoves(this.model, engine) !== null && hasSameGroups(this.model, engine);
  }

  /** @param factors on the stocks of each group, by month end */
  linesOf(compiled: CompiledProjection, factors: readonly Float64Array[]): readonly GroupLines[] {
    const { groups, moves } = compiled.engine;
    const { rates } = this.runs;
    groups.forEach((group, index) => writeRates(group, rates.groups[index] as GroupRunRates));
    matchMoves(this.model, compiled.engine)?.forEach((match, index) => {
      const move = moves[match];
      // A move that nobody makes under these rates may be left out of them.
      for (const rate of ['probability', 'people'] as const) {
        if (move === undefined) rates.moves[index]?.[rate].fill(0);
        else rates.moves[index]?.[rate].set(move[rate]);
      }
    });
    const output = this.runs.run();
    return groups.map((group, index) =>
      groupLines({ group, index, run: output.groups[index] as GroupRunOutput }, compiled, factors[index]),
    );
  }
}

/** Which of the moves of another input each move of the model is, or -1; null if that has moves of its own. */
function matchMoves(model: EngineInput, engine: EngineInput): readonly number[] | null {
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

function hasSameGroups({ groups }: EngineInput, engine: EngineInput): boolean {
  return groups.every((group, index) => {
    const other = engine.groups[index];
    return (
      other !== undefined &&
      other.headcount === group.headcount &&
      other.fte === group.fte &&
      other.recruitment.mode === group.recruitment.mode &&
      hasSameJoiners(group.recruitment.sources, other.recruitment.sources) &&
      hasSameJoiners(group.returns ?? [], other.returns ?? [])
    );
  });
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

function writeRates(group: EngineGroup, rates: GroupRunRates): void {
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

interface RunOfGroup {
  readonly group: EngineGroup;
  readonly index: number;
  readonly run: GroupRunOutput;
}

function groupLines(
  { group, index, run }: RunOfGroup,
  compiled: CompiledProjection,
  factors: Float64Array | undefined,
): GroupLines {
  const start = compiled.context.groups[index];
  if (start === undefined) throw new RangeError(`there is no staff group ${index}`);
  const first: GroupLines = {
    headcount: scaled(copyOf(run.headcount, 0), factors),
    fte: scaled(copyOf(run.fte, 0), factors),
    'available-fte': scaled(availableFte(group, run.fte), factors),
    establishment: compiled.establishment[index] ?? [],
    requirement: compiled.requirement[index] ?? [],
    'requirement-skill-mix': compiled.skillMix[index] ?? [],
    'exits-planned': fromOpening(run.plannedExits),
    'fte-exits': fromOpening(run.fteExits),
    'fte-joiners': fromOpening(run.fteJoiners),
    ...exitAndJoinerLines(run),
  };
  const bands = bandsInUse(run);
  const costs = group.costs.map((line) => costOfMonths(line, run, bands, factors));
  return deriveFrom(first, { costs }, start, compiled, HEADLINE_STEPS);
}

/** Mean FTE of each month less absence, as the engine has it. */
function availableFte({ absence }: EngineGroup, fte: Float64Array): number[] {
  const available = new Array<number>(fte.length).fill(0);
  available[0] = (fte[0] ?? 0) * (1 - (absence[0] ?? 0));
  for (let month = 1; month < fte.length; month += 1) {
    available[month] = (((fte[month - 1] ?? 0) + (fte[month] ?? 0)) / 2) * (1 - (absence[month - 1] ?? 0));
  }
  return available;
}

/** The bands in which there is anyone in any month; a group has people in few of all bands. */
function bandsInUse({ meanFte, meanHeadcount, plannedExits }: GroupRunOutput): readonly number[] {
  const bands = meanFte.length / plannedExits.length;
  const isUsed = new Array<boolean>(bands).fill(false);
  for (let place = 0; place < meanFte.length; place += 1) {
    if (meanFte[place] !== 0 || meanHeadcount[place] !== 0) isUsed[place % bands] = true;
  }
  return isUsed.flatMap((used, band) => (used ? [band] : []));
}

function costOfMonths(
  { poundsPerFte, poundsPerHead, rowOfMonth }: CostLine,
  { meanFte, meanHeadcount, plannedExits }: GroupRunOutput,
  bandsOfGroup: readonly number[],
  factors: Float64Array | undefined,
): Float64Array {
  const months = plannedExits.length;
  const bands = meanFte.length / months;
  const pounds = new Float64Array(months);
  const hasCostPerHead = poundsPerHead.some((each) => each !== 0);
  for (let month = 0; month < months; month += 1) {
    const stocks = month * bands;
    const rates = (rowOfMonth?.[month] ?? month) * bands;
    let sum = 0;
    for (const band of bandsOfGroup) {
      sum += (meanFte[stocks + band] ?? 0) * (poundsPerFte[rates + band] ?? 0);
      if (hasCostPerHead) sum += (meanHeadcount[stocks + band] ?? 0) * (poundsPerHead[rates + band] ?? 0);
    }
    pounds[month] = sum * (factors?.[month + 1] ?? 1);
  }
  return pounds;
}

function scaled(stock: number[], factors: Float64Array | undefined): readonly number[] {
  if (factors === undefined) return stock;
  for (let month = 0; month < stock.length; month += 1) {
    stock[month] = (stock[month] ?? 0) * (factors[month] ?? 1);
  }
  return stock;
}
