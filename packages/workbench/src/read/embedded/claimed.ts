/** What the fields of a file claim, put together: times, the device, a position. A value that cannot be is named, not mended. */
import type { EmbeddedField, EmbeddedMetadata, EmbeddedPosition, EmbeddedTime } from '../../model/embedded.ts'
import type { TiffField } from './tiff-directory.ts'

export type Claimed = Pick<EmbeddedMetadata, 'times' | 'camera' | 'position' | 'unread'>

export function claimedIn(fields: readonly EmbeddedField[]): Claimed {
  const unread: string[] = []
  const tiff = fields.filter((field): field is TiffField => 'numbers' in field)
  const times = [...exifTimes(tiff, unread), ...otherTimes(fields)]
  const position = gpsPosition(tiff, unread) ?? moviePosition(fields, unread)
  return { times, camera: cameraIn(fields), position, unread }
}

const EXIF_TIMES = [
  { of: 'taken', time: 'DateTimeOriginal', part: 'SubSecTimeOriginal', offset: 'OffsetTimeOriginal' },
  { of: 'digitised', time: 'DateTimeDigitized', part: 'SubSecTimeDigitized', offset: 'OffsetTimeDigitized' },
  { of: 'changed', time: 'DateTime', part: 'SubSecTime', offset: 'OffsetTime' },
] as const

/** Exif 3.0, section 4.6.6.4: local time without a zone, and beside it, in newer files, the zone. */
function exifTimes(fields: readonly TiffField[], unread: string[]): EmbeddedTime[] {
  const worded = (name: string) => fields.find((one) => one.name === name && one.group !== 'gps')?.value ?? ''
  const times = EXIF_TIMES.flatMap(({ of, time, part, offset }): EmbeddedTime[] => {
    const said = worded(time)
    if (said.replace(/[\s:0]/g, '') === '') return []
    const found = /^(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d):(\d\d):(\d\d)$/.exec(said)
    const iso = found === null ? null : `${found[1]}-${found[2]}-${found[3]}T${found[4]}:${found[5]}:${found[6]}`
    if (iso === null || !isMoment(iso)) {
      unread.push(`${time} says ${JSON.stringify(said)}, which is no time.`)
      return []
    }
    const fraction = /^\d{1,9}$/.test(worded(part)) ? `.${worded(part)}` : ''
    const zone = /^[+-](?:0\d|1[0-4]):[0-5]\d$|^Z$/.test(worded(offset)) ? worded(offset) : ''
    const used = [time, ...(fraction === '' ? [] : [part]), ...(zone === '' ? [] : [offset])]
    return [{ of, time: `${iso}${fraction}${zone}`, fields: used }]
  })
  return [...times, ...satelliteTime(fields)]
}

/** GPSDateStamp and GPSTimeStamp are in UTC. */
function satelliteTime(fields: readonly TiffField[]): EmbeddedTime[] {
  const [date, clock] = ['GPSDateStamp', 'GPSTimeStamp'].map((name) => fields.find((one) => one.name === name))
  const day = /^(\d{4})[:-](\d\d)[:-](\d\d)$/.exec(date?.value ?? '')
  const [hours = Number.NaN, minutes = Number.NaN, seconds = Number.NaN] = clock?.numbers ?? []
  if (day === null || !(hours < 24 && minutes < 60 && seconds < 61)) return []
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  const iso = `${day[1]}-${day[2]}-${day[3]}T${two(hours)}:${two(minutes)}:${two(seconds)}`
  return isMoment(iso) ? [{ of: 'satellites', time: `${iso}Z`, fields: ['GPSDateStamp', 'GPSTimeStamp'] }] : []
}

const OTHER_TIMES: Readonly<Record<string, EmbeddedTime['of']>> = {
  'exif:DateTimeOriginal': 'taken',
  'photoshop:DateCreated': 'taken',
  'xmp:CreateDate': 'made',
  'xmp:ModifyDate': 'changed',
  tIME: 'changed',
  creation_time: 'made',
  'com.apple.quicktime.creationdate': 'taken',
}

