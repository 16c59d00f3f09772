import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { fetchAttribution, fetchTornado } from '../api/analysis-queries';
import { parametersQuery, roundsQuery, type Unit } from '../api/queries';
import type { Overview, OverviewStaffGroup } from '../api/types';
import { AnswerState } from '../analysis/answer-state';
import { ChangeCard } from '../analysis/change-card';
import { TornadoCard } from '../analysis/tornado-card';
import { useAnswer } from '../analysis/use-answer';
import { Chooser } from '../controls/chooser';
import { BEFORE, BEFORE_TEXT, OTHER_SOURCES } from '#views/lists';
import { marchOf, sumOfChanges, sumOfTornados } from '#modules/report-layout';
import { isRollUp } from '../organisations/organisation-tree';
import { findPlanContext } from '../plan/plan-context';
import type { OverviewView, QuestionKind } from './overview-view';

interface QuestionsProps {
  readonly overview: Overview;
  readonly group: OverviewStaffGroup;
  readonly view: OverviewView;
}

interface AskedProps extends QuestionsProps {
  readonly unit: Unit;
  readonly isSum: boolean;
}

function questionOf({ overview, group }: QuestionsProps) {
  const last = overview.years.at(-1)?.year ?? 0;
  return { staffGroup: group.code, measure: 'fte', month: marchOf(last), span: 'month' } as const;
}

function Matters({ unit, isSum, ...props }: AskedProps) {
  const { overview, view } = props;
  const question = questionOf(props);
  const answer = useAnswer(unit, {
    isSum,
    isAsked: true,
    question: {
      key: ['tornado', question.staffGroup, question.month, overview.result?.id ?? null],
      ask: (one, signal) => fetchTornado(one, question, signal),
      together: sumOfTornados,
    },
  });
  const { staffGroups } = overview;
  const groupName = useCallback(
    (code: string) => staffGroups.find((group) => group.code === code)?.name ?? code,
    [staffGroups],
  );
  if (answer.data === undefined) {
    return <AnswerState answer={answer} what="what matters most" onCancel={() => view.ask(null)} />;
  }
  return (
    <TornadoCard
      answer={answer.data}
      groupName={groupName}
      isSum={isSum}
      isWhole={view.isWhole}
      onWhole={view.showWhole}
    />
  );
}

/** The names of the modules, and of what else can make projections differ. */
export function useSourceNames(): (source: string) => string {
  const { data: catalogue } = useQuery(parametersQuery);
  const names = useMemo(
    () =>
      new Map([
        ...(catalogue?.modules ?? []).map(({ code, name }) => [code, name] as const),
        ...Object.entries(OTHER_SOURCES),
      ]),
    [catalogue],
  );
  return useCallback((source: string) => names.get(source) ?? source, [names]);
}

/** What a change can be held against: what was shown before, and the other scenarios of the round. */
function useBases({ overview }: QuestionsProps, isSum: boolean) {
  const { data: rounds = [] } = useQuery(roundsQuery);
  const context = findPlanContext(rounds, overview.scenario.id, []);
  const others = (context?.round.scenarios ?? []).filter(
    ({ id, kind }) => id !== overview.scenario.id && kind !== 'calibration',
  );
  return [
    ...(isSum ? [] : [{ value: BEFORE, label: BEFORE_TEXT }]),
    ...others.map(({ id, name }) => ({ value: id, label: name })),
  ];
}

function Changed({ unit, isSum, ...props }: AskedProps) {
  const { overview, view } = props;
  const bases = useBases(props, isSum);
  const base = bases.find(({ value }) => value === view.against) ?? bases[0];
  const question = questionOf(props);
  const sourceName = useSourceNames();
  const answer = useAnswer(unit, {
    isSum,
    isAsked: base !== undefined,
    question: {
      key: [
        'attribution',
        question.staffGroup,
        question.month,
        base?.value ?? null,
        overview.result?.id ?? null,
      ],
      ask: (one, signal) =>
        fetchAttribution(one, question, base?.value === BEFORE ? null : (base?.value ?? null), signal),
      together: sumOfChanges,
    },
  });
  if (base === undefined) {
    return (
      <p>There is no other projected scenario in this round to compare a sum with. Make a what-if first.</p>
    );
  }
  return (
    <>
      <Chooser label="Against" value={base.value} options={bases} onChoose={view.compareWith} />
      {answer.data === undefined ? (
        <AnswerState answer={answer} what="what changed it" onCancel={() => view.ask(null)} />
      ) : (
        <ChangeCard
          change={answer.data}
          fromLabel={base.label}
          toLabel={overview.scenario.name}
          sourceName={sourceName}
          implied={{ against: base.value }}
        />
      )}
    </>
  );
}

const QUESTIONS: readonly { readonly kind: QuestionKind; readonly label: string }[] = [
  { kind: 'matters', label: 'What matters most' },
  { kind: 'changed', label: 'What changed it' },
];

/** Questions that take the engine a while: asked for, followed, given up; which of them is part of the URL. */
export function QuestionsCard(props: QuestionsProps) {
  const { overview, group, view } = props;
  const unit = { scenarioId: overview.scenario.id, organisationId: overview.organisation.id };
  const asked = { ...props, unit, isSum: isRollUp(overview.organisation.type) };
  const canAsk = group.isLeaf || group.code === 'all-staff';
  return (
    <section className="wt-card" aria-labelledby="questions">
      <h2 className="nhsuk-heading-m wt-card__heading" id="questions">
        Ask about staff in post at the end of the plan
      </h2>
      {canAsk ? (
        <div className="wt-toolbar__buttons wt-questions">
          {QUESTIONS.map(({ kind, label }) => (
            <button
              key={kind}
              type="button"
              aria-pressed={view.asked === kind}
              className="nhsuk-button nhsuk-button--secondary nhsuk-button--small wt-button"
              onClick={() => view.ask(view.asked === kind ? null : kind)}
            >
              {label}
            </button>
          ))}
        </div>
      ) : (
        <p>Choose all staff or a single staff group to ask what matters most for it, and what changed it.</p>
      )}
      {canAsk && view.asked === 'matters' ? <Matters key={group.code} {...asked} /> : null}
      {canAsk && view.asked === 'changed' ? <Changed key={group.code} {...asked} /> : null}
    </section>
  );
}
