/** @jest-environment jsdom */
import '../assumptions/text-encoder.setup';
import { act } from 'react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import axe from 'axe-core';
import { createRoot, type Root } from 'react-dom/client';
import { Announcer } from '../shell/announcer';
import { ProgressCard } from './progress-card';
import type { ProposalDetail } from './proposal-types';

const PROPOSAL: ProposalDetail = {
  id: 'proposal',
  kind: 'plan',
  state: 'running',
  progress: 0.9,
  outcome: null,
  error: null,
  requestedBy: 'Demo system planner',
  requestedAt: '2026-11-22T12:00:00Z',
  request: { kind: 'goal' },
  engineVersion: null,
  years: [],
  lines: [],
  content: null,
};

let root: Root;
let host: HTMLElement;

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  host = document.body.appendChild(document.createElement('main'));
  root = createRoot(host);
});

afterEach(() => {
  act(() => root.unmount());
  host.remove();
});

/** What is shown of a question, and the rules of accessibility that it breaks. */
async function shown(part: Partial<ProposalDetail>, canEdit = true) {
  act(() =>
    root.render(
      <QueryClientProvider client={new QueryClient()}>
        <Announcer>
          <ProgressCard proposal={{ ...PROPOSAL, ...part }} canEdit={canEdit} />
        </Announcer>
      </QueryClientProvider>,
    ),
  );
  const { violations } = await axe.run(host, { rules: { 'color-contrast': { enabled: false } } });
  return { text: host.textContent, broken: violations.map(({ id }) => id) };
}

describe('a question on its way', () => {
  it('says what is done now and how far it is, with a way to end it', async () => {
    const { text, broken } = await shown({ progress: 0.95 });
    expect(text).toContain('Checking it over possible futures: 95% of the work');
    expect(host.querySelector('progress')?.value).toBe(95);
    expect(host.querySelector('button')?.textContent).toBe('Cancel');
    expect(broken).toEqual([]);
  });

  it('can’t be ended by who may only look', async () => {
    await shown({ state: 'waiting', progress: 0 }, false);
    expect(host.textContent).toContain('Waiting for a worker: 0% of the work');
    expect(host.querySelector('button')).toBeNull();
  });

  it('that failed says why, that nothing was changed, and what to do', async () => {
    const { text, broken } = await shown({ state: 'failed', error: 'the solver gave up after 5 minutes' });
    expect(text).toContain('There is no answer: the solver gave up after 5 minutes. Nothing was changed.');
    expect(text).toContain('Ask again');
    expect(broken).toEqual([]);
  });
});
