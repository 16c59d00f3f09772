/** A thread that computes a part of the draws of an input with an engine bundle, and posts its numbers. */
const { parentPort, workerData } = require('node:worker_threads');

const { projectDraws } = require(workerData.bundle);
const draws = projectDraws(workerData.input, workerData.range);
parentPort.postMessage(draws);
