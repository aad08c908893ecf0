/** Ends connections whose request body trickles in more slowly than any honest line, so that they cannot be held open. */
import type { FastifyInstance } from "fastify";
import { bodyBytesPerSecondMin, bodyRateCheckMs } from "./limits.ts";

/** Watches each request that has a body until it has been read. */
export function registerSlowSenderGuard(
  fastify: FastifyInstance,
  limits = { bytesPerSecondMin: bodyBytesPerSecondMin, checkMs: bodyRateCheckMs },
): void {
  const bytesPerCheckMin = (limits.bytesPerSecondMin * limits.checkMs) / 1000;
  fastify.addHook("onRequest", async (request) => {
    const { raw } = request;
    const hasBody =
      raw.headers["content-length"] !== undefined || raw.headers["transfer-encoding"] !== undefined;
    if (!hasBody) return;
    const { socket } = raw;
    let seen = socket.bytesRead;
    const timer = setInterval(() => {
      if (raw.complete) clearInterval(timer);
      else if (socket.bytesRead - seen < bytesPerCheckMin) socket.destroy();
      seen = socket.bytesRead;
    }, limits.checkMs);
    timer.unref();
    raw.once("close", () => clearInterval(timer));
  });
}
