import fc from 'fast-check';
import { decide } from './decide';
import type { Actor, Command, DocumentStanding } from './decision';
import { ORGANISATION_RETURN, RETURN_SLOTS } from './organisation-return.workflow';
import {
  actorOf,
  attemptOf,
  attempts,
  commandOf,
  forbidden,
  shortfallsOf,
  written,
  type Attempt,
} from './sign-off.attempts.fixture';
import { CASES, PLAN_SLOTS } from './sign-off.cases.fixture';
import {
  afterStep,
  expectedRefusal,
  FRESH,
  TODAY,
  type Circumstances,
  type ExpectedDocument,
} from './sign-off.model.fixture';
import { SYSTEM_PLAN } from './system-plan.workflow';

const differences = (standing: DocumentStanding, expected: ExpectedDocument): string[] =>
  (['state', 'version', 'revision'] as const)
    .filter((part) => standing[part] !== expected[part])
    .map((part) => `${part} ${standing[part]}, not ${expected[part]}`);

describe.each(CASES)('the sign-off of a $workflow.label', (each) => {
  const { workflow, slots, rights } = each;
  const fresh: DocumentStanding = {
    state: workflow.initial,
    version: 1,
    revision: 0,
    slots,
    steps: [],
    shortfalls: {},
    frozenOn: null,
  };

  it('does what is written down apart from it, and reaches no forbidden state, whoever tries what', () => {
    const reached = new Set<string>();
    const refusals = new Set<string>();
    fc.assert(
      fc.property(attempts(each), (sequence) => {
        let standing = fresh;
        let document: ExpectedDocument = FRESH;
        for (const tried of sequence) {
          const attempt = attemptOf(tried, rights, document);
          const actor = actorOf(attempt, each);
          const command = commandOf(attempt, standing.revision);
          const circumstances: Circumstances = { rights, document, actor, command, missing: attempt.missing };
          const asked = { ...standing, shortfalls: shortfallsOf(attempt.missing) };
          const outcome = decide(workflow, asked, actor, command, TODAY);

          const refusal = outcome.isAllowed ? null : outcome.refusal;
          const expected = expectedRefusal(circumstances);
          if (expected === null) document = afterStep(circumstances);
          standing = written(standing, outcome, actor);
          const problems = [...differences(standing, document), ...forbidden(standing, each)];
          if ((refusal?.code ?? null) !== expected) problems.push(`${refusal?.code}, not ${expected}`);
          if (problems.length > 0) throw new Error(`${JSON.stringify(attempt)}: ${problems.join('; ')}`);
          reached.add(document.state);
          if (refusal !== null) refusals.add(refusal.code);
        }
      }),
      { numRuns: 3_000 },
    );
    expect([...reached].sort()).toEqual(workflow.states.map(({ code }) => code).sort());
    expect(refusals.size).toBeGreaterThanOrEqual(10);
  });

  it('lets only one of two win who act on the same revision', () => {
    const seen = { revision: 0, slot: null, reason: 'Why', date: TODAY };
    const first = rights.moves['send'] === undefined ? 'submit' : 'send';
    const actor = actorOf({ person: rights.may[first]?.['draft']?.[0] ?? '' } as Attempt, {
      ...each,
    });
    const one = decide(workflow, fresh, { ...actor, delegations: [] }, { ...seen, action: first }, TODAY);
    const after = written(fresh, one, actor);

    const two = decide(workflow, after, { ...actor, delegations: [] }, { ...seen, action: first }, TODAY);

    expect(one.isAllowed).toBe(true);
    expect(two).toMatchObject({ isAllowed: false, refusal: { code: 'stale' } });
  });
});

describe('a refusal', () => {
  it('lists everything that is missing', () => {
    const standing: DocumentStanding = {
      state: 'draft',
      version: 1,
      revision: 0,
      slots: PLAN_SLOTS,
      steps: [],
      shortfalls: shortfallsOf(['clinical-leads-named', 'projections-current', 'not-in-submitted-plan']),
      frozenOn: null,
    };
    const actor: Actor = {
      personId: 'p',
      roles: [{ role: 'system-planner', place: 'there' }],
      delegations: [],
    };
    const command: Command = { action: 'submit', revision: 0, slot: null, reason: null, date: null };

    expect(decide(SYSTEM_PLAN, standing, actor, command, TODAY)).toMatchObject({
      refusal: {
        code: 'condition',
        faults: [{ rule: 'clinical-leads-named' }, { rule: 'projections-current' }],
      },
    });
  });

  it('says in which state, and for whom, a step would be possible', () => {
    const standing: DocumentStanding = {
      state: 'approved',
      version: 1,
      revision: 7,
      slots: RETURN_SLOTS,
      steps: [],
      shortfalls: {},
      frozenOn: TODAY,
    };
    const actor: Actor = { personId: 'p', roles: [], delegations: [] };
    const ask = (action: string) =>
      decide(
        ORGANISATION_RETURN,
        standing,
        actor,
        { action, revision: 7, slot: 'finance', reason: null, date: null },
        TODAY,
      );

    expect(ask('confirm')).toMatchObject({
      refusal: {
        code: 'wrong-state',
        message: '"Confirm" is not possible while this is approved.',
        fix: 'It is possible while this is with its leads.',
      },
    });
    expect(ask('receive')).toMatchObject({
      refusal: { code: 'not-yours', fix: 'It is for: system planner above.' },
    });
  });
});
