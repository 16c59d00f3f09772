import type { AttentionItem } from '../api/attention-queries';
import { attentionAddress, attentionSentence, sentenceAddress } from './attention-words';

const UNIT = {
  scenario: { id: 'plan', name: 'Plan' },
  organisation: { id: 'trust', code: 'RR8', name: 'Trust' },
};
const item = (given: Partial<AttentionItem>): AttentionItem => ({
  kind: 'plan-due',
  scenario: null,
  organisation: null,
  count: 1,
  message: '',
  cell: null,
  due: null,
  reportId: null,
  ...given,
});

describe('where what needs a person is seen to', () => {
  it('is the return that is due, and of several the list of the round', () => {
    const one = item({ ...UNIT, due: { roundId: 'round', documentId: 'return' } });
    expect(sentenceAddress(one)).toBe('/sign-off/return');
    expect(attentionAddress(one)).toBe('/scenarios/plan/organisations/trust');
    const several = item({ count: 3, due: { roundId: 'round', documentId: null } });
    expect(sentenceAddress(several)).toBe('/rounds/round/sign-off');
  });

  it('is the cell that breaks a rule', () => {
    const cell = { parameter: 'retention.leaver-rate', staffGroup: 'midwives', year: 2027 };
    expect(attentionAddress(item({ ...UNIT, kind: 'rule-broken', cell }))).toContain('retention');
  });

  it('is the page of the year for a variance that nobody has explained', () => {
    const flagged = item({ ...UNIT, kind: 'variance-flagged', message: '2026-10', count: 2 });
    expect(sentenceAddress(flagged)).toBe('/scenarios/plan/organisations/trust/in-the-year');
    expect(attentionAddress(flagged)).toBe('/scenarios/plan/organisations/trust');
    expect(attentionSentence(flagged)).toBe('October 2026: 2 variances to act on without a reason.');
  });

  it('is nowhere else for a report, which is read where it stands', () => {
    expect(attentionAddress(item({ kind: 'report-unread', reportId: 'report' }))).toBeNull();
  });
});
