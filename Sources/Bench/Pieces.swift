import CEL
import Tables

/// The scan of a file and the evaluation of one condition, each alone on one core.
enum Pieces {
    /// Five terms over a customer.
    static let condition =
        "country == 'NL' && segment != 'C' && (po_required != 'yes' || po_format != '') && overdue_amount <= open_amount"

    /// Finds the first cell of every record, once.
    static func scan(_ path: String) throws(SourceError) {
        let result = try CSVFile(path: path).scan([0], threads: 1, makeState: { 0 }, body: { $0 += $1.count })
        print("\(result.rowCount) records")
    }

    /// The general evaluator, with a fresh set of variables for each record, as for a reader that knows no columns.
    static func evaluateCondition() throws(Issues) {
        let environment = Environment(variables: [
            "country": .string, "segment": .string, "po_required": .string, "po_format": .string,
            "overdue_amount": .double, "open_amount": .double,
        ])
        let program = Program(try check(try CEL.parse(condition, in: environment), in: environment), in: environment)
        let calls = 500_000
        Bench.report(
            "condition of five terms, general evaluator",
            Bench.time(calls) {
                (0..<calls).reduce(0) { count, index in
                    let variables: [String: Value] = [
                        "country": .string(index & 7 == 0 ? "DE" : "NL"), "segment": .string("A"),
                        "po_required": .string(index & 3 == 0 ? "yes" : "no"), "po_format": .string(""),
                        "overdue_amount": .double(Double(index)), "open_amount": .double(250_000),
                    ]
                    if case .success(.bool(true)) = program.evaluate(Activation(variables)) { return count &+ 1 }
                    return count
                }
            })
    }
}
