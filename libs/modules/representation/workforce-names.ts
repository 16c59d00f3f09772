/** Parts of the workforce as the reports tell them apart; groups that no fact classifies are a part of their own. */
export type WorkforcePart = 'all' | 'clinical' | 'non-clinical' | 'medical' | 'not-classified';

export const WORKFORCE_NAMES: Readonly<Record<WorkforcePart, string>> = {
  all: 'All',
  clinical: 'Clinical',
  'non-clinical': 'Non-clinical',
  medical: 'Medical',
  'not-classified': 'Not classified',
};
