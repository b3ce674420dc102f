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
    let access: ExportFile.Access

    static let row = Symbol("row")
    static let rows = Symbol("rows")
    static let modified = Symbol("modified")

    init(file: ExportFile, columns: [String], key: Formula, row: Formula?, answer: Formula) {
        self.file = file
        self.columns = columns
        self.key = key
        self.row = row
        self.answer = answer
        access = ExportFile.Access(file, by: columns)
    }

    /// Keys as `ExportFile` takes them; none where a part is empty.
    func keys(_ value: Value) -> [[String]] {
        let texts = value.elements.map(\.plainText)
        let keys = columns.count == 1 ? texts.map { [$0] } : [texts]
        return keys.filter { $0.count == columns.count && $0.allSatisfy { !$0.isEmpty } }
    }

    /// A look-up as it is shown beside requests.
    func shown(_ keys: [[String]]) -> ShownRequest {
        let query = keys.map { key in zip(columns, key).map { "\($0) = \($1)" }.joined(separator: ", ") }
        return ShownRequest(method: "READ", url: file.path, headers: [], body: query.joined(separator: "\n"))
    }

    static func value(of row: [String: String]) -> Value {
        let entries = row.sorted { $0.key < $1.key }.map { (key: Value.string($0.key), value: Value.string($0.value)) }
        // Names differ, so they always make a map.
        return (try? MapValue(entries)).map { .map($0) } ?? .null
    }
}
