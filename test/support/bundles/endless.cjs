/** An engine that never answers. */
exports.project = () => {
  for (;;);
};
