/** Entry point of the command line. */
import { main } from '../src/cli/main.ts'

if (process.channel) {
  process.once('disconnect', () => process.exit(130))
  process.channel.unref()
}
process.exitCode = await main(process.argv.slice(2))
