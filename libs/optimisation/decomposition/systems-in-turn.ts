import type { LinearSolver } from '#linear-programming';
import type { Limit } from '../plan';
import type { NationalControl, NationalProgress, NationalRequest, NationalSystem } from './national-request';
import { SystemProblem } from './system-problem';

/** Parts of all work that have been done when a stage begins, and when it ends. */
const PARTS: Readonly<Record<NationalProgress['stage'], readonly [from: number, to: number]>> = {
  'as-planned': [0, 0.05],
  'even-part': [0.05, 0.4],
  prices: [0.4, 0.85],
  'given-part': [0.85, 0.9],
  confirmed: [0.9, 1],
};

/** Rounds of prices and answers after which no more progress is told. */
const USUAL_ROUNDS = 30;

/** A walk over all systems. */
export interface Turn {
  readonly stage: NationalProgress['stage'];
  /** Shared limits with their bounds. */
  readonly shared: readonly Limit[];
}

/** Puts one system after the other before whoever asks. A system is in memory only while it is its turn. */
export class SystemsInTurn {
  /** How often the engine ran. */
  evaluations = 0;
  /** Rounds of prices and answers begun. */
  rounds = 0;
  private told = 0;

  constructor(
    private readonly solver: LinearSolver,
    private readonly systems: readonly NationalSystem[],
    private readonly objective: NationalRequest['objective'],
    private readonly control: NationalControl,
  ) {}

  async each<T>(turn: Turn, visit: (problem: SystemProblem, place: number) => T): Promise<readonly T[]> {
    const answers: T[] = [];
    if (turn.stage === 'prices') this.rounds += 1;
    for (const [place, system] of this.systems.entries()) {
      this.control.check();
      const tell = (share: number): void => this.tell(turn, place, share);
      tell(0);
      const problem = new SystemProblem(
        this.solver,
        await system.read(),
        { objective: this.objective, shared: turn.shared },
        { check: this.control.check, onProgress: tell },
      );
      answers.push(visit(problem, place));
      this.evaluations += problem.model.organisations.reduce((sum, { evaluations }) => sum + evaluations, 0);
    }
    return answers;
  }

  /** Searches begin anew within a system, and rounds are fewer than they may be: what is told never falls. */
  private tell({ stage }: Turn, place: number, share: number): void {
    const [from, to] = PARTS[stage];
    const systems = this.systems.length;
    const done = (place + share) / systems;
    const part = stage === 'prices' ? (this.rounds - 1 + done) / USUAL_ROUNDS : done;
    this.told = Math.max(this.told, from + (to - from) * Math.min(1, part));
    this.control.onProgress({
      stage,
      round: stage === 'prices' ? this.rounds : 0,
      place,
      systems,
      system: this.systems[place]?.name ?? '',
      share: this.told,
    });
  }
}
