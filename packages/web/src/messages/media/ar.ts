/** Pictures and footage in Arabic. */
import type { mediaEn } from './en.ts'

type Plural = Readonly<Record<'zero' | 'one' | 'two' | 'few' | 'many' | 'other', string>>

export const mediaAr: {
  readonly [Key in keyof typeof mediaEn]: (typeof mediaEn)[Key] extends string ? string : Plural
} = {
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
  'media.embedded': 'ما يقوله الملف عن نفسه',
  'media.embedded.note':
    'هذا ادعاء الكاميرا أو البرنامج الذي كتب الملف. الساعات تخطئ والحقول تُنسخ، ويمكن لأي أحد أن يغيرها: ليس حقيقة.',
  'media.time.taken': 'التُقطت، كما يقول',
  'media.time.digitised': 'رُقمنت، كما يقول',
  'media.time.changed': 'غُيّر، كما يقول',
  'media.time.satellites': 'بساعة الأقمار الصناعية، كما يقول',
  'media.time.made': 'صُنع الملف، كما يقول',
  'media.noZone': '(لا يقول في أي منطقة زمنية)',
  'media.device': 'الجهاز، كما يقول',
  'media.position': 'المكان، كما يقول',
  'media.altitude': '({metres} م فوق سطح البحر)',
  'media.withheld': {
    zero: 'لم يُترك أي حقل خارج هذه النسخة.',
    one: 'حقل واحد تُرك خارج هذه النسخة: قد يقول أين أو من أو أي جهاز.',
    two: 'حقلان تُركا خارج هذه النسخة: قد يقولان أين أو من أو أي جهاز.',
    few: '{count} حقول تُركت خارج هذه النسخة: قد تقول أين أو من أو أي جهاز.',
    many: '{count} حقلا تُرك خارج هذه النسخة: قد تقول أين أو من أو أي جهاز.',
    other: '{count} حقل تُرك خارج هذه النسخة: قد تقول أين أو من أو أي جهاز.',
  },
  'media.fields': {
    zero: 'لا حقول فيه',
    one: 'حقله الوحيد',
    two: 'حقلاه',
    few: 'حقوله كلها، وعددها {count}',
    many: 'حقوله كلها، وعددها {count}',
    other: 'حقوله كلها، وعددها {count}',
  },
  'media.field': 'الحقل',
  'media.value': 'ما يقوله',
}
