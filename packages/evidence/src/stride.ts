/**
 * How far apart tests take what they cannot all take in a quick run: all of it where CORROBORATE_ENDURANCE is 1, every
 * n-th where it is n and closer together than in a quick run.
 */
export function stride(quick: number): number {
  const asked = process.env.CORROBORATE_ENDURANCE
  return asked === undefined ? quick : Math.min(quick, Math.max(1, Number.parseInt(asked, 10) || 1))
}
