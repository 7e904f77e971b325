/** Entry point of the command line. */
import { enableCompileCache } from 'node:module'

enableCompileCache()
if (process.channel) {
  process.once('disconnect', () => process.exit(130))
  process.channel.unref()
}
const { main } = await import('../src/cli/main.ts')
process.exitCode = await main(process.argv.slice(2))
