import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { ApiClientService } from '#access';
import { UnauthenticatedError } from '#platform';

/** After a client was disabled, its tokens are refused this late at most, in milliseconds. */
export const STANDING_MILLISECONDS = 5_000;
const REMEMBERED_CLIENTS = 1_000;

/** Whether the holder of a token still is an enabled client. Asked of the database every few seconds. */
@Injectable()
export class ClientStanding {
  private readonly standing = new LRUCache<string, boolean>({
    max: REMEMBERED_CLIENTS,
    ttl: STANDING_MILLISECONDS,
    fetchMethod: async (clientId) => (await this.clients.find(clientId)) !== null,
  });

  constructor(private readonly clients: ApiClientService) {}

  /** True where it was found enabled within the last seconds. */
  isKnownEnabled(clientId: string): boolean {
    return this.standing.get(clientId) === true;
  }

  /** @throws UnauthenticatedError when the client was disabled */
  async requireEnabled(clientId: string): Promise<void> {
    const isEnabled = this.standing.get(clientId) ?? (await this.standing.fetch(clientId)) ?? false;
    if (!isEnabled) throw new UnauthenticatedError('The client of this token is disabled.');
  }
}
