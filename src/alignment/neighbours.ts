/**
 * English words of five letters and more that are one slip of the pen from another English word: both occur in at
 * least five of five thousand news texts and transcripts. Between two of these a difference is another word, not a
 * misprint.
 */
const WORDS = `
abided abiding abused abusers abuses abusing academics academies accent accept accusers accuses acknowledgement
acknowledgment action actualmente adapted adapting addiction adding addition adopted adopting adverse advice advise
adviser advisers advises advisor advisors aided aiding ailing aiming airing airliners airlines airman airmen alerted
aliens aligns altitude aluminium aluminum ambitions ambitious amused amusing analyse analyses analysing analysis
analysts analyze analyzing angels angles annuncio anuncio apologies apologise apologize apologizes appealed appealing
appeals appeared appearing appears apples applies ardent areas arenas arent arming artistic assert asserts assess
asset assets assume assumed assuming assure assured assuring attached attacked attitude attualmente auction autistic
avenge avenue averse averted backed backend backer backers backing backs backward backyard bailed bailing baiting
baked baker bakers balked bands banging banker bankers banking banner banners banning banter based bashed bashing
basics basis bathed bathing batted battle battled battles beach beaches beamed beaming bearing beast beating became
become bedside begged behavior behaviour beings belated beliefs belies believers believes bending benefited benefiting
benefitted benefitting berated beside bested besteld bestelling besting bestselling beter better betting biased
bidding binding biting bitter blacked blacks blamed blaming blared blasted blasting blasts blazed blazing bleach
bleached bleaches bleaching bleeding blending blocked blocks blocs blowing boasted boasting boasts boats bogged boiled
boiling bolder bolster bonds booed booing booked booking boomed booming boosted booster boosting boosts booted booths
boots border boring bother bothers bottle bottled bottles bought bounced bounded bounds bowing boxers boxes boxing
braced braces brakes brands braved bravely bravery breach breached breaches breaching breadth breast breath breathing
breeding bride bridge bridging bring bringing brings broached brother brothers brought brushes buried burned burning
burying bused buses bushes businessman businessmen busing busted busting bustling butter buying caller calmer camped
camping camps campus canceled canceling cancelled cancelling capital capitol capped capping caption cared caring
carriers carries carved cases cashing casting casts casual casually casualty causal cause causes caution caved caving
ceased center centers cento centre centres centro certain certainly certainty chafed chains chaired chairman chairmen
chairs challengers challenges chance chances change changed changes changing chanted chanting chants chapter charge
charged charges charging charity charming charred charter charts chased chats chatted chatter cheated cheating cheats
checks cheeks cheers chided chimed chipping choked choking choose chopping chose cites cities civilised civilized
clapped clapping clarify clarity clashed clashes clashing classes clause clauses cleaned cleaner cleaning cleansing
cleared clearer clearing clientes clients closest closet closure cloture cluster clutter coasts coffers collided
collision colluded collusion colores colors combing comercial coming command commanded commandos commands commence
commenced commend commended commented commerce commercial commuter compete competed competing compiled complains
complaint complaints complement complete completed completes completing complexes compliant complied compliment
computer computing concept concepts concerned concerns concert concerted concerts concession condoned conduct conduit
confers confess confession confidant confided confident confined confirm conform congressman congressmen congresswoman
congresswomen consent contact contacted contacting contacts contends content contention contents contest contests
context continent contingent contract contracted contracting contracts contrast contrasted contrasting contrasts
contrato contratto contro convened convention converged convert converted convey conveyed convoy cooked cooking cooled
cooling coping copying cordoned corner coroner costing costs counted counties counting countries country counts county
course courted courting courts covered covert coveted crashed crashes crashing created creating cries crimes crises
crisis criss criticise criticised criticising criticize criticized criticizing crooked crossers crosses crosstalk
crosswalk crowded crowned crushed crushes crushing cuando cuanto curbing curing curse cursing curtain cutter daring
darling dating deadly dearly deaths debated debaters debates debuted decade decades deceased deceit decent decide
decided decides deciding decision decisive decisively decked decreased decree dedicate defeat defeated defeats defect
defected defection defective defects defence defend defended defending defends defense deferred defied defies defined
defines deflated deflect deflected defund defunded defunding defying degree deleted delicate demise demoted demotion
denial denied denies dental dented denuclearisation denuclearization denying depart departed departing depend depended
depending depends depleted deport deported deporting depraved deprive deprived depths derail derailed derailing
derided deriding derision derisive derisively derive derived descent deserted deserved despise despite destabilising
destabilizing detail detailed detailing detained detaining detect detected detection detective detention deterred
device devise devoted devotion dicembre diciembre digging diner diners dining dinner dinners discard discord discorso
discurso disparage disparate displaced displayed disponibile disponible distract district diver diverged divers
diversify diversity diverted divide divided dividend divine diving doable doble dodged dodging dogged dogging doing
doling donors doors dosing double doubled doubted downed downing drafted drafting dragged dress drifted drifting drive
driver drivers drives driving drones droves drowned drowning drugged ducked duress during eased easing eating
economics economies edited editing ejected elected emphasise emphasize empire employees employers enablers enables
enacting enclave encourage endure endured enduring engaged enjoys enmity enraged enslave ensued ensuing ensure ensured
ensuring entice entire entirely entirety entity entourage entre envoys erased erasing erected eternal ethic ethnic
evacuate evacuated evacuating evacuation evacuations evaluate evaluated evaluating evaluation evaluations exacting
excelled except excerpt excise excite excited exciting excuse exert existed existing exists exited exiting exits
expansive expect expects expelled expensive expert experts expire explode exploded exploding explore explored
exploring export exports extensive external extort facing faction faculty fading failed failing failings fairly fairy
falling falter famed fared fares faring farmer farmers farming farther faster father faulty favor favorable favored
favorite favors favour favourable favourite feared fearing feeding feeling fellow fellows fencing fended fending
fester festered feuded feuding fiction fight fights filed filer filers files filing filings filled filling filmed
filming filter finding firing firings firmer firsts fists fixing flailing flames flared flares flattening flattering
flavor flavored flavors flawed fleeing fliers flies flight flights fling flipped flipping floating flooded floods
floored floors flopped flopping flota flotta flouting flowed flying fodder foiled foiling folder follow follows foods
fooled footed forced forcing forego forged forget forging forgo forgot formed former forming forms forth forums foster
fostered founded founder founders founding fourth fraction framed framers frames framing frayed fraying freeing
freezing freshman freshmen friction fueled fueling fuelled fulfil fulfill fulfillment fulfilment funded funder funders
funding further gambled gaming gaping garage garbage garbled gasping gearing generic genetic gente gentle gentleman
gentlemen getting giants glaring glowing grade graders grades grande grandes grants grapes grasping graves greats
greens greets grinding grinning groping grouping growing guess guests gunman gunmen gusts gutting hacer hacker hadden
halfway hallway halted hammer hammered hamper hampered handed handing handled handling hanging harden hardened hardest
harkened harvest hated haters hates hatred haunted haven headed heading healed healing heaped hearing hears hearse
hearted hearts heated heating heats heaven heeded heeding heeled helmed helped heres heroes hidden hiding hiking
hinged hinted hinting hiring hitting hoarse hoisted homeless homers homes honestly honesty honing honor honored honour
honoured hooded hooked hoped hopeless hoping hopped hordes horse horses hosted houses huddle hunger hunted hunter
hunting hurdle hurling hurting iconic ideals ideas identifies identify identities identity immunity impeding impending
imperial imperil implodes implores importance importante impunity incest incite incited incites inciting include
incluye indicated indicted infected infection infections infectious inferior infested inflamed inflated injected
injection injured inmate innate install instill insulated insulted insured intende intense intensify intensity intent
intention interior internal interval invent invented invention inventors invest invested investors invite invited
invites inviting ironic judgement judgment kilometers kilometres labor labour laced lacked lacking lagged lagging
landed landing lashed lashing lasted lasting later latter lauded launch launchers launches lawyer lawyers layer layers
laying leader leaders leading leaked leaker leakers leaking leaned leaner leaners leaning leans learned learning
learns leases leasing leaves leaving lenders lending lessen lesson letter levels levers liable liberal licking lifted
lifting lighting lightning likable liked likelihood likely liking lined liners lines linger lingers lining linked
linking listed listing literal livelihood lively living loaded loading loaned lobbed lobbied locales locals locked
locking lodged logged logging lonely longer looked looking loomed looming looted looting losers loses losing losses
lovely lovers loves loving lowers lunch luring lurking lying maker makers makes making managers manages manera manier
manner mantra manufacturers manufactures marched marchers marches marching marital marked marker markers market
markets marking markt marred married martial masked massed masses master mastered masters mastery matched matches
matching mater material maternal matter mattered matters meager meals medals meddle meddled mediation medication
meeting melting mental mentre mercado mercato merger meses messed messes metal metals meters metre metres middle
minded minder mined miner miners mines minimise minimize mining minors minted mislead misleading misled misreading
missed misses misused mixing mobiele mobile modello modelo modelos models modernisation modernise modernised
modernization modernize modernized modestly modesty money monies monkey monthlong months monthslong moral morality
morning mortal mortality mourning mouths moves movies muddled multibillion multimillion muster mystery naive nation
nations native nearby nearly neatly needed needled neighborhood neighboring neighbors neighbourhood neighbouring
neighbours normalcy normally notching nothing notice noting notion notions novembre novice noviembre nuevas nuevos
observers observes officers offices opened opined opting organisation organisational organisations organise organised
organisers organising organization organizational organizations organize organized organizers organizing ouster
ousting outer outing outlet outset outside outsize overcame overcome overhead overheard overly overnight overseas
oversees oversight overstated overstayed overthrew overthrow overtly overtures overturns owing owning paced pacing
packed packing pained pains painted painting paints paired pairing palace panned pants paring parked parking parted
parting partly party partying passed passes passing patches patently patiently patrol patrols patrons paused pauses
pausing paving payback payer paying payoff penned perpetrated perpetuated personable personale personas persons petrol
petty phase phases phrase phrases picked picket picking piece pierce piloting pilots pinned pissed pitches pitting
pivoting pivots plaats place placed places placing plague planes planet planks planned planning plans plant planted
planting plants plaque plates playback played player players playing playoff pleaded pleading pleads pleas pleased
pleasing plots plugging plunging pocket pointed pointing points poised poison poking police policeman policemen polite
politicos politics polled polling pollsters polluters popping portal posed posing posited postal posted poster posting
poter pounced pounded powder power prayed prayer prayers praying precios precious precise preclude predicated
predicted prelude premise premised premises present presentado presentato presented presenting presents pretty prevent
prevented preventing prevents previous preyed preying price prices prides prince principale principle printed printing
priorities prioritizes prison privatisation privatization prizes probed probes probing probleem problem problemas
problems proceso process processed procession processo processor producers produces productos products professed
profession professor profiled profiling profited profiting programa programma project projected projecting projection
projections projects promise promised promises promoted promoting prompted prompting proper properly property propping
prosper protect protected protecting protection protections protector protects protest protested protester protesters
protesting protestor protestors protests proved proves providers provides proving prowess pulled pulling purchasers
purchases purse pursue putting qualifies qualify qualities quality quando quanto quotas quotes raced racing racist
racists racked racking raged raging raided raiding railed railing rained raining raised raises raising raking rally
rammed ramped ramping random ranged ranging ranked ranking ransom raped raping rapist rapists rating reached reaching
reacted reacting reactions reader reading realise realised realize realized really reaped reaping rebate rebates
recent recipe recite recognise recognised recognize recognized recusal recuse recused recusing redacted redactions
reductions reelect reelected reelection reeling reference reflect reflected reflection refrain refraining refuge
refugee refusal refuse refused refusing refute refuted regain regained regaining regard regarded regarding regards
regressive rehire reign reigned reigning reining reinvent reinvented reinvest reinvested relate related relates
relating relaxed relaxing relay relayed relented relics relied relies relieve religions religious relive relocation
remain remainder remained remaining remains remake remanded remind reminded reminder remote remove render rented repay
repeal repealed repealing repeals repeated repeating repeats repel replay replied replies reply report reported
reporting reports repressive reprieve rescuers rescues resent resented reset resign resigned resigning resolution
resolutions resolves resolving resort resorted resorting resorts rested restrain restraining retailer retain retained
retainer retaining retains retake retire retiree retort retorted retrain retraining retrieve reveal revealed revealing
reveals revel reveled reveling revenge revenue revered reverence reversed reverted reviled revise revised revive
revived revocation revolution revolutions revolves revolving reward rewarded rewarding rewards rewind riders rides
riding rigged rigging riled ringing rioting rises rising risking rivaal rival rivers roaming roaring robbed robber
robbing robots rocked roiled roiling rolled rolling rooted rooting roots routed rubbed rubber rubbing rubble ruble
rubles rugged ruined ruining rulers rules rumble rumors rumours runaway running runway sacred safely safety sailed
sailing sales salvage sample savage saves saving saying scaled scales scaling scammed scanned scanning scarce scare
scared scares scarred scars scattered scored scores scoring scouring scouted scouting scouts scrapped scream screamed
screaming screams scuttle sealed sealing searing seated seating seeded seeds seeing seeking seemed seeming seized
seizes selling sells selves sending sends seniors sensing sensors series server servers serves serviceman servicemen
servicio servizio setting settling sever sewed sewing sexting shakes shaking shallow shamed shaming shaped shaping
shared shares sharing shatter shattered shattering shelled shelling shells shelves shied shield shifts shine shined
shipped shipping shirts shocked shocks shoes shooter shooting shoots shopping shores shoring shorter shorts shots
shouted shouting shouts shoved shoving showdown showed shower showing shrank shred shrine shrink shrunk shunned shuts
shutter shuttered shuttering shuttle sicker sides siding sight signing silver simple singing singling sings sinking
sinks sitting sizable sizeable sized sizes skating skewed skilled skipped skipping slammed slapped slapping slashed
slashing slated slaves slaying sleeping slides sliding slight slings slipped slipping sliver slowdown slowed slower
slowing slumped smacked smarter smarts smashed smashing smattering smearing smelled smiled smiling smoked smoking
snapped snapping sneaking snowball snowfall soaked soaking soared soaring sober solver solves somber sorting sorts
sourced soured sowing spanking spanned spanning spare spared sparing sparked sparking sparkling sparred sparring
sparse spawned speaking speaks specialised specialized specially specialty speeding speeds spelled spelling spells
spending spends spewing spied spies spiked spikes spilled spilling spinning sporting sports spots spotting sprayed
spring spurred spurring spying stabilising stabilizing stable stacked staged stages staging stain stairs staked stakes
staking stale stalked stalking stalled stalling stamped stamping staple stared staring starred starring stars started
starter starting startled startling starts starved starving state stated states statesman statesmen stating stats
statue statues stature status statute statutes stayed staying steak steaks stealing steals steam steeds steers stepped
stepping sterling sticker sticks stimulate sting stinging stinks stints stipulate stirred stirring stirs stocked
stocks stoke stoked stoking stones stopped stopping stored stores storied stories stormed storms strain strains
straits stranger strapped strayed streak stream streamed streaming streams stride strides strife strike strikes
striking string stripes stripped strips strive strivers strives striving strode stroke stroked strokes strong stronger
strongman strongmen struck strung stuck studded studied studies studios study stumped stumping stung stunned stunted
stunts sturdy submit submits subset subsidies subsidised subsidized subsidizes sucker summit summits sunset suppliers
supplies suspicions suspicious swallow swamped swapped swayed swaying swearing sweating sweeping swelled swing
swinging swings tables tacked tacking tackled tackling tails tainted takers takes taking tales talked talker talking
taller tamper tanked tanker tankers tanks taped taping tapped tapping tasked taunted taxing teachers teaches teamed
teaming tearing teased teasing telefono telefoon teller temper tempo tends tenets tenths tents termed tested testing
texted texting thanked thanking thanks theater theaters theatre theatres themes there theres theyre theyve thicket
things thinking thinks thorough though threat threats throat throats throes through throws thrust ticked ticket
ticking tiempo tilted timeless timers times tipped tipping tirade tirades tireless titled tones tonnes topped topping
toppled toppling torched torches toting touched touches tough toured touring touted touting toying traced traces
tracing tracked tracking tracks tractor tractors trade traded traders trades trading trailed trailer trailing trails
trained trainees trainer trainers training trains traitor traitors traits trans transit transmit trapped trapping
traveled traveling travelled travelling trawler treat treats trends trial trials tribal tribes tricked tricks tries
tripled tripped trucking trucks truest trust trying tucked tuned tuning turned turning tying typing unarmed undated
underline underlined undermine undermined underserved undeserved unduly unfold unfounded unfunded unharmed uniformed
uninformed union unison unites units unloaded unruly unsealed unseated untold updated upheld uphold uploaded valley
varios various vender vendor vented venting verder verse versie versiones versions vested vetoed vetted vetting
villagers villages volley voters votes voting vowing wading waging waited waiters waiting waived waivers waiving
waking walked walking walled wandered wandering waning wanted wanting warmed warming warned warning warring warship
washed washes washing wasted wastes wasting watchers watches waters waved waving wedding weeding weeping weighed
weighted werden weren whacked whenever wherever whiner whipping whiter whites whoever whomever whopping widely widow
winding window winner winning winter wisely wished wishes wishing withdraw withdrew withheld withhold wondered
wondering wooden worded worden wording words worked working worlds worsen worship wracked wracking wrath wreath
wrecked wrecking writer writers writes writing`

const NEIGHBOURS: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/))

/** Whether a slip may have made one real word of another. */
export function areNeighbours(a: string, b: string): boolean {
  return NEIGHBOURS.has(a) && NEIGHBOURS.has(b)
}
