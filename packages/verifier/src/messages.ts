/** The page's words, in English and Arabic. What is found has a code, and each code its sentence in both. */

export const LANGUAGES = ['en', 'ar'] as const
export type Language = (typeof LANGUAGES)[number]

const en = {
  title: 'Check an export',
  intro:
    'Give this page the folder of an export. It checks every file, the log behind it, and who else says when it stood so. Nothing leaves this computer: the page cannot reach the network.',
  caution:
    'A page that lies beside the files proves nothing by itself. Use one that you got from somebody you trust, and compare the key below with the one its maker gave you by another way.',
  choose: 'Choose the folder',
  drop: 'or drop it here',
  again: 'Check another folder',
  more: 'What you may give besides',
  key: 'SHA-256 of the key, as its maker gave it to you',
  checkpoint: 'A checkpoint that you kept: its text, or its size and thirty digits',
  trust: 'Certificates (PEM) that you trust to vouch for time-stamp authorities',
  working: 'Checking file {done} of {total}',
  reading: 'Reading the folder',
  whole: 'Everything checks',
  broken: '{count} problems found',
  brokenOne: 'One problem found',
  noKit: 'This folder is no export: it has no evidence/files.sha512. Give the folder that holds VERIFY.md.',
  failed: 'It could not be checked: {why}',
  keyTitle: 'The key',
  keyCompare:
    'Everything rests on this key. Compare it with the one its maker gave you by another way, on paper or by voice.',
  keyEqual: 'It is the key that you were given.',
  keyOther: 'It is not the key that you were given: whoever holds another key made this export.',
  problems: 'What is wrong',
  notes: 'Worth knowing',
  found: 'What was checked',
  files: 'Files in the signed list',
  log: 'Log',
  events: 'Events in it',
  compare: 'Digits to compare',
  originals: 'Originals of the case',
  here: '{here} of {listed} lie in this export',
  records: 'Records that the log commits to',
  withheld: 'Withheld',
  withheldItems:
    'Confidential items: {items}; shredded: {shredded}; sealed records about them: {records}. The log tells when each came; no byte, name or digest of them is in this export.',
  dated: 'Dated by others',
  firstEvents: 'the first {size} events',
  anchored: 'the chain ends in a certificate that you gave',
  unanchored: "chain not anchored: the authority is named by the token's signer, trust was not judged",
  cosigned: 'seen by the witness {witness}, and consistent with all it saw before',
  undated: 'not yet independently dated',
  undatedRest: '{count} later entries of the log: not yet independently dated',
  unchecked:
    'Empty folders, links and the rights of files do not reach a browser, so they are not judged here. `corroborate verify` judges them.',
}

export type MessageKey = keyof typeof en
type Messages = Readonly<Record<MessageKey, string>>

const ar: Messages = {
  title: 'التحقق من نسخة مُصدَّرة',
  intro:
    'أعطِ هذه الصفحة مجلد النسخة المُصدَّرة. تتحقق من كل ملف، ومن السجل الذي وراءه، وممّن يشهد غير صانعها بوقت حاله. لا يخرج شيء من هذا الحاسوب: فالصفحة لا تستطيع الوصول إلى الشبكة.',
  caution:
    'الصفحة الموضوعة بجانب الملفات لا تثبت شيئًا بذاتها. استعمل صفحة حصلت عليها ممّن تثق به، وقارن المفتاح أدناه بالذي أعطاك إياه الصانع بطريق آخر.',
  choose: 'اختر المجلد',
  drop: 'أو أفلته هنا',
  again: 'تحقق من مجلد آخر',
  more: 'ما يمكنك إعطاؤه أيضًا',
  key: 'بصمة SHA-256 للمفتاح كما أعطاكها صانع النسخة',
  checkpoint: 'نقطة تحقّق احتفظت بها: نصها، أو حجمها وأرقامها الثلاثون',
  trust: 'شهادات (PEM) تثق بها لضمان سلطات ختم الوقت',
  working: 'يجري التحقق من الملف {done} من {total}',
  reading: 'تجري قراءة المجلد',
  whole: 'كل شيء سليم',
  broken: 'وُجدت {count} مشكلات',
  brokenOne: 'وُجدت مشكلة واحدة',
  noKit: 'هذا المجلد ليس نسخة مُصدَّرة: ليس فيه evidence/files.sha512. أعطِ المجلد الذي فيه VERIFY.md.',
  failed: 'تعذّر التحقق منه: {why}',
  keyTitle: 'المفتاح',
  keyCompare: 'كل شيء يقوم على هذا المفتاح. قارنه بالذي أعطاك إياه الصانع بطريق آخر، على الورق أو بالصوت.',
  keyEqual: 'هو المفتاح الذي أُعطيته.',
  keyOther: 'ليس المفتاح الذي أُعطيته: صنع هذه النسخةَ من يملك مفتاحًا آخر.',
  problems: 'ما الخلل',
  notes: 'يحسن أن تعرف',
  found: 'ما جرى التحقق منه',
  files: 'الملفات في القائمة الموقّعة',
  log: 'السجل',
  events: 'الأحداث فيه',
  compare: 'أرقام للمقارنة',
  originals: 'أصول القضية',
  here: 'في هذه النسخة {here} من {listed}',
  records: 'القيود التي يلتزم بها السجل',
  withheld: 'المحجوب',
  withheldItems:
    'مواد سرية: {items}؛ أُتلفت مفاتيحها: {shredded}؛ قيود مختومة عنها: {records}. يقول السجل متى جاء كل منها، وليس في هذه النسخة شيء من محتواها ولا أسمائها ولا بصماتها.',
  dated: 'أرّخها آخرون',
  firstEvents: 'أول {size} من الأحداث',
  anchored: 'تنتهي السلسلة إلى شهادة أعطيتها',
  unanchored: 'السلسلة غير مثبّتة: اسم السلطة من موقّع الختم، ولم يُحكم على الثقة بها',
  cosigned: 'رآها الشاهد {witness}، وهي متسقة مع كل ما رآه قبلها',
  undated: 'لم يؤرّخها طرف مستقل بعد',
  undatedRest: '{count} من القيود اللاحقة في السجل: لم يؤرّخها طرف مستقل بعد',
  unchecked:
    'لا تصل إلى المتصفح المجلدات الفارغة والروابط وأذون الملفات، فلا يُحكم عليها هنا. ويحكم عليها الأمر `corroborate verify`.',
}

