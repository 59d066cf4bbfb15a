/**
 * The smallest model that can be told from another: a table of one vector a word piece, looked up (ONNX, operator Gather).
 * Written as protobuf by hand (onnx.proto3), so that tests need no foreign file.
 *
 * @param table one vector a piece, all of one length.
 */
export function tinyModel(table: readonly (readonly number[])[]): Uint8Array {
  const width = table[0]!.length
  const raw = new Uint8Array(Float32Array.from(table.flat()).buffer)
  const weights = [
    ...number(1, table.length),
    ...number(1, width),
    ...number(2, 1),
    ...text(8, 'table'),
    ...bytes(9, raw),
  ]
  const gather = [...text(1, 'table'), ...text(1, 'input_ids'), ...text(2, 'last_hidden_state'), ...text(4, 'Gather')]
  const graph = [
    ...bytes(1, gather),
    ...text(2, 'tiny'),
    ...bytes(5, weights),
    ...bytes(11, value('input_ids', 7, [1, 'pieces'])),
    ...bytes(12, value('last_hidden_state', 1, [1, 'pieces', width])),
  ]
  // IR version 8, the default operators of version 13.
  return Uint8Array.from([...number(1, 8), ...bytes(7, graph), ...bytes(8, number(2, 13))])
}

function value(name: string, type: number, dims: readonly (number | string)[]): number[] {
  const shape = dims.flatMap((dim) => bytes(1, typeof dim === 'number' ? number(1, dim) : text(2, dim)))
  return [...text(1, name), ...bytes(2, bytes(1, [...number(1, type), ...bytes(2, shape)]))]
}

function number(field: number, content: number): number[] {
  return [...varint(field * 8), ...varint(content)]
}

function text(field: number, content: string): number[] {
  return bytes(field, [...new TextEncoder().encode(content)])
}

function bytes(field: number, content: ArrayLike<number>): number[] {
  return [...varint(field * 8 + 2), ...varint(content.length), ...Array.from(content)]
}

function varint(content: number): number[] {
  return content < 128 ? [content] : [(content % 128) + 128, ...varint(Math.floor(content / 128))]
}
