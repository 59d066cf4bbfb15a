/**
 * Boosted regression trees for a yes-or-no question. Trees are stored flat: node `n` of a tree asks whether
 * `row[feature[n]] < split[n]`, goes to `left[n]` or `right[n]`, and a negative child -k is leaf k - 1.
 */
export type TreeModel = {
  /** Names of the features in row order; checked when the model is loaded. */
  features: readonly string[]
  /** Log-odds before any tree. */
  base: number
  trees: readonly {
    f: readonly number[]
    s: readonly number[]
    l: readonly number[]
    r: readonly number[]
    v: readonly number[]
  }[]
}

export type CompiledModel = {
  base: number
  feature: Int16Array
  split: Float32Array
  left: Int32Array
  right: Int32Array
  roots: Int32Array
  leaf: Float32Array
}

/** @throws {Error} if the model was trained on other features than the code computes: a mistake at build time. */
export function compileModel(model: TreeModel, features: readonly string[]): CompiledModel {
  if (model.features.join() !== features.join()) throw new Error('model and code disagree on the features: train again')
  const nodes = model.trees.reduce((sum, tree) => sum + tree.f.length, 0)
  const leaves = model.trees.reduce((sum, tree) => sum + tree.v.length, 0)
  const compiled: CompiledModel = {
    base: model.base,
    feature: new Int16Array(nodes),
    split: new Float32Array(nodes),
    left: new Int32Array(nodes),
    right: new Int32Array(nodes),
    roots: new Int32Array(model.trees.length),
    leaf: new Float32Array(leaves),
  }
  let node = 0
  let leaf = 0
  for (const [index, tree] of model.trees.entries()) {
    const child = (to: number) => (to < 0 ? to - leaf : to + node)
    compiled.roots[index] = tree.f.length === 0 ? -1 - leaf : node
    for (let n = 0; n < tree.f.length; n += 1) {
      compiled.feature[node + n] = tree.f[n]!
      compiled.split[node + n] = tree.s[n]!
      compiled.left[node + n] = child(tree.l[n]!)
      compiled.right[node + n] = child(tree.r[n]!)
    }
    compiled.leaf.set(tree.v, leaf)
    node += tree.f.length
    leaf += tree.v.length
  }
  return compiled
}

/** Probability for the row that starts at `offset` of `rows`. */
export function predict(
  { base, feature, split, left, right, roots, leaf }: CompiledModel,
  rows: Float32Array,
  offset: number,
): number {
  let logOdds = base
  for (let tree = 0; tree < roots.length; tree += 1) {
    let node = roots[tree]!
    while (node >= 0) node = rows[offset + feature[node]!]! < split[node]! ? left[node]! : right[node]!
    logOdds += leaf[-1 - node]!
  }
  return 1 / (1 + Math.exp(-logOdds))
}
