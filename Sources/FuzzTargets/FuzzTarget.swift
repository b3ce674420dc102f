import CEL
import Checks
import Diagnostics
import Enrichment
import Foundation
import Identifiers
import Tables

/// A reader of what strangers wrote, fed with arbitrary bytes.
///
/// It has to come to an end without a trap; where two ways lead to one answer, both have to give it.
public enum FuzzTarget: String, CaseIterable, Sendable {
    case expression
    case checkFile = "check-file"
    case csv, json, xml
    case identifiers

    /// Two ways that should have come to the same did not.
    public struct Disagreement: Error {
        public var what: String
    }

    public func run(_ bytes: [UInt8]) throws(Disagreement) {
        let text = String(decoding: bytes, as: UTF8.self)
        switch self {
        case .expression: try FuzzedExpression(text)?.run()
        case .checkFile: Self.readCheckFile(text)
        case .csv: try Self.readCSV(text)
        case .json: try Self.readJSON(bytes)
        case .xml: _ = try? XMLAnswer.read(bytes)
        case .identifiers: Self.readIdentifier(text)
        }
    }

    private static func readCheckFile(_ text: String) {
        let diagnostics = DiagnosticsCollector()
        guard let pack = Pack.decode(text, file: "fuzz.yaml", diagnostics: diagnostics) else { return }
        _ = CheckCompiler(schema: .standard, diagnostics: diagnostics).compile([pack])
        _ = diagnostics.all.map(\.description)
    }

    private static func readCSV(_ text: String) throws(Disagreement) {
        guard let file = try? CSVFile(text: text, name: "fuzz.csv") else { return }
        var counts: [Int] = []
        for threads in [1, 2] {
            let result = file.scan(Array(file.header.indices), threads: threads, batchRows: 7, makeState: { 0 }) {
                cells, batch in
                for column in file.header.indices {
                    let column = batch.column(column)
                    for row in 0..<batch.count { cells += Int(column.counts[row]) }
                }
            }
            counts.append(result.pieces.reduce(result.rowCount) { $0 &* 31 &+ $1.state })
        }
        if counts[0] != counts[1] { throw Disagreement(what: "one thread and two read other records") }
    }

    private static func readJSON(_ bytes: [UInt8]) throws(Disagreement) {
        guard let value = try? Value(json: bytes) else { return }
        let text = value.jsonText
        guard let again = try? Value(json: Array(text.utf8)), again.jsonText == text else {
            throw Disagreement(what: "\(text) does not read back")
        }
    }

    private static func readIdentifier(_ text: String) {
        let parts = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let (first, second) = (parts[0], parts.last ?? "")
        _ = NameComparison.compare(first, second).text(language: "nl")
        for function in DomainFunctions.all {
            for overload in function.overloads {
                let texts = [first, second, "nl"].prefix(overload.parameters.count)
                let arguments = texts.map { "'''\($0.replacing("\\", with: "").replacing("'", with: ""))'''" }
                let environment = Environment(functions: DomainFunctions.all)
                guard let call = try? parse("\(function.name)(\(arguments.joined(separator: ", ")))", in: environment)
                else { continue }
                _ = Program(unchecked: call, in: environment).evaluate(Activation())
            }
        }
    }
}
