/**
 * One port before several portals: each connection goes to the next of them in turn, whatever it brings, so that a
 * visitor whose every request is a connection of its own meets another process each time. A program of its own.
 */
import { connect, createServer } from "node:net";

const ports = process.argv.slice(2).map(Number);
let turn = 0;

const front = createServer((visitor) => {
  const portal = connect(ports[turn % ports.length] ?? 0, "127.0.0.1");
  turn += 1;
  visitor.setNoDelay(true);
  portal.setNoDelay(true);
  visitor.pipe(portal);
  portal.pipe(visitor);
  visitor.on("error", () => portal.destroy());
  portal.on("error", () => visitor.destroy());
});
front.listen(0, "127.0.0.1", () => {
  const address = front.address();
  if (typeof address === "object" && address !== null) process.send?.(address.port);
});
process.on("disconnect", () => process.exit(0));
