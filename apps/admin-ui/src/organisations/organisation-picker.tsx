import { useQuery } from '@tanstack/react-query';
import { organisationsQuery } from '../api/queries';
import type { OrganisationReference } from '../api/types';
import { LabelledSelect } from '../controls/labelled-select';
import { organisationChoices } from './organisation-tree';

interface OrganisationPickerProps {
  readonly roundId: string;
  readonly current: OrganisationReference;
  readonly onPick: (organisationId: string) => void;
}

/** Chooses England, a region, a system or an organisation of the current system. */
export function OrganisationPicker({ roundId, current, onPick }: OrganisationPickerProps) {
  const { data: nodes = [] } = useQuery(organisationsQuery(roundId));
  const choices = organisationChoices(nodes, current.id);
  const known = nodes.some((node) => node.id === current.id);
  return (
    <LabelledSelect label="Organisation" value={current.id} onChoose={onPick}>
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
    </LabelledSelect>
  );
}
