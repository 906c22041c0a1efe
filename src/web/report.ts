/**
 * What the printed page cannot do: filter the findings, walk them by key, light up the other places of a
 * difference, lead back to where a reader came from. Without it the page says all the same.
 */

const findings = [...document.querySelectorAll<HTMLElement>(".findings > li")]
const links = findings.map((finding) => finding.querySelector<HTMLAnchorElement>("a.finding")!)

// -- filter --

interface Filter {
  readonly outlet: string
  readonly kind: string
  readonly words: string
}

function outletsOf(finding: HTMLElement): string[] {
  return JSON.parse(finding.dataset.outlets ?? "[]") as string[]
}

function matches(finding: HTMLElement, { outlet, kind, words }: Filter): boolean {
  return (
    (outlet === "" || outletsOf(finding).includes(outlet)) &&
    (kind === "" || finding.dataset.kind === kind) &&
    (finding.textContent ?? "").toLowerCase().includes(words)
  )
}

function applyFilter(filter: Filter, output: HTMLOutputElement): void {
  const shown = findings.filter((finding) => {
    const isShown = matches(finding, filter)
    finding.hidden = !isShown
    return isShown
  })
  const more = document.querySelector<HTMLDetailsElement>("details.more:has(.findings)")
  const isFiltered = shown.length < findings.length
  if (more && isFiltered) more.open = true
  output.value = isFiltered ? `${shown.length} of ${findings.length} shown` : ""
}

function labelled(text: string, control: HTMLElement): HTMLLabelElement {
  const label = document.createElement("label")
  label.append(text, control)
  return label
}

function choice(all: string, values: readonly string[]): HTMLSelectElement {
  const select = document.createElement("select")
  select.append(new Option(all, ""), ...values.map((value) => new Option(value, value)))
  return select
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort()
}

/** The filter over the findings, and the switch for its keys. */
function addTools(): HTMLInputElement | null {
  const list = document.querySelector(".findings")
  if (!list) return null
  const outlet = choice("all", distinct(findings.flatMap(outletsOf)))
  const kind = choice("all", distinct(findings.map(({ dataset }) => dataset.kind ?? "")))
  const words = document.createElement("input")
  words.type = "search"
  const keys = document.createElement("input")
  keys.type = "checkbox"
  keys.checked = true
  const keysLabel = labelled("", keys)
  keysLabel.className = "keys"
  keysLabel.append("keys: j, k next and previous; Enter evidence; Esc back")
  const output = document.createElement("output")
  const tools = document.createElement("form")
  tools.className = "tools"
  tools.setAttribute("aria-label", "Filter the findings")
  tools.append(
    labelled("Outlet", outlet),
    labelled("What was done", kind),
    labelled("Words", words),
    keysLabel,
    output,
  )
  const apply = (): void =>
    applyFilter(
      { outlet: outlet.value, kind: kind.value, words: words.value.trim().toLowerCase() },
      output,
    )
  tools.addEventListener("input", apply)
  tools.addEventListener("submit", (event) => event.preventDefault())
  list.before(tools)
  return keys
}

// -- the list of stories --

/** The search over a list of stories: all words must stand in what the list says of a story. */
function addSearch(): void {
  const lists = [...document.querySelectorAll<HTMLElement>(".contents")]
  if (!lists[0]) return
  const entries = lists.flatMap((list) => [...list.children] as HTMLElement[])
  const texts = entries.map((entry) => (entry.textContent ?? "").toLowerCase())
  const words = document.createElement("input")
  words.type = "search"
  const output = document.createElement("output")
  words.className = "find"
  const tools = document.createElement("form")
  tools.className = "tools"
  tools.setAttribute("role", "search")
  tools.append(labelled("Find a story: words, names, outlets", words), output)
  tools.addEventListener("submit", (event) => event.preventDefault())
  tools.addEventListener("input", () => {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean)
    let shown = 0
    for (const [i, entry] of entries.entries()) {
      entry.hidden = !wanted.every((word) => texts[i]!.includes(word))
      if (!entry.hidden) shown++
    }
    output.value = wanted.length > 0 ? `${shown} of ${entries.length} shown` : ""
  })
  lists[0].before(tools)
}

// -- keys --

/** Where Esc leads back to: the links that were followed, the latest last. */
const trail: HTMLElement[] = []

/** The frame in which the place that a link leads to gets the focus; whoever goes back before it must not lose theirs. */
let arrival = 0

function isShown(element: HTMLElement): boolean {
  return element.checkVisibility()
}

/** Moves the focus to the next or previous finding; from elsewhere, to the first or the last followed one. */
function step(by: 1 | -1): void {
  const shown = links.filter(isShown)
  const at = shown.indexOf(document.activeElement as HTMLAnchorElement)
  const next = at < 0 ? shown[0] : shown[at + by]
  next?.focus()
}

function goBack(): boolean {
  const origin = trail.pop()
  if (!origin) return false
  cancelAnimationFrame(arrival)
  history.back()
  reveal(origin)
  origin.focus({ preventScroll: true })
  origin.scrollIntoView({ block: "center" })
  return true
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches("input, select, textarea")
}

function onKey(event: KeyboardEvent, keys: HTMLInputElement | null): void {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
  if (event.key === "Escape") {
    if (goBack()) event.preventDefault()
    return
  }
  const onFinding = links.includes(document.activeElement as HTMLAnchorElement)
  const isLetter = keys?.checked && (event.key === "j" || event.key === "k")
  const isArrow = onFinding && (event.key === "ArrowDown" || event.key === "ArrowUp")
  if (!isLetter && !isArrow) return
  event.preventDefault()
  step(event.key === "j" || event.key === "ArrowDown" ? 1 : -1)
}

// -- links --

/** Opens every closed part around an element. */
function reveal(element: Element): void {
  for (let at = element.closest("details"); at; at = at.parentElement?.closest("details") ?? null) {
    at.open = true
  }
}

function targetOf(link: Element): HTMLElement | null {
  const hash = link.getAttribute("href") ?? ""
  return hash.startsWith("#") ? document.getElementById(hash.slice(1)) : null
}

/** Remembers where the reader was, and gives the target the focus so that the keys go on from there. */
function onFollow(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest("a") : null
  const target = link && targetOf(link)
  if (!link || !target || event.ctrlKey || event.metaKey || event.shiftKey) return
  if (link instanceof HTMLElement) trail.push(link)
  reveal(target)
  arrival = requestAnimationFrame(() => target.focus({ preventScroll: true }))
}

/** Lights up every place of one difference while one of them is pointed at or has the focus. */
function light(event: Event): void {
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit")
  const place =
    event.target instanceof Element ? event.target.closest<HTMLElement>("[data-edit]") : null
  if (!place || event.type === "pointerout" || event.type === "focusout") return
  const name = CSS.escape(place.dataset.edit ?? "")
  for (const other of document.querySelectorAll(`[data-edit="${name}"]`)) {
    if (other !== place) other.classList.add("lit")
  }
}

function openAll(): void {
  for (const part of document.querySelectorAll("details")) part.open = true
}

addSearch()
const keys = addTools()
document.addEventListener("keydown", (event) => onKey(event, keys))
document.addEventListener("click", onFollow)
for (const type of ["pointerover", "pointerout", "focusin", "focusout"]) {
  document.addEventListener(type, light)
}
addEventListener("beforeprint", openAll)

export {}
