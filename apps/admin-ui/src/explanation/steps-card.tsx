import { useCallback, useMemo } from 'react';
import { Link } from 'react-router';
import type { ExplainedNumber, Explanation, NumberQuestion } from '../api/analysis-types';
import type { Unit } from '../api/queries';
import type { Bridge } from '../api/types';
import { bridgeChartHeight, bridgeChartOption, bridgeSteps } from '../charts/bridge-chart-option';
import { LazyChart } from '../charts/lazy-chart';
import { chartFormats } from '../downloads/chart-formats';
import { SaveLinks } from '../downloads/save-links';
import { ViewLinks } from '../downloads/view-links';
import { explanationAddress } from '../plan/addresses';
import { useFigureSource } from '../plan/figure-source';
import { cellText, unitWords } from '../planning-modules/report-value';
import { formatMonth } from '../words/dates';

/** Opening, steps and closing, without steps that change nothing. */
function bridgeOf({ staffGroup, unit, opening, steps, from, to, value }: Explanation): Bridge {
  return {
    staffGroup,
    unit,
    opening: { label: formatMonth(from), value: opening ?? 0 },
    parts: steps
      .filter(({ amount }) => amount !== 0)
      .map(({ measure, label, amount }) => ({ code: measure, label, value: amount })),
    closing: { label: formatMonth(to), value },
  };
}

/** The steps that move the number, as a waterfall; nothing where they don't carry it from an opening. */
function StepsChart({ explanation }: { readonly explanation: Explanation }) {
  const source = useFigureSource();
  const { opening, from, to } = explanation;
  const bridge = useMemo(() => bridgeOf(explanation), [explanation]);
  const height = bridgeChartHeight(bridge);
  const optionAt = useCallback((width: number) => bridgeChartOption(bridgeSteps(bridge), width), [bridge]);
  if (opening === null) return null;
  const title = `${explanation.label}, ${formatMonth(from)} to ${formatMonth(to)}`;
  return (
    <figure className="wt-figure wt-report-chart">
      <LazyChart
        optionAt={optionAt}
        height={height}
        label={`Waterfall chart from ${bridge.opening.label} to ${bridge.closing.label}. The figures are in the table.`}
      />
      {source === null ? null : (
        <figcaption className="wt-figure__caption">
          <SaveLinks title={`chart ${title}`} formats={chartFormats({ title, height, optionAt }, source)} />
        </figcaption>
      )}
    </figure>
  );
}

function amountText(amount: number, unit: Explanation['unit'], isChange: boolean): string {
  const text = cellText(amount, unit);
  return isChange && amount > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

interface StepsCardProps {
  readonly unit: Unit;
  readonly question: NumberQuestion;
  readonly explained: ExplainedNumber;
}

function StepsTable({ unit, question, explained }: StepsCardProps) {
  const { explanation } = explained;
  const isCarried = explanation.opening !== null;
  return (
    <div className="wt-beside__table">
      <div className="wt-scroll" role="region" aria-label="Steps to the number, table" tabIndex={0}>
        <table className="wt-table wt-table--report">
          <thead>
            <tr>
              <th scope="col" className="wt-sticky">
                Step
              </th>
              <th scope="col" className="wt-number wt-column-heading">
                Amount <span className="wt-unit">{unitWords(explanation.unit)}</span>
              </th>
              <th scope="col">How it is calculated</th>
            </tr>
          </thead>
          <tbody>
            {isCarried ? (
              <tr className="wt-total">
                <th scope="row" className="wt-sticky">
                  {formatMonth(explanation.from)}
                </th>
                <td className="wt-number">{cellText(explanation.opening, explanation.unit)}</td>
                <td />
              </tr>
            ) : null}
            {explanation.steps.map((step) => (
              <tr key={step.measure}>
                <th scope="row" className="wt-sticky">
                  <Link to={explanationAddress(unit, { ...question, measure: step.measure })}>
                    {step.label}
                  </Link>
                  {step.unit === explanation.unit ? null : (
                    <span className="wt-unit"> {unitWords(step.unit)}</span>
                  )}
                </th>
                <td className="wt-number">{amountText(step.amount, step.unit, isCarried)}</td>
                <td className="wt-formula">{step.formula}</td>
              </tr>
            ))}
            <tr className="wt-total">
              <th scope="row" className="wt-sticky">
                {isCarried ? formatMonth(explanation.to) : explanation.label}
              </th>
              <td className="wt-number">{cellText(explanation.value, explanation.unit)}</td>
              <td className="wt-formula">{explanation.formula}</td>
            </tr>
          </tbody>
        </table>
      </div>
      <ViewLinks title="table Steps to the number" table="steps" />
    </div>
  );
}

/** How the number came about: its opening, each step, its closing; each step leads to its own explanation. */
export function StepsCard(props: StepsCardProps) {
  const { explanation } = props.explained;
  const isCarried = explanation.opening !== null;
  return (
    <section className="wt-card" aria-labelledby="steps">
      <h2 className="nhsuk-heading-m wt-card__heading" id="steps">
        {isCarried ? 'Opening, each step, closing' : 'What it is calculated from'}
      </h2>
      {isCarried || explanation.steps.length > 0 ? null : (
        <p>It is calculated from its assumptions alone; they are below.</p>
      )}
      <div className={isCarried ? 'wt-beside' : undefined}>
        <StepsChart explanation={explanation} />
        <StepsTable {...props} />
      </div>
    </section>
  );
}
