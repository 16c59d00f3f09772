import type { Locator, Page } from 'playwright-core';
import { accessibilityViolations, ProductInBrowser, visitGrid } from './product-in-browser.fixture';

const TRUST = 'Leeds Teaching Hospitals NHS Trust';
const NURSES = 'nurses-and-health-visitors';
const MANAGERS = 'managers';

let product: ProductInBrowser;

beforeAll(async () => {
  product = await ProductInBrowser.start();
});

afterAll(() => product.stop());

/** The leaver rates of a trust, in the submission of its system's plan. */
async function openAssumptions(search?: string): Promise<Page> {
  const { page } = await visitGrid(product, 'system-planner', TRUST);
  if (search === undefined) return page;
  await page.goto(`${page.url().split('?')[0]}?${search}`);
  await page.getByRole('grid').waitFor();
  return page;
}

function cell(page: Page, staffGroup: string, year: number): Locator {
  return page.locator(`[data-cell="${staffGroup}.${year}"]`);
}

/** What the last edit did, in words below the grid. */
function outcome(page: Page): Locator {
  return page.locator('.wt-outcome');
}

/** Waits until a cell shows a text and is saved. */
function saved(page: Page, staffGroup: string, year: number, text: string): Promise<void> {
  return page.locator(`[data-cell="${staffGroup}.${year}"][data-state="saved"]`, { hasText: text }).waitFor();
}

async function enter(page: Page, staffGroup: string, year: number, text: string): Promise<void> {
  await cell(page, staffGroup, year).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  await page.keyboard.press('Control+v');
}

/** Pastes as from Excel, which puts a table beside the text. */
async function pasteFromSpreadsheet(page: Page, text: string): Promise<void> {
  await page.evaluate(`navigator.clipboard.write([new ClipboardItem({
    'text/plain': new Blob([${JSON.stringify(text)}], { type: 'text/plain' }),
    'text/html': new Blob(['<table><tr><td>not this</td></tr></table>'], { type: 'text/html' }),
  })])`);
  await page.keyboard.press('Control+v');
}

describe('editing an assumption', () => {
  it('saves by itself, refreshes the projection beside it, and takes it back by undo', async () => {
    const page = await openAssumptions();
    const sentence = page.getByRole('region', { name: 'Projection' }).locator('.wt-projection__sentence');
    await cell(page, NURSES, 2026).click();
    await sentence.getByText('Nurses').waitFor();
    const before = await sentence.innerText();
    const rate = await cell(page, NURSES, 2026).innerText();

    await enter(page, NURSES, 2026, '25%');
    for (const year of [2026, 2030]) await saved(page, NURSES, year, '25.0');
    await cell(page, NURSES, 2026).click();
    await page.locator('.wt-selected-cell', { hasText: 'Entered by Demo system planner' }).waitFor();
    await sentence.filter({ hasText: /Nurses.*fewer than at 31 March 2026/s }).waitFor();
    await page.locator('.wt-meta [data-freshness="up-to-date"]').waitFor();

    await page.keyboard.press('Control+z');
    await outcome(page).filter({ hasText: 'Undone: Nurses & health visitors, 2026/27.' }).waitFor();
    await saved(page, NURSES, 2026, rate);
    await sentence.filter({ hasText: before }).waitFor();

    await page.getByRole('button', { name: 'History' }).click();
    const history = page.getByRole('region', { name: 'History of the cell, table' });
    await history.getByText('Reset to the inherited value').waitFor();
    expect(await history.getByText('25.0% a year').count()).toBe(1);
  });

  it('asks a reason for an unusual value and saves it with the reason', async () => {
    const page = await openAssumptions();
    await enter(page, 'midwives', 2027, '45');
    await page.getByLabel('Reason for the unusual value').fill('A unit closes');
    await page.getByRole('button', { name: 'Save with this reason' }).click();
    await saved(page, 'midwives', 2027, '45.0');
    await cell(page, 'midwives', 2027).click();
    await page.getByText('Reason: A unit closes.').waitFor();
  });

  it('shows both values when someone else changed the cell, and saves the one that is chosen', async () => {
    const mine = await openAssumptions();
    const { page: theirs } = await visitGrid(product, 'workforce-lead', TRUST);
    // Without news: else the other value would be seen before mine is entered.
    await mine.context().setOffline(true);
    await enter(theirs, 'hchs-doctors', 2028, '11');
    await saved(theirs, 'hchs-doctors', 2028, '11.0');
    await enter(mine, 'hchs-doctors', 2028, '12');
    await mine.context().setOffline(false);
    const attention = mine.getByRole('region', { name: 'Cells that need attention' });
    await attention.getByText('saved 11.0% a year').waitFor();
    await attention.getByText('You entered 12.0% a year').waitFor();
    await attention.getByRole('button', { name: 'Keep mine' }).click();
    await saved(mine, 'hchs-doctors', 2028, '12.0');
    await attention.waitFor({ state: 'detached' });
  });
});

