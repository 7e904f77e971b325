/** Arabic texts in which a count's speaker is printed in another way, or stands elsewhere. All invented but for bodies that the party list knows. */
import type { FigureDocument } from './hands.ts'

export const ARABIC_VOICES: readonly FigureDocument[] = [
  // what was told, with its pronoun, before whoever told it
  ['قتل ستة أشخاص في تلمار، وفقا لما أفادت به نقابة الصيادين.', ['ستة', 6, 'exact', 'killed', 'نقابة الصيادين']],
  ['أصيب تسعة عمال، وفق ما أكده شهود.', ['تسعة', 9, 'exact', 'injured', 'witnesses']],
  // a paper that is nobody's leaves the count with whoever speaks
  [
    'أعلنت بلدية نمروش مقتل ثلاثة أشخاص، وفقا لحصيلة أولية، فيما فقد اثنان.',
    ['ثلاثة', 3, 'exact', 'killed', 'بلدية نمروش'],
    ['اثنان', 2, 'exact', 'missing', 'بلدية نمروش'],
  ],
  ['قتل 14 شخصا، وفقا لبيانات الأمم المتحدة.', ['14', 14, 'exact', 'killed', 'United Nations']],
  // what is told is no part of the name
  [
    'وأكد مصدر أمني في الميناء حصيلة الحريق، لافتا إلى سقوط جريحين من الحراس.',
    ['جريحين', 2, 'exact', 'injured', 'مصدر أمني في الميناء'],
  ],
  [
    'وقدر وزير الإغاثة في حكومة تلمار عدد النازحين بنحو 4000 شخص.',
    ['بنحو 4000', 4000, 'about', 'displaced', 'وزير الإغاثة في حكومة تلمار'],
  ],
  // the agency that was told
  ['قتل أربعة صيادين، حسبما أفاد مسؤول محلي وكالة فرانس برس.', ['أربعة', 4, 'exact', 'killed', 'local official']],
  // the name behind a comma, taken up by its last word
  [
    'وقال المتحدث باسم وزارة الداخلية، سامر الحلواني، إن الحريق كبير. وأضاف الحلواني أن خمسة أشخاص قتلوا.',
    ['خمسة', 5, 'exact', 'killed', 'interior ministry'],
  ],
  [
    'وقال مساعد الناطق باسم وزارة الصحة نادر مرجان إن سبعة أشخاص أصيبوا.',
    ['سبعة', 7, 'exact', 'injured', 'health ministry'],
  ],
  // told in a post, to a correspondent, from somewhere, between dashes, by a rank, by a man called Ali
  ['وغردت منظمة إغاثة محلية بأنها استقبلت 12 مصابا.', ['12', 12, 'exact', 'injured', 'منظمة إغاثة محلية']],
  ['وقال مروان سعدون لرويترز من رصيف الميناء "دفنا 33 جثة".', ['33', 33, 'exact', 'killed', 'مروان سعدون']],
  [
    'وقال العقيد عامر الزين من إطفاء نمروش (وهي على 40 كيلومترا من تلمار)، إن ثمانية عمال قتلوا.',
    ['ثمانية', 8, 'exact', 'killed', 'العقيد عامر الزين'],
  ],
  [
    'وأكد الطبيب علي حلوان من عيادة السوق مقتل ستة حراس وإصابة 11.',
    ['ستة', 6, 'exact', 'killed', 'الطبيب علي حلوان'],
    ['11', 11, 'exact', 'injured', 'الطبيب علي حلوان'],
  ],
  ['وقال الحلواني - في رسالة إلى الصحف - إن السيول قتلت تسعة من الرعاة.', ['تسعة', 9, 'exact', 'killed', 'الحلواني']],
  // behind what was said
  [
    '"قتل ثلاثة من رجالنا وجرح ستة"، قال مكتب حاكم نمروش.',
    ['ثلاثة', 3, 'exact', 'killed', 'مكتب حاكم نمروش'],
    ['ستة', 6, 'exact', 'injured', 'مكتب حاكم نمروش'],
  ],
  // who did not speak
  ['ولم يعلق الجيش على الهجوم، وقالت الشرطة إن ستة أشخاص قتلوا.', ['ستة', 6, 'exact', 'killed', 'police']],
  // another body's name goes on
  [
    'وقال قائد القوة المشتركة للدفاع عن نمروش إن ثمانية قرويين قتلوا.',
    ['ثمانية', 8, 'exact', 'killed', 'قائد القوة المشتركة للدفاع'],
  ],
  // bodies of the field
  [
    'ووثقت المفوضية العليا للأمم المتحدة لحقوق الإنسان مقتل 61 مدنيا.',
    ['61', 61, 'exact', 'killed', 'UN human rights office'],
  ],
  ['وأوضحت يوناما في تقريرها أن 90 مدنيا قتلوا.', ['90', 90, 'exact', 'killed', 'UNAMA']],
  // a bound set off by commas
  ['وقالت الشرطة إن 40 مدنيا، على الأقل، قتلوا في نمروش.', ['40 مدنيا، على الأقل', 40, 'at_least', 'killed', 'police']],
  // no name begins or goes on with a pronoun, a preposition or an event
  [
    'وأكدت ذلك جمعية المزارعين في منشور قالت فيه إن اللصوص خطفوا تسعة رعاة.',
    ['تسعة', 9, 'exact', 'abducted', 'جمعية المزارعين'],
  ],
  [
    'أعلنت بلدية نمروش إصابة ثمانية عمال، كما أفادت بمقتل اثنين من الحراس.',
    ['ثمانية', 8, 'exact', 'injured', 'بلدية نمروش'],
    ['اثنين', 2, 'exact', 'killed', 'بلدية نمروش'],
  ],
  [
    'اشتباكات على رصيف الميناء: قتيلان وعشرات الجرحى',
    ['قتيلان', 2, 'exact', 'killed', null],
    ['عشرات', 'dozens', 'vague', 'injured', null],
  ],
  [
    'وقال الجيش السوداني إن القصف توقف، في وقت أكدت فيه مصادر طبية مقتل تسعة.',
    ['تسعة', 9, 'exact', 'killed', 'medical sources'],
  ],
  // a name in brackets
  ['وذكرت صحيفة (أخبار الميناء) أن سبعة عمال قتلوا.', ['سبعة', 7, 'exact', 'killed', 'صحيفة (أخبار الميناء)']],
  // an announced list by place
  [
    'أعلن مركز طوارئ نمروش في بيان الحصيلة التالية:\nالسوق: 4 قتلى و17 جريحا.\nالميناء القديم: 3 قتلى.\nوقتل طفلان في تلمار.',
    ['4', 4, 'exact', 'killed', 'مركز طوارئ نمروش'],
    ['17', 17, 'exact', 'injured', 'مركز طوارئ نمروش'],
    ['3', 3, 'exact', 'killed', 'مركز طوارئ نمروش'],
    ['طفلان', 2, 'exact', 'killed', null],
  ],
  // marks on the verb in either order
  [
    'كشفت وزارة الصحة عن مقتل 40. وبيَّنت أن 12 منهم أطفال.',
    ['40', 40, 'exact', 'killed', 'health ministry'],
    ['12', 12, 'exact', 'killed', 'health ministry'],
  ],
  ['سقوط 106 جرحى في الأقل.', ['106 جرحى في الأقل', 106, 'at_least', 'injured', null]],
  // who is told does not tell; what the victims died of
  [
    'وثقت النقابة مقتل 20 عاملا، مشيرة إلى أن الحاكم أبلغ عشرات العائلات أن أبناءها رحلوا. وسجلت النقابة مقتل 30 راعيا، و7 ضحايا بسبب التعذيب.',
    ['20', 20, 'exact', 'killed', 'النقابة'],
    ['30', 30, 'exact', 'killed', 'النقابة'],
    ['7', 7, 'exact', 'killed', 'النقابة'],
  ],
]
