// Hashes and chance. Node's crypto takes longer to load than most commands take to read, so it is loaded at the first use.

/** SHA-256 of bytes, or of a text's UTF-8, in hex. */
export function hashBytes(bytes: Uint8Array | string): string {
  return process.getBuiltinModule("node:crypto").hash("sha256", bytes, "hex");
}

/** So many random bytes in hex. */
export function randomHex(bytes: number): string {
  return process.getBuiltinModule("node:crypto").randomBytes(bytes).toString("hex");
}
