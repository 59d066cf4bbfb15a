type CamelCase<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name
type JsonValue<Value> = Value extends Date ? string : Value
export type JsonOf<Row> = { [Column in keyof Row & string as CamelCase<Column>]: JsonValue<Row[Column]> }

const names = new Map<string, string>()

/** A row as JSON gives it: camelCase names, instants as ISO strings. */
export function toJson<Row extends object>(row: Row): JsonOf<Row> {
  const entries = Object.entries(row).map(([column, value]) => {
    return [camelCase(column), value instanceof Date ? value.toISOString() : value]
  })
  return Object.fromEntries(entries) as JsonOf<Row>
}

function camelCase(column: string): string {
  const known = names.get(column)
  if (known !== undefined) return known
  const name = column.replaceAll(/_([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase())
  names.set(column, name)
  return name
}
