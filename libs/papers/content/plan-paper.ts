import type { Paper } from '../paper';
import { lastMoment, type PlanSnapshot } from '../plan-snapshot';
import { assumptionsPart } from './assumptions.part';
import { checksPart, provenancePart, signingPart } from './assurance.part';
import { contingentPart } from './contingent.part';
import { bridgePart, figuresPart } from './figures.part';
import { sectionsPart } from './sections.part';
import { coveragePart, nettingPart, summaryPart } from './summary.part';
import { day, financialYear } from './words';

/** The years that a plan covers, in words. */
export function yearsOf({ document }: PlanSnapshot): string {
  const { firstYear, years } = document.content.round;
  return `${financialYear(firstYear)} to ${financialYear(firstYear + years - 1)}`;
}

/** The parts of a paper that are the same for all papers of a plan. */
export function identityOf(snapshot: PlanSnapshot): Omit<Paper, 'key' | 'title' | 'subtitle' | 'blocks'> {
  const { content, version, state } = snapshot.document;
  const madeAt = lastMoment(snapshot);
  const { organisation, scenario, runs } = content;
  const engines = new Set(runs.map(({ engineVersion }) => engineVersion));
  return {
    madeAt,
    identity: [
      ['Version', String(version.version)],
      ['State', state.label],
      ['As at', day(madeAt)],
      ['Scenario', scenario.name],
      ['Content (SHA-256)', version.contentSha256],
    ],
    source: {
      organisation: { code: organisation.code, name: organisation.name },
      scenario: scenario.name,
      kind: 'projection',
      run: `version ${version.version} of the plan, ${version.contentSha256}`,
      engineVersion: engines.size === 1 ? ([...engines][0] ?? null) : 'mixed',
      calculatedAt: madeAt,
    },
  };
}

/** The plan as a whole, for those who may read it. Pure: the same for the same snapshot. */
export function planPaper(snapshot: PlanSnapshot): Paper {
  const { organisation, round } = snapshot.document.content;
  return {
    ...identityOf(snapshot),
    key: 'system-plan',
    title: `${organisation.name}: workforce plan ${yearsOf(snapshot)}`,
    subtitle: `System plan of the round ${round.name}`,
    blocks: [
      ...summaryPart(snapshot),
      ...coveragePart(snapshot),
      ...figuresPart(snapshot),
      ...bridgePart(snapshot),
      ...nettingPart(snapshot),
      ...contingentPart(snapshot),
      ...sectionsPart(snapshot),
      ...checksPart(snapshot),
      ...signingPart(snapshot),
      ...provenancePart(snapshot),
      ...assumptionsPart(snapshot),
    ],
  };
}
