public import CEL
import Checks
import HTTP

/// The page of what connector files can name: those that ship, the normal form, the functions.
public enum ConnectorReference {
    public static func markdown(_ connectors: [Connector], functions: [FunctionDeclaration]) -> String {
        """
        # Connectors: reference

        Made from the code; [connectors.md](connectors.md) explains how a connector file is written.

        ## Connectors that ship

        \(table(["connector", "asks", "countries", "supplies", "secrets", "files", "pace", "costs"], connectors.map(row)))

        ## The normal form

        Every field may be absent. One that could not be told fails when a check reads it, and the check's result is unknown.

        \(NormalForm.recordTypes.map(section).joined(separator: "\n"))
        ## Functions

        Besides those of [functions.md](functions.md).

        \(table(["function", "gives", "example"], functions.map(row)))

        """
    }

    private static func row(_ connector: Connector) -> [String] {
        var pace: [String] = []
        if let rate = connector.manners.perSecond { pace.append("\(Value.double(rate).plainText)/s") }
        if let day = connector.requestsPerDay { pace.append("\(day) a day") }
        if connector.manners.inFlight == 1 { pace.append("one at a time") }
        return [
            "`\(connector.name)`", "[\(connector.title.text(in: "en"))](\(connector.documentation))",
            connector.countries.isEmpty ? "all" : connector.countries.joined(separator: " "),
            connector.parts.map(\.rawValue).joined(separator: ", "),
            connector.secrets.map { "`\($0)`" }.joined(separator: ", "),
            connector.fileNames.map { "`\($0)`" }.joined(separator: ", "), pace.joined(separator: ", "),
            connector.costs.map { "\(Value.double($0.amount).plainText) \($0.currency)" }.joined(separator: ", "),
        ]
    }

    private static func row(_ function: FunctionDeclaration) -> [String] {
        let example = function.examples.first.map { "`\($0.expression)` is `\($0.value)`" } ?? ""
        return ["`\(function.name)`", function.documentation, example]
    }

    private static func section(_ type: RecordType) -> String {
        let part = NormalForm.Part(rawValue: type.name) != nil || type.name == NormalForm.event.name
        let fields = type.fields.map { "`\($0.name)` \($0.type.inWords)" }.joined(separator: ", ")
        return "- \(part ? "**\(type.name)**" : type.name): \(fields)"
    }

    private static func table(_ head: [String], _ rows: [[String]]) -> String {
        ([head, head.map { _ in "---" }] + rows).map { cells in
            "| \(cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ")) |"
        }.joined(separator: "\n")
    }
}

extension CELType {
    fileprivate var inWords: String {
        switch self {
        case .timestamp: "date"
        case .string: "text"
        case .double, .int: "number"
        case .list(let element): "list of \(element.inWords)"
        case .record(let name): name
        default: "\(self)"
        }
    }
}
