/** What the base of a change is called where it is what was shown before. */
export const BEFORE = 'before';
export const BEFORE_TEXT = 'The figures before the last changes';

/** What can make projections differ besides the planning modules, in words. */
export const OTHER_SOURCES = { baseline: 'Opening position', policy: 'Policy facts' } as const;
