import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { ParameterDefinition } from '#modules/registry';
import { registersQuery } from '../api/analysis-queries';
import type { EntryValues, RegisterDefinition } from '../api/analysis-types';
import type { AssumptionChange, ChangedAmount, EntryChange } from '../api/change-types';
import type { Unit } from '../api/queries';
import { assumptionCellAddress, moduleAddress } from '../plan/addresses';
import { entryName, fieldText, type EntryWords } from '../registers/entry-words';
import { financialYear } from '../words/dates';
import { valueInWords } from './grid/cell-text';

/** What stood in a cell: a value, a change of what is inherited, or nothing of its own. */
function amountInWords(amount: ChangedAmount | null, definition: ParameterDefinition | undefined): string {
  if (amount === null) return 'inherited';
  if (definition === undefined) return String(amount.value);
  if (amount.operation === 'multiply') return `times ${amount.value}`;
  const value = valueInWords(amount.value, definition);
  return amount.operation === 'add' ? `inherited and ${value}` : value;
}

interface ChangedAssumptionProps {
  readonly unit: Unit;
  readonly change: AssumptionChange;
  readonly definition: ParameterDefinition | undefined;
}

/** Which assumption was changed, from what and to what: three cells of a row. */
export function ChangedAssumption({ unit, change, definition }: ChangedAssumptionProps) {
  const { parameter, staffGroup, year, organisation } = change;
  const at = { ...unit, organisationId: organisation.id };
  const place = { parameter, staffGroup: staffGroup.code, year };
  return (
    <>
      <td>
        <Link to={assumptionCellAddress(at, place)}>{definition?.label ?? parameter}</Link>, {staffGroup.name}
        , {financialYear(year)}
      </td>
      <td>{amountInWords(change.before, definition)}</td>
      <td>{amountInWords(change.after, definition)}</td>
    </>
  );
}

interface SideProps {
  readonly fields: RegisterDefinition['fields'];
  readonly values: EntryValues | null;
  readonly none: string;
  readonly words: EntryWords;
}

/** The fields that differ as they stood on one side. */
function Side({ fields, values, none, words }: SideProps) {
  if (values === null) return <td>{none}</td>;
  return (
    <td>
      {fields.map((field) => (
        <span key={field.key} className="wt-block">
          {field.label}: {fieldText(field, values[field.key], words)}
        </span>
      ))}
    </td>
  );
}

interface ChangedEntryProps {
  readonly unit: Unit;
  readonly change: EntryChange;
  readonly words: EntryWords;
}

/** Which register entry was changed, and the fields that differ on both sides: three cells of a row. */
export function ChangedEntry({ unit, change, words }: ChangedEntryProps) {
  const { data: registers = [] } = useQuery(registersQuery);
  const { before, after, register, organisation } = change;
  const definition = registers.find(({ key }) => key === register);
  const fields = (definition?.fields ?? []).filter(
    ({ key }) => JSON.stringify(before?.[key]) !== JSON.stringify(after?.[key]),
  );
  const at = { ...unit, organisationId: organisation.id };
  return (
    <>
      <td>
        {definition === undefined ? (
          register
        ) : (
          <>
            <Link to={moduleAddress(at, definition.module)}>{definition.label}</Link>,{' '}
            {entryName(definition, after ?? before ?? {}, words)}
          </>
        )}
      </td>
      <Side fields={fields} values={before} none="not entered" words={words} />
      <Side fields={fields} values={after} none="withdrawn" words={words} />
    </>
  );
}