describe('pasting a block from Excel', () => {
  it('reads what can be read, keeps and marks the rest, changes nothing outside, counts what falls off', async () => {
    const page = await openAssumptions();
    const outside = cell(page, 'senior-managers', 2029);
    const outsideBefore = await outside.innerText();
    const before = await cell(page, MANAGERS, 2029).innerText();
    await cell(page, MANAGERS, 2029).click();
    await paste(page, '8.5%\tn/a\t1\r\n"9.1"\t(3)\t2\r\n');
    await outcome(page).filter({ hasText: 'Pasted 4 cells.' }).waitFor();
    expect(await outcome(page).innerText()).toContain('1 cell can’t be read and is marked.');
    expect(await outcome(page).innerText()).toContain('2 cells fell outside the grid and were not used.');
    await saved(page, MANAGERS, 2029, '8.5');
    expect(await cell(page, MANAGERS, 2030).innerText()).toContain('n/a');
    expect(await cell(page, MANAGERS, 2030).getAttribute('aria-invalid')).toBe('true');
    expect(await outside.innerText()).toBe(outsideBefore);

    await cell(page, MANAGERS, 2029).click();
    await page.keyboard.press('Control+z');
    await outcome(page).filter({ hasText: 'Undone: paste of 4 cells.' }).waitFor();
    await saved(page, MANAGERS, 2029, before);
    await page.reload();
    await saved(page, MANAGERS, 2029, before);
  });

  it('takes pounds, thousands, dashes and blanks as a spreadsheet writes them, and cells that hold a tab or a break', async () => {
    const page = await openAssumptions('parameter=international-recruitment.other-cost-per-recruit');
    const at = (year: number) => cell(page, 'all-staff', year);
    const before = await at(2028).innerText();
    await at(2026).click();
    await pasteFromSpreadsheet(page, '£8,400\t9,100.5\t–\t\t"6\r\n7"\r\n');
    await outcome(page).filter({ hasText: 'Pasted 5 cells. 1 cell can’t be read and is marked.' }).waitFor();
    await saved(page, 'all-staff', 2026, '8,400');
    await saved(page, 'all-staff', 2027, '9,101');
    expect(await at(2030).getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.press('Control+z');
    await outcome(page).filter({ hasText: 'Undone: paste of ' }).waitFor();
    await saved(page, 'all-staff', 2028, before);
  });

  it('repeats a small block over a larger selection, and copies as text and as a table', async () => {
    const page = await openAssumptions();
    await cell(page, 'central-functions', 2027).click();
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(`Shift+${key}`);
    await pasteFromSpreadsheet(page, '8.25\t8.5\t8.75\r\n');
    await outcome(page).filter({ hasText: 'Pasted 6 cells.' }).waitFor();
    await saved(page, 'hotel-property-and-estates', 2029, '8.8');
    await page.keyboard.press('Control+c');
    const copied = '8.25\t8.5\t8.75\r\n8.25\t8.5\t8.75';
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(copied);
    const html = await page.evaluate<string>(`navigator.clipboard.read()
      .then(([item]) => item.getType('text/html')).then((blob) => blob.text())`);
    expect(html).toMatch(/<table>.*<tr><td>8\.25<\/td><td>8\.5<\/td><td>8\.75<\/td><\/tr>.*<\/table>/s);
    await page.keyboard.press('Control+z');
    await outcome(page).filter({ hasText: 'Undone: paste of 6 cells.' }).waitFor();
  });
});

describe('the grid by keyboard', () => {
  it('goes where each key leads, and is one stop of the Tab key', async () => {
    const page = await openAssumptions();
    const rows = Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1;
    await page.locator('td[data-position="0,0"]').click();
    const steps: readonly (readonly [string, string])[] = [
      ['ArrowDown', '1,0'],
      ['ArrowRight', '1,1'],
      ['End', '1,4'],
      ['Home', '1,0'],
      ['PageDown', '11,0'],
      ['PageUp', '1,0'],
      ['Control+ArrowRight', '1,4'],
      ['Control+ArrowDown', `${rows - 1},4`],
      ['Control+ArrowUp', '0,4'],
      ['Control+ArrowLeft', '0,0'],
      ['Control+End', `${rows - 1},4`],
      ['ArrowUp', `${rows - 2},4`],
      ['Control+Home', '0,0'],
      ['F2', '0,0'],
      ['Escape', '0,0'],
      ['Enter', '0,0'],
      ['Enter', '1,0'],
    ];
    for (const [key, position] of steps) {
      await page.keyboard.press(key);
      const focused = `document.activeElement.closest('td')?.dataset.position`;
      expect([key, await page.evaluate(focused)]).toEqual([key, position]);
    }
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Control+Shift+ArrowDown');
    expect(await page.locator('td[aria-selected="true"]').count()).toBe(2 * (rows - 1));
    await page.keyboard.press('Tab');
    expect(await page.evaluate(`document.activeElement.closest('table') === null`)).toBe(true);
  });

  it('fills down and right, and tells with F1 what an assumption means', async () => {
    const page = await openAssumptions();
    await enter(page, MANAGERS, 2028, '9.25');
    await enter(page, MANAGERS, 2029, '7');
    await cell(page, MANAGERS, 2029).click();
    await page.keyboard.press('Control+r');
    await saved(page, MANAGERS, 2029, '9.3');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+d');
    await outcome(page).filter({ hasText: 'Filled 1 cell.' }).waitFor();
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('Control+z');
    await outcome(page).filter({ hasText: 'Undone: Managers, 2028/29.' }).waitFor();
    await page.keyboard.press('F1');
    const help = page.getByRole('region', { name: 'About Turnover (left this organisation)' });
    await help.getByText('3.0% a year to 30.0% a year').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.keyboard.press('F1');
    await help.waitFor({ state: 'detached' });
  });
});

describe('undo', () => {
  it('goes back a hundred steps, and no further', async () => {
    const page = await openAssumptions();
    const target = cell(page, 'hotel-property-and-estates', 2029);
    await target.click();
    for (let step = 0; step <= 100; step += 1) {
      await page.keyboard.type((10 + step / 10).toFixed(1));
      await page.keyboard.press('Enter');
      await page.keyboard.press('ArrowUp');
    }
    await saved(page, 'hotel-property-and-estates', 2029, '20.0');
    for (let step = 0; step < 101; step += 1) await page.keyboard.press('Control+z');
    await outcome(page).filter({ hasText: 'Nothing to undo.' }).waitFor();
    await saved(page, 'hotel-property-and-estates', 2029, '10.0');
  });

  it('leaves alone what someone else has entered since', async () => {
    const mine = await openAssumptions();
    await enter(mine, 'ambulance-staff', 2028, '9.1');
    await saved(mine, 'ambulance-staff', 2028, '9.1');
    const { page: theirs } = await visitGrid(product, 'workforce-lead', TRUST);
    await enter(theirs, 'ambulance-staff', 2028, '9.6');
    await saved(theirs, 'ambulance-staff', 2028, '9.6');
    await saved(mine, 'ambulance-staff', 2028, '9.6');
    await cell(mine, 'ambulance-staff', 2028).click();
    await mine.keyboard.press('Control+z');
    await outcome(mine).filter({ hasText: '1 cell that has changed since stays as it is.' }).waitFor();
    await saved(mine, 'ambulance-staff', 2028, '9.6');
  });
});

describe('everything that was changed', () => {
  it('tells who, when, from where, the old and the new value and why, and leaves as a file', async () => {
    const page = await openAssumptions();
    await enter(page, 'senior-managers', 2027, '45');
    await page.getByLabel('Reason for the unusual value').fill('A function closes');
    await page.getByRole('button', { name: 'Save with this reason' }).click();
    await saved(page, 'senior-managers', 2027, '45.0');
    await cell(page, 'senior-managers', 2027).click();
    await page.getByRole('button', { name: 'Reset to the inherited value' }).click();
    await page.locator('[data-save="saved"]', { hasText: 'Saved' }).waitFor();
    await page.getByRole('link', { name: 'Everything that was changed' }).click();
    const [newest, earlier] = [page.locator('tbody tr').first(), page.locator('tbody tr').nth(1)];
    await newest.getByText('Senior managers, 2027/28').waitFor();
    const cells = await newest.getByRole('cell').allInnerTexts();
    expect(cells.slice(0, 5)).toEqual([
      'Demo system planner',
      'Web',
      'Turnover (left this organisation), Senior managers, 2027/28',
      '45.0% a year',
      'inherited',
    ]);
    expect(await earlier.getByRole('cell').last().innerText()).toBe('A function closes');
    expect(await accessibilityViolations(page)).toEqual([]);
    const file = await page.evaluate<string>(
      `fetch(location.pathname + '.csv').then((answer) => answer.text())`,
    );
    expect(file).toMatch(
      /Demo system planner,Web,.*Senior managers,2027\/28,,45,% a year,set,A function closes/,
    );
  });
});
