import { grantRole } from '#access';
import {
  createPlan,
  WARNING_REASONS,
  type DocumentChecks,
  type DocumentSections,
  type DocumentView,
} from '#plans';
import { completeSections } from '../../support/plan-sections.fixture';
import { publishRun } from '../../support/published-run.fixture';
import { insertYearEndSeries } from '../../support/year-end-series.fixture';
import { startApi, type Answer, type ApiUnderTest, type Caller } from './api-under-test';

type Person = Caller & { readonly personId: string };

const PLACES = {
  'workforce-lead': 'RR8',
  'finance-lead': 'RR8',
  'nursing-lead': 'RR8',
  'medical-lead': 'RR8',
  'education-lead': 'RR8',
  approver: 'RR8',
  'system-planner': 'QWO',
  'clinical-lead': 'QWO',
  'regional-reviewer': 'Y63',
} as const;

/** A system with projections and a plan in draft, and everyone it takes to sign it off. */
export class SignOffDesk {
  private constructor(
    readonly api: ApiUnderTest,
    readonly planId: string,
    private readonly people: ReadonlyMap<string, Person>,
  ) {}

  static async open(): Promise<SignOffDesk> {
    const api = await startApi();
    const { fixture, dataSource } = api;
    const people = new Map<string, Person>();
    for (const [role, code] of Object.entries(PLACES) as [keyof typeof PLACES, string][]) {
      people.set(role, await api.signedIn(role, code));
    }
    people.set('other planner', await api.signedIn('system-planner', 'QJ2'));
    people.set('second planner', await api.signedIn('system-planner', 'QWO'));
    const cancerLead = await api.signedIn('education-lead', 'QWO');
    people.set('cancer lead', cancerLead);
    const organisationId = fixture.organisation('QWO', 'system');
    await grantRole(dataSource.manager, {
      personId: cancerLead.personId,
      role: 'clinical-lead',
      organisationId,
      commitment: 'cancer',
      validFrom: '2020-04-01',
      actor: 'test',
    });
    const scenarioId = fixture.planId;
    for (const code of ['RR8', 'RWY']) {
      const { manager } = dataSource;
      const runId = await publishRun(manager, { scenarioId, organisationId: fixture.organisation(code) });
      await insertYearEndSeries(manager, runId, { staffGroup: 'midwives', year: 2026, values: { fte: 100 } });
    }
    const planId = await createPlan(dataSource.manager, { organisationId, scenarioId, createdBy: null });
    return new SignOffDesk(api, planId, people);
  }

  person(name: string): Person {
    const found = this.people.get(name);
    if (found === undefined) throw new Error(`nobody is the ${name}`);
    return found;
  }

  async view(who: string, id: string): Promise<DocumentView & { readonly canEdit: boolean }> {
    return (await this.person(who).get(`/sign-off/${id}`)).json();
  }

  /** Takes a step on what the person sees now. */
  async take(who: string, id: string, action: string, more: Record<string, unknown> = {}): Promise<Answer> {
    const { revision } = await this.view(who, id);
    return this.person(who).send('POST', `/sign-off/${id}/steps`, { action, revision, ...more });
  }

  async sections(who: string, id: string): Promise<DocumentSections> {
    return (await this.person(who).get(`/sign-off/${id}/sections`)).json();
  }

  save(who: string, id: string, sections: readonly object[]): Promise<Answer> {
    return this.person(who).send('PATCH', `/sign-off/${id}/sections`, { sections });
  }

  /** Fills in whatever the document asks for. */
  async fillIn(who: string, id: string): Promise<void> {
    const saved = await this.save(who, id, completeSections(await this.sections(who, id)));
    if (saved.status !== 200) throw new Error(saved.text);
    await this.giveReasons(who, id);
  }

  /** Gives a reason for every warning. */
  async giveReasons(who: string, id: string): Promise<void> {
    const { findings } = (await this.person(who).get(`/sign-off/${id}/checks`)).json<DocumentChecks>();
    const warnings = findings.filter(({ severity }) => severity === 'warning');
    const { sections } = await this.sections(who, id);
    const baseVersion = sections.find(({ key }) => key === WARNING_REASONS)?.version ?? 0;
    const entries = warnings.map(({ key }, index) => ({
      id: `reason-${index + 1}`,
      values: { finding: key, reason: 'Looked at and agreed.' },
    }));
    const saved = await this.save(who, id, [{ section: WARNING_REASONS, baseVersion, entries }]);
    if (saved.status !== 200) throw new Error(saved.text);
  }

  close(): Promise<void> {
    return this.api.close();
  }
}
