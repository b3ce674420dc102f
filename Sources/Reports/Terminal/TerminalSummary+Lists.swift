import Audit
import Checks

extension TerminalSummary {
    /// A list of names with amounts, of which some are shown.
    struct List {
        struct Row {
            var name: String
            var amount: Money
            /// What stands between name and amount: the first of these that fits, or a bar when there is none.
            var middle: [String]
            var isSevere = false
        }

        var label: String
        var rows: [Row]
        /// How many are shown: at first as many as one would like, fewer when there is no room.
        var shown: Int
        /// How many there should be if at all possible.
        var wanted: Int
        /// There may be more rows than the totals hold.
        var isOpenEnded = false

        init(_ label: String, _ rows: [Row], wanted: Int, atMost limit: Int, isOpenEnded: Bool = false) {
            self.label = label
            self.rows = rows
            self.isOpenEnded = isOpenEnded
            shown = min(limit, rows.count)
            self.wanted = wanted
        }
    }

    var causes: List {
        List(
            texts.causesShort,
            result.totals.byCause.map { List.Row(name: texts.causeName($0.name), amount: $0.cashAtRisk, middle: []) },
            wanted: 3, atMost: 4)
    }

    var customers: List {
        let rows = result.totals.topCustomers.map { customer in
            let worst = texts.name(of: customer.worst)
            let count = "\(numbers.integer(customer.findings)) \(texts.finding(customer.findings))"
            return List.Row(
                name: customer.name.isEmpty ? customer.id : customer.name, amount: customer.cashAtRisk,
                middle: ["\(worst), \(count)", worst], isSevere: customer.worst >= .error)
        }
        return List(texts.customers, rows, wanted: 5, atMost: 5, isOpenEnded: rows.count >= 100)
    }

    var owners: List {
        List(
            texts.toDo,
            result.totals.byOwner.map { owner in
                let findings = "\(numbers.integer(owner.findings)) \(texts.finding(owner.findings))"
                let customers = "\(numbers.integer(owner.customers)) \(texts.customer(owner.customers))"
                return List.Row(
                    name: owner.name.isEmpty ? texts.noOwner : owner.name, amount: owner.cashAtRisk,
                    middle: ["\(findings), \(customers)", findings])
            }, wanted: 3, atMost: 4)
    }

    /// Names, middles and amounts stand in the same columns in all lists.
    func lines(of list: List) -> [String] {
        let amountWidth = max(11, DisplayWidth.columns(of: numbers.rounded(result.totals.cashAtRisk)))
        let nameWidth = (width - labelWidth - amountWidth) * 11 / 20
        let middleWidth = width - labelWidth - amountWidth - nameWidth - 4
        let most = list.rows.map(\.amount.hundredths).max() ?? 0
        return list.rows.prefix(list.shown).enumerated().map { index, row in
            let isCut = list.shown < list.rows.count
            let count = Texts.filled(
                texts.partOfWhole,
                [
                    "part": numbers.integer(list.shown),
                    "whole": numbers.integer(list.rows.count) + (list.isOpenEnded ? "+" : ""),
                ])
            let heading = index == 0 ? list.label : index == 1 && isCut ? count : ""
            let name = DisplayWidth.padded(DisplayWidth.printable(row.name), to: nameWidth)
            let amount = DisplayWidth.flushRight(numbers.rounded(row.amount), to: amountWidth)
            let middle: String
            if row.middle.isEmpty {
                middle = style.risk(
                    DisplayWidth.padded(bar(row.amount.hundredths, of: most, width: middleWidth), to: middleWidth))
            } else {
                let text = row.middle.first { DisplayWidth.columns(of: $0) <= middleWidth } ?? row.middle.last ?? ""
                let padded = DisplayWidth.padded(text, to: middleWidth)
                middle = row.isSevere ? style.risk(padded) : padded
            }
            return label(heading) + name + "  " + middle + "  " + amount
        }
    }

    /// Full blocks and one part of a block, to the eighth.
    private func bar(_ part: Int64, of whole: Int64, width: Int) -> String {
        guard whole > 0, part > 0 else { return "" }
        let eighths = max(1, Int((Double(part) / Double(whole) * Double(width * 8)).rounded()))
        let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
        return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
    }
}
