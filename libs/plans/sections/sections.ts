import type { DocumentKind } from '../sign-off';
import { PLAN_ASSURANCE_SECTIONS } from './plan-assurance.sections';
import { PLAN_MONEY_SECTIONS } from './plan-money.sections';
import { PLAN_PEOPLE_SECTIONS } from './plan-people.sections';
import { PLAN_SERVICES_SECTIONS } from './plan-services.sections';
import { PLAN_TRANSFORMATION_SECTIONS } from './plan-transformation.sections';
import { RETURN_SECTIONS } from './return.sections';
import { SECTION_PARTS, type SectionDefinition } from './section-definition';
import { WARNING_REASON_SECTIONS } from './warning-reasons.sections';

const PART_ORDER = SECTION_PARTS.map(({ code }) => code);

/** Every section of returns and system plans, in the order of the parts. */
export const SECTIONS: readonly SectionDefinition[] = [
  ...PLAN_SERVICES_SECTIONS,
  ...PLAN_PEOPLE_SECTIONS,
  ...PLAN_TRANSFORMATION_SECTIONS,
  ...PLAN_MONEY_SECTIONS,
  ...PLAN_ASSURANCE_SECTIONS,
  ...RETURN_SECTIONS,
  ...WARNING_REASON_SECTIONS,
].toSorted((left, right) => PART_ORDER.indexOf(left.part) - PART_ORDER.indexOf(right.part));

/** The sections of a kind of document. */
export function sectionsOf(kind: DocumentKind): readonly SectionDefinition[] {
  return SECTIONS.filter(({ document }) => document === kind);
}
