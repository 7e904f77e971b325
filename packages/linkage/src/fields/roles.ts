/** What a column of a list holds, told from its header. */

/** How the values of a role are compared. */
export type Kind = 'name' | 'date' | 'age' | 'sex' | 'code' | 'text' | 'email'

export type Role =
  | 'name'
  | 'given'
  | 'family'
  | 'father'
  | 'grandfather'
  | 'mother'
  | 'sex'
  | 'age'
  | 'birth'
  | 'death'
  | 'place'
  | 'birthplace'
  | 'street'
  | 'number'
  | 'suburb'
  | 'region'
  | 'postcode'
  | 'identifier'
  | 'email'
  | 'phone'
  | 'occupation'
  | 'ignore'

export const KINDS: Readonly<Record<Exclude<Role, 'ignore'>, Kind>> = {
  name: 'name',
  given: 'name',
  family: 'name',
  father: 'name',
  grandfather: 'name',
  mother: 'name',
  sex: 'sex',
  age: 'age',
  birth: 'date',
  death: 'date',
  place: 'text',
  birthplace: 'text',
  street: 'text',
  number: 'code',
  suburb: 'text',
  region: 'text',
  postcode: 'code',
  identifier: 'code',
  email: 'email',
  phone: 'code',
  occupation: 'text',
}

export const ROLES = [...(Object.keys(KINDS) as Role[]), 'ignore'] as readonly Role[]

/** Header words by role; the first line that holds the folded header wins. Folded: lower case, signs as one space. */
const HEADERS: readonly (readonly [Role, readonly string[]])[] = [
  [
    'given',
    [
      'given name',
      'first name',
      'firstname',
      'givenname',
      'forename',
      'given',
      'first',
      'fname',
      'الاسم الاول',
      'الاسم الأول',
      'primer nombre',
      'nombres',
      'ime',
      'prenom',
      'vorname',
    ],
  ],
  [
    'family',
    [
      'family name',
      'surname',
      'last name',
      'lastname',
      'family',
      'familyname',
      'last',
      'lname',
      'اسم العائلة',
      'العائلة',
      'الكنية',
      'اللقب',
      'apellido',
      'apellidos',
      'prezime',
      'nom de famille',
      'nachname',
      'familyname',
    ],
  ],
  [
    'father',
    [
      'father',
      'father name',
      'fathers name',
      'father s name',
      'name of father',
      'second name',
      'اسم الأب',
      'اسم الاب',
      'الأب',
      'الاب',
      'nombre del padre',
      'ime oca',
      'patronymic',
      'middle name',
      'middle',
    ],
  ],
  ['grandfather', ['grandfather', 'grandfather name', 'third name', 'اسم الجد', 'الجد']],
  [
    'mother',
    [
      'mother',
      'mother name',
      'mothers name',
      'mother s name',
      'اسم الأم',
      'اسم الام',
      'الأم',
      'nombre de la madre',
      'ime majke',
    ],
  ],
  [
    'name',
    [
      'name',
      'full name',
      'fullname',
      'victim',
      'victim name',
      'name of victim',
      'person',
      'person name',
      'name ar',
      'ar name',
      'arabic name',
      'name arabic',
      'name en',
      'en name',
      'english name',
      'name english',
      'name latin',
      'الاسم',
      'اسم',
      'الاسم الكامل',
      'الاسم الثلاثي',
      'الاسم الرباعي',
      'اسم الشهيد',
      'اسم الضحية',
      'nombre',
      'nombre completo',
      'nombre y apellidos',
      'ime i prezime',
      'nom',
      'nom complet',
    ],
  ],
  ['sex', ['sex', 'gender', 'الجنس', 'النوع', 'sexo', 'pol', 'spol', 'sexe']],
  ['age', ['age', 'age at death', 'age years', 'years', 'العمر', 'السن', 'edad', 'starost', 'dob age']],
  [
    'birth',
    [
      'dob',
      'date of birth',
      'birth date',
      'birthdate',
      'birth',
      'born',
      'birthday',
      'birth year',
      'year of birth',
      'تاريخ الميلاد',
      'تاريخ الولادة',
      'المواليد',
      'fecha de nacimiento',
      'datum rodjenja',
      'datum rodenja',
    ],
  ],
  [
    'death',
    [
      'date',
      'date of death',
      'death date',
      'deathdate',
      'dod',
      'died',
      'date killed',
      'date of killing',
      'event date',
      'incident date',
      'death',
      'تاريخ الوفاة',
      'تاريخ الاستشهاد',
      'التاريخ',
      'تاريخ',
      'تاريخ الحادث',
      'fecha',
      'fecha de muerte',
      'datum',
      'datum smrti',
      'date of incident',
    ],
  ],
  [
    'birthplace',
    [
      'birth place',
      'birthplace',
      'place of birth',
      'مكان الولادة',
      'مكان الميلاد',
      'lugar de nacimiento',
      'mesto rodjenja',
    ],
  ],
  [
    'place',
    [
      'place',
      'place of death',
      'location',
      'death place',
      'city',
      'town',
      'village',
      'brought from',
      'area',
      'locality',
      'municipality',
      'المكان',
      'مكان الوفاة',
      'مكان الاستشهاد',
      'المدينة',
      'البلدة',
      'القرية',
      'المنطقة',
      'lugar',
      'lugar de muerte',
      'municipio',
      'mesto',
      'mjesto',
      'opstina',
    ],
  ],
  [
    'region',
    [
      'state',
      'region',
      'province',
      'governorate',
      'district',
      'county',
      'department',
      'المحافظة',
      'القضاء',
      'departamento',
      'provincia',
    ],
  ],
  ['suburb', ['suburb', 'neighbourhood', 'neighborhood', 'الحي']],
  ['number', ['street number', 'house number', 'house', 'street no']],
  [
    'street',
    [
      'street',
      'address',
      'address 1',
      'address 2',
      'address1',
      'address2',
      'street name',
      'addr',
      'العنوان',
      'direccion',
    ],
  ],
  [
    'postcode',
    ['postcode', 'post code', 'zip', 'zipcode', 'zip code', 'postal code', 'postcode fake', 'codigo postal'],
  ],
  [
    'identifier',
    [
      'soc sec id',
      'ssn',
      'social security number',
      'national id',
      'nationalid',
      'national number',
      'id number',
      'identity number',
      'passport',
      'nid',
      'nino',
      'رقم الهوية',
      'الرقم الوطني',
      'cedula',
      'dui',
      'jmbg',
    ],
  ],
  ['email', ['email', 'e mail', 'mail', 'email address', 'البريد']],
  ['phone', ['phone', 'telephone', 'mobile', 'tel', 'phone number', 'هاتف', 'الهاتف', 'telefono']],
  ['occupation', ['occupation', 'profession', 'job', 'work', 'المهنة', 'العمل', 'ocupacion', 'zanimanje']],
]

const byHeader = new Map<string, Role>()
for (const [role, words] of HEADERS)
  for (const word of words) if (!byHeader.has(foldHeader(word))) byHeader.set(foldHeader(word), role)

/** The role a header names, or null where it names none that linkage uses. */
export function roleOfHeader(header: string): Role | null {
  const folded = foldHeader(header)
  const found = byHeader.get(folded) ?? byHeader.get(folded.replace(/ ?\d+$/, ''))
  return found ?? null
}

function foldHeader(header: string): string {
  return header
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
