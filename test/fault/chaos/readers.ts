import type { Installation } from '../harness/installation';
import { sha256Hex } from '#platform';
import { TRUSTS } from '../harness/installation';
import { Planner } from '../harness/planner';

interface SeenOverview {
  readonly result: { readonly id: string } | null;
  readonly staffGroups: readonly unknown[];
  readonly bridge: unknown;
}

const PAUSE_MILLISECONDS = 40;

/**
 * Polls what a person sees, of trusts and of the nation, all through the faults. A result is one thing for
 * ever: two readings of one id that differ, or one with a group missing, are a part of a run or a mixture.
 */
export class Readers {
  private readonly shown = new Map<string, string>();
  private isEnding = false;
  private reading: Promise<void> = Promise.resolve();
  /** How often a result was read. */
  readings = 0;

  constructor(private readonly installation: Installation) {}

  async start(): Promise<void> {
    const planner = new Planner(this.installation);
    await planner.signIn();
    this.reading = this.poll(planner);
  }

  async stop(): Promise<void> {
    this.isEnding = true;
    await this.reading;
  }

  private async poll(planner: Planner): Promise<void> {
    const { fixture } = this.installation;
    const nodes = [
      ...TRUSTS.map((code) => fixture.organisation(code)),
      fixture.organisation('ENG', 'nation'),
    ];
    for (let turn = 0; !this.isEnding; turn += 1) {
      const organisationId = nodes[turn % nodes.length] ?? '';
      const path = `/api/projections/overview?scenarioId=${fixture.planId}&organisationId=${organisationId}`;
      const answer = await planner.read(path);
      if (answer?.status === 200) this.look(organisationId, JSON.parse(answer.text) as SeenOverview);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
    }
  }

  private look(organisationId: string, { result, staffGroups, bridge }: SeenOverview): void {
    if (result === null) return;
    this.readings += 1;
    const key = `${organisationId} ${result.id}`;
    const sha256 = sha256Hex(JSON.stringify({ staffGroups, bridge }));
    const before = this.shown.get(key) ?? sha256;
    this.shown.set(key, sha256);
    if (before !== sha256) {
      this.installation.ledger.sightings.push(`Result ${result.id} was read with two contents`);
    }
  }
}
