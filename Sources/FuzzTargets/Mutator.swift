import CEL
import Checks
import Foundation

/// Makes new inputs out of old ones: cuts, doubles, swaps, and puts in words that mean something to the reader.
///
/// With a seed, so that what is found can be found again (SplitMix64; Steele, Lea and Flood, 2014).
public struct Mutator {
    private let seeds: [[UInt8]]
    private let words: [[UInt8]]
    private var state: UInt64

    public init(_ target: FuzzTarget, seed: UInt64) {
        seeds = target.seeds
        words = target.words.map { Array($0.utf8) }
        state = seed
    }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    private mutating func number(_ limit: Int) -> Int { Int(next() % UInt64(max(1, limit))) }

    public mutating func input() -> [UInt8] {
        var bytes = seeds[number(seeds.count)]
        for _ in 0...number(6) {
            let start = number(bytes.count + 1)
            let end = min(bytes.count, start + number(16))
            switch number(7) {
            case 0: bytes.removeSubrange(start..<end)
            case 1: bytes.insert(contentsOf: bytes[start..<end], at: number(bytes.count + 1))
            case 2: if start < bytes.count { bytes[start] = UInt8(truncatingIfNeeded: next()) }
            case 3:
                let other = seeds[number(seeds.count)]
                let from = number(other.count + 1)
                bytes.replaceSubrange(start..<end, with: other[from..<min(other.count, from + number(64))])
            case 4: bytes.replaceSubrange(start..<end, with: words[number(words.count)])
            default: bytes.insert(contentsOf: words[number(words.count)], at: start)
            }
        }
        return bytes
    }
}

extension FuzzTarget {
    /// Well-formed inputs to begin with.
    public var seeds: [[UInt8]] {
        let texts: [String] =
            switch self {
            case .expression:
                (StandardLibrary.all + DomainFunctions.all).flatMap(\.examples).map(\.expression) + [
                    "xs.all(x, x.i < r.i) || r.s in ['a', 'é']", "any.a[0] + 1 == l[1] ? r.?missing.orValue('x') : r.s",
                    "xs.map(x, x.d * 2.0).sum() > 1.5 && has(r.t)",
                    "{'a': l, ?'b': any.?b}.transformMap(k, v, size(v) > 0, k)",
                    "cel.bind(x, l.filter(y, y > 0), x.sortBy(y, -y) + [?optional.none()])",
                ]
            case .checkFile: [Self.wholeCheckFile]
            case .csv:
                ["a;b;c\n1;\"x;y\";3\n\n4;5\n", "id,name\n1,\"O\"\"Neil\"\r\n2,\"two\nlines\"\n", "sep=\t\na\tb\n1\t2"]
            case .json:
                [#"{"a": [1, -2.5e3, "x\u00e9\n", null, true], "b": {"c": {}, "d": []}}"#, "12345678901234567890"]
            case .xml: [#"<?xml version="1.0"?><a x="1"><b>t&amp;&#233;</b><b/><!-- c --><![CDATA[<z>]]></a>"#]
            case .identifiers:
                [
                    "NL004495445B01\nNL", "NL91ABNA0417164300\niban",
                    "Acme Holding B.V.\nACME Hldg. BV (in liquidatie)",
                    "0106:12345678\npeppol", "ap@example.com\nJansen & Zn.", "506700GE1G29325QX363\nlei",
                ]
            }
        return texts.map { Array($0.utf8) }
    }

    /// Words that the reader knows.
    var words: [String] {
        switch self {
        case .expression:
            [
                "(", ")", "[", "]", "{", "}", ".", ",", "?", ":", "'", "\"", "`", "\\", "'''", "r'", "b'", "&&", "||",
                "!", "==",
                "<", ">=", "+", "-", "*", "/", "%", " in ", "true", "null", "1", "0", "-9223372036854775808", "1u",
                "0.0", "1e308",
                "'é'", "r.s", "r.i", "r.d", "r.b", "r.t", "r.missing", "xs", "any", "l", "any.a", "[]", "{}", ".?a",
                "[?0]",
                "has(r.s)", "malformed(r.i)", "dyn(", "int(", "string(", "double(", "size(", "type(", ".map(x, ",
                ".all(x, ",
                ".exists(x, ", ".exists_one(x, ", ".filter(x, ", ".transformList(i, x, ", ".transformMap(k, x, ",
                ".sortBy(x, ",
                "cel.bind(x, ", "x)", "x", ", x)", "optional.of(", "optional.none()", ".optMap(x, ", ".orValue(",
                ".matches('",
                ".format([", "%s", "%.3f", "timestamp(", "duration('1h')", "//", "\n", "int", ".getHours('",
            ]
        case .checkFile:
            [
                "\n", "\n  ", "    - ", ": ", "|\n", ">-\n", "\"", "'", "{", "}", "[", "]", "&a ", "*a", "!!str ", "#",
                "? ", "~", "%",
                "---\n", "...", "when: ", "assert: ", "unique: ", "similar: ", "impact: ", "message: ",
                "\"{customer.name}\"", "{{",
                "severity: error", "tolerate: 2%", "examples:", "pass: [ { customer: {} } ]", "params:",
                "invoices.all(i, ", "<<: *a",
            ]
        case .csv: [",", ";", "\t", "\"", "\"\"", "\n", "\r\n", "\r", "\u{FEFF}", "sep=;\n", "\0", "é", "''", " "]
        case .json:
            ["{", "}", "[", "]", ":", ",", "\"", "\\u", "\\ud83d\\ude00", "null", "1e999", "-0", "0.1", "\\", "tru"]
        case .xml:
            ["<", ">", "</", "/>", "&lt;", "&#x", ";", "<!DOCTYPE a [", "]]>", "<?", "xmlns:a='b'", "=\"", "<!ENTITY"]
        case .identifiers:
            [
                "NL", "BE", "DE", "0", "9", "B01", " ", ".", "-", "\n", "O", "é", "GmbH", "Holding", "&", "h.o.d.n.",
                "@", ":",
            ]
        }
    }

    private static let wholeCheckFile = """
        pack: mine
        title: { en: Mine, nl: Mijn }
        owner: Order management
        cause: bad-master-data
        params:
          days: 30
        checks:
          - id: M-1
            title: Invoices without a PO
            for: customer
            severity: error
            when: customer.po_required
            assert: |
              invoices.all(i,
                i.po_number != "")
            field: po_required
            message: "{customer.legal_name} got {invoices.size()} invoices"
            impact: invoices.filter(i, i.po_number == "").map(i, i.amount).sum()
            tolerate: 2%
            examples:
              pass: [ { customer: { po_required: true }, today: 2026-09-30 } ]
              fail: [ { customer: { po_required: true }, invoices: [ { po_number: "" } ] } ]
          - id: M-2
            title: The same VAT number twice
            for: customer
            severity: warning
            unique: [customer.vat_number, 'customer.country']
        """
}
