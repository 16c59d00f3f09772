import type { OrganisationNode } from '#organisations';

const NOT_COVERED = 'not general practice, social care, subsidiaries or hosted staff';

const PLURALS: Readonly<Record<string, string>> = {
  trust: 'NHS trusts',
  icb: 'integrated care boards',
  'commissioning-support-unit': 'commissioning support units',
  'special-health-authority': 'special health authorities',
  'community-interest-company': 'community interest companies',
  subsidiary: 'subsidiaries',
  'lead-employer': 'lead employers',
  'hosted-service': 'hosted services',
  'general-practice': 'general practices',
  'primary-care-network': 'primary care networks',
  'social-care': 'social care organisations',
};

/**
 * What a round's totals cover, in one sentence.
 *
 * @param participants the organisations projected in the round.
 * @param systems the systems they belong to.
 */
export function coverageStatement(
  participants: readonly OrganisationNode[],
  systems: readonly OrganisationNode[],
): string {
  if (participants.length === 0) return 'No organisation takes part yet.';
  if (participants.some(({ type }) => type === 'nation')) {
    return `NHS trusts and other core organisations of England as one, by staff group; ${NOT_COVERED}.`;
  }
  const kinds = [...new Set(participants.map(({ type }) => PLURALS[type] ?? type))].sort();
  const places = systems.map(({ name }) => name).sort();
  const of = places.length === 0 ? '' : ` of ${inWords(places)}`;
  const organisations =
    participants.length === 1 ? 'one organisation' : `${participants.length} organisations`;
  return `${inWords(kinds)}${of} (${organisations}); ${NOT_COVERED}.`;
}

function inWords(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
