/** Pictures and footage in English. */
export const mediaEn = {
  'media.pictures': 'Pictures and footage',
  'media.pictures.covered': 'covered until I ask',
  'media.pictures.grey': 'grey',
  'media.pictures.shown': 'as they are',
  'media.reveal': 'Show the picture',
  'media.cover': 'Cover it again',
  'media.covered': 'Covered: it may show injury or death.',
  'media.picture': 'Picture',
  'media.pictureOf': 'The picture {file}, {width} × {height} pixels',
  'media.whole': 'Open it in full',
  'media.thumbnailBy': 'Thumbnail, {width} × {height} pixels, drawn by {maker}.',
} as const
