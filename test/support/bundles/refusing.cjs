/** An engine that refuses every input. */
exports.project = () => {
  throw new Error('refused for a test');
};
