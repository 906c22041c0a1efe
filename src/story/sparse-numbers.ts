/** A number for each index, zero for all others. */
export class SparseNumbers {
  #numbers: Int32Array = new Int32Array(2 ** 16)

  get(index: number): number {
    return index >= 0 && index < this.#numbers.length ? this.#numbers[index]! : 0
  }

  set(index: number, number: number): void {
    if (index >= this.#numbers.length) this.#widen(index)
    this.#numbers[index] = number
  }

  #widen(index: number): void {
    const wider = new Int32Array(2 ** Math.ceil(Math.log2(index + 1)))
    wider.set(this.#numbers)
    this.#numbers = wider
  }
}
