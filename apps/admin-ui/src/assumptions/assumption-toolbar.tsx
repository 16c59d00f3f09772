import { useNavigate } from 'react-router';
import type { OrganisationReference, ParameterCatalogue, ScenarioSummary } from '../api/types';
import type { Unit } from '../api/queries';
import { LabelledSelect } from '../controls/labelled-select';
import { OrganisationPicker } from '../organisations/organisation-picker';
import { assumptionsAddress } from '../plan/addresses';
import { ALL_MODULES, type ShownAssumptions } from './assumptions-view';

const MODULE_OPTION = 'module:';

function optionOf(shown: ShownAssumptions): string {
  return shown.kind === 'parameter' ? shown.parameter : `${MODULE_OPTION}${shown.module}`;
}

function shownBy(option: string): ShownAssumptions {
  return option.startsWith(MODULE_OPTION)
    ? { kind: 'module', module: option.slice(MODULE_OPTION.length) }
    : { kind: 'parameter', parameter: option };
}

interface AssumptionToolbarProps {
  readonly unit: Unit;
  readonly roundId: string;
  readonly organisation: OrganisationReference;
  readonly scenarios: readonly ScenarioSummary[];
  readonly catalogue: ParameterCatalogue;
  readonly shown: ShownAssumptions;
  readonly onShow: (shown: ShownAssumptions) => void;
}

/** Chooses the assumption, the scenario and the organisation. */
export function AssumptionToolbar(props: AssumptionToolbarProps) {
  const { unit, scenarios, catalogue, shown } = props;
  const navigate = useNavigate();
  const goTo = (next: Unit) =>
    void navigate({ pathname: assumptionsAddress(next), search: window.location.search });
  return (
    <div className="wt-toolbar">
      <LabelledSelect
        label="Assumption"
        value={optionOf(shown)}
        onChoose={(option) => props.onShow(shownBy(option))}
      >
        <option value={`${MODULE_OPTION}${ALL_MODULES}`}>All assumptions</option>
        {catalogue.modules.map((module) => {
          const listed = catalogue.parameters.filter((candidate) => candidate.module === module.code);
          return listed.length === 0 ? null : (
            <optgroup key={module.code} label={module.name}>
              <option value={`${MODULE_OPTION}${module.code}`}>All of {module.name.toLowerCase()}</option>
              {listed.map((candidate) => (
                <option key={candidate.key} value={candidate.key}>
                  {candidate.label}
                </option>
              ))}
            </optgroup>
          );
        })}
      </LabelledSelect>
      <LabelledSelect
        label="Scenario"
        value={unit.scenarioId}
        onChoose={(scenarioId) => goTo({ ...unit, scenarioId })}
      >
        {scenarios.map((scenario) => (
          <option key={scenario.id} value={scenario.id}>
            {scenario.name}
          </option>
        ))}
      </LabelledSelect>
      <OrganisationPicker
        roundId={props.roundId}
        current={props.organisation}
        onPick={(organisationId) => goTo({ ...unit, organisationId })}
      />
    </div>
  );
}
