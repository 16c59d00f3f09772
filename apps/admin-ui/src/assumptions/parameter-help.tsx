import { useEffect, useRef } from 'react';
import type { ParameterDefault, ParameterDefinition } from '#modules/registry';
import type { ParameterCatalogue } from '../api/types';
import { useAnnounce } from '../shell/announcer';
import { valueInWords } from './grid/cell-text';

/** The default that a staff group starts from: its own, else that of all. */
function defaultFor(definition: ParameterDefinition, staffGroup: string): ParameterDefault {
  return definition.defaultByStaffGroup?.[staffGroup] ?? definition.default;
}

function between(from: number | undefined, to: number | undefined, definition: ParameterDefinition): string {
  if (from === undefined && to === undefined) return 'none is set';
  if (from === undefined) return `up to ${valueInWords(to ?? null, definition)}`;
  if (to === undefined) return `from ${valueInWords(from, definition)}`;
  return `${valueInWords(from, definition)} to ${valueInWords(to, definition)}`;
}

/** What may be entered without a reason. */
function typicalRange(definition: ParameterDefinition): string {
  const { choices, plausibleMinimum, plausibleMaximum } = definition;
  if (choices !== undefined) return choices.map(({ label }) => label).join('; ');
  return between(plausibleMinimum, plausibleMaximum, definition);
}

function defaultInWords(definition: ParameterDefinition, { value, low, high }: ParameterDefault): string {
  const range =
    low === undefined && high === undefined ? '' : `, likely range ${between(low, high, definition)}`;
  return `${valueInWords(value, definition)}${range}`;
}

interface ParameterHelpProps {
  readonly definition: ParameterDefinition;
  readonly staffGroup: string;
  readonly modules: ParameterCatalogue['modules'];
}

/** What a parameter means, what is typical of it, and where its default comes from. */
export function ParameterHelp({ definition, staffGroup, modules }: ParameterHelpProps) {
  const start = defaultFor(definition, staffGroup);
  const section = useRef<HTMLElement>(null);
  const announce = useAnnounce();
  const { description } = definition;
  useEffect(() => {
    section.current?.scrollIntoView({ block: 'nearest' });
    announce(description);
  }, [announce, description]);
  const isChoice = definition.choices !== undefined;
  const nameOf = (code: string) => modules.find((module) => module.code === code)?.name ?? code;
  const lines: readonly (readonly [string, string])[] = [
    ['What it means', description],
    [isChoice ? 'Answers' : 'Typical range', typicalRange(definition)],
    ...(isChoice ? [] : [['Allowed', between(definition.minimum, definition.maximum, definition)] as const]),
    ['National default', defaultInWords(definition, start)],
    ['Source of the default', `${start.source} (${start.status})`],
    ['Moves', definition.feeds.map(nameOf).join(', ')],
  ];
  return (
    <section ref={section} className="wt-parameter-help" aria-label={`About ${definition.label}`}>
      <h3 className="nhsuk-heading-s">{definition.label}</h3>
      <dl className="wt-parameter-help__list">
        {lines.map(([term, text]) => (
          <div key={term} className="wt-parameter-help__line">
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
