import { hashWord } from "../text/words.ts"
import { type LanguageWords, OTHER_LANGUAGES } from "./languages.ts"

/** What a word can be, as bits: a word can be several things. */
export const IS = {
  cue: 1,
  title: 2,
  role: 4,
  determiner: 8,
  he: 16,
  she: 32,
  /** A pronoun that names no one person: they, it, we, I, who. */
  they: 64,
  /** Capitalised only because a sentence begins. */
  small: 128,
  organisation: 256,
  place: 512,
  male: 1024,
  female: 2048,
  nationality: 4096,
  calendar: 8192,
  suffix: 16384,
  particle: 32768,
  noun: 65536,
  auxiliary: 131072,
  /** Only beside English: there the models have read what words can be without it. */
  preposition: 262144,
} as const

/** Asked for every word of every article: a table that needs no more than a look or two. */
export interface Lexicon {
  /** Where the search for a word begins is its hash's lowest bits; a power of two of places, most of them free. */
  readonly hashes: Int32Array
  /** What the word at each place can be; 0 where the place is free. */
  readonly bits: Int32Array
}

const english = new Map<number, number>()
const lexicons = new Map<string, Lexicon>()

function learn(bit: number, words: string, into: Map<number, number> = english): void {
  for (const word of words.split(/\s+/)) {
    if (word === "") continue
    const hash = hashWord(word)
    into.set(hash, (into.get(hash) ?? 0) | bit)
  }
}

const WORD_KINDS = [
  "cue",
  "he",
  "she",
  "they",
  "title",
  "role",
  "calendar",
  "determiner",
  "small",
  "auxiliary",
  "particle",
  "preposition",
] as const

/** What holds in every language: first names, places, organisations. */
const SHARED = IS.male | IS.female | IS.place | IS.organisation | IS.suffix

/** The words of a language; those of English where it is not known. */
export function lexiconOf(language: string | null): Lexicon {
  const known = language !== null && Object.hasOwn(OTHER_LANGUAGES, language) ? language : "en"
  let lexicon = lexicons.get(known)
  if (!lexicon) {
    lexicon = tableOf(wordsOf(known))
    lexicons.set(known, lexicon)
  }
  return lexicon
}

function wordsOf(language: string): ReadonlyMap<number, number> {
  const own = OTHER_LANGUAGES[language]
  if (!own) return english
  const words = new Map([...english].map(([hash, bits]) => [hash, bits & SHARED]))
  for (const kind of WORD_KINDS) learn(IS[kind], own[kind], words)
  if (own.tied) learnTied(own, own.tied, words)
  return words
}

/** Places a listed word: at four, hardly any search goes on after the first look. */
const PLACES_A_WORD = 4

function tableOf(words: ReadonlyMap<number, number>): Lexicon {
  const size = 2 ** Math.ceil(Math.log2(words.size * PLACES_A_WORD))
  const hashes = new Int32Array(size)
  const bits = new Int32Array(size)
  for (const [hash, can] of words) {
    let place = hash & (size - 1)
    while (bits[place] !== 0) place = (place + 1) & (size - 1)
    hashes[place] = hash
    bits[place] = can
  }
  return { hashes, bits }
}

/** What a word can be, by its hash: bits of IS. */
export function bitsOf({ hashes, bits }: Lexicon, hash: number): number {
  const last = bits.length - 1
  let place = hash & last
  while (bits[place] !== 0 && hashes[place] !== hash) place = (place + 1) & last
  return bits[place]!
}

/** Whether a token can be one of these: bits of IS. */
export function has({ bits }: { readonly bits: Int32Array }, i: number, can: number): boolean {
  return (bits[i]! & can) !== 0
}

