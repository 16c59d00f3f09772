import { useState } from 'react';
import { Link } from 'react-router';
import { SCENARIO_KIND_TEXTS, type ScenarioNode } from '#views/lists';
import type { Unit } from '../api/queries';
import type { OrganisationNode, ScenarioSummary } from '../api/types';
import { assumptionsAddress, closeTheGapAddress, overviewAddress, scenariosAddress } from '../plan/addresses';
import { Tag } from '../states/tag';
import type { StateWord } from '../words/states';
import { useChangeScenario, useCreateScenario } from './change-scenario';
import { ScenarioForm } from './scenario-form';

const KIND_COLOURS: Readonly<Record<ScenarioSummary['kind'], StateWord['colour']>> = {
  calibration: 'grey',
  plan: 'blue',
  'what-if': 'white',
};

interface ScenarioItemProps extends ScenarioNode {
  readonly unit: Unit;
  readonly nodes: readonly OrganisationNode[];
  readonly isBeside: boolean;
  readonly onToggle: () => void;
}

type Doing = 'nothing' | 'creating' | 'renaming';

/** Whether the person may make what-ifs here, and rename or archive this one. */
function rightsOf({ scenario, nodes, unit }: Pick<ScenarioItemProps, 'scenario' | 'nodes' | 'unit'>) {
  const canEditAt = (id: string | null) => nodes.find((node) => node.id === id)?.canEdit === true;
  const nation = nodes.find(({ type }) => type === 'nation')?.id ?? null;
  return {
    canCreate: canEditAt(unit.organisationId) && !scenario.isArchived,
    canChange: scenario.kind === 'what-if' && canEditAt(scenario.organisationId ?? nation),
  };
}

function Creating({ unit, nodes, scenario, onClose }: ScenarioItemProps & { readonly onClose: () => void }) {
  const creating = useCreateScenario(unit, scenario.id);
  const place = nodes.find(({ id }) => id === unit.organisationId)?.name ?? 'this organisation';
  return (
    <ScenarioForm
      label={`Name of the new what-if on ${scenario.name}`}
      hint={`For ${place} and what is under it. It starts with everything that ${scenario.name} assumes.`}
      button="Make this what-if"
      name=""
      isSaving={creating.isPending}
      refusal={creating.error?.message ?? null}
      onSave={(name) => creating.mutate(name)}
      onClose={onClose}
    />
  );
}

function Renaming({
  scenario,
  onClose,
}: Pick<ScenarioItemProps, 'scenario'> & { readonly onClose: () => void }) {
  const renaming = useChangeScenario(scenario, onClose);
  return (
    <ScenarioForm
      label={`New name of ${scenario.name}`}
      hint="Everyone who sees it sees the new name."
      button="Rename"
      name={scenario.name}
      isSaving={renaming.isPending}
      refusal={renaming.error?.message ?? null}
      onSave={(name) => renaming.mutate({ name })}
      onClose={onClose}
    />
  );
}

interface ActionsProps {
  readonly scenario: ScenarioSummary;
  readonly rights: ReturnType<typeof rightsOf>;
  readonly onDo: (doing: Doing) => void;
}

function Actions({ scenario, rights, onDo }: ActionsProps) {
  const archiving = useChangeScenario(scenario, () => undefined);
  const about = <span className="nhsuk-u-visually-hidden"> {scenario.name}</span>;
  return (
    <>
      {rights.canCreate ? (
        <button type="button" className="wt-link-button" onClick={() => onDo('creating')}>
          New what-if<span className="nhsuk-u-visually-hidden"> on {scenario.name}</span>
        </button>
      ) : null}
      {rights.canChange ? (
        <>
          <button type="button" className="wt-link-button" onClick={() => onDo('renaming')}>
            Rename{about}
          </button>
          <button
            type="button"
            className="wt-link-button"
            disabled={archiving.isPending}
            onClick={() => archiving.mutate({ isArchived: !scenario.isArchived })}
          >
            {scenario.isArchived ? 'Restore' : 'Archive'}
            {about}
          </button>
        </>
      ) : null}
      {archiving.isError ? (
        <span className="wt-error-text" role="alert">
          {archiving.error.message}
        </span>
      ) : null}
    </>
  );
}

function madeFor({ organisationId }: ScenarioSummary, nodes: readonly OrganisationNode[]): string | null {
  if (organisationId === null) return null;
  return nodes.find(({ id }) => id === organisationId)?.name ?? 'an organisation above';
}

/** One scenario of the tree: what it is, where it leads, and what can be done with it. */
export function ScenarioItem(props: ScenarioItemProps) {
  const { scenario, depth, unit, nodes, isBeside, onToggle } = props;
  const [doing, setDoing] = useState<Doing>('nothing');
  const close = () => setDoing('nothing');
  const isCurrent = scenario.id === unit.scenarioId;
  const there = { ...unit, scenarioId: scenario.id };
  const place = madeFor(scenario, nodes);
  return (
    <li
      className={`wt-scenario wt-scenario--${Math.min(depth, 4)}`}
      aria-current={isCurrent ? 'true' : undefined}
    >
      <div className="wt-scenario__name">
        {isCurrent ? (
          <strong>{scenario.name}</strong>
        ) : (
          <Link to={scenariosAddress(there)}>{scenario.name}</Link>
        )}{' '}
        <Tag word={{ text: SCENARIO_KIND_TEXTS[scenario.kind], colour: KIND_COLOURS[scenario.kind] }} />
        {scenario.isArchived ? <Tag word={{ text: 'Archived', colour: 'grey' }} /> : null}
        {isCurrent ? <span className="wt-label">shown on this page</span> : null}
        {place === null ? null : <span className="wt-scenario__place">for {place}</span>}
      </div>
      <div className="wt-scenario__actions">
        {isCurrent ? (
          <>
            <Link to={overviewAddress(there)}>Overview</Link>
            <Link to={assumptionsAddress(there)}>Change its assumptions</Link>
            <Link to={closeTheGapAddress(there)}>Close its gap</Link>
          </>
        ) : (
          <label className="wt-check">
            <input type="checkbox" checked={isBeside} onChange={onToggle} />
            Compare<span className="nhsuk-u-visually-hidden"> with {scenario.name}</span>
          </label>
        )}
        <Actions scenario={scenario} rights={rightsOf(props)} onDo={setDoing} />
      </div>
      {doing === 'creating' ? <Creating {...props} onClose={close} /> : null}
      {doing === 'renaming' ? <Renaming scenario={scenario} onClose={close} /> : null}
    </li>
  );
}
