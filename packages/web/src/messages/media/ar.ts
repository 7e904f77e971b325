/** Pictures and footage in Arabic. */
import type { mediaEn } from './en.ts'

export const mediaAr: { readonly [Key in keyof typeof mediaEn]: string } = {
  'media.pictures': 'الصور والمقاطع',
  'media.pictures.covered': 'محجوبة حتى أطلبها',
  'media.pictures.grey': 'بلا ألوان',
  'media.pictures.shown': 'كما هي',
  'media.reveal': 'أظهر الصورة',
  'media.cover': 'احجبها من جديد',
  'media.covered': 'محجوبة: قد تُظهر إصابات أو قتلى.',
  'media.picture': 'الصورة',
  'media.pictureOf': 'الصورة {file}، {width} × {height} بكسل',
  'media.whole': 'افتحها كاملة',
  'media.thumbnailBy': 'صورة مصغرة، {width} × {height} بكسل، رسمها {maker}.',
}
