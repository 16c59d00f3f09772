/** A worker whose first job takes memory without end: its process is ended by Node at the limit of its heap. */
const { RunInputRepository } = require('../../../dist/libs/projections/run/run-input.repository.js');

RunInputRepository.prototype.read = async function readForEver() {
  const eaten = [];
  for (;;) eaten.push(new Array(100_000).fill(eaten.length));
};
require('../../../dist/apps/worker/main.js');
