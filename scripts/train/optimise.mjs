// The three learners, all deterministic: yes or no, one of several, a tag for each word of a sequence.
// Steps follow Adagrad (Duchi, Hazan and Singer 2011).

/** A small generator with a fixed seed, so that the same data give the same weights. */
export function dice(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function shuffle(list, random) {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[list[i], list[j]] = [list[j], list[i]]
  }
  return list
}

const sum = (weights, ids) => {
  const mask = weights.length - 1
  let score = 0
  for (const id of ids) score += weights[id & mask]
  return score
}

/** Logistic regression over `{ids, y}`. */
export function trainYesNo(items, { size, epochs, rate, decay }) {
  const weights = new Float32Array(size)
  const seen = new Float32Array(size).fill(1e-2)
  const order = [...items]
  const random = dice(5)
  return meanOfEpochs(weights, epochs, () => {
    for (const { ids, y } of shuffle(order, random)) {
      const error = y - 1 / (1 + Math.exp(-sum(weights, ids)))
      if (Math.abs(error) > 1e-3) step(weights, seen, ids, error, rate, decay)
    }
  })
}

/** Goes over the items again and again: the mean of the weights after each epoch but the first quarter. */
function meanOfEpochs(weights, epochs, goOver) {
  const mean = new Float32Array(weights.length)
  const first = Math.floor(epochs / 4)
  for (let epoch = 0; epoch < epochs; epoch++) {
    goOver(epoch)
    if (epoch < first) continue
    for (let k = 0; k < mean.length; k++) mean[k] += weights[k] / (epochs - first)
  }
  return mean
}

function step(weights, seen, ids, error, rate, decay) {
  const mask = weights.length - 1
  for (const id of ids) {
    const k = id & mask
    const gradient = error - decay * weights[k]
    seen[k] += gradient * gradient
    weights[k] += (rate * gradient) / Math.sqrt(seen[k])
  }
}

/** Conditional logit over `{candidates: [{ids}], y}`; y is the index of the right one, -1 for none of them. */
export function trainChoice(items, { size, epochs, rate, decay }) {
  const weights = new Float32Array(size)
  const seen = new Float32Array(size).fill(1e-3)
  const order = [...items]
  const random = dice(7)
  return meanOfEpochs(weights, epochs, () => {
    for (const { candidates, y } of shuffle(order, random)) {
      const scores = candidates.map(({ ids }) => Math.exp(sum(weights, ids)))
      const total = scores.reduce((all, score) => all + score, 1)
      for (const [c, { ids }] of candidates.entries()) {
        const error = (c === y ? 1 : 0) - scores[c] / total
        if (Math.abs(error) > 1e-4) step(weights, seen, ids, error, rate, decay)
      }
    }
  })
}

/** Linear-chain conditional random field over `{ids, offsets, tags}`; `banned(a, b)`: b never follows a. */
export function trainChain(sequences, { rows: count, tags: T, epochs, rate, decay, banned }) {
  const weights = new Float32Array(count * T + T * T)
  const rows = weights.subarray(0, count * T)
  const steps = weights.subarray(count * T)
  const seenRows = new Float32Array(count * T).fill(1e-2)
  const seenSteps = new Float32Array(T * T).fill(1e-2)
  for (let a = 0; a < T; a++) for (let b = 0; b < T; b++) if (banned(a, b)) steps[a * T + b] = -50
  const order = [...sequences]
  const random = dice(9)
  const mean = meanOfEpochs(weights, epochs, (epoch) => {
    const pace = rate / (1 + 0.3 * epoch)
    for (const sequence of shuffle(order, random)) {
      const chain = runChain(sequence, rows, steps, T)
      updateRows(sequence, chain, { rows, seen: seenRows, T, pace, decay })
      const gradient = stepGradient(sequence, chain, T)
      for (let k = 0; k < T * T; k++) {
        if (steps[k] === -50) continue
        seenSteps[k] += gradient[k] ** 2
        steps[k] += (pace * gradient[k]) / Math.sqrt(seenSteps[k])
      }
    }
  })
  return { rows: mean.subarray(0, count * T), steps: mean.subarray(count * T) }
}

/**
 * Forward and backward over one sequence, in shares rather than logarithms: each token's forward shares sum to one, and
 * `forward * backward` is the chance of a tag. `links` holds exp(steps), `own` exp(scores) over the token's sum.
 */
function runChain({ ids, offsets, tags }, rows, steps, T) {
  const n = tags.length
  const own = new Float64Array(n * T)
  const links = Float64Array.from(steps, Math.exp)
  const forward = new Float64Array(n * T)
  const backward = new Float64Array(n * T).fill(1)
  for (let k = 0; k < n; k++) {
    const at = k * T
    for (let x = offsets[k]; x < offsets[k + 1]; x++)
      for (let t = 0, row = ids[x] * T; t < T; t++) own[at + t] += rows[row + t]
    let most = own[at]
    for (let t = 1; t < T; t++) if (own[at + t] > most) most = own[at + t]
    let total = 0
    for (let t = 0; t < T; t++) {
      own[at + t] = Math.exp(own[at + t] - most)
      let reached = 0
      if (k === 0) reached = links[t]
      else for (let s = 0; s < T; s++) reached += forward[at - T + s] * links[s * T + t]
      forward[at + t] = reached * own[at + t]
      total += forward[at + t]
    }
    for (let t = 0; t < T; t++) {
      forward[at + t] /= total
      own[at + t] /= total
    }
  }
  for (let k = n - 2; k >= 0; k--) {
    const at = k * T
    for (let s = 0; s < T; s++) {
      let reached = 0
      for (let t = 0; t < T; t++)
        reached += links[s * T + t] * own[at + T + t] * backward[at + T + t]
      backward[at + s] = reached
    }
  }
  return { own, links, forward, backward }
}

function updateRows({ ids, offsets, tags }, { forward, backward }, { rows, seen, T, pace, decay }) {
  for (let k = 0; k < tags.length; k++) {
    for (let t = 0; t < T; t++) {
      const error = (t === tags[k] ? 1 : 0) - forward[k * T + t] * backward[k * T + t]
      if (Math.abs(error) < 1e-3) continue
      for (let x = offsets[k]; x < offsets[k + 1]; x++) {
        const at = ids[x] * T + t
        const gradient = error - decay * rows[at]
        seen[at] += gradient * gradient
        rows[at] += (pace * gradient) / Math.sqrt(seen[at])
      }
    }
  }
}

function stepGradient({ tags }, { own, links, forward, backward }, T) {
  const gradient = new Float64Array(T * T)
  for (let k = 1; k < tags.length; k++) {
    gradient[tags[k - 1] * T + tags[k]] += 1
    for (let s = 0; s < T; s++)
      for (let t = 0; t < T; t++)
        gradient[s * T + t] -=
          forward[(k - 1) * T + s] * links[s * T + t] * own[k * T + t] * backward[k * T + t]
  }
  return gradient
}
