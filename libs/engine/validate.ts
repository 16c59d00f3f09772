import { EngineInputError } from './errors';
import { EXIT_CAUSES, JOINER_SOURCES } from './model';
import type {
  CostLine,
  EngineGroup,
  EngineInput,
  EngineMove,
  EngineReturn,
  JoinerSpread,
  Recruitment,
} from './model';

/** How far sums of shares and of probabilities may be from 1. */
const SUM_TOLERANCE = 1e-9;
/** Enough to mend an input; a broken generator would otherwise list every cell. */
const MOST_PROBLEMS = 20;

interface Range {
  readonly least: number;
  readonly most: number;
}
const PROBABILITY: Range = { least: 0, most: 1 };
const NOT_NEGATIVE: Range = { least: 0, most: Number.MAX_VALUE };
const FINITE: Range = { least: -Number.MAX_VALUE, most: Number.MAX_VALUE };
const POSITIVE: Range = { least: Number.MIN_VALUE, most: Number.MAX_VALUE };

/** Checks lengths, ranges and sums. Throws {@link EngineInputError} with up to 20 problems. */
export function validateEngineInput(input: EngineInput): void {
  const check = new InputCheck(input);
  check.axes();
  if (check.problems.length === 0) {
    input.groups.forEach((group) => check.group(group));
    input.moves.forEach((move, index) => check.move(move, index));
  }
  if (check.problems.length === 0) {
    check.moveTotals();
  }
  if (check.problems.length > 0) {
    throw new EngineInputError(check.problems);
  }
}

class InputCheck {
  readonly problems: string[] = [];
  private readonly ages: number;
  private readonly cells: number;
  private readonly goodProfiles = new Set<readonly number[]>();

  constructor(private readonly input: EngineInput) {
    this.ages = input.ageBandWidths.length;
    this.cells = input.bands * this.ages * input.ethnicities;
  }

  axes(): void {
    const { bands, ethnicities, months, stepYears, ageBandWidths, groups } = this.input;
    this.atLeastOne('bands', bands);
    this.atLeastOne('ageBandWidths.length', this.ages);
    this.atLeastOne('ethnicities', ethnicities);
    this.atLeastOne('months', months);
    if (!(stepYears > 0 && stepYears < Infinity)) {
      this.report(`stepYears is ${stepYears}; a length above 0 is needed`);
    }
    ageBandWidths.forEach((width, age) => {
      if (width !== null && !(width >= stepYears && width < Infinity)) {
        this.report(
          `ageBandWidths[${age}] is ${width}; at least one step (${stepYears} years) or null is needed`,
        );
      }
    });
    if (new Set(groups.map((group) => group.code)).size !== groups.length) {
      this.report('groups: two groups have the same code');
    }
  }

  group(group: EngineGroup): void {
    const at = `group ${group.code}`;
    const { months } = this.input;
    this.series(`${at}: headcount`, group.headcount, this.cells, NOT_NEGATIVE);
    this.series(`${at}: fte`, group.fte, this.cells, NOT_NEGATIVE);
    this.series(`${at}: plannedExits`, group.plannedExits, months, NOT_NEGATIVE);
    if (group.exitProbability.length !== EXIT_CAUSES.length) {
      this.report(
        `${at}: exitProbability has ${group.exitProbability.length} causes, not ${EXIT_CAUSES.length}`,
      );
    }
    group.exitProbability.forEach((table, cause) => {
      this.series(`${at}: exitProbability ${EXIT_CAUSES[cause]}`, table, months * this.ages, PROBABILITY);
    });
    this.series(`${at}: shareToSameSystem`, group.shareToSameSystem, months, PROBABILITY);
    this.series(`${at}: shareToOtherNhs`, group.shareToOtherNhs, months, PROBABILITY);
    this.sumToAtMostOne(`${at}: shareToSameSystem and shareToOtherNhs`, [
      group.shareToSameSystem,
      group.shareToOtherNhs,
    ]);
    this.series(`${at}: participationFactor`, group.participationFactor, months, POSITIVE);
    this.series(`${at}: absence`, group.absence, months, PROBABILITY);
    for (const line of group.costs) {
      this.costs(`${at}: cost ${line.code}`, line);
    }
    this.recruitment(at, group.recruitment);
    this.returns(at, group.returns ?? []);
  }

