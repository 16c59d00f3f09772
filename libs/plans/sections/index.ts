export { STAKEHOLDER_TYPES } from './plan-assurance.sections';
export { missingInSections, type MissingPart } from './missing-in-sections';
export * from './section-definition';
export { SECTIONS, sectionsOf } from './sections';
export { validateSection, type SectionScope } from './validate-section';
export { WARNING_REASONS } from './warning-reasons.sections';
