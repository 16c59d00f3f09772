import { chosenStaffGroup } from './chosen-staff-group';
import { overviewSentence } from './overview-sentence';
import { overviewOf, staffGroup } from './overview.fixture';

function sentence(staffInPost: number[], requirement: (number | null)[], code = 'all-staff'): string {
  const group = staffGroup(code, staffInPost, requirement);
  return overviewSentence(overviewOf([group]), group);
}

describe('the finding in words', () => {
  it('says where supply ends, how it got there and how far from the requirement', () => {
    expect(sentence([1000, 1010, 1050], [1000, 1050, 1100])).toBe(
      'By 31 March 2028, Leeds Teaching Hospitals NHS Trust is projected to have 1,050 WTE staff in post, ' +
        '50 WTE (5.0%) more than at 31 March 2026. That is 50 WTE (4.5%) below the requirement of 1,100 WTE.',
    );
  });

  it('names the staff group, and says above as well as below', () => {
    expect(sentence([1000, 990, 900], [800, 800, 800], 'midwives')).toBe(
      'By 31 March 2028, Leeds Teaching Hospitals NHS Trust, midwives, is projected to have 900 WTE staff in ' +
        'post, 100 WTE (10.0%) fewer than at 31 March 2026. That is 100 WTE (12.5%) above the requirement of 800 WTE.',
    );
  });

  it('doesn’t take a missing requirement for none', () => {
    expect(sentence([1000, 1000, 1000], [null, null, null])).toContain(
      'the same as at 31 March 2026. No requirement is loaded, so no gap can be shown.',
    );
  });

  it('says how much of a place its total covers', () => {
    const group = staffGroup('all-staff', [1000, 1000, 1000], [null, null, null]);
    const overview = overviewOf([group]);
    const coverage = { ...overview.coverage, organisationsIncluded: 17, organisationsExpected: 242 };
    expect(overviewSentence({ ...overview, coverage }, group)).toContain(
      'NHS Trust (17 of 242 organisations) is projected',
    );
  });

  it('shows the group in the URL, else all staff', () => {
    const overview = overviewOf([staffGroup('all-staff', [1], [1]), staffGroup('midwives', [1], [1])]);
    expect(chosenStaffGroup(overview, 'midwives')?.code).toBe('midwives');
    expect(chosenStaffGroup(overview, 'gone')?.code).toBe('all-staff');
    expect(chosenStaffGroup(overviewOf([]), null)).toBeNull();
  });
});