const MESSAGES: Readonly<Record<Language, Messages>> = { en, ar }

/** Numbers are written in Western digits in both languages, as in the files. */
export function message(
  language: Language,
  key: MessageKey,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return MESSAGES[language][key].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}

/** What each code means. */
export const CODES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'kit-missing': { en: 'This file is missing.', ar: 'هذا الملف مفقود.' },
  'kit-list': { en: 'The list of files is broken.', ar: 'قائمة الملفات معطوبة.' },
  'kit-key': { en: 'The key cannot be read.', ar: 'تتعذّر قراءة المفتاح.' },
  'kit-signature': { en: 'The signature does not fit.', ar: 'التوقيع لا يطابق.' },
  'kit-changed': { en: 'This file was changed.', ar: 'غُيّر هذا الملف.' },
  'kit-added': { en: 'This file was added.', ar: 'أُضيف هذا الملف.' },
  'kit-checkpoint': { en: 'The checkpoint was changed.', ar: 'غُيّرت نقطة التحقّق.' },
  'kit-record': { en: 'This record is not the one in the log.', ar: 'ليس هذا القيد هو الذي في السجل.' },
  'kit-original': { en: 'An original has no place in lists or log.', ar: 'أصلٌ لا موضع له في القوائم أو السجل.' },
  'kit-timestamp': { en: 'This time-stamp dates nothing.', ar: 'ختم الوقت هذا لا يؤرّخ شيئًا.' },
  'kit-cosignature': { en: 'This cosignature does not hold.', ar: 'توقيع الشاهد هذا لا يصحّ.' },
  'log-missing': { en: 'The log is missing.', ar: 'السجل مفقود.' },
  'log-checkpoint': { en: 'The head of the log is broken.', ar: 'رأس السجل معطوب.' },
  'log-signature': { en: 'The log is not signed by this key.', ar: 'السجل غير موقّع بهذا المفتاح.' },
  'log-tile-missing': { en: 'A part of the log is missing.', ar: 'جزء من السجل مفقود.' },
  'log-tile-wrong': { en: 'A part of the log was changed.', ar: 'غُيّر جزء من السجل.' },
  'log-root': { en: 'The log does not lead to its root.', ar: 'السجل لا يفضي إلى جذره.' },
  'log-leaf': { en: 'An entry of the log is broken.', ar: 'أحد مداخل السجل معطوب.' },
  'log-stray': { en: 'A file in the log is no part of it.', ar: 'في السجل ملف ليس منه.' },
  'log-rolled-back': { en: 'The log was put back to an earlier state.', ar: 'أُعيد السجل إلى حال سابقة.' },
  'log-forked': { en: 'The past of the log was changed.', ar: 'غُيّر ماضي السجل.' },
  'originals-root': { en: 'The layout of the originals was changed.', ar: 'غُيّر ترتيب الأصول.' },
  'originals-stray': { en: 'This belongs to no original.', ar: 'هذا لا ينتمي إلى أي أصل.' },
  'original-file-missing': { en: 'A part of an original is missing.', ar: 'جزء من أصلٍ مفقود.' },
  'original-inventory': { en: 'The inventory of an original was changed.', ar: 'غُيّر جرد أحد الأصول.' },
  'original-content': { en: 'The bytes of an original were changed.', ar: 'غُيّر محتوى أحد الأصول.' },
  link: { en: 'A link stands where a file or folder should be.', ar: 'في موضع الملف أو المجلد رابط.' },
  'timestamp-trust': { en: 'Nobody that you trust vouches for it.', ar: 'لا يضمنه أحد ممّن تثق بهم.' },
  'checkpoint-given': { en: 'The checkpoint you gave cannot be read.', ar: 'تتعذّر قراءة نقطة التحقّق التي أعطيتها.' },
  'trust-given': { en: 'The certificates you gave cannot be read.', ar: 'تتعذّر قراءة الشهادات التي أعطيتها.' },
}
