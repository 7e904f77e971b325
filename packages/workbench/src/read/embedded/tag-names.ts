/** Names of the tags that cameras write: TIFF 6.0, and Exif 3.0 (CIPA DC-008), sections 4.6.4 to 4.6.6. */

function names(list: string): ReadonlyMap<number, string> {
  const words = list.trim().split(/\s+/)
  const pairs = words.flatMap((word, at) =>
    at % 2 === 0 ? [[Number.parseInt(word, 16), words[at + 1] ?? ''] as const] : [],
  )
  return new Map(pairs)
}

export const TIFF_NAMES = names(`
  0100 ImageWidth 0101 ImageLength 0102 BitsPerSample 0103 Compression 0106 PhotometricInterpretation
  010d DocumentName 010e ImageDescription 010f Make 0110 Model 0112 Orientation 0115 SamplesPerPixel
  011a XResolution 011b YResolution 0128 ResolutionUnit 0131 Software 0132 DateTime 013b Artist 013c HostComputer
  013e WhitePoint 0201 JPEGInterchangeFormat 0202 JPEGInterchangeFormatLength 0213 YCbCrPositioning
  4746 Rating 8298 Copyright 9c9b XPTitle 9c9c XPComment 9c9d XPAuthor 9c9e XPKeywords 9c9f XPSubject
`)

export const EXIF_NAMES = names(`
  829a ExposureTime 829d FNumber 8822 ExposureProgram 8827 ISOSpeedRatings 8830 SensitivityType 9000 ExifVersion
  9003 DateTimeOriginal 9004 DateTimeDigitized 9010 OffsetTime 9011 OffsetTimeOriginal 9012 OffsetTimeDigitized
  9101 ComponentsConfiguration 9201 ShutterSpeedValue 9202 ApertureValue 9203 BrightnessValue 9204 ExposureBiasValue
  9205 MaxApertureValue 9206 SubjectDistance 9207 MeteringMode 9208 LightSource 9209 Flash 920a FocalLength
  9214 SubjectArea 927c MakerNote 9286 UserComment 9290 SubSecTime 9291 SubSecTimeOriginal 9292 SubSecTimeDigitized
  a000 FlashpixVersion a001 ColorSpace a002 PixelXDimension a003 PixelYDimension a004 RelatedSoundFile
  a20e FocalPlaneXResolution a20f FocalPlaneYResolution a217 SensingMethod a300 FileSource a301 SceneType
  a401 CustomRendered a402 ExposureMode a403 WhiteBalance a404 DigitalZoomRatio a405 FocalLengthIn35mmFilm
  a406 SceneCaptureType a407 GainControl a420 ImageUniqueID a430 CameraOwnerName a431 BodySerialNumber
  a432 LensSpecification a433 LensMake a434 LensModel a435 LensSerialNumber a436 ImageTitle a437 Photographer
  a438 ImageEditor a43a RAWDevelopingSoftware a43b ImageEditingSoftware a43c MetadataEditingSoftware
`)

export const GPS_NAMES = names(`
  0000 GPSVersionID 0001 GPSLatitudeRef 0002 GPSLatitude 0003 GPSLongitudeRef 0004 GPSLongitude 0005 GPSAltitudeRef
  0006 GPSAltitude 0007 GPSTimeStamp 0008 GPSSatellites 0009 GPSStatus 000a GPSMeasureMode 000b GPSDOP
  000c GPSSpeedRef 000d GPSSpeed 000e GPSTrackRef 000f GPSTrack 0010 GPSImgDirectionRef 0011 GPSImgDirection
  0012 GPSMapDatum 0013 GPSDestLatitudeRef 0014 GPSDestLatitude 0015 GPSDestLongitudeRef 0016 GPSDestLongitude
  0017 GPSDestBearingRef 0018 GPSDestBearing 001b GPSProcessingMethod 001c GPSAreaInformation 001d GPSDateStamp
  001e GPSDifferential 001f GPSHPositioningError
`)
