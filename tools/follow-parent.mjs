/**
 * Loaded before a program of ours (`node --import`): when the process that started it dies without a word, the
 * program asks itself to stop, as if it had been asked by the operator. Nothing keeps running unseen.
 */
const graceMs = 10_000;

if (process.channel) {
  process.on("disconnect", () => {
    setTimeout(() => process.exit(1), graceMs).unref();
    process.kill(process.pid, "SIGTERM");
  });
  // Listening must not keep a program alive that has nothing left to do.
  process.channel.unref();
}
