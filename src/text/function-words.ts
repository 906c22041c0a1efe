/**
 * Words that hold English sentences together and say little by themselves. Two texts that share only these share
 * nothing; an alignment leans on the others.
 */
const WORDS = `
a about above after again against all also although am among an and another any are as at be because been before being
below between both but by can cannot could did do does doing done down during each either else ever every few for from
further had has have having he her here hers herself him himself his how however i if in into is it its itself just
least less let like many may me might mine more most much must my myself neither no nor not now of off on once one only
onto or other ought our ours ourselves out over own per quite rather same shall she should since so some still such
than that the their theirs them themselves then there therefore these they this those though through thus to too toward
towards under until up upon us very was we were what when where whether which while who whom whose why will with within
without would yes yet you your yours yourself yourselves
aren't can't couldn't didn't doesn't don't hadn't hasn't haven't he'd he'll he's i'd i'll i'm i've isn't it'll it's
mustn't she'd she'll she's shouldn't that's there's they'd they'll they're they've wasn't we'd we'll we're we've weren't
what's who's won't wouldn't you'd you'll you're you've`

const FUNCTION_WORDS: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/))

export function isFunctionWord(norm: string): boolean {
  return FUNCTION_WORDS.has(norm)
}
