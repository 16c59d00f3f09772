import * as fc from 'fast-check';
import { takeTurns, type WaitingTurn } from './turns';

const LANE = fc.constantFrom('a', 'b', 'c', 'd');

/** In the order in which a worker takes them: by turn, the first come first among equals. */
function served(jobs: readonly WaitingTurn[]): readonly WaitingTurn[] {
  return jobs
    .map((job, place) => ({ job, place }))
    .sort((left, right) => left.job.turn - right.job.turn || left.place - right.place)
    .map(({ job }) => job);
}

const withTurns = (lanes: readonly string[], waiting: readonly WaitingTurn[]): readonly WaitingTurn[] => {
  const turns = takeTurns(lanes, waiting);
  return [...waiting, ...lanes.map((lane, index) => ({ lane, turn: turns[index] ?? NaN }))];
};

describe('takeTurns', () => {
  it('lets a lane that asks once pass a lane that asked for hundreds before it', () => {
    const many = withTurns(Array<string>(300).fill('many'), []);
    const order = served(withTurns(['one'], many)).map(({ lane }) => lane);
    expect(order.indexOf('one')).toBe(1);
  });

  it('keeps the order within a lane', () => {
    fc.assert(
      fc.property(fc.array(LANE), fc.array(LANE), (first, second) => {
        const all = withTurns(second, withTurns(first, []));
        for (const lane of ['a', 'b', 'c', 'd']) {
          const turns = all.filter((job) => job.lane === lane).map(({ turn }) => turn);
          expect([...turns].sort((left, right) => left - right)).toEqual(turns);
          expect(new Set(turns).size).toBe(turns.length);
        }
      }),
    );
  });

  it('lets at most one job of each other lane go before the next job of a lane', () => {
    fc.assert(
      fc.property(fc.array(LANE, { minLength: 1 }), (lanes) => {
        const order = served(withTurns(lanes, [])).map(({ lane }) => lane);
        for (const lane of new Set(lanes)) {
          const places = order.flatMap((each, place) => (each === lane ? [place] : []));
          places.slice(1).forEach((place, index) => {
            const between = order.slice((places[index] ?? 0) + 1, place);
            expect(new Set(between).size * 2).toBeGreaterThanOrEqual(between.length);
          });
        }
      }),
    );
  });

  it('serves a waiting job within a bounded time, whatever the others go on asking for', () => {
    fc.assert(
      fc.property(fc.array(LANE, { minLength: 40, maxLength: 120 }), (requests) => {
        let waiting = withTurns(['patient', 'patient', 'patient'], []);
        let taken = 0;
        for (const lane of requests) {
          const [next] = served(waiting);
          waiting = withTurns(
            [lane],
            waiting.filter((job) => job !== next),
          );
          taken += Number(next?.lane === 'patient');
        }
        expect(taken).toBe(3);
      }),
    );
  });
});
