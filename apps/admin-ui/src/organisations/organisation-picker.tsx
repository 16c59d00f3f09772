import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { organisationsQuery } from '../api/queries';
import type { OrganisationReference } from '../api/types';
import { organisationChoices } from './organisation-tree';

interface OrganisationPickerProps {
  readonly roundId: string;
  readonly current: OrganisationReference;
  readonly onPick: (organisationId: string) => void;
}

/** Chooses England, a region, a system or an organisation of the current system. */
export function OrganisationPicker({ roundId, current, onPick }: OrganisationPickerProps) {
  const id = useId();
  const { data: nodes = [] } = useQuery(organisationsQuery(roundId));
  const choices = organisationChoices(nodes, current.id);
  const known = nodes.some((node) => node.id === current.id);
  return (
    <div className="wt-field">
      <label className="nhsuk-label wt-field__label" htmlFor={id}>
        Organisation
      </label>
      <select
        id={id}
        className="nhsuk-select wt-select"
        value={current.id}
        onChange={(event) => onPick(event.target.value)}
      >
        {known ? null : <option value={current.id}>{current.name}</option>}
        {choices.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.options.map((node) => (
              <option key={node.id} value={node.id}>
                {node.name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
