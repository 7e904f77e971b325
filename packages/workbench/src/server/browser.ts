/** Opens the user's browser where there is one to open; says nothing where there is none. */
import { spawn } from 'node:child_process'

export function openBrowser(address: string): void {
  const command = commandFor(process.platform, process.env)
  if (command === null) return
  const [program, ...before] = command
  const child = spawn(program, [...before, address], { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}

/** null on a machine without a desktop, or in continuous integration. */
export function commandFor(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): readonly [string, ...string[]] | null {
  if (environment.CI !== undefined) return null
  if (platform === 'darwin') return ['open']
  if (platform === 'win32') return ['cmd', '/c', 'start', '']
  return environment.DISPLAY || environment.WAYLAND_DISPLAY ? ['xdg-open'] : null
}
