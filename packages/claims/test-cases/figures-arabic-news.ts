/** Arabic counts as newsrooms print them, in sentences of our own: lists, tolls, insertions, relays, papers; all people and most places are invented. */
import type { FigureDocument } from './hands.ts'

export const ARABIC_NEWS_FIGURES: readonly FigureDocument[] = [
  // a verb said of a whole list, and over an insertion
  [
    'قال المرصد السوري لحقوق الإنسان إن "25 مدنيا، و9 جنود، و3 منشقين" قتلوا في تلمار.',
    ['25', 25, 'exact', 'killed', 'Syrian Observatory for Human Rights'],
    ['9', 9, 'exact', 'killed', 'Syrian Observatory for Human Rights'],
    ['3', 3, 'exact', 'killed', 'Syrian Observatory for Human Rights'],
  ],
  ['أعلنت الشرطة أن 17 شخصا - معظمهم نساء - لقوا حتفهم في حريق.', ['17', 17, 'exact', 'killed', 'police']],
  [
    'وأوضحت الأمم المتحدة أن 2000 شخص بينهم 800 من أفراد الأمن، قتلوا في نمروش.',
    ['2000', 2000, 'exact', 'killed', 'United Nations'],
    ['800', 800, 'exact', 'killed', 'United Nations'],
  ],
  ['وكان 287 تلميذا، من الفتيات والفتيان، لا يزالون في عداد المفقودين.', ['287', 287, 'exact', 'missing', null]],
  [
    'وعثرت فرق الإنقاذ على ناجين، فيما لا يزال 60 شخصا، ما زالوا في عداد المفقودين.',
    ['60', 60, 'exact', 'missing', null],
  ],
  ['إن 11 على الأقل لقوا مصرعهم في السوق.', ['11 على الأقل', 11, 'at_least', 'killed', null]],
  ['وأصيب 40 مواطنا فلسطينيا على الأقل في نمروش.', ['40 مواطنا فلسطينيا على الأقل', 40, 'at_least', 'injured', null]],
  // the second deed has a count of its own, or is of the same people
  [
    'قالت الشرطة إن سبعة عمال قتلوا وجرح اثنان آخران في نمروش.',
    ['سبعة', 7, 'exact', 'killed', 'police'],
    ['اثنان', 2, 'exact', 'injured', 'police'],
  ],
  [
    'وقالت وزارة الصحة إن 30 شخصا على الأقل قُتلوا وأصيب أكثر من 60 آخرين.',
    ['30 شخصا على الأقل', 30, 'at_least', 'killed', 'health ministry'],
    ['أكثر من 60', 60, 'more_than', 'injured', 'health ministry'],
  ],
  ['قالت الشرطة إن عشرين مدنيا قتلوا وأصيبوا في القصف.', ['عشرين', 20, 'exact', 'killed_or_injured', 'police']],
  // a day between the verb and who speaks; a name that is not told
  ['قتل تسعة أشخاص، على ما أعلن أمس الخميس الحاكم سامي مرجان.', ['تسعة', 9, 'exact', 'killed', 'الحاكم سامي مرجان']],
  ['وقال مسؤول أمني اشترط عدم ذكر اسمه إن خمسة جنود قتلوا.', ['خمسة', 5, 'exact', 'killed', 'security official']],
  // lists that go on by place
  [
    'وصل عدد القتلى إلى 302، منهم 232 في تلمار، و52 في نمروش، و18 في زلمورة.',
    ['302', 302, 'exact', 'killed', null],
    ['232', 232, 'exact', 'killed', null],
    ['52', 52, 'exact', 'killed', null],
    ['18', 18, 'exact', 'killed', null],
  ],
  [
    'أعلن الوزير مقتل سبعة أشخاص. ستة في تلمار وواحد في نمروش.',
    ['سبعة', 7, 'exact', 'killed', 'الوزير'],
    ['ستة', 6, 'exact', 'killed', 'الوزير'],
    ['واحد', 1, 'exact', 'killed', 'الوزير'],
  ],
  // tolls told with their height
  [
    'قتل 602 من المدنيين، ما يرفع الحصيلة إلى 41 ألفا و89.',
    ['602', 602, 'exact', 'killed', null],
    ['41 ألفا و89', 41_089, 'exact', 'killed', null],
  ],
  [
    'بلغ عدد الشهداء جراء الاعتداءات على البلاد منذ 2 آذار 634، بينهم 91 طفلا.',
    ['634', 634, 'exact', 'killed', null],
    ['91', 91, 'exact', 'killed', null],
  ],
  ['وتخطى عدد الجرحى 5 آلاف.', ['5 آلاف', 5000, 'more_than', 'injured', null]],
  ['وتجاوز عدد المفقودين الـ 9000.', ['9000', 9000, 'more_than', 'missing', null]],
  [
    'وقالت الهيئة إن حملات الاعتقال الممنهجة تصاعدت، حيث طالت أكثر من 19 ألف مواطن.',
    ['أكثر من 19 ألف', 19_000, 'more_than', 'detained', 'الهيئة'],
  ],
  ['ولا يزال مصير 82 مهاجرا مجهولا.', ['82', 82, 'exact', 'missing', null]],
  // what looks like another harm
  [
    'وفقد 68 مدنيا حياتهم، وقضى 6 أشخاص تحت التعذيب.',
    ['68', 68, 'exact', 'killed', null],
    ['6', 6, 'exact', 'killed', null],
  ],
  ['وانتشلت الطواقم جثامين 15 ضحية من تحت الأنقاض.', ['15', 15, 'exact', 'killed', null]],
  [
    'وأعلنت الوزارة تسجيل 11 ضحية، فيما لا يزال 9 آخرون في عداد المفقودين.',
    ['11', 11, 'exact', 'killed', 'الوزارة'],
    ['9', 9, 'exact', 'missing', 'الوزارة'],
  ],
  ['وقتل أو جرح ما يزيد عن 28 ألف شخص.', ['ما يزيد عن 28 ألف', 28_000, 'more_than', 'killed_or_injured', null]],
  ['وأوقع الانفجار عشرات القتلى والجرحى.', ['عشرات', 'dozens', 'vague', 'killed_or_injured', null]],
  ['ما أسفر عن ارتقاء شهيد وإصابة 20 شخصا.', ['20', 20, 'exact', 'injured', null]],
  [
    'وأفاد مصدر بأن 57 شهيدا ارتقوا من بينهم 15 طفلا و497 شخصا أصيبوا بجروح.',
    ['57', 57, 'exact', 'killed', 'source'],
    ['15', 15, 'exact', 'killed', 'source'],
    ['497', 497, 'exact', 'injured', 'source'],
  ],
  [
    'واستقبل المستشفى قتيلا واحدا وقتيلين اثنين.',
    ['واحدا', 1, 'exact', 'killed', null],
    ['قتيلين اثنين', 2, 'exact', 'killed', null],
  ],
  ['وتحتجز الجماعة 200 تلميذة تم اختطافهم من نمروش.', ['200', 200, 'exact', 'abducted', null]],
  ['إن 300 ألف شخص أصبحوا مشردين.', ['300 ألف', 300_000, 'exact', 'displaced', null]],
  // nobody harmed is counted
  ['وغرق قارب يقل على متنه 28 مهاجرا، تمكن 12 منهم من الوصول إلى اليابسة.'],
  ['ورصد التقرير 102 حادثة اعتداء على مراكز، 85 منها كانت على يد قوات النظام، و18 منها على مدارس.'],
  ['لقي 15 مهاجرا حتفهم، من بين أكثر من 80 مهاجرا كانوا على القارب.', ['15', 15, 'exact', 'killed', null]],
  ['وبلغ عدد الأشخاص الذين تم إنقاذهم من تحت الأنقاض 2470.'],
  ['وفر ما لا يقل عن عشرين جنديا من المعركة.'],
  ['وتوفي 25 جنديا بعد أن تمكنوا من إنقاذ أكثر من مئة مواطن.', ['25', 25, 'exact', 'killed', null]],
  // relays, papers, and clauses that go on behind the source
  [
    'أفادت مراسلة القناة، نقلا عن مصدر طبي، بارتفاع حصيلة القتلى إلى 32 قتيلا.',
    ['32', 32, 'exact', 'killed', 'medical source'],
  ],
  [
    'وارتفعت حصيلة القتلى، وفقا للهلال الأحمر الليبي، إلى 113 قتيلا.',
    ['113', 113, 'exact', 'killed', 'Libyan Red Crescent'],
  ],
  [
    'وكانت آخر حصيلة أعلنها التلفزيون الحكومي أشارت إلى مقتل 65 شخصا.',
    ['65', 65, 'exact', 'killed', 'التلفزيون الحكومي'],
  ],
  [
    'قتل سبعة مواطنين، وفق حصيلة جديدة أعلنت عنها اليوم الثلاثاء الحماية المدنية.',
    ['سبعة', 7, 'exact', 'killed', 'الحماية المدنية'],
  ],
  [
    'قالت وزارة الصحة السورية إن 60 شخصا فقدوا. وقتل 154 شخصا وفق المصدر ذاته.',
    ['60', 60, 'exact', 'missing', 'Syrian health ministry'],
    ['154', 154, 'exact', 'killed', 'Syrian health ministry'],
  ],
  [
    'وقال ناظم الورداني، نائب عميد بلدية نمروش، وعضو المجلس، اليوم، إن 45 شخصا قتلوا.',
    ['45', 45, 'exact', 'killed', 'ناظم الورداني'],
  ],
  [
    'وقال المتحدث باسم الجيش ناظم الورداني إن 6 جنود قتلوا. وقال متحدث باسم وزارة الصحة في تونس إن 7 أصيبوا.',
    ['6', 6, 'exact', 'killed', 'army'],
    ['7', 7, 'exact', 'injured', 'Tunisian health ministry'],
  ],
  [
    'دان مكتب حقوق الإنسان في تلمار القصف. وقال المكتب في بيان إن مئات المدنيين قتلوا.',
    ['مئات', 'hundreds', 'vague', 'killed', 'مكتب حقوق الإنسان'],
  ],
  [
    'وقال علي الورداني عضو المجلس، في تصريحات صحفية، إن 48 شخصا قتلوا.',
    ['48', 48, 'exact', 'killed', 'علي الورداني عضو المجلس'],
  ],
  [
    'ونقلت وكالة الأنباء النمروشية (نانا) عن مصدر في قيادة شرطة تلمار قوله إن طفلين قتلا.',
    ['طفلين', 2, 'exact', 'killed', 'مصدر في قيادة شرطة تلمار'],
  ],
  // what befell those who already were hurt or held, and idioms around the count
  ['توفي اثنان من الجرحى متأثرين بجراحهما.', ['اثنان', 2, 'exact', 'killed', null]],
  ['أسفر الهجوم عن سقوط 22 جريحا.', ['22', 22, 'exact', 'injured', null]],
  ['وتعرض أكثر من 300 معتقل للتعذيب في نمروش.', ['أكثر من 300', 300, 'more_than', 'tortured', null]],
  ['فارق ستة أشخاص الحياة في المستشفى.', ['ستة', 6, 'exact', 'killed', null]],
  ['نقل 23 شخصا إلى المستشفى بعد استنشاق الغاز.', ['23', 23, 'exact', 'injured', null]],
  ['وثقت المجموعة 56 حالة اختفاء قسري.', ['56', 56, 'exact', 'forcibly_disappeared', 'المجموعة']],
  // arrests, and those who disappeared after them
  ['الحرس يعتقل 16 عاملا في نمروش', ['16', 16, 'exact', 'detained', null]],
  [
    'وبين المكتب أن 30 عاملا اعتقلوا، تحول 14 عاملا منهم إلى مختفين قسريا.',
    ['30', 30, 'exact', 'detained', 'المكتب'],
    ['14', 14, 'exact', 'forcibly_disappeared', 'المكتب'],
  ],
  [
    'اعتقل 52 رجلا، 19 منهم تحولوا إلى مختفين قسريا.',
    ['52', 52, 'exact', 'detained', null],
    ['19', 19, 'exact', 'forcibly_disappeared', null],
  ],
  // in brackets, behind an abbreviation, unlike another clause
  [
    'قال الناطق باسم وزارة الصحة، د. سامر مرجان، إن الحريق أسفر عن مقتل (5) وإصابة (21) آخرين.',
    ['5', 5, 'exact', 'killed', 'health ministry'],
    ['21', 21, 'exact', 'injured', 'health ministry'],
  ],
  ['أنقذ البحارة 14 راكبا، وهناك 7 مفقودين.', ['7', 7, 'exact', 'missing', null]],
  ['قالت الشرطة إن 30 عاملا غير نظامي في عداد المفقودين.', ['30', 30, 'exact', 'missing', 'police']],
  // executions, abuse, flight, the dead and the hurt in one
  ['ونفذت المحكمة 41 إعداما منذ الربيع.', ['41', 41, 'exact', 'killed', null]],
  ['وتعرضت 27 امرأة لعنف جنسي في المخيم.', ['27', 27, 'exact', 'sexual_violence', null]],
  ['دفعت السيول نحو 900 شخص إلى مغادرة بيوتهم.', ['نحو 900', 900, 'about', 'displaced', null]],
  ['وقالت الشرطة إن 18 عاملا سقطوا قتلى وجرحى في السوق.', ['18', 18, 'exact', 'killed_or_injured', 'police']],
]