/** "dit-il", "explique-t-elle", "a-t-il": verb and pronoun in one word. */
function learnTied(
  { cue, auxiliary }: LanguageWords,
  tied: NonNullable<LanguageWords["tied"]>,
  into: Map<number, number>,
): void {
  for (const kind of ["he", "she", "they"] as const) {
    for (const pronoun of tied[kind].split(" ")) {
      const tie = (verb: string): string => `${verb}-${pronoun} ${verb}-t-${pronoun}`
      learn(IS.cue | IS[kind], cue.split(" ").map(tie).join(" "), into)
      learn(IS.auxiliary | IS[kind], auxiliary.split(" ").map(tie).join(" "), into)
    }
  }
}

/** Verbs by their base; the inflections are made by rule, the irregular ones listed. */
const REGULAR_CUES =
  "add admit advise affirm agree allege announce argue assert assure boast charge claim comment complain concede conclude confess " +
  "confirm contend continue counter declare declaim demand deny describe disclose elaborate emphasize estimate exclaim explain express fume gush " +
  "hint insist joke lament maintain mention mock muse note object observe opine plead pledge point post predict proclaim promise pronounce protest " +
  "quip react reason reassure recall recount reflect reiterate relate remark remind reply report respond reveal rail scoff scold shout shrug sigh " +
  "signal snap state stress suggest surmise testify thunder tweet underline underscore urge utter voice vow wail warn whisper wonder yell call ask " +
  "answer accuse acknowledge address blast caution chide criticize decry defend denounce dismiss label lambaste praise propose question quote recommend " +
  "refer reminisce slam speculate summarize tease threaten tout acknowledge allow alert amplify enthuse grumble implore inform instruct intone interject interrupt " +
  "jest murmur mutter offer order preach prophesy rant rebut retort scream sneer snipe sob specify spell stammer theorize trumpet venture vent volunteer " +
  "applaud attack bemoan brag cite compare compliment condemn congratulate deadpan deride forecast fret gloat highlight indicate invoke liken list mumble " +
  "pray prod refute reject repeat request ridicule rue salute stipulate thank vouch welcome worry believe hope fear expect"
const IRREGULAR_CUES =
  "said say says saying told tell tells telling wrote write writes writing written spoke speak speaks speaking read reads reading went goes " +
  "thought think thinks thinking knew know knows made put puts putting saw sees swore swear swears quoted quipped admitted conceded " +
  "rebutted fretted bragged begged begs begging cried cries cry replied replies reply denied denies deny testified clarified clarifies clarify " +
  "specified justified prophesied worried worries retweeted retweets blogged blogs countered countering shot shrugged wept laughed laughs smiled " +
  "recalls sang sings sing chanted chants chant joked jokes cautioned tells according mused"

function inflect(base: string): string[] {
  if (/[^aeiou]y$/.test(base)) {
    const stem = base.slice(0, -1)
    return [base, `${stem}ies`, `${stem}ied`, `${base}ing`]
  }
  const third = /(?:s|x|ch|sh)$/.test(base) ? `${base}es` : `${base}s`
  if (base.endsWith("e")) return [base, third, `${base}d`, `${base.slice(0, -1)}ing`]
  return [base, third, `${base}ed`, `${base}ing`]
}

