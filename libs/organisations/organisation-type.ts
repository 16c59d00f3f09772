/** The kinds of organisation, areas first. */
export const ORGANISATION_TYPES = [
  'nation',
  'region',
  'system',
  'trust',
  'icb',
  'commissioning-support-unit',
  'special-health-authority',
  'community-interest-company',
  'subsidiary',
  'lead-employer',
  'hosted-service',
  'general-practice',
  'primary-care-network',
  'social-care',
  'unit',
] as const;
export type OrganisationType = (typeof ORGANISATION_TYPES)[number];

/** Areas: they hold employers and employ nobody themselves. */
export const AREA_TYPES: readonly OrganisationType[] = ['nation', 'region', 'system'];

/** Code of England, the only organisation of type `nation`. */
export const ENGLAND_CODE = 'ENG';

/** Whether an organisation of this type has staff of its own: all but areas, and units, which are parts. */
export function isEmployer(type: OrganisationType): boolean {
  return type !== 'unit' && !AREA_TYPES.includes(type);
}
