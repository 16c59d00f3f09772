import { historyOf, monthsFrom2022, NURSES, organisation } from '../../../test/support/backtest-history';
import { restateHistory } from './restate-history';
import type { OrganisationSuccession } from './published-history';

const MONTHS = monthsFrom2022(6);
const WINDOW = { trainTo: '2022-03', lastTarget: '2022-06' };
const succession = (
  predecessor: string,
  successor: string,
  effectiveOn: string,
  kind = 'merger',
): OrganisationSuccession => ({ predecessor, successor, effectiveOn, kind });

const SMALL = organisation(
  'SML',
  { [NURSES]: [40, 41, 42, 43, null, null] },
  { reports: [true, true, true, true, false, false] },
);
const LARGE = organisation('LRG', { [NURSES]: [100, 101, 102, 103, 150, 151] });
const OTHER = organisation('OTH', { [NURSES]: [10, 10, 10, 10, 10, 10] });

describe('restating organisations', () => {
  it('sums a merger over the whole history, whichever month the figures moved in', () => {
    const history = historyOf(MONTHS, [SMALL, LARGE, OTHER]);
    // In force a month after the window: publications have shown a merger a month early.
    const { history: restated, restated: joined } = restateHistory(
      history,
      [succession('SML', 'LRG', '2022-07-01')],
      WINDOW,
    );
    expect(joined).toEqual([{ code: 'LRG', members: ['SML', 'LRG'] }]);
    expect(restated.organisations.map(({ code }) => code)).toEqual(['LRG', 'OTH']);
    expect(restated.organisations[0]?.fte[NURSES]).toEqual([140, 142, 144, 146, 150, 151]);
  });

  it('follows a chain of mergers to its end and leaves later ones alone', () => {
    const { history } = restateHistory(
      historyOf(MONTHS, [SMALL, LARGE, OTHER]),
      [
        succession('SML', 'LRG', '2022-05-01'),
        succession('LRG', 'NEW', '2022-06-01'),
        succession('OTH', 'NEW', '2023-01-01'),
      ],
      WINDOW,
    );
    expect(history.organisations.map(({ code }) => code)).toEqual(['NEW', 'OTH']);
  });

  it('does not know a sum of which a part was withheld, but counts a group that a member never had as nobody', () => {
    const withheld = organisation('SML', { [NURSES]: [null, 41, 42, 43, 44, 45] });
    const without = organisation('NON', {}, { reports: new Array<boolean>(6).fill(true) });
    const { history } = restateHistory(
      historyOf(MONTHS, [withheld, LARGE, without]),
      [succession('SML', 'LRG', '2022-05-01'), succession('NON', 'LRG', '2022-05-01')],
      WINDOW,
    );
    expect(history.organisations[0]?.fte[NURSES]).toEqual([null, 142, 144, 146, 194, 196]);
  });

  it('names both parties of a transfer in the months projected, and begins their histories at an earlier one', () => {
    const history = historyOf(MONTHS, [SMALL, LARGE, OTHER]);
    const later = restateHistory(history, [succession('SML', 'LRG', '2022-04-01', 'transfer')], WINDOW);
    expect(later.transferred).toEqual(['SML', 'LRG']);
    const earlier = restateHistory(history, [succession('LRG', 'OTH', '2022-02-01', 'transfer')], WINDOW);
    expect(earlier.transferred).toEqual([]);
    expect(earlier.history.organisations[2]?.fte[NURSES]).toEqual([null, 10, 10, 10, 10, 10]);
    expect(earlier.history.organisations[0]?.fte[NURSES]).toEqual(SMALL.fte[NURSES]);
  });
});