learn(IS.cue, REGULAR_CUES.split(" ").flatMap(inflect).join(" "))
learn(IS.cue, IRREGULAR_CUES)
learn(
  IS.title,
  `mr mrs ms miss dr sir lord lady dame prof professor sen sens senator senators rep reps representative congressman congresswoman gov govs governor president
  chairman chairwoman chair secretary mayor judge justice gen general col colonel capt captain lt lieutenant sgt sergeant cpl corporal maj major adm admiral rev
  reverend pope king queen prince princess minister premier chancellor ambassador director attorney spokesman spokeswoman spokesperson commissioner councilman
  councilwoman sheriff chief officer detective speaker leader strategist adviser advisor manager analyst candidate nominee host anchor correspondent reporter editor
  columnist author undersecretary then-secretary president-elect secretary-general vice-president whip counsel provost ayatollah const constable insp inspector supt superintendent businessman businesswoman actor actress singer coach commander bishop archbishop cardinal rabbi imam sheikh dean deputy vice then-vice
  former ex-president prosecutor lawyer professor pastor father brother sister aide co-chair co-founder founder ceo cfo executive comrade`,
)
learn(
  IS.role,
  `president leader spokesman spokeswoman spokesperson official officials senator senators congressman congresswoman governor mayor minister premier chancellor secretary
  director chairman chairwoman chair nominee candidate candidates contender frontrunner front-runner mogul billionaire businessman businesswoman developer tycoon magnate lawmaker lawmakers legislator
  politician politicians strategist strategists adviser advisers advisor advisors aide aides manager analyst analysts expert experts critic critics supporter supporters
  opponent opponents rival rivals voter voters resident residents professor historian economist economists scientist scientists researcher researchers author authors writer
  columnist reporter reporters journalist journalists editor editors host anchor moderator lawyer lawyers attorney attorneys prosecutor prosecutors judge judges justice police
  officer officers sheriff chief commander general soldier veteran veterans doctor doctors nurse teacher teachers student students woman women man men mother father parents
  daughter son wife husband brother sister friend friends neighbor neighbors witness witnesses source sources person people group groups campaign committee party company
  organization agency department government administration court newspaper paper magazine network report reports study studies poll polls survey surveys statement letter email
  memo document documents article editorial ad website post tweet message book filing lawsuit complaint spokesmen democrat democrats republican republicans conservatives liberals activist activists protester protesters
  strongman dictator ruler autocrat pontiff pope king queen prince monarch diplomat diplomats ambassador insider insiders staffer staffers operative operatives pollster
  pollsters pundit pundits observer observers commentator correspondent actor actress singer star comedian celebrity boss ceo executive executives founder owner spokespeople
  hopeful incumbent challenger real-estate showman star doctor physician surgeon pastor priest reverend bishop rabbi immigrant immigrants teenager child children
  first-lady lady leadership bureau union association council commission firm board panel team office house congress senate
  commissioner commissioners secretary engineer engineers councillor councillors councilman councilwoman warden master harbourmaster skipper pilot pilots deputy`,
)
learn(
  IS.determiner,
  "the a an his her their our my its this that these those some many several few one two three four five another other others both most all no each every any your",
)
learn(IS.he, "he him his himself")
learn(IS.she, "she her hers herself")
learn(IS.they, "they them it we i you who us me one")
learn(
  IS.small,
  `the a an and or but nor so yet for of in on at by to from with without about after before since until while when where why how what which who whom whose that this
  these those there here it its he him his she her hers they them their theirs we us our ours i me my mine you your yours is are was were be been being am do does did done have has had having
  will would can could should shall may might must not no yes if then else than as because although though unless whether either neither both each every all any some many much more most
  few several other another such same own only just even also too very still again already ever never now today tomorrow yesterday tonight later earlier recently meanwhile however
  instead indeed perhaps maybe moreover furthermore nevertheless nonetheless therefore thus hence otherwise besides despite during through throughout against among between into onto upon over under
  above below across along around behind beyond near off out up down back away asked according speaking referring like unlike one two three four five six seven eight nine ten first second third
  last next finally once twice well ok okay oh ah hey look let let's get go come take make made say says said see think know want need right sure thanks thank please good great
  new old some according given during yet rather especially particularly nearly almost about additionally similarly likewise afterwards afterward eventually initially previously currently
  people voters critics supporters officials everyone everybody someone somebody nobody nothing something everything anyone anybody anything ours but's that's it's he's she's there's what's who's i'm i've i'd i'll we're we've we'll we'd
  you're you've you'll they're they've they'll don't doesn't didn't can't couldn't won't wouldn't isn't aren't wasn't weren't haven't hasn't hadn't shouldn't responding following based depending asking
  still no-one part half hundreds thousands dozens millions looking going being having seeing calling saying noting adding citing responding discussing comparing pressed even when whatever whoever wherever whenever`,
)
learn(
  IS.organisation,
  `party committee council commission university college school institute foundation association union court congress senate house department ministry agency bureau office
  administration government campaign company corp corporation inc llc group bank times post news journal magazine tribune herald press network tv television radio media fox cnn msnbc cbs nbc abc
  bbc npr reuters politico breitbart newsweek bloomberg fund alliance coalition center centre club church army navy force forces police league network team board conference academy hq headquarters caucus service
  reserve society federation organization trust pac democrats republicans gop fbi cia nsa kremlin pentagon dnc rnc nato un eu isis isil america twitter facebook google amazon apple microsoft huffpost
  youtube wikileaks afl-cio naacp nra aclu courier weekly daily gazette echo mercury observer guardian standard mirror mail
  express telegraph globe chronicle bulletin dispatch review wire examiner inquirer argus sentinel`,
)
learn(
  IS.place,
  `alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts
  michigan minnesota mississippi missouri montana nebraska nevada hampshire jersey mexico york carolina dakota ohio oklahoma oregon pennsylvania rhode tennessee texas utah vermont
  virginia wisconsin wyoming usa u.s u.s.a us uk u.k russia ukraine china japan korea germany france spain italy england britain scotland ireland wales canada brazil argentina india pakistan
  afghanistan iran iraq syria libya egypt israel turkey saudi arabia yemen lebanon jordan palestine gaza poland hungary romania bulgaria greece sweden norway finland denmark
  netherlands belgium austria switzerland portugal cuba venezuela colombia chile peru vietnam thailand indonesia philippines australia zealand africa asia europe moscow washington
  london paris berlin beijing tokyo kiev kyiv brussels geneva rome madrid jerusalem chicago boston philadelphia detroit cleveland dallas houston atlanta miami denver seattle
  orlando phoenix pittsburgh milwaukee baltimore brooklyn manhattan helsinki oval united states kingdom soviet city county street avenue island north south east west river lake
  d.c ussr u.s.s.r avenue wall point bay cape quay pier bridge beach valley river lake square park las vegas angeles francisco diego antonio orleans des moines delhi england tower plaza hotel airport
  hospital n.h n.j n.y n.c s.c n.d s.d`,
)
const NATIONALITIES = `russian american british french german italian spanish chinese japanese korean indian pakistani iranian iraqi syrian israeli palestinian turkish saudi ukrainian polish hungarian greek
  swedish norwegian finnish danish dutch belgian austrian swiss portuguese cuban mexican canadian brazilian argentine venezuelan colombian australian african european asian arab
  democratic republican democrat gop conservative liberal libertarian independent muslim christian catholic jewish black white hispanic latino latina soviet communist labour tory english scottish irish
  egyptian afghan libyan lebanese jordanian nigerian kenyan vietnamese thai indonesian filipino belarusian georgian serbian croatian czech slovak romanian bulgarian presidential federal u.s u.s.`
