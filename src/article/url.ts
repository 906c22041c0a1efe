import normalizeUrl from "normalize-url"

/** What is added to an address to see where readers come from, and never says which page it is. */
const TRACKING = [
  /^utm_\w+/i,
  /^(?:fbclid|gclid|dclid|msclkid|mc_[ce]id|cmpid|cid|ref|ref_src|ocid|ftag|smid|partner|xtor|wprss|via|at_\w+)$/i,
]

/** One form for all ways to write a page's address; null for what is no web address. */
export function canonicalUrl(url: string | null): string | null {
  if (url === null || !/^https?:\/\//i.test(url.trim()) || !URL.canParse(url.trim())) return null
  try {
    return normalizeUrl(url.trim(), {
      stripHash: true,
      stripWWW: false,
      removeQueryParameters: TRACKING,
      removeTrailingSlash: true,
    })
  } catch {
    return null
  }
}
