/** A worker whose event loop is blocked once, for FAULT_BUSY_MILLISECONDS, right before it publishes. */
const {
  RunPublicationRepository,
} = require('../../../dist/libs/projections/run/run-publication.repository.js');

const { publish } = RunPublicationRepository.prototype;
RunPublicationRepository.prototype.publish = function publishLate(...values) {
  RunPublicationRepository.prototype.publish = publish;
  const end = performance.now() + Number(process.env.FAULT_BUSY_MILLISECONDS);
  while (performance.now() < end);
  return publish.apply(this, values);
};
require('../../../dist/apps/worker/main.js');
