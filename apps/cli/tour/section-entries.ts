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

/** Answers what a section asks for. */
async function fillIn(section: Locator): Promise<void> {
  if ((await section.getByText('Nothing is entered here.').count()) > 0) {
    await section.getByRole('button', { name: 'Add an entry' }).click();
  }
  // A choice may ask for more: choices first, then what has come.
  for (const list of await section.getByRole('combobox').all()) await choose(list);
  for (const box of await section.getByRole('textbox').all()) {
    if ((await box.inputValue()) === '' && (await isAsked(box))) await box.fill(await answerTo(box));
  }
  for (const list of await section.getByRole('combobox').all()) await choose(list);
  await section.locator('.wt-save-line').click();
  await section.locator('.wt-save-line[data-state="saved"]', { hasText: /^Saved/ }).waitFor();
}

async function choose(list: Locator): Promise<void> {
  if ((await list.inputValue()) !== '' || !(await isAsked(list))) return;
  const labels = await list.locator('option').allInnerTexts();
  const preferred = labels.findIndex((label) => PREFERRED.includes(label));
  await list.selectOption({ index: preferred < 0 ? 1 : preferred });
}

const isAsked = async (field: Locator): Promise<boolean> => !(await labelOf(field)).includes('(optional)');

const labelOf = (field: Locator): Promise<string> =>
  field.evaluate(
    (element) => (element as unknown as { labels: { textContent: string }[] }).labels[0]?.textContent ?? '',
  );

async function answerTo(box: Locator): Promise<string> {
  if ((await box.getAttribute('type')) === 'date') return DAY;
  return (await box.getAttribute('inputmode')) === 'decimal' ? NUMBER : WORDS;
}
