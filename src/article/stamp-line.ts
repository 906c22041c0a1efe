/** Words of which date stamps are made, besides numbers: months, days and hours in the languages of our pages. */
const STAMP_WORDS = new Set(
  `january jan february feb march mar april apr may june jun july jul august aug september sept sep october oct november nov december dec
  monday mon tuesday tue tues wednesday wed thursday thu thurs friday fri saturday sat sunday sun
  januar jänner februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag uhr stand
  janvier février mars avril juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche
  enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles jueves viernes sábado domingo
  janeiro fevereiro março maio junho julho setembro outubro novembro dezembro segunda terça quarta quinta sexta feira domingo às
  gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre lunedì martedì mercoledì giovedì venerdì sabato domenica
  am pm a p m et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest ist aest h hrs hours
  updated update published publish posted post modified created original originally first last on at by date time the de del of um and
  veröffentlicht aktualisiert publié mis à jour publicado actualizado atualizado pubblicato aggiornato ago day days hour minutes minute`.split(
    /\s+/,
  ),
)
/** No stamp seen was longer, and none named more than an author and an outlet besides its date. */
const LONGEST = 120
const MOST_OTHER_WORDS = 4

/** Whether a line says when, and perhaps by whom, a page was put up, and nothing else. */
export function isStampLine(line: string): boolean {
  if (line.length > LONGEST || !/\d/.test(line) || /[“”"!?]/.test(line)) return false
  const words = line.toLowerCase().match(/[\p{L}]+/gu) ?? []
  const others = words.filter((word) => !STAMP_WORDS.has(word))
  const dated =
    /\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2}|\bago\b/i.test(line)
  return (
    dated &&
    others.length <= MOST_OTHER_WORDS &&
    words.length - others.length >= Math.min(others.length, 2) &&
    !/\p{Ll}\.$/u.test(line)
  )
}