function otherTimes(fields: readonly EmbeddedField[]): EmbeddedTime[] {
  return fields.flatMap(({ name, value }): EmbeddedTime[] => {
    const of = Object.hasOwn(OTHER_TIMES, name) ? OTHER_TIMES[name] : undefined
    const found = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?$/.exec(value)
    if (of === undefined || found === null) return []
    const [, day = '', clock, seconds = ':00', zone = ''] = found
    if (clock === undefined) return isMoment(`${day}T00:00:00`) ? [{ of, time: day, fields: [name] }] : []
    if (!isMoment(`${day}T${clock}${seconds.slice(0, 3)}`)) return []
    return [{ of, time: `${day}T${clock}${seconds}${zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`, fields: [name] }]
  })
}

/** Whether the calendar and the clock have it. */
function isMoment(iso: string): boolean {
  const date = new Date(`${iso}Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso)
}

function cameraIn(fields: readonly EmbeddedField[]): string | null {
  const first = (...names: string[]) => fields.find(({ name, value }) => names.includes(name) && value !== '')?.value
  const make = first('Make', 'tiff:Make', 'com.apple.quicktime.make')
  const model = first('Model', 'tiff:Model', 'com.apple.quicktime.model')
  if (make === undefined || model === undefined) return make ?? model ?? null
  return model.toLowerCase().startsWith(make.toLowerCase()) ? model : `${make} ${model}`
}

function gpsPosition(fields: readonly TiffField[], unread: string[]): EmbeddedPosition | null {
  const field = (name: string) => fields.find((one) => one.name === name && one.group === 'gps')
  const [across, along] = [field('GPSLatitude'), field('GPSLongitude')]
  if (across === undefined && along === undefined) return null
  const latitude = degrees(across, field('GPSLatitudeRef')?.value, { N: 1, S: -1 })
  const longitude = degrees(along, field('GPSLongitudeRef')?.value, { E: 1, W: -1 })
  if (latitude === null || longitude === null || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
    unread.push('Its GPS fields give no position on Earth.')
    return null
  }
  const height = field('GPSAltitude')?.numbers[0]
  const below = field('GPSAltitudeRef')?.numbers[0] === 1
  const altitude = height === undefined || Number.isNaN(height) ? null : below ? -height : height
  const used = ['GPSLatitude', 'GPSLatitudeRef', 'GPSLongitude', 'GPSLongitudeRef']
  return { latitude, longitude, altitude, fields: altitude === null ? used : [...used, 'GPSAltitude'] }
}

/** Degrees, minutes and seconds with the half of the globe; null where any is missing or is no number. */
function degrees(field: TiffField | undefined, half: string | undefined, signs: Readonly<Record<string, number>>) {
  const sign = half === undefined || !Object.hasOwn(signs, half) ? undefined : signs[half]
  const [whole = Number.NaN, minutes = 0, seconds = 0] = field?.numbers ?? []
  if (sign === undefined || minutes >= 60.0001 || seconds >= 60.0001) return null
  const value = sign * (whole + minutes / 60 + seconds / 3600)
  return Number.isNaN(value) ? null : Math.round(value * 1e7) / 1e7
}

/** ISO 6709 as films carry it: `+33.5102+036.2913+690/`. */
function moviePosition(fields: readonly EmbeddedField[], unread: string[]): EmbeddedPosition | null {
  const field = fields.find(({ name }) => name === '©xyz' || name === 'com.apple.quicktime.location.ISO6709')
  if (field === undefined) return null
  const found = /^([+-]\d{1,2}(?:\.\d{1,9})?)([+-]\d{1,3}(?:\.\d{1,9})?)([+-]\d{1,5}(?:\.\d{1,9})?)?/.exec(field.value)
  const [latitude, longitude] = [Number(found?.[1] ?? 'x'), Number(found?.[2] ?? 'x')]
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
    unread.push(`${field.name} says ${JSON.stringify(field.value)}, which is no position on Earth.`)
    return null
  }
  const altitude = found?.[3] === undefined ? null : Number(found[3])
  return { latitude, longitude, altitude, fields: [field.name] }
}
