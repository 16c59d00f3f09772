import { readScenarioChain } from '#assumptions';
import { parameterByKey } from '#modules/registry';
import { OrganisationTree } from '#organisations';
import { InvalidInputError, type InputFault } from '#platform';
import type { ProjectionUnit } from '#queue';
import type { EntityManager } from 'typeorm';
import { usualLevers } from '../catalogue';
import type { AskedGoal, AskedPlan } from './asked';
import { offeredLimits } from './asked-limits';
import { readSystems } from './proposal-task';
import { registerLever } from './solve-goal';
import type { NewProposal } from './start-proposal';

interface Round {
  readonly firstYear: number;
  readonly years: number;
}

/**
 * Holds a question against what can be asked.
 *
 * @throws InvalidInputError listing every broken rule, each with where and how to fix it
 * @throws NotFoundError for an unknown scenario
 */
export async function assertAskable(
  manager: EntityManager,
  { scenarioId, organisationId, asked }: NewProposal,
): Promise<void> {
  const { round } = await readScenarioChain(manager, scenarioId);
  const rows: { code: string }[] = await manager.query('SELECT code FROM staff_group WHERE is_leaf = 1');
  const groups = new Set(rows.map(({ code }) => code));
  const faults =
    asked.kind === 'goal'
      ? faultsOfGoal(asked, round, groups)
      : [
          ...faultsOfPlan(asked, round, groups),
          ...(await faultsOfRisk(manager, { scenarioId, organisationId }, asked)),
        ];
  if (faults.length > 0) throw new InvalidInputError(faults);
}

/** The risk of a sum is no sum of risks: systems that are planned apart cannot make it least together. */
async function faultsOfRisk(
  manager: EntityManager,
  { scenarioId, organisationId }: ProjectionUnit,
  { objective }: AskedPlan,
): Promise<readonly InputFault[]> {
  if (objective !== 'least-risk') return [];
  const { round } = await readScenarioChain(manager, scenarioId);
  const tree = await OrganisationTree.load(manager, round.treeAsAt);
  const under = new Set([organisationId, ...tree.descendantsOf(organisationId).map(({ id }) => id)]);
  const rows: { id: string }[] = await manager.query(
    'SELECT organisation_id AS id FROM projection_unit WHERE scenario_id = ?',
    [scenarioId],
  );
  const projected = rows.map(({ id }) => id).filter((id) => under.has(id));
  const systems = await readSystems(manager, scenarioId, projected);
  return systems.length === 0 ? [] : [RISK_OF_MANY];
}

const RISK_OF_MANY: InputFault = {
  pointer: '/request/objective',
  rule: 'risk-of-one-system',
  message: 'The least risk can be asked of one system only.',
  fix: 'Ask one system after the other, or ask for the least shortfall.',
};

/** Every rule that a plan's question breaks. */
export function faultsOfPlan(
  asked: AskedPlan,
  round: Round,
  groups: ReadonlySet<string>,
): readonly InputFault[] {
  const aims = asked.objective !== 'least-cost' || asked.limits.length > 0;
  return [
    ...asked.staffGroups.flatMap((code, place) =>
      faultOfGroup(code, groups, `/request/staffGroups/${place}`),
    ),
    ...asked.limits.flatMap((limit, place) => faultsOfLimit(limit, place, round, groups)),
    ...asked.levers.flatMap((lever, place) => faultsOfLever(lever, place, round, groups)),
    ...(aims ? [] : [NO_LIMIT]),
    ...(asked.levers.length === 0 ? [NO_LEVER] : []),
  ];
}

const NO_LIMIT: InputFault = {
  pointer: '/request/limits',
  rule: 'aims-at-something',
  message: 'The cheapest plan without any limit is the present one.',
  fix: 'Set a target for the shortfall, or ask for the least shortfall.',
};
const NO_LEVER: InputFault = {
  pointer: '/request/levers',
  rule: 'something-may-move',
  message: 'Nothing may move.',
  fix: 'Choose at least one lever.',
};

