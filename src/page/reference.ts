// Names of reference links: compared without case, blanks folded (CommonMark 4.7).

export function referenceName(label: string): string {
  return label.trim().replace(/\s+/g, " ").toLowerCase();
}
