/** How far apart tests take what they cannot all take in a quick run; 1, so all, where CORROBORATE_ENDURANCE is set. */
export function stride(quick: number): number {
  return process.env.CORROBORATE_ENDURANCE === undefined ? quick : 1
}
