import { scenarioTree, type ScenarioSummary } from './scenario-list';

const scenario = (id: string, baseScenarioId: string | null, isArchived = false): ScenarioSummary => ({
  id,
  name: id,
  kind: baseScenarioId === null ? 'calibration' : 'what-if',
  baseScenarioId,
  organisationId: null,
  isArchived,
  version: 1,
});

const SCENARIOS = [
  scenario('plan', 'defaults'),
  scenario('defaults', null),
  scenario('old', 'plan', true),
  scenario('on-old', 'old'),
  scenario('gone', 'plan', true),
];

const shown = (withArchived: boolean, currentId = 'plan') =>
  scenarioTree(SCENARIOS, { withArchived, currentId }).map(({ scenario: { id }, depth }) => `${depth} ${id}`);

describe('the tree of scenarios', () => {
  it('puts each below what it is built on, and hides what is put aside unless something stands on it', () => {
    expect(shown(false)).toEqual(['0 defaults', '1 plan', '2 old', '3 on-old']);
  });

  it('shows everything where it is wanted, and always the one that one is in', () => {
    expect(shown(true)).toContain('2 gone');
    expect(shown(false, 'gone')).toContain('2 gone');
  });

  it('begins at what the person sees, where the base is not open to them', () => {
    const tree = scenarioTree([scenario('mine', 'hidden')], { withArchived: false, currentId: '' });
    expect(tree).toMatchObject([{ depth: 0, scenario: { id: 'mine' } }]);
  });
});
