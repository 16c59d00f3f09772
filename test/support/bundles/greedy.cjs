/** An engine that takes all the memory it can get. */
exports.project = () => {
  const kept = [];
  for (;;) kept.push(new Array(1000).fill(kept.length));
};
