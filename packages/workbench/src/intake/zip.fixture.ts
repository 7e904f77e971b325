/** Zip files made by hand, whole ones and such as no writer makes. */
import { crc32, deflateRawSync } from 'node:zlib'

export interface Member {
  readonly name: string | Uint8Array
  readonly bytes: Uint8Array
  readonly flags?: number
  readonly method?: number
  readonly mode?: number
  readonly claimedSize?: number
  readonly crc?: number
}

/** A zip file by hand: local headers, data, directory (APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16). */
export function zipOf(members: readonly Member[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const member of members) {
    const name = Buffer.from(typeof member.name === 'string' ? new TextEncoder().encode(member.name) : member.name)
    const method = member.method ?? 8
    const data = method === 8 ? deflateRawSync(member.bytes) : Buffer.from(member.bytes)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(member.flags ?? 0, 2)
    shared.writeUInt16LE(method, 4)
    shared.writeUInt32LE(member.crc ?? crc32(member.bytes), 10)
    shared.writeUInt32LE(data.length, 14)
    shared.writeUInt32LE(member.claimedSize ?? member.bytes.length, 18)
    shared.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, name, data])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(((member.mode ?? 0o100644) << 16) >>> 0, 6)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03', 'latin1'), shared, tail, name]))
    parts.push(local)
    offset += local.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(members.length, 8)
  end.writeUInt16LE(members.length, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, listing, end])
}