  private costs(at: string, { poundsPerFte, poundsPerHead, rowOfMonth }: CostLine): void {
    const { months, bands } = this.input;
    const rows = rowOfMonth === undefined ? months : Math.ceil(poundsPerFte.length / bands);
    this.series(`${at} poundsPerFte`, poundsPerFte, rows * bands, FINITE);
    this.series(`${at} poundsPerHead`, poundsPerHead, rows * bands, FINITE);
    if (rowOfMonth !== undefined) {
      this.places(`${at} rowOfMonth`, rowOfMonth, rows);
    }
  }

  private recruitment(at: string, recruitment: Recruitment): void {
    const { months } = this.input;
    const isPlanned = recruitment.mode === 'planned';
    for (const source of recruitment.sources) {
      const name = `${at}: joiners ${source.source}`;
      this.series(`${name} people`, source.people, months, isPlanned ? NOT_NEGATIVE : PROBABILITY);
      this.joiners(name, source);
    }
    if (isPlanned) {
      return;
    }
    this.series(`${at}: fillRate`, recruitment.fillRate, months, PROBABILITY);
    this.series(`${at}: capacity`, recruitment.capacity, months, NOT_NEGATIVE);
    this.series(`${at}: establishment`, recruitment.establishment, months, NOT_NEGATIVE);
    for (let month = 0; month < months; month += 1) {
      const total = recruitment.sources.reduce((sum, source) => sum + (source.people[month] ?? NaN), 0);
      this.isOne(`${at}: shares of joiners by source in month ${month}`, total);
    }
  }

  private returns(group: string, returns: readonly EngineReturn[]): void {
    const { months } = this.input;
    returns.forEach((each, index) => {
      const at = `${group}: returns[${index}]`;
      if (!EXIT_CAUSES.includes(each.cause)) {
        this.report(`${at}: the cause of exit is not known`);
      }
      this.atLeastOne(`${at} lagMonths`, each.lagMonths);
      this.series(`${at} share`, each.share, months, PROBABILITY);
      this.series(
        `${at} priorExits`,
        each.priorExits ?? [],
        each.priorExits ? each.lagMonths : 0,
        NOT_NEGATIVE,
      );
      this.joiners(at, each);
    });
    for (const cause of EXIT_CAUSES) {
      const shares = returns.filter((each) => each.cause === cause).map((each) => each.share);
      this.sumToAtMostOne(`${group}: shares of ${cause} exits that return`, shares);
    }
  }

  private joiners(at: string, joiners: JoinerSpread): void {
    if (!JOINER_SOURCES.includes(joiners.source)) {
      this.report(`${at}: the source is not known`);
    }
    this.series(`${at} ftePerHead`, [joiners.ftePerHead], 1, POSITIVE);
    joiners.profiles.forEach((profile, index) => this.profile(profile, `${at} profiles[${index}]`));
    this.places(`${at} profileOfMonth`, joiners.profileOfMonth, joiners.profiles.length);
  }

  /** Sources and years share profiles: what has been found good is not looked through again. */
  private profile(profile: readonly number[], name: string): void {
    if (this.goodProfiles.has(profile)) {
      return;
    }
    const known = this.problems.length;
    this.series(name, profile, this.cells, PROBABILITY);
    this.isOne(name, sumOf(profile));
    if (this.problems.length === known) {
      this.goodProfiles.add(profile);
    }
  }

