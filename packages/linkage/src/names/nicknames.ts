/** Short and familiar forms of given names, each line one name: English, Spanish, Slavic. */

const GROUPS = `
robert rob bob bobby robbie bert|william bill will billy willie wm liam|john jack johnny jon jno ian|james jim jimmy jamie jas
charles charlie chas chuck|george geo|thomas tom tommy thos|richard dick rick ricky rich|edward ed ted eddie ned teddy|henry harry hal hank
joseph joe jos joey|samuel sam sammy saml|michael mike mick mickey|david dave davy|daniel dan danny|alexander alex sandy alec sasha
andrew andy drew|anthony tony ant|benjamin ben benny|christopher chris kit|frederick fred freddy freddie fredk|francis frank fran
gregory greg|matthew matt|nicholas nick nicky|patrick pat paddy|peter pete|philip phil|stephen steven steve|timothy tim|walter walt wat
lawrence larry laurie|leonard len leo|ronald ron|donald don|kenneth ken|gerald gerry jerry|jeffrey jeff geoffrey geoff|raymond ray|albert al bertie
alfred alf fred|arthur art|augustus gus|bartholomew bart|edmund ed ned|eugene gene|herbert herb bert|joshua josh|nathaniel nat nathan|oliver ollie
theodore ted theo|victor vic|vincent vince|zachary zach zac|harold harry|jonathan jon|dominic dom|maxwell max|archibald archie|reginald reg reggie
elizabeth liz beth betty bess eliza lizzie betsy bessie libby elisabeth|margaret maggie meg peggy marge rita madge greta|mary molly polly may mamie
catherine kate katie kathy cathy kitty katherine kathryn|anne ann anna annie nan nancy hannah|susan sue susie susanna|sarah sally sadie|jane jenny janet jean
martha patty mattie|dorothy dot dolly|florence flo florrie|frances fanny fran|harriet hattie|helen nell nellie ellen elena|isabella bella isabel
jennifer jen jenny|jessica jess jessie|judith judy|louisa lou louise|matilda tilly maud|rebecca becky|rose rosie|teresa tess terry theresa|victoria vicky
charlotte lottie charlie|caroline carrie carol|abigail abby gail|amanda mandy|barbara babs barb|christina tina chris christine|deborah deb debbie
eleanor nell ellie nora|emily em emma|georgina georgie|jacqueline jackie|josephine jo josie|patricia pat patty tricia|philippa pippa|samantha sam
alexandra alex sandra|amelia millie amy|evelyn evie eve|grace gracie|imogen immy|lillian lily|phoebe fee
jose pepe|francisco paco pancho|ignacio nacho|jesus chucho|manuel manolo|guadalupe lupe|dolores lola|concepcion concha|enrique quique|alejandro alex
ivan vanya|dmitri dima mitya|mikhail misha|aleksandr sasha shura|vladimir volodya vova|nikolai kolya|aleksei alyosha|yekaterina katya ekaterina|maria masha`

const groupsOf = new Map<string, readonly number[]>()
for (const [index, group] of GROUPS.trim().split(/[|\n]/).entries())
  for (const name of group.split(' ')) groupsOf.set(name, [...(groupsOf.get(name) ?? []), index])

/** Whether two names are forms of one given name; a name is no form of itself where it is unknown. */
export function sameGivenName(one: string, other: string): boolean {
  const groups = groupsOf.get(one)
  const others = groupsOf.get(other)
  return groups?.some((group) => others?.includes(group) ?? false) ?? false
}
