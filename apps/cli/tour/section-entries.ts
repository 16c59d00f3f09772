import type { Locator, Page } from 'playwright-core';

/** What a plan can say without figures behind it, where a choice leads to more. */
const PREFERRED = ['Stated nil', 'Fewer than 20 people', 'Balance or surplus'];
const DAY = '2026-12-01';
const NUMBER = '5';
const WORDS = 'As agreed by the people board.';

/** Fills in every section that is marked as not complete, in the order in which they are listed. */
export async function completeSections(page: Page): Promise<void> {
  const sections = page.getByRole('navigation', { name: 'Sections', exact: true });
  await sections.waitFor();
  const open = sections.getByRole('listitem').filter({ hasText: 'Not complete' });
  for (let item = open.first(); (await open.count()) > 0; item = open.first()) {
    const link = item.getByRole('link');
    const name = await link.innerText();
    await link.click();
    const section = page.getByRole('region', { name, exact: true });
    await section.getByRole('heading', { name, exact: true }).waitFor();
    await fillIn(section);
    await item.filter({ hasText: name }).waitFor({ state: 'detached' });
  }
}

/** A field that is asked for and empty. */
interface OpenField {
  /** Its place among the fields of the section. */
  readonly place: number;
  readonly kind: 'choice' | 'day' | 'number' | 'words';
  /** Of a choice, in their order. */
  readonly options: readonly string[];
}

const FIELDS = 'select, textarea, input';

/** What of a form field in the page is looked at. */
interface FieldInPage {
  readonly tagName: string;
  readonly type: string;
  readonly inputMode: string;
  readonly value: string;
  readonly labels: ArrayLike<{ readonly textContent: string | null }>;
  readonly options?: Iterable<{ readonly label: string }>;
}

/** Runs in the page, over the fields of a section: nothing from outside it is there. */
function openFieldsInPage(elements: readonly unknown[]): readonly OpenField[] {
  return (elements as readonly FieldInPage[]).flatMap((field, place) => {
    const label = field.labels[0]?.textContent ?? '';
    if (field.value !== '' || label.includes('(optional)')) return [];
    const isNumber = field.inputMode === 'decimal';
    const typed = field.type === 'date' ? 'day' : isNumber ? 'number' : 'words';
    const options = [...(field.options ?? [])].map((option) => option.label);
    return [{ place, kind: field.tagName === 'SELECT' ? 'choice' : typed, options }];
  });
}

const TEXTS = { day: DAY, number: NUMBER, words: WORDS } as const;

/** Answers what a section asks for; a choice may ask for more, so it is looked at again. */
async function fillIn(section: Locator): Promise<void> {
  if ((await section.getByText('Nothing is entered here.').count()) > 0) {
    await section.getByRole('button', { name: 'Add an entry' }).click();
  }
  for (let open = await openFields(section); open.length > 0; open = await openFields(section)) {
    for (const { place, kind, options } of open) {
      const field = section.locator(FIELDS).nth(place);
      if (kind === 'choice') await field.selectOption({ index: chosenOf(options) });
      else await field.fill(TEXTS[kind]);
    }
  }
  await section.locator('.wt-save-line').click();
  await section.locator('.wt-save-line[data-state="saved"]', { hasText: /^Saved/ }).waitFor();
}

const openFields = (section: Locator): Promise<readonly OpenField[]> =>
  section.locator(FIELDS).evaluateAll(openFieldsInPage);

/** The first answer after the blank, unless there is one that asks for no more. */
function chosenOf(options: readonly string[]): number {
  const preferred = options.findIndex((label) => PREFERRED.includes(label));
  return preferred < 0 ? 1 : preferred;
}
