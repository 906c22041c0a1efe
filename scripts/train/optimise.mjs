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
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { ids, y } of shuffle(order, random)) {
      const error = y - 1 / (1 + Math.exp(-sum(weights, ids)))
      if (Math.abs(error) > 1e-3) step(weights, seen, ids, error, rate, decay)
    }
  }
  return weights
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
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { candidates, y } of shuffle(order, random)) {
      const scores = candidates.map(({ ids }) => Math.exp(sum(weights, ids)))
      const total = scores.reduce((all, score) => all + score, 1)
      for (const [c, { ids }] of candidates.entries()) {
        const error = (c === y ? 1 : 0) - scores[c] / total
        if (Math.abs(error) > 1e-4) step(weights, seen, ids, error, rate, decay)
      }
    }
  }
  return weights
}

function logSum(values) {
  let most = Number.NEGATIVE_INFINITY
  for (const value of values) if (value > most) most = value
  let total = 0
  for (const value of values) total += Math.exp(value - most)
  return most + Math.log(total)
}

/**
 * Linear-chain conditional random field over `{ids, offsets, tags}`; `banned(a, b)`: b never follows a. The weights are
 * the mean of those after each epoch of the second half.
 */
export function trainChain(sequences, { rows: count, tags: T, epochs, rate, decay, banned }) {
  const rows = new Float32Array(count * T)
  const steps = new Float32Array(T * T)
  const seenRows = new Float32Array(count * T).fill(1e-2)
  const seenSteps = new Float32Array(T * T).fill(1e-2)
  for (let a = 0; a < T; a++) for (let b = 0; b < T; b++) if (banned(a, b)) steps[a * T + b] = -50
  const order = [...sequences]
  const random = dice(9)
  const mean = { rows: new Float32Array(rows.length), steps: new Float32Array(steps.length) }
  const averaged = Math.ceil(epochs / 2)
  for (let epoch = 0; epoch < epochs; epoch++) {
    const pace = rate / (1 + 0.3 * epoch)
    for (const sequence of shuffle(order, random)) {
      const { scores, forward, backward, total } = runChain(sequence, rows, steps, T)
      updateRows(sequence, { rows, seen: seenRows, forward, backward, total, T, pace, decay })
      const gradient = stepGradient(sequence, { scores, forward, backward, total, steps, T })
      for (let k = 0; k < T * T; k++) {
        if (steps[k] === -50) continue
        seenSteps[k] += gradient[k] ** 2
        steps[k] += (pace * gradient[k]) / Math.sqrt(seenSteps[k])
      }
    }
    if (epoch < epochs - averaged) continue
    for (let k = 0; k < rows.length; k++) mean.rows[k] += rows[k] / averaged
    for (let k = 0; k < steps.length; k++) mean.steps[k] += steps[k] / averaged
  }
  return mean
}

function runChain({ ids, offsets, tags }, rows, steps, T) {
  const n = tags.length
  const scores = new Float64Array(n * T)
  for (let k = 0; k < n; k++) {
    for (let x = offsets[k]; x < offsets[k + 1]; x++) {
      const row = ids[x] * T
      for (let t = 0; t < T; t++) scores[k * T + t] += rows[row + t]
    }
  }
  const forward = new Float64Array(n * T)
  const backward = new Float64Array(n * T)
  const line = new Float64Array(T)
  for (let t = 0; t < T; t++) forward[t] = scores[t] + steps[t]
  for (let k = 1; k < n; k++) {
    for (let t = 0; t < T; t++) {
      for (let s = 0; s < T; s++) line[s] = forward[(k - 1) * T + s] + steps[s * T + t]
      forward[k * T + t] = logSum(line) + scores[k * T + t]
    }
  }
  for (let k = n - 2; k >= 0; k--) {
    for (let s = 0; s < T; s++) {
      for (let t = 0; t < T; t++)
        line[t] = backward[(k + 1) * T + t] + scores[(k + 1) * T + t] + steps[s * T + t]
      backward[k * T + s] = logSum(line)
    }
  }
  return { scores, forward, backward, total: logSum(forward.subarray((n - 1) * T)) }
}

function updateRows(
  { ids, offsets, tags },
  { rows, seen, forward, backward, total, T, pace, decay },
) {
  for (let k = 0; k < tags.length; k++) {
    for (let t = 0; t < T; t++) {
      const error =
        (t === tags[k] ? 1 : 0) - Math.exp(forward[k * T + t] + backward[k * T + t] - total)
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

function stepGradient({ tags }, { scores, forward, backward, total, steps, T }) {
  const gradient = new Float64Array(T * T)
  for (let k = 1; k < tags.length; k++) {
    gradient[tags[k - 1] * T + tags[k]] += 1
    for (let s = 0; s < T; s++) {
      for (let t = 0; t < T; t++) {
        gradient[s * T + t] -= Math.exp(
          forward[(k - 1) * T + s] +
            steps[s * T + t] +
            scores[k * T + t] +
            backward[k * T + t] -
            total,
        )
      }
    }
  }
  return gradient
}
