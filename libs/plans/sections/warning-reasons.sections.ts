import { DOCUMENT_KINDS } from '../sign-off';
import * as ask from './fields';
import type { SectionDefinition } from './section-definition';

/** Key of the section that holds the reasons for warnings, in each kind of document. */
export const WARNING_REASONS = 'warning-reasons';

/** The reasons given for what the checks found implausible. */
export const WARNING_REASON_SECTIONS: readonly SectionDefinition[] = DOCUMENT_KINDS.map((document) => ({
  key: WARNING_REASONS,
  document,
  part: 'assurance',
  label: 'Reasons for warnings',
  description: 'Why what the checks found implausible is right.',
  requirements: ['SR02'],
  shape: 'list',
  fewest: 0,
  fields: [
    ask.text(['finding', 'Finding', 'Key of the finding.']),
    ask.paragraphs(['reason', 'Reason', 'Why it is right.']),
  ],
}));
