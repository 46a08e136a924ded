/** Words of English that decide whether a text has a finite verb. Own lists, kept short: what is rare errs towards verb. */
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

export const AUXILIARIES = set(
  `is are was were am isn't aren't wasn't weren't has have had hasn't haven't hadn't do does did don't doesn't didn't
  can could will would shall should may might must cannot can't couldn't won't wouldn't shouldn't mustn't it's that's
  there's they're we're you're i'm we've they've you've i've we'll they'll it'll you'll let's what's who's`,
);

/** Pasts that are no participles and no nouns. */
export const PASTS = set(
  `fell rose grew went took gave came became began broke chose drove ate flew forgot wrote spoke saw knew stole threw
  wore woke shook sank rang ran shrank sprang said felt meant stood thought understood lay overtook withdrew
  outgrew outran arose froze hid bit swam drank drew blew got`,
);

/** Pasts that are participles too: finite only with an object or an adverb behind them. */
export const PARTICIPLES = set(
  `lost won made found held kept left met paid sold told brought bought built caught cost cut hit let put set shut
  split spread led lent read struck taught sent spent dealt shown taken given driven known burnt learnt heard`,
);

/** Pasts in -ed without an object: with a noun before them they are finite. */
export const INTRANSITIVE = set(
  `returned belonged switched contributed objected rallied surged soared plunged stagnated faded grew thrived doubled tripled halved increased dropped improved declined stopped slipped stalled started ended peaked lasted
  climbed jumped recovered arrived happened remained stayed worked failed moved changed disappeared appeared collapsed
  rebounded worsened shifted matured complained agreed waited responded succeeded vanished eased flattened spiked
  slowed emerged existed mattered expired leaked crashed`,
);

/** Verbs whose -s form is no plural of a noun. */
export const VERBS = set(
  `keep lose take make give get go become grow begin bring buy sell send spend pay say see know think miss exceed carry
  serve save follow happen remain arrive depend differ decide let prove provide receive reduce require seem sit tell
  understand write ask add allow appear avoid believe belong build choose come contain continue create deliver describe
  develop earn eat enable enjoy expect explain fail feel find finish force halve help hide hurt improve include join
  lack learn live matter outgrow outpace own prefer prevent produce protect raise recover refuse replace resist restore
  send shrink solve speak suffer suggest survive sustain tend threaten triple undermine vary warn weigh widen overtake
  trail outweigh eliminate attract retain respond compete complain apply rely occur exist ignore forget
  discover explain accept achieve agree announce argue arise assume collect combine compare complete confirm connect
  consist consume correct count decline define deny deserve destroy determine disappear discuss double eliminate emerge
  employ encourage enter establish examine expand express extend fill free generate handle identify imply
  indicate inform involve lower lie maintain manage mention notice obtain offset operate perform permit persuade
  pick possess predict prepare preserve promise reach realise realize recognise recognize
  recommend reflect regard reject relate remember remove repeat represent reveal
  satisfy seek separate settle sleep slow stall store strengthen succeed surpass teach tie treat unite
  update vanish verify widen withstand worsen dry`,
);

