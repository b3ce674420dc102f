import CEL
import Foundation

/// How a step is answered from an export instead of the network.
struct FileLookup: Sendable {
    let file: ExportFile
    let columns: [String]
    /// The key of whom the step is about: a text, or a list of texts. For one column, each of a list is a key of its own.
    let key: Formula
    /// Of `row`: the row in the shape of the source's own answers; nil for the columns as they are.
    let row: Formula?
    /// Of `rows` and `modified`: what the step would have been answered.
    let answer: Formula

    /// Keys as `ExportFile` takes them; none where a part is empty.
    func keys(_ value: Value) -> [[String]] {
        let texts = value.elements.map(\.plainText)
        let keys = columns.count == 1 ? texts.map { [$0] } : [texts]
        return keys.filter { $0.count == columns.count && $0.allSatisfy { !$0.isEmpty } }
    }

    static func value(of row: [String: String]) -> Value {
        let entries = row.sorted { $0.key < $1.key }.map { (key: Value.string($0.key), value: Value.string($0.value)) }
        // Names differ, so they always make a map.
        return (try? MapValue(entries)).map { .map($0) } ?? .null
    }
}
