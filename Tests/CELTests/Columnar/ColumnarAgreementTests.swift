import CEL
import Foundation
import Testing

/// The columnar engine against the general evaluator: the same expression on the same rows must come to the same.
///
/// `KEUR_DIFFERENTIAL=1000000` asks for that many expressions instead of the bounded slice.
@Suite struct ColumnarAgreementTests {
    private static let slices = 16
    private static let expressions =
        Int(ProcessInfo.processInfo.environment["KEUR_DIFFERENTIAL"] ?? "") ?? 3_200

    @Test(arguments: 0..<slices)
    func columnsAgreeWithRows(slice: Int) throws {
        let today = try #require(Value.Timestamp(seconds: 20_634 * 86_400))
        var folded = 0
        for number in 0..<(Self.expressions / Self.slices) {
            let seed = UInt64(slice) << 32 | UInt64(number)
            var generator = ExpressionGenerator(seed: seed)
            let source = generator.bool(1 + number % 4)
            let expression: CheckedExpression
            do {
                expression = try check(
                    parse(source, in: TestTable.environment), in: TestTable.environment)
            } catch {
                Issue.record("seed \(seed): \(source): \(error)")
                continue
            }
            folded += try compare(expression, on: generator.table(rows: 24), today: today, "seed \(seed): \(source)")
        }
        #expect(folded > 0, "no expression folded linked records")
    }

    /// How many folds the expression came to.
    private func compare(
        _ expression: CheckedExpression,
        on table: TestTable,
        today: Value.Timestamp,
        _ what: String
    ) throws -> Int {
        let folds = LinkedFolds(lists: ["xs"])
        let compiler = ColumnarCompiler(
            environment: TestTable.environment,
            rowVariable: "r",
            constants: ["today": .timestamp(today)],
            folds: folds
        )
        let condition = compiler.condition(expression)
        table.folds = folds.all
        let program = Program(expression, in: TestTable.environment)
        let scratch = Scratch()
        let truths = condition.evaluate(table.allRows(scratch), KernelContext(batch: table, scratch: scratch))
        for row in 0..<table.rowCount {
            let activation = Activation { (name) throws(EvaluationError) in
                switch name {
                case "r": table.record(row: row)
                case "today": .timestamp(today)
                default: try table.value(ofVariable: name, row: row)
                }
            }
            let wanted =
                switch program.evaluate(activation) {
                case .success(.bool(true)): Truth.yes
                case .success(.bool(false)): Truth.no
                default: Truth.error
                }
            guard truths[row] != wanted else { continue }
            Issue.record("\(what): columns say \(truths[row]), rows \(wanted); r = \(table.records[row].cells)")
            break
        }
        return folds.all.count
    }
}
