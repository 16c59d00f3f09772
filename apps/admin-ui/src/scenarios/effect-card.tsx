import {
  COMPARED_LINES,
  lessBy,
  lineIn,
  marchOf,
  sumOfChanges,
  type ComparedLine,
} from '#modules/report-layout';
import { Link, useSearchParams } from 'react-router';
import { fetchAttribution } from '../api/analysis-queries';
import type { Unit } from '../api/queries';
import type { Overview } from '../api/types';
import { AnswerState } from '../analysis/answer-state';
import { ChangeCard } from '../analysis/change-card';
import { useAnswer } from '../analysis/use-answer';
import { ViewLinks } from '../downloads/view-links';
import { FigureRegion } from '../shell/figure-region';
import { isRollUp } from '../organisations/organisation-tree';
import { useSourceNames } from '../overview/questions-card';
import { differenceText } from './compared-lines';
import type { ScenarioView } from './scenario-view';

const LINES = Object.keys(COMPARED_LINES) as ComparedLine[];

interface EffectProps {
  readonly overview: Overview;
  readonly base: Overview;
  readonly group: string;
}

const effectOf = ({ overview, base, group }: EffectProps, line: ComparedLine) =>
  lessBy(lineIn(overview.staffGroups, group, line), lineIn(base.staffGroups, group, line));

function EffectTable(effect: EffectProps) {
  const { overview, base } = effect;
  const [search] = useSearchParams();
  /** Where both figures of a difference stand side by side. */
  const sideOf = (line: ComparedLine) => ({
    search: new URLSearchParams({ ...Object.fromEntries(search), line, side: 'table' }).toString(),
  });
  const title = `Effect, ${overview.scenario.name} less ${base.scenario.name}`;
  return (
    <>
      <FigureRegion label="Effect on the headline lines, table">
        <table className="wt-table wt-table--report">
          <thead>
            <tr>
              <th scope="col" className="wt-sticky">
                {overview.scenario.name} less {base.scenario.name}
              </th>
              {overview.years.map(({ year, label }) => (
                <th key={year} scope="col" className="wt-number">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {LINES.map((line) => (
              <tr key={line}>
                <th scope="row" className="wt-sticky">
                  {COMPARED_LINES[line]}
                </th>
                {effectOf(effect, line).map((value, index) => (
                  <td key={overview.years[index]?.year ?? index} className="wt-number">
                    {value === null ? (
                      differenceText(value, line)
                    ) : (
                      <Link
                        className="wt-figure-link"
                        data-figure
                        to={sideOf(line)}
                        replace
                        preventScrollReset
                      >
                        {differenceText(value, line)}
                      </Link>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </FigureRegion>
      <ViewLinks title={`table ${title}`} table="effect" />
    </>
  );
}

interface AttributedProps extends EffectProps {
  readonly unit: Unit;
  readonly view: ScenarioView;
}

/** The effect on staff in post at the end of the plan, split over the modules. */
function Attributed({ unit, overview, base, group, view }: AttributedProps) {
  const sourceName = useSourceNames();
  const month = marchOf(overview.years.at(-1)?.year ?? 0);
  const question = { staffGroup: group, measure: 'fte', month, span: 'month' } as const;
  const answer = useAnswer(unit, {
    isSum: isRollUp(overview.organisation.type),
    isAsked: view.isAsked,
    question: {
      key: [
        'attribution',
        group,
        month,
        base.scenario.id,
        overview.result?.id ?? null,
        base.result?.id ?? null,
      ],
      ask: (one, signal) => fetchAttribution(one, question, base.scenario.id, signal),
      together: sumOfChanges,
    },
  });
  if (!view.isAsked) {
    return (
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small wt-button"
        onClick={() => view.ask(true)}
      >
        Work out which module does it
      </button>
    );
  }
  if (answer.data === undefined) {
    return <AnswerState answer={answer} what="which module does it" onCancel={() => view.ask(false)} />;
  }
  return (
    <ChangeCard
      change={answer.data}
      fromLabel={base.scenario.name}
      toLabel={overview.scenario.name}
      sourceName={sourceName}
    />
  );
}

interface EffectCardProps extends AttributedProps {
  readonly canAsk: boolean;
}

/** What a scenario makes different: its headline lines less another's by year, and which module does it. */
export function EffectCard({ canAsk, ...props }: EffectCardProps) {
  const { overview, base, group } = props;
  return (
    <section className="wt-card" aria-labelledby="effect">
      <h2 className="nhsuk-heading-m wt-card__heading" id="effect">
        Effect on the headline lines
      </h2>
      <EffectTable overview={overview} base={base} group={group} />
      <h3 className="nhsuk-heading-s wt-effect__split">
        Effect on staff in post at the end of the plan, by module
      </h3>
      {canAsk ? (
        <Attributed {...props} />
      ) : (
        <p>Choose all staff or a single staff group to split the effect.</p>
      )}
    </section>
  );
}
