/** Those who are credited under pictures more than all others; others are found by how a credit is written. */
const AGENCIES =
  "AP|A\\.P\\.|AFP|Getty(?: Images)?|Reuters|REUTERS|EPA(?:-EFE)?|EFE|UPI|TASS|Sputnik|Xinhua|PA|DPA|dpa|ANSA|Bloomberg|Shutterstock|iStock(?:photo)?|Alamy|Zuma(?: Press)?|ZUMA|Newscom|Unsplash|Flickr|Wikimedia(?: Commons)?|WireImage|Redux|Polaris|Rex|AAP|Anadolu(?: Agency)?|Pool"

const CREDITS: readonly RegExp[] = [
  // "… MIKHAIL IVANOV/Sputnik/AFP via Getty Images", "(AP Photo/Jo Doe)", "… | Jo Doe/AP Photo".
  new RegExp(
    `[/|]\\s?(?:${AGENCIES})(?:[/ ](?:Getty(?: Images)?|Images|Photo|Pool|File|Archives?|via))*[^.!?"“”]{0,40}[.)]?$`,
  ),
  new RegExp(
    `\\b(?:(?:Photos?|Images?|Pictures?|Pool) (?:by|from)|via|courtesy(?: of)?) (?:the )?(?:${AGENCIES})(?:[ /][\\p{L} /.]{1,40})?[.)\\]]?$`,
    "u",
  ),
  new RegExp(`[(\\[](?:${AGENCIES})(?: Photos?| Images?| File)?(?:/[^()\\[\\]]{1,60})?[)\\]]$`),
  /[([](?:(?:File |Staff |Pool |Courtesy )?(?:Photo|Image|Picture|Photograph|Illustration|Screenshot|Credit|Credits|Source|Video)s?)(?: credits?)?(?: (?:by|via|from|courtesy)|[:/])[^()[\]]{1,120}[)\]][.]?$/i,
  /^(?:file |staff |pool |courtesy |image |photo |picture )?(?:photos?|image|picture|photograph|illustration|graphic|credits?)(?: credits?| copyright| courtesy)?(?: ?(?:by|of|from)|:| ?©)\s?[\p{Lu}"(].{1,150}$/iu,
  /^(?:enlarge this image|(?:media playback is unsupported on your device )?(?:image|media|photo|video|picture) (?:caption|copyright|credit)\b).{1,400}$/i,
  // "Jo Doe, Sputnik, Kremlin Pool Photo via AP", "AP Photo/Jo Doe".
  new RegExp(
    `^[^.!?"“”]{0,80}\\b(?:${AGENCIES}) (?:Photo|Photos|Images?|Pool|File)(?: via [^.!?"“”]{2,40}|/[^.!?"“”]{2,60})?$`,
  ),
  // "AP featured image", "Featured image".
  new RegExp(`^(?:(?:${AGENCIES}) )?(?:featured|file|stock|lead) (?:image|photo|picture)$`, "i"),
]
/** Longer lines are paragraphs that happen to end in a name. */
const LONGEST = 700

/** Whether a line stands under a picture, as far as its credit shows. */
export function hasCredit(line: string): boolean {
  if (line.length > LONGEST) return false
  const sign = line.lastIndexOf("©")
  if (sign !== -1 && line.length - sign <= 60 && /^©\s?\p{Lu}/u.test(line.slice(sign)))
    return !/reserved|^©/i.test(line)
  return CREDITS.some((credit) => credit.test(line))
}
