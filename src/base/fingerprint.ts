// Telling texts apart by few characters. No secret and no proof: hashes that go into journals are SHA-256.

/**
 * 106 bits of a text as letters and digits: the same for the same text, another for any other that comes up by accident.
 * Two runs of cyrb53 (bryc, public domain) with different seeds.
 */
export function fingerprint(text: string): string {
  return `${cyrb53(text, 0x9e37).toString(36)}.${cyrb53(text, 0x79b9).toString(36)}`;
}

function cyrb53(text: string, seed: number): number {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
