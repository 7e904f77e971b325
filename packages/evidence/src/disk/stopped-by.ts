/** A disk from which nothing more is read once a signal says to stop. */
import type { Disk } from './disk.ts'

/** Reading throws the signal's reason; writing goes on, which nothing may cut short. */
export function stoppedBy(disk: Disk, signal: AbortSignal): Disk {
  const heeding =
    <A extends readonly unknown[], T>(call: (...given: A) => Promise<T>) =>
    async (...given: A): Promise<T> => {
      signal.throwIfAborted()
      return call(...given)
    }
  return {
    ...disk,
    read: heeding(disk.read),
    list: heeding(disk.list),
    stat: heeding(disk.stat),
    async *stream(path, range) {
      signal.throwIfAborted()
      for await (const piece of disk.stream(path, range)) {
        yield piece
        signal.throwIfAborted()
      }
    },
  }
}