function faultOfGroup(code: string, groups: ReadonlySet<string>, pointer: string): readonly InputFault[] {
  if (groups.has(code)) return [];
  return [
    {
      pointer,
      rule: 'known-staff-group',
      message: `${code} is no staff group that is projected by itself.`,
      fix: 'Use the code of a staff group without parts.',
    },
  ];
}

function faultOfYear(year: number, { firstYear, years }: Round, pointer: string): readonly InputFault[] {
  if (year >= firstYear && year < firstYear + years) return [];
  return [
    {
      pointer,
      rule: 'year-of-round',
      message: `${year} is no year of the round.`,
      fix: `Use a year from ${firstYear} to ${firstYear + years - 1}, the first calendar year of a financial year.`,
    },
  ];
}

function faultsOfLimit(
  limit: AskedPlan['limits'][number],
  place: number,
  round: Round,
  groups: ReadonlySet<string>,
): readonly InputFault[] {
  const at = `/request/limits/${place}`;
  const { kind, staffGroup, year, bound } = limit;
  const isOffered = offeredLimits(staffGroup).some((offered) => offered.kind === kind);
  return [
    ...(staffGroup === null ? [] : faultOfGroup(staffGroup, groups, `${at}/staffGroup`)),
    ...faultOfYear(year, round, `${at}/year`),
    ...(isOffered
      ? []
      : [
          {
            pointer: `${at}/kind`,
            rule: 'offered-limit',
            message: `There is no limit ${kind} for ${staffGroup ?? 'the whole organisation'}.`,
            fix: 'Use a kind that the catalogue offers for it.',
          },
        ]),
    ...(bound >= 0
      ? []
      : [
          {
            pointer: `${at}/bound`,
            rule: 'not-negative',
            message: 'A bound is not below 0.',
            fix: 'Use 0 or more.',
          },
        ]),
  ];
}

function faultsOfLever(
  { lever, staffGroup, most, pool }: AskedPlan['levers'][number],
  place: number,
  { years }: Round,
  groups: ReadonlySet<string>,
): readonly InputFault[] {
  const at = `/request/levers/${place}`;
  const isOffered = usualLevers(staffGroup, years).some(({ key }) => key === lever);
  const wrongYears = (of: string) => ({
    pointer: `${at}/${of}`,
    rule: 'one-for-each-year',
    message: `It needs one number for each of the ${years} years.`,
    fix: 'Send one for each year of the round.',
  });
  return [
    ...faultOfGroup(staffGroup, groups, `${at}/staffGroup`),
    ...(most.length === years ? [] : [wrongYears('most')]),
    ...(pool === null || pool.length === years ? [] : [wrongYears('pool')]),
    ...(isOffered
      ? []
      : [
          {
            pointer: `${at}/lever`,
            rule: 'known-lever',
            message: `There is no lever ${lever}.`,
            fix: 'Use a key of the catalogue.',
          },
        ]),
  ];
}

/** Every rule that a goal breaks. */
export function faultsOfGoal(
  asked: AskedGoal,
  round: Round,
  groups: ReadonlySet<string>,
): readonly InputFault[] {
  const { parameter, staffGroup, low, high, fromYear, target } = asked;
  const definition = parameterByKey(parameter);
  const at = '/request';
  const faults: InputFault[] = [
    ...faultOfGroup(staffGroup, groups, `${at}/staffGroup`),
    ...faultOfYear(fromYear, round, `${at}/fromYear`),
    ...faultOfYear(target.year, round, `${at}/target/year`),
  ];
  const isYearly = definition?.perStaffGroup === true && definition.perYear;
  if (!isYearly && registerLever(asked, round.years) === undefined) {
    faults.push({
      pointer: `${at}/parameter`,
      rule: 'yearly-parameter',
      message: `${parameter} is no assumption of a staff group by year, and no register that a lever of the group is a number of.`,
      fix: 'Use the key of one that is.',
    });
  }
  if (!(low < high)) {
    faults.push({
      pointer: `${at}/low`,
      rule: 'bounds-in-order',
      message: `The lowest value ${low} is not below the highest ${high}.`,
      fix: 'Turn them round.',
    });
  }
  return faults;
}