learn(IS.nationality, NATIONALITIES)
// Their plurals name groups.
learn(IS.organisation, NATIONALITIES.replace(/\s+/g, "s "))
learn(
  IS.calendar,
  "january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun christmas thanksgiving easter",
)
learn(IS.suffix, "jr sr ii iii iv phd md esq")
learn(IS.particle, "de la le van von der den del della di da dos bin ibn al el ben ter")
learn(
  IS.auxiliary,
  "is are was were be been being am do does did have has had having will would can could should shall may might must 's 're 've 'll 'd also then not n't later already repeatedly often reportedly once even just further went",
)
// Given names that a census of one country lacks.
learn(
  IS.male,
  `tomas tomás miguel josé jorge luís rui nuno paulo pedro joão andré olav lars nils sven erik gunnar bjorn henrik mikkel soren jakob jan piet willem dirk bram
  hendrik joost pieter matthias stefan jürgen uwe dieter günter rainer helmut otto fritz giuseppe luca marco paolo stefano enzo carlo jean pierre jacques
  michel philippe laurent olivier thierry luc yves mehmet mustafa recep kemal omar khalid youssef karim tariq rashid imran rajesh sanjay amit vijay rahul arjun
  hiroshi kenji takashi yoshihide wei jian hao sergei sergey dmitry dmitri mikhail nikolai aleksandr alexei andrei igor oleg yuri viktor boris konstantin kirill
  maksim roman bohdan taras ihor lech jarosław andrzej piotr tomasz janusz zoltan laszlo ferenc nicolae ion radu owen rhys gareth alun euan hamish
  angus callum fergus declan cormac eoin seamus niall odhran odo`,
)
learn(
  IS.female,
  `teresa edda zulmira isabel inês beatriz catarina joana fernanda lucia lucía pilar mercedes dolores ingrid astrid sigrid birgit helga heidi ursula gudrun
  annegret wilma petra sabine monika karin kirsten hanne mette liv solveig anneke saskia femke marijke giulia chiara francesca paola silvia elisabetta camille
  claire sophie nathalie sylvie brigitte valérie aïcha fatima leila amina aisha yasmin noor priya anjali sunita indira lakshmi meera yuki keiko sakura mei ling
  xiu daria anastasia oksana yulia ludmila galina nadezhda valentina zuzana agnieszka malgorzata małgorzata katarzyna ewa magda ilona agnes ildiko ioana orla
  aoife siobhan niamh ciara grainne sinead maeve bronwen carys catrin isla morag fiona
  zulmira wilma edda hanne lena ingrid astrid greta heidi ursula petra birgit sabine claudia monika katarzyna agnieszka magdalena olga natalia svetlana irina tatiana elena ludmila yulia ekaterina
  anastasia fatima aisha leila yasmin zainab amina priya anjali sunita indira benazir keiko isabel carmen pilar lucia paula ines beatriz mariana camila valentina giulia chiara francesca paola simone amelie
  celine brigitte mette freja sigrid solveig marit kirsten annika elke hannelore dagmar zofia`,
)
learn(
  IS.male,
  `james john robert michael william david richard charles joseph thomas christopher daniel paul mark donald george kenneth steven edward brian ronald anthony kevin jason matthew gary timothy jose larry
  jeffrey frank scott eric stephen andrew raymond gregory joshua jerry dennis walter patrick peter harold douglas henry carl arthur ryan roger joe juan jack albert jonathan justin terry gerald keith samuel willie
  ralph lawrence nicholas roy benjamin bruce brandon adam harry fred wayne billy steve louis jeremy aaron randy howard eugene carlos russell bobby victor martin ernest phillip todd jesse craig alan shawn
  clarence sean philip chris johnny earl jimmy antonio danny bryan tony luis mike stanley leonard nathan dale manuel rodney curtis norman allen marvin vincent glenn jeffery travis jeff chad jacob lee melvin alfred
  kyle francis bradley jesus herbert frederick ray joel edwin don eddie ricky troy randall barry alexander bernard mario leroy francisco marcus micheal theodore clifford miguel oscar jay jim tom calvin alex
  jon ronnie bill lloyd tommy leon derek warren darrell jerome floyd leo alvin tim wesley gordon dean greg jorge dustin pedro derrick dan lewis zachary corey herman maurice vernon roberto clyde glen hector
  shane ricardo sam rick lester brent ramon charlie tyler gilbert gene marc reginald ruben brett angel nathaniel rafael leslie edgar milton raul ben chester cecil duane franklin andre elmer brad gabriel ron
  mitchell roland arnold harvey jared adrian karl cory claude erik darryl jamie neil jessie christian javier fernando ted mathew tyrone darren lonnie lance cody julio kelly kurt allan nelson guy
  clayton hugh max dwayne dwight armando felix jimmie everett jordan ian wallace ken bob jaime casey alfredo alberto dave ivan johnnie sidney byron julian isaac morris clifton willard daryl ross virgil andy
  marshall salvador perry kirk sergio marion tracy seth kent terrance rene eduardo terrence enrique freddie wade barack mitt newt marco rand rudy mahmoud vladimir boris dmitry sergei mikhail yuri igor oleg alexei
  emmanuel francois nicolas pierre jean hans jurgen klaus gerhard giovanni matteo xi hassan hussein ali ahmed mohammed muhammad abdul omar khizr narendra shinzo bashar benjamin recep elon jeb bernie reince corey paul lindsey
  bobby lincoln rex jens wolfgang heinrich anders lars erik pavel viktor volodymyr petro kim trey preet carter chuck mack tucker bret wolf anderson dylan evan ethan noah liam mason logan owen caleb connor austin
  hunter mitch roger stephen harry
  stefan jan piotr andrzej jiri lukas luca paolo giuseppe giorgio francesco carlo antoine jacques philippe laurent olivier thierry yves henri gunther dieter horst uwe sven bjorn henrik nils olaf olav mikkel
  kristian magnus gustav johan hendrik pieter willem joost ravi rajiv amit arun sanjay vijay imran tariq khalid yusuf mustafa mehmet hamid reza javad kofi kwame thabo hiroshi kenji takeshi shigeru satoshi diego
  pablo ignacio joao paulo tiago nuno duarte bruno felipe gustavo mauricio bram piet jonah ivo dominic declan fergus angus alistair graham nigel trevor clive gareth rhys hamish callum stuart simon rupert hugo
  julius cedric emil anton konstantin nikolai alexandre etienne gaston matthias sebastian tobias florian rainer manfred ernesto rodrigo santiago andres mateo`,
)
learn(
  IS.female,
  `mary patricia linda barbara elizabeth jennifer maria susan margaret dorothy lisa nancy karen betty helen sandra donna carol ruth sharon michelle laura sarah kimberly deborah jessica shirley cynthia
  angela melissa brenda amy anna rebecca virginia kathleen pamela martha debra amanda stephanie carolyn christine marie janet catherine frances ann joyce diane alice julie heather teresa doris gloria evelyn jean
  cheryl mildred katherine joan ashley judith rose janice kelly nicole judy christina kathy theresa beverly denise tammy irene jane lori rachel marilyn andrea kathryn louise sara anne jacqueline wanda bonnie julia
  ruby lois tina phyllis norma paula diana annie lillian emily robin peggy crystal gladys rita dawn connie florence tracy edna tiffany carmen rosa cindy grace wendy victoria edith kim sherry sylvia josephine
  thelma shannon sheila ethel ellen elaine marjorie carrie charlotte monica esther pauline emma juanita anita rhonda hazel amber eva debbie april leslie clara lucille jamie joanne eleanor valerie danielle
  megan alicia suzanne michele gail bertha darlene veronica jill erin geraldine lauren cathy joann lorraine lynn sally regina erica beatrice dolores bernice audrey yvonne annette marion dana stacy ana renee
  ida vivian roberta holly brittany melanie loretta yolanda jeanette laurie katie kristen vanessa alma sue elsie beth jeanne vicki carla tara rosemary eileen terri gertrude lucy tonya ella stacey wilma gina
  kristin jessie natalie agnes vera willie charlene bessie delores melinda pearl arlene maureen colleen allison tamara joy georgia constance lillie claudia jackie marcia tanya nellie minnie marlene heidi
  hillary chelsea melania ivanka kellyanne carly condoleezza nikki sonia elena ruth angela theresa marine kamala tulsi alexandria jen huma loretta donna debbie nancy dianne barbara elizabeth omarosa hope katrina
  ursula christine jacinda greta olga natalia svetlana tatiana irina ekaterina maria ghazala savannah megyn rachel greta olivia sophia ava mia abigail madison chloe zoe hannah kayla haley kate kristina kirsten`,
)
