import { addTo, groupBy } from "../text/group-by.ts"
import { type Group, joinMembers, type Member } from "./member.ts"

/**
 * Puts parts of one quotation together again that never travel apart: where all who print the one print the other too,
 * they are one statement. Two stay apart only where one page prints the first without the second and another the second
 * without the first: what one page prints with its own words between does not make one statement of what others print
 * alone. Members of one quotation in a group become one.
 */
export function rejoinParts(groups: readonly Group[], parts: ReadonlySet<Member>): Group[] {
  const tied = groups.map((group) => ({
    group,
    printers: new Set(group.filter((one) => parts.has(one)).map(({ quotation }) => quotation.id)),
  }))
  const near = new Map<string, Tied[]>()
  for (const one of tied) for (const id of one.printers) addTo(near, id, one)
  const hosts = new Map(tied.map((one) => [one, hostOf(one, near)]))
  const followers = groupBy(tied, (one) => hosts.get(one)!)
  return [...followers].map(([host, all]) => {
    const others = all.filter((one) => one !== host)
    return joinMembers([host, ...others].flatMap(({ group }) => group))
  })
}

/** A group with the quotations whose parts made it. */
interface Tied {
  readonly group: Group
  readonly printers: ReadonlySet<string>
}

/** The group of most printers, itself perhaps, that has all of its printers; of as many, the first. It follows nobody. */
function hostOf(one: Tied, near: ReadonlyMap<string, readonly Tied[]>): Tied {
  const [first] = one.printers
  const hosts = near
    .get(first!)!
    .filter((other) => [...one.printers].every((id) => other.printers.has(id)))
  return hosts.reduce((best, other) => (other.printers.size > best.printers.size ? other : best))
}