  /** One of `count` places for each month. */
  private places(name: string, ofMonth: readonly number[], count: number): void {
    this.series(name, ofMonth, this.input.months, { least: 0, most: count - 1 });
    if (!ofMonth.every(Number.isInteger)) {
      this.report(`${name}: whole numbers are needed`);
    }
  }

  move(move: EngineMove, index: number): void {
    const at = `moves[${index}]`;
    const { groups, bands, months } = this.input;
    this.index(`${at}.fromGroup`, move.fromGroup, groups.length);
    this.index(`${at}.toGroup`, move.toGroup, groups.length);
    this.index(`${at}.fromBand`, move.fromBand, bands);
    this.index(`${at}.toBand`, move.toBand, bands);
    if (move.fromGroup === move.toGroup && move.fromBand === move.toBand) {
      this.report(`${at} moves staff from a band to itself`);
    }
    this.series(`${at}.probability`, move.probability, months, PROBABILITY);
    this.series(`${at}.people`, move.people, months, NOT_NEGATIVE);
  }

  /** Nobody can make two moves in one month: the probabilities of leaving a band add up to 1 at most. */
  moveTotals(): void {
    const { groups, moves, bands, months } = this.input;
    const totals = new Map<number, Float64Array>();
    for (const { fromGroup, fromBand, probability } of moves) {
      const origin = fromGroup * bands + fromBand;
      const total = totals.get(origin) ?? new Float64Array(months);
      totals.set(origin, total);
      addTo(total, probability);
    }
    totals.forEach((total, origin) => {
      const month = firstAbove(total, 1 + SUM_TOLERANCE);
      if (month >= 0) {
        const group = groups[Math.floor(origin / bands)];
        this.report(
          `moves: in month ${month} the probabilities of leaving group ${group?.code}, band ${origin % bands} add up to ${total[month]}, above 1`,
        );
      }
    });
  }

  private atLeastOne(name: string, value: number): void {
    if (!Number.isInteger(value) || value < 1) {
      this.report(`${name} is ${value}; a whole number of at least 1 is needed`);
    }
  }

  private index(name: string, value: number, count: number): void {
    if (!Number.isInteger(value) || value < 0 || value >= count) {
      this.report(`${name} is ${value}; a whole number from 0 to ${count - 1} is needed`);
    }
  }

  private series(name: string, values: readonly number[], length: number, range: Range): void {
    if (values.length !== length) {
      this.report(`${name} has ${values.length} values, not ${length}`);
      return;
    }
    const { least, most } = range;
    for (let index = 0; index < length; index += 1) {
      const value = values[index] as number;
      if (!(value >= least && value <= most)) {
        this.report(`${name}[${index}] is ${value}, outside ${least} to ${most}`);
        return;
      }
    }
  }

  private sumToAtMostOne(name: string, shares: readonly (readonly number[])[]): void {
    const totalOf = (month: number): number => shares.reduce((sum, each) => sum + (each[month] ?? 0), 0);
    const month = (shares[0] ?? []).findIndex((_, index) => totalOf(index) > 1 + SUM_TOLERANCE);
    if (month >= 0) {
      this.report(`${name} add up to more than 1 in month ${month}`);
    }
  }

  private isOne(name: string, total: number): void {
    if (!(Math.abs(total - 1) <= SUM_TOLERANCE)) {
      this.report(`${name} add up to ${total}, not 1`);
    }
  }

  private report(problem: string): void {
    if (this.problems.length < MOST_PROBLEMS) {
      this.problems.push(problem);
    }
  }
}

function sumOf(values: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) {
    sum += values[index] as number;
  }
  return sum;
}

/** Position of the first value above a limit, or -1. */
function firstAbove(values: Float64Array, limit: number): number {
  for (let index = 0; index < values.length; index += 1) {
    if ((values[index] as number) > limit) {
      return index;
    }
  }
  return -1;
}

function addTo(sums: Float64Array, values: readonly number[]): void {
  for (let index = 0; index < sums.length; index += 1) {
    sums[index] = (sums[index] as number) + (values[index] as number);
  }
}
