/** @jest-environment jsdom */
import './text-encoder.setup';
import { act, useSyncExternalStore } from 'react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot, type Root } from 'react-dom/client';
import { MemoryRouter } from 'react-router';
import type { AssumptionPatch } from '../api/types';
import { Announcer } from '../shell/announcer';
import { useAssumptionsView } from './assumptions-view';
import { GridCard } from './grid-card';
import { EditingSession } from './grid/editing-session';
import { gridData, ownCell } from './grid/grid.fixture';
import { blockReader } from './parts';

const DATA = gridData();
const unit = { scenarioId: 'scenario', organisationId: 'trust' };

function Page({ session }: { readonly session: EditingSession }) {
  const view = useAssumptionsView();
  const state = useSyncExternalStore(session.subscribe, session.snapshot);
  return (
    <GridCard
      unit={unit}
      data={DATA}
      title={null}
      module={null}
      view={view}
      session={session}
      state={state}
      onStaffGroup={() => undefined}
    />
  );
}

let root: Root;
let host: HTMLElement;
let sent: AssumptionPatch[];

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  host = document.body.appendChild(document.createElement('div'));
  sent = [];
  const session = new EditingSession(unit, {
    send: (patch) => {
      sent.push(patch);
      const cells = patch.edits.map((edit) => ({ ...edit, cell: ownCell(edit.year, edit.value ?? 0, 1) }));
      return Promise.resolve({ cells, inputVersion: 2 });
    },
    onSaved: () => undefined,
    onSignedOut: () => undefined,
  });
  session.receive(gridData());
  root = createRoot(host);
  act(() =>
    root.render(
      <QueryClientProvider client={new QueryClient()}>
        <MemoryRouter>
          <Announcer>
            <Page session={session} />
          </Announcer>
        </MemoryRouter>
      </QueryClientProvider>,
    ),
  );
});

afterEach(() => {
  act(() => root.unmount());
  host.remove();
});

function cell(name: string): HTMLElement {
  const found = host.querySelector<HTMLElement>(`[data-cell="${name}"]`);
  if (found === null) throw new Error(`There is no cell ${name}.`);
  return found;
}

function select(name: string): void {
  act(() => {
    cell(name).dispatchEvent(new MouseEvent('mousedown', { bubbles: true, button: 0 }));
    cell(name).focus();
  });
}

function press(key: string, modifiers: KeyboardEventInit = {}): void {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers });
  act(() => void document.activeElement?.dispatchEvent(event));
}

/** Types into the open editor as a browser does. */
function enterText(text: string): void {
  const input = host.querySelector<HTMLInputElement>('.wt-cell__input');
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  act(() => {
    setValue?.call(input, text);
    input?.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

/** What is pasted is read by a part that comes when it is needed. */
async function paste(text: string): Promise<void> {
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: { getData: () => text } });
  act(() => void document.activeElement?.dispatchEvent(event));
  await act(async () => void (await blockReader()));
}

const said = () => host.querySelector('[data-testid="announcements"]')?.textContent?.trim();
const focused = () => document.activeElement?.getAttribute('data-cell');

describe('the assumption grid by keyboard', () => {
  it('types over a value, commits with Enter and moves down', () => {
    select('midwives.2026');
    press('8');
    enterText('8.5%');
    press('Enter');
    expect(cell('midwives.2026').textContent).toBe('8.5');
    expect(focused()).toBe('managers.2026');
  });

  it('leaves a value alone on Escape, and when nothing was changed', () => {
    select('midwives.2026');
    press('F2');
    enterText('99');
    press('Escape');
    press('Enter');
    press('Enter');
    expect(cell('midwives.2026').textContent).toBe('10.0');
    expect(cell('midwives.2026').dataset['state']).toBe('saved');
  });

  it('moves by arrows and edges', () => {
    select('nurses-and-health-visitors.2026');
    press('ArrowRight');
    expect(focused()).toBe('nurses-and-health-visitors.2027');
    press('End', { ctrlKey: true });
    expect(focused()).toBe('managers.2027');
    press('Home');
    expect(focused()).toBe('managers.2026');
  });

  it('has one cell in the tab order, and lets Tab go', () => {
    const inOrder = [...host.querySelectorAll('td[tabindex="0"]')];
    expect(inOrder).toHaveLength(1);
    select('midwives.2026');
    const tab = new KeyboardEvent('keydown', { key: 'Tab', bubbles: true, cancelable: true });
    act(() => void document.activeElement?.dispatchEvent(tab));
    expect(tab.defaultPrevented).toBe(false);
  });

  it('pastes a block, keeps what it can’t read, changes nothing outside, and undoes it in one step', async () => {
    select('midwives.2026');
    await paste('8.5%\tn/a\t1\r\n(3)\t9\t2\r\n');
    expect(said()).toBe(
      'Pasted 4 cells. 1 cell can’t be read and is marked. 2 cells fell outside the grid and were not used.',
    );
    expect(cell('midwives.2027').textContent).toContain('n/a');
    expect(cell('midwives.2027').getAttribute('aria-invalid')).toBe('true');
    expect(cell('managers.2027').textContent).toBe('9.0');
    expect(cell('nurses-and-health-visitors.2026').textContent).toBe('10.0');
    press('z', { ctrlKey: true });
    expect(said()).toBe('Undone: paste of 4 cells. Turnover (left this organisation).');
    expect(cell('managers.2027').textContent).toBe('10.0');
  });

  it('fills down and resets', () => {
    select('midwives.2026');
    press('7');
    press('Enter');
    press('ArrowUp');
    press('ArrowDown', { shiftKey: true });
    press('d', { ctrlKey: true });
    expect(cell('managers.2026').textContent).toBe('7.0');
    press('Delete');
    expect(said()).toBe('Reset 2 cells.');
  });
});
