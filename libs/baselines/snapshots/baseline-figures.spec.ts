import { array, assert, constantFrom, double, property } from 'fast-check';
import { deriveFigures, type GroupEvidence } from './baseline-figures';

const PARTICIPATION = { ftePerHead: 0.9, month: '2024-12' };

const group = (staffGroupCode: string, over: Partial<GroupEvidence> = {}): GroupEvidence => ({
  staffGroupCode,
  isMedical: false,
  staffInPost: null,
  absenceFte: undefined,
  participation: PARTICIPATION,
  ...over,
});

describe('deriveFigures', () => {
  it('takes published staff in post where there is one', () => {
    const nurses = group('nurses-and-health-visitors', {
      staffInPost: { headcount: 110, fte: 100 },
      absenceFte: 104,
    });
    const { figures } = deriveFigures({ groups: [nurses], absenceFteAllStaff: 104 });
    expect(figures).toEqual([
      {
        staffGroupCode: 'nurses-and-health-visitors',
        headcount: 110,
        fte: 100,
        basis: 'staff-in-post',
        note: null,
      },
    ]);
  });

  it('takes doctors from absence days: the turnover files leave resident doctors out', () => {
    const doctors = group('hchs-doctors', {
      isMedical: true,
      staffInPost: { headcount: 60, fte: 50 },
      absenceFte: 90,
    });
    const { figures } = deriveFigures({ groups: [doctors], absenceFteAllStaff: 90 });
    expect(figures[0]).toMatchObject({ fte: 90, headcount: 100, basis: 'absence-days' });
    expect(figures[0]?.note).toContain('0.9000 (England, 2024-12)');
  });

  it('shares out what all staff leave over the known groups, and says so', () => {
    const evidence = {
      groups: [
        group('central-functions', { absenceFte: 80 }),
        group('managers', { absenceFte: null }),
        group('midwives', { absenceFte: null }),
        group('ambulance-staff'),
      ],
      absenceFteAllStaff: 90,
    };
    const { figures, notices } = deriveFigures(evidence);
    expect(figures.map(({ staffGroupCode, fte }) => [staffGroupCode, fte])).toEqual([
      ['central-functions', 80],
      ['managers', 5],
      ['midwives', 5],
    ]);
    expect(notices.map(({ code, staffGroup }) => [code, staffGroup])).toEqual([
      ['baseline-estimated', 'managers'],
      ['baseline-estimated', 'midwives'],
    ]);
  });

  it('never turns a withheld group into zero without a word', () => {
    const { figures, notices } = deriveFigures({
      groups: [group('central-functions', { absenceFte: 80 }), group('managers', { absenceFte: null })],
      absenceFteAllStaff: 80,
    });
    expect(figures.map(({ staffGroupCode }) => staffGroupCode)).toEqual(['central-functions']);
    expect(notices).toMatchObject([{ code: 'baseline-withheld', staffGroup: 'managers' }]);
  });

  it('adds up to all staff whenever something is withheld', () => {
    const fte = double({ min: 0.01, max: 5_000, noNaN: true });
    const evidence = array(constantFrom(true, false), { minLength: 1, maxLength: 13 });
    assert(
      property(evidence, array(fte, { minLength: 13, maxLength: 13 }), fte, (withheld, sizes, left) => {
        const groups = withheld.map((isWithheld, index) =>
          group(`group-${index}`, { absenceFte: isWithheld ? null : (sizes[index] ?? 1) }),
        );
        const known = groups.reduce((sum, { absenceFte }) => sum + (absenceFte ?? 0), 0);
        const { figures } = deriveFigures({ groups, absenceFteAllStaff: known + left });
        const total = figures.reduce((sum, figure) => sum + figure.fte, 0);
        expect(total).toBeCloseTo(withheld.includes(true) ? known + left : known, 4);
      }),
    );
  });
});
