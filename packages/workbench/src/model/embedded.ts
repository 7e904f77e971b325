/** What a picture or a recording says of itself: a claim of whatever wrote the file, and easily changed; never a fact. */

export const EMBEDDED_GROUPS = ['tiff', 'exif', 'gps', 'xmp', 'png', 'jpeg', 'movie'] as const

export interface EmbeddedField {
  readonly group: (typeof EMBEDDED_GROUPS)[number]
  /** As its specification names it; `0x` and four digits for a tag that none of ours names. */
  readonly name: string
  /** In the file's own characters; numbers written out. */
  readonly value: string
}

/** What a time is said to be of: the exposure, its digitising, a later change, the satellites' clock, the making of the file. */
export const EMBEDDED_TIMES = ['taken', 'digitised', 'changed', 'satellites', 'made'] as const

export interface EmbeddedTime {
  readonly of: (typeof EMBEDDED_TIMES)[number]
  /** `2031-05-03T14:02:11`; with `Z` or an offset only where the file says one. */
  readonly time: string
  /** The fields it was read from. */
  readonly fields: readonly string[]
}

export interface EmbeddedPosition {
  /** Decimal degrees, north and east positive. */
  readonly latitude: number
  readonly longitude: number
  /** Metres above sea level. */
  readonly altitude: number | null
  readonly fields: readonly string[]
}

export interface EmbeddedMetadata {
  readonly fields: readonly EmbeddedField[]
  readonly times: readonly EmbeddedTime[]
  /** Maker and model of the device. */
  readonly camera: string | null
  readonly position: EmbeddedPosition | null
  /** Sentences on what could not be read of it. */
  readonly unread: readonly string[]
}

/**
 * Fields that say neither where, nor who, nor which single device: what an export shows unless more is asked for. A
 * witness is found by a place, a name, a serial number or a program's free words.
 */
const HARMLESS: ReadonlySet<string> = new Set(
  `Make Model Software Orientation DateTime DateTimeOriginal DateTimeDigitized OffsetTime OffsetTimeOriginal
  OffsetTimeDigitized SubSecTime SubSecTimeOriginal SubSecTimeDigitized ExposureTime FNumber ExposureProgram
  ISOSpeedRatings SensitivityType ExifVersion FlashpixVersion ComponentsConfiguration ShutterSpeedValue ApertureValue
  BrightnessValue ExposureBiasValue MaxApertureValue MeteringMode LightSource Flash FocalLength FocalLengthIn35mmFilm
  ColorSpace PixelXDimension PixelYDimension FocalPlaneXResolution FocalPlaneYResolution SensingMethod FileSource
  SceneType CustomRendered ExposureMode WhiteBalance DigitalZoomRatio SceneCaptureType GainControl LensMake LensModel
  LensSpecification ImageWidth ImageLength BitsPerSample Compression PhotometricInterpretation SamplesPerPixel
  XResolution YResolution ResolutionUnit WhitePoint YCbCrPositioning tIME creation_time modification_time
  duration`.split(/\s+/),
)

export function isHarmless({ name }: EmbeddedField): boolean {
  return HARMLESS.has(name)
}
