/** A worker whose event loop is blocked once, until the file FAULT_BUSY_UNTIL is there, right before it publishes. */
const { existsSync } = require('node:fs');
const {
  RunPublicationRepository,
} = require('../../../dist/libs/projections/run/run-publication.repository.js');

const { publish } = RunPublicationRepository.prototype;
RunPublicationRepository.prototype.publish = function publishLate(...values) {
  RunPublicationRepository.prototype.publish = publish;
  while (!existsSync(process.env.FAULT_BUSY_UNTIL));
  return publish.apply(this, values);
};
require('../../../dist/apps/worker/main.js');