/** Verbs whose -s form may be a noun: what follows decides. */
export const EITHER = set(
  `claim break beat bend bind bite bleed block blow boil book borrow breathe breed brush burn burst bury call cancel
  cast catch celebrate challenge charge chase cheat check cheer circulate clash clean clear cling collapse command commute
  confuse copy crack crash crawl cross crowd crush cry dance dare debate decay declare defeat defend delete depart desire
  detect dig direct disagree dismiss divide dominate draw dream dress drift drill drink drown dump ease echo edit educate
  elect empty engage equal escape evolve exit fade farm fear file fire fish fix flag flee float flood flow fly fold fund
  gather glow grab grant greet grind group guard hang harm harvest hate haul head heal heat hesitate hire hunt hurry
  import inherit injure insist inspect install insure intend invest invite issue jam judge kick knock label lay lean leap
  lend lift light like line log map march marry melt merge mine mix multiply nail neglect number object obscure occupy
  overflow overrun overshoot pack paint park part pile pilot pin plant plead plot plunge pollute pool pour practise praise
  print protest publish pump punish qualify quit react rebuild recruit recycle reform refuel relax remind reopen reserve
  resign respect retire retreat reward rob rot rub rule rust sail scare scatter scrap scratch screen seal seat seize shake
  shed shift shine shock shoot shout sink skip slide smell smile smoke soak sow spare spark spell spill spin spoil spray
  squeeze stabilise stack stamp stare steal steer stick stir strain strike strip struggle submit suit surround suspect
  swallow swap sweep swell swim swing tackle tear tempt thank thrive throw tick tighten tire top toss tow transform trap
  tremble trick trip tumble twist type unlock urge wander warm wash wave weaken wear weave wipe wrap wreck outsell outlast
  outspend outperform outlive account act advance advise aid aim alarm approach assist attack attempt award balance ban
  benefit bother bounce bring cheer coach comment compete consume convince cope correct cost count damage dip
  rise fall leave need want use stay close open start stop end fit hold meet mean run stand wait walk win work answer
  cause cover cut drive gain increase move return show support turn visit waste watch cost plan report
  change result forecast cut drop jump climb lead look love pass pull push read ring rush set shape share sign slip
  spread split study supply switch talk test touch track trade train transfer travel trust try yield demand benefit
  view vote wish wonder worry delay display question contact control damage deal design doubt effect estimate
  exchange experience face feature feed fight focus form freeze guide guess hope host house impact interest kill
  land last level limit link list live load lock mark match measure name notice note offer order
  outnumber pair pause peak place play point post press price process profit project promise purchase
  quote race range rank rate record refund release rent repair request rescue research rest ride risk roll
  save score search sell serve ship shop signal slow sort sound source staff stall state step stock store stress
  surge surprise target taste tax taper total tour trend triumph value volume vary weigh double`,
);

/** Verbs that are nouns far more often; a preposition behind them does not make them verbs. */
export const NOUNS = set(
  `costs reports plans results needs uses changes forecasts risks prices rates records orders projects targets offers
  measures values points processes profits purchases ranges repairs requests returns sales scores shares
  sources states steps stocks stores studies tests trends visits volumes controls deals designs delays
  demands benefits estimates exchanges experiences features impacts interests levels limits links lists loads
  marks names notes places posts questions supplies taxes totals trains transfers views gains answers causes
  contacts surprises trades cuts `,
);

/** Plurals that stand before a noun and are no subject: "operations review". */
export const ATTRIBUTES = set(
  "sales operations services systems savings claims communications goods sports careers accounts news customs logistics economics statistics energies",
);

export const DETERMINERS = set(
  `the a an this that these those its their our your his her my all every each no both some any most many few
  several another either neither which whose half enough`,
);

export const OBJECTS = set(
  `more less fewer much least it them us you him me everything nothing nobody everyone someone something itself
  themselves too again still often faster slower earlier later longer sooner further twice up down out back away off
  well almost about only not before after when while because if as than that but until though although unless
  one two three four five six seven eight nine ten eleven twelve hundreds thousands nearly even just never always
  worse better best worst far close high low short late early money time part`,
);

export const PREPOSITIONS = set(
  "in to from at on with into over under through without below above beyond against",
);

export const PRONOUNS = set(
  "we you they i it he she who that which people children men women staff police everyone",
);

export const SUBJECTS = set("we you they i people children men women staff police others");

export const NUMBER_WORDS = set("one two three four five six seven eight nine ten eleven twelve");

/** Words in -ed that are no verbs. */
export const NO_PASTS = set(
  "need speed seed feed bed red shed breed hundred indeed exceed proceed embed naked",
);

/** Words that stand behind a plural noun without being its verb. */
export const FUNCTION = set(
  "and or of by per for since during between among across around near beside behind along via versus vs plus minus ago not nor so yet worldwide online abroad today overall total annual within until till upon like except despite toward towards off",
);
