/** A worker that never looks for what is due: it must be caught when Redis forgets. */
const { Reconciler } = require('../../../dist/libs/queue/reconciler.js');

Reconciler.prototype.reconcile = async () => 0;
require('../../../dist/apps/worker/main.js');
