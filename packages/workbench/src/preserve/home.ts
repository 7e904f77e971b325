/** Where keys and remembered checkpoints live: outside every case, under the user's own folder. */
import { homedir } from 'node:os'
import { join } from 'node:path'

export interface Home {
  readonly keys: string
  readonly checkpoints: string
  /** One file for each running server that may hold the keys of a case's vault. */
  readonly servers: string
}

/** `CORROBORATE_HOME`, else `XDG_DATA_HOME`/corroborate, else ~/.local/share/corroborate. */
export function homeFrom(environment: Readonly<Record<string, string | undefined>>): Home {
  const root =
    environment.CORROBORATE_HOME ?? join(environment.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'corroborate')
  return { keys: join(root, 'keys'), checkpoints: join(root, 'checkpoints'), servers: join(root, 'servers') }
}
