import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { registersQuery } from '../api/analysis-queries';
import type { EntryOrigin } from '../api/analysis-types';
import type { Unit } from '../api/queries';
import { moduleAddress } from '../plan/addresses';
import { entryName, fieldText, type EntryWords } from '../registers/entry-words';

interface EntriesCardProps {
  readonly unit: Unit;
  readonly entries: readonly EntryOrigin[];
  readonly groupName: (code: string) => string;
}

function whereWords({ organisation, scenario, author }: EntryOrigin): string {
  const place = organisation === null ? '' : ` at ${organisation}`;
  const layer = scenario === null ? '' : ` in ${scenario}`;
  const by = author === null ? '' : ` by ${author}`;
  return `Entered${place}${layer}${by}.`;
}

/** The register entries behind a number: schemes, cohorts, interventions, with all their fields. */
export function EntriesCard({ unit, entries, groupName }: EntriesCardProps) {
  const { data: registers = [] } = useQuery(registersQuery);
  if (entries.length === 0) return null;
  const words: EntryWords = { groupName };
  return (
    <section className="wt-card" aria-labelledby="entries">
      <h2 className="nhsuk-heading-m wt-card__heading" id="entries">
        Register entries it rests on
      </h2>
      {entries.map((entry) => {
        const register = registers.find(({ key }) => key === entry.register);
        if (register === undefined) return null;
        const address = `${moduleAddress(unit, register.module)}#register-${register.key}`;
        return (
          <article key={`${entry.register} ${entry.entryId}`} className="wt-entry">
            <h3 className="nhsuk-heading-s wt-entry__heading">
              <Link to={address}>
                {register.label}: {entryName(register, entry.values, words)}
              </Link>
            </h3>
            <dl className="wt-pairs">
              {register.fields
                .filter(({ key }) => entry.values[key] !== undefined && entry.values[key] !== '')
                .map((field) => (
                  <div key={field.key} className="wt-pairs__pair">
                    <dt>{field.label}</dt>
                    <dd>{fieldText(field, entry.values[field.key], words)}</dd>
                  </div>
                ))}
            </dl>
            <p className="wt-secondary">
              {whereWords(entry)} {entry.note ?? ''}
            </p>
          </article>
        );
      })}
    </section>
  );
}
