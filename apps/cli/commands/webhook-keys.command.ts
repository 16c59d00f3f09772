import type { Command } from 'commander';
import { loadConfiguration } from '#platform';
import { addWebhookKey, retireOldWebhookKeys, type WebhookPublicKey } from '#webhooks';

/** Adds `webhook-keys rotate` and `webhook-keys retire` to the program. */
export function registerWebhookKeys(program: Command): void {
  const keys = program.command('webhook-keys').description('Keys that sign webhooks');
  keys
    .command('rotate')
    .description('Add a new key; messages are signed with it and with the old ones until those are retired')
    .action(() => print(addWebhookKey(loadConfiguration().webhookSigningKeyFile)));
  keys
    .command('retire')
    .description('Sign with the newest key alone')
    .action(() => print(retireOldWebhookKeys(loadConfiguration().webhookSigningKeyFile)));
}

function print(keys: readonly WebhookPublicKey[]): void {
  for (const { keyId, publicKey } of keys) process.stdout.write(`${publicKey}  ${keyId}\n`);
}
