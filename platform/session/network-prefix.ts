import { isIP } from "node:net";

/**
 * The part of an address that a whole network shares: /24 of IPv4, /48 of IPv6. A café or a village is one network;
 * limits per network are therefore generous. The address itself is not kept anywhere.
 */
export function networkPrefix(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "").replace(/%.*$/, "");
  switch (isIP(plain)) {
    case 4:
      return plain.split(".").slice(0, 3).join(".");
    case 6:
      return groupsOf(plain).slice(0, 3).join(":");
    default:
      return "unknown";
  }
}

function groupsOf(address: string): readonly string[] {
  const [head = "", tail = ""] = address.split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === "" ? [] : tail.split(":");
  const missing = address.includes("::") ? Math.max(0, 8 - before.length - after.length) : 0;
  const groups = [...before, ...Array.from({ length: missing }, () => "0"), ...after];
  return groups.map((group) => Number.parseInt(group, 16).toString(16));
}
