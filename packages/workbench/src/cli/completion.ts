/** Shell completion for bash, zsh and fish, made from the operations. */
import { fieldsOf, optionName } from '../operations/fields.ts'
import type { Operation } from '../operations/operation.ts'
import { COMMON_OPTIONS, UsageError, vaultOptionsOf } from './arguments.ts'

export const SHELLS = ['bash', 'zsh', 'fish'] as const

export function completionFor(shell: string, operations: readonly Operation[]): string {
  switch (shell) {
    case 'bash':
      return bash(operations)
    case 'zsh':
      return `autoload -U +X bashcompinit && bashcompinit\n${bash(operations)}`
    case 'fish':
      return fish(operations)
    default:
      throw new UsageError(`completion is written for ${SHELLS.join(', ')}, not for ${JSON.stringify(shell)}`)
  }
}

function optionsOf(operation: Operation): readonly string[] {
  const own = fieldsOf(operation).filter(({ position }) => position === null)
  const others = [...vaultOptionsOf(operation), ...COMMON_OPTIONS]
  return [...own.map(({ name }) => optionName(name)), ...others.map(({ name }) => name)]
}

function bash(operations: readonly Operation[]): string {
  const names = operations.map(({ name }) => name).join(' ')
  const cases = operations.map(
    (operation) =>
      `    ${operation.name}) words="${optionsOf(operation)
        .map((name) => `--${name}`)
        .join(' ')}" ;;`,
  )
  return `_corroborate() {
  local word="\${COMP_WORDS[COMP_CWORD]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${names} help completion" -- "$word")); return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
  case "$word" in
    -*) COMPREPLY=($(compgen -W "$words" -- "$word")) ;;
    *) COMPREPLY=($(compgen -f -- "$word")) ;;
  esac
}
complete -o filenames -F _corroborate corroborate
`
}

function fish(operations: readonly Operation[]): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "\\'")}'`
  return operations
    .flatMap((operation) => [
      `complete -c corroborate -n __fish_use_subcommand -a ${operation.name} -d ${quoted(operation.summary)}`,
      ...optionsOf(operation).map(
        (name) => `complete -c corroborate -n '__fish_seen_subcommand_from ${operation.name}' -l ${name}`,
      ),
    ])
    .join('\n')
    .concat('\n')
}
