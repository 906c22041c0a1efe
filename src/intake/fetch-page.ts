import { createRequire } from "node:module"
import type { Got } from "./gather.ts"

const require = createRequire(import.meta.url)
/** Its types describe an ES module, which it is not. */
const robotsParser = require("robots-parser") as (
  url: string,
  text: string,
) => { isAllowed(url: string, robot: string): boolean | undefined }
const { version } = require("../../package.json") as { version: string }

/** Says what we are, so that a site can refuse us by name. */
const USER_AGENT = `Stemma/${version} (compares quotations; fetches a page once, on request)`
/** The word for us in robots.txt. */
const ROBOT = "Stemma"
/** Milliseconds for one answer: a reader would have given up by then. */
const PATIENCE = 20_000
/** Browsers follow 20 redirects; pages that people cite need 3. */
const MOST_REDIRECTS = 8
/** Largest page taken from the web, in bytes: the largest seen has 5 MB, and a stream never ends. */
const LARGEST_PAGE = 16 * 1024 * 1024
/** Largest robots.txt read, as RFC 9309 asks at least. */
const LARGEST_ROBOTS = 512 * 1024

/** What was learned of sites during one run: each robots.txt is asked for once. */
export interface Visit {
  readonly robots: Map<string, Promise<(url: string) => boolean>>
}

export function startVisit(): Visit {
  return { robots: new Map() }
}

/** Fetches one page politely: robots.txt of every site on the way, a limit on time, size and redirects. */
export async function fetchPage(address: string, visit: Visit): Promise<Got> {
  let url = address
  try {
    for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
      if (!URL.canParse(url)) return { refused: `is not an address that can be fetched: check it` }
      if (!(await isAllowed(url, visit)))
        return {
          refused: `may not be fetched by programs (robots.txt of ${new URL(url).host}): save the page and give the file`,
        }
      const response = await ask(url)
      const next = redirectOf(response, url)
      if (next === null) return await pageOf(response, url)
      await response.body?.cancel()
      url = next
    }
    return {
      refused: `redirects more than ${MOST_REDIRECTS} times: open it in a browser and give the address it ends at`,
    }
  } catch (error) {
    return {
      refused: `could not be fetched (${failure(error)}): try again, or save the page and give the file`,
    }
  }
}

function ask(url: string): Promise<Response> {
  return fetch(url, {
    redirect: "manual",
    signal: AbortSignal.timeout(PATIENCE),
    headers: {
      "user-agent": USER_AGENT,
      accept: "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5",
    },
  })
}

function redirectOf(response: Response, url: string): string | null {
  const location = response.headers.get("location")
  if (response.status < 300 || response.status > 399 || !location) return null
  return URL.canParse(location, url) ? new URL(location, url).href : location
}

async function pageOf(response: Response, url: string): Promise<Got> {
  if (!response.ok) {
    await response.body?.cancel()
    return {
      refused: `answers ${response.status}${response.statusText ? ` (${response.statusText})` : ""}: check the address in a browser`,
    }
  }
  const bytes = await readBody(response, LARGEST_PAGE)
  if (bytes === null)
    return {
      refused: `has more than ${LARGEST_PAGE / 1024 / 1024} MB, the limit for a page: save it and give the part that matters`,
    }
  return { bytes, url, ...contentType(response.headers.get("content-type")) }
}

/** A response's bytes, or null where they pass the limit. */
async function readBody(response: Response, limit: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > limit) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function contentType(header: string | null): { mediaType: string | null; charset: string | null } {
  const [mediaType, ...parameters] = (header ?? "").split(";").map((part) => part.trim())
  const charset = parameters.map((parameter) => /^charset\s*=\s*"?([^"\s]+)/i.exec(parameter)?.[1])
  return {
    mediaType: mediaType?.toLowerCase() || null,
    charset: charset.find((name) => name) ?? null,
  }
}

/** Whether a site lets programs fetch a page (RFC 9309: no robots.txt allows all, one that fails allows none). */
async function isAllowed(url: string, visit: Visit): Promise<boolean> {
  const { origin } = new URL(url)
  const rules = visit.robots.get(origin) ?? readRobots(origin)
  visit.robots.set(origin, rules)
  return (await rules)(url)
}

async function readRobots(origin: string): Promise<(url: string) => boolean> {
  const address = `${origin}/robots.txt`
  const response = await fetch(address, {
    signal: AbortSignal.timeout(PATIENCE),
    headers: { "user-agent": USER_AGENT },
  })
  if (!response.ok) {
    await response.body?.cancel()
    return () => response.status < 500
  }
  const bytes = (await readBody(response, LARGEST_ROBOTS)) ?? new Uint8Array()
  const robots = robotsParser(address, new TextDecoder().decode(bytes))
  return (url) => robots.isAllowed(url, ROBOT) ?? true
}

function failure(error: unknown): string {
  if (!(error instanceof Error)) return "unknown reason"
  if (error.name === "TimeoutError") return `no answer within ${PATIENCE / 1000} seconds`
  const cause =
    error.cause instanceof Error && "code" in error.cause ? String(error.cause.code) : null
  if (cause === "ENOTFOUND" || cause === "EAI_AGAIN") return "no such host"
  return cause ?? (error.cause instanceof Error ? error.cause.message : error.message)
}
