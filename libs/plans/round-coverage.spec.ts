import type { OrganisationNode, OrganisationType } from '#organisations';
import { coverageStatement } from './round-coverage';

const node = (name: string, type: OrganisationType): OrganisationNode => ({
  id: name,
  code: name,
  name,
  type,
  sector: 'any',
  parentId: null,
});

describe('what a round covers, in words', () => {
  const systems = [node('West Yorkshire', 'system'), node('Derby and Derbyshire', 'system')];

  it('names the kinds of organisation, the systems and what is left out', () => {
    const participants = [
      node('A', 'trust'),
      node('B', 'icb'),
      node('C', 'trust'),
      node('D', 'community-interest-company'),
    ];

    expect(coverageStatement(participants, systems)).toBe(
      'NHS trusts, community interest companies and integrated care boards of Derby and Derbyshire and West Yorkshire ' +
        '(4 organisations); not general practice, social care, subsidiaries or hosted staff.',
    );
  });

  it('says that a nation is projected as one', () => {
    expect(coverageStatement([node('England', 'nation')], [])).toContain('of England as one');
  });

  it('does not claim to cover anything before someone takes part', () => {
    expect(coverageStatement([], systems)).toBe('No organisation takes part yet.');
  });
});
