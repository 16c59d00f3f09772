import { askedSum, leavesBelow, sumIn, type SummedGroup } from './sum-parts';

const group = (code: string, parentCode: string | null, isLeaf: boolean, wte: number): SummedGroup => {
  const none = [null, null];
  const lines = {
    staffInPost: [1, wte],
    headcount: none,
    availableFte: none,
    establishment: none,
    requirement: none,
    payBill: none,
  };
  return { code, name: code, parentCode, isLeaf, lines };
};
const GROUPS = [
  group('all-staff', null, false, 6),
  group('clinical', 'all-staff', false, 5),
  group('nurses', 'clinical', true, 3),
  group('doctors', 'clinical', true, 2),
  group('managers', 'all-staff', true, 1),
];
const YEARS = [{ year: 2025 }, { year: 2026 }];

it('tells the groups that a sum is made of, whose figures add up to it', () => {
  const asked = askedSum({ measure: 'fte', month: '2027-03' }, YEARS);
  if (asked === null) throw new Error('The last March of the plan is known.');
  const parts = leavesBelow(GROUPS, 'all-staff');
  expect(parts.map(({ code }) => code)).toEqual(['nurses', 'doctors', 'managers']);
  const sum = parts.reduce((total, { code }) => total + (sumIn(GROUPS, code, asked) ?? 0), 0);
  expect(sum).toBe(sumIn(GROUPS, 'all-staff', asked));
});

it('knows no sums of other measures or between the ends of years', () => {
  expect(askedSum({ measure: 'joiners-newly-qualified', month: '2027-03' }, YEARS)).toBeNull();
  expect(askedSum({ measure: 'fte', month: '2027-02' }, YEARS)).toBeNull();
});
