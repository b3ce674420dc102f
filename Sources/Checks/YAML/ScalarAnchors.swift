import Yams

/// Where a scalar's text stands in the file when it is not written there as it reads: folded over lines, with doubled or
/// escaped quotes.
struct ScalarAnchors: Sendable {
    /// From this offset of the text on, it stands as it is from this place on.
    private struct Anchor {
        var offset: Int
        var line: Int
        var column: Int
    }

    private var anchors: [Anchor] = []
    private var read: [Unicode.Scalar] = []

    /// Nil where the text cannot be followed, e.g. through `\u00e9` or lines that are indented further.
    init?(_ scalar: Node.Scalar, at mark: Mark, in lines: [Substring]) {
        let wanted = Array(scalar.string.unicodeScalars)
        let isFolded = scalar.style == .folded
        let quote: Unicode.Scalar? =
            scalar.style == .singleQuoted ? "'" : (scalar.style == .doubleQuoted ? "\"" : nil)
        var column = isFolded ? 1 : mark.column + (quote == nil ? 0 : 1)
        var indentation: Int?
        var blankLines = 0
        for number in (isFolded ? mark.line + 1 : mark.line)..<(lines.count + 1) {
            let line = Array(lines[number - 1].unicodeScalars)
            var start = column - 1
            while start < line.count, line[start] == " " { start += 1 }
            column = 1
            if start >= line.count {
                blankLines += 1
                continue
            }
            if isFolded {
                if let indentation, start != indentation { break }
                indentation = start
            }
            var end = line.count
            while end > start, line[end - 1] == " " || line[end - 1] == "\t" || line[end - 1] == "\r" { end -= 1 }
            if read.isEmpty {
                if isFolded { read += Array(repeating: "\n", count: blankLines) }
            } else {
                read += Array(repeating: blankLines > 0 ? "\n" : " ", count: max(1, blankLines))
            }
            blankLines = 0
            append(line[start..<end], quote: quote, line: number)
            if read.count >= wanted.count { break }
        }
        let last = wanted.lastIndex { $0 != "\n" }.map { $0 + 1 } ?? 0
        guard read.starts(with: wanted[..<last]), !anchors.isEmpty else { return nil }
        read = []
    }

    private mutating func append(_ part: ArraySlice<Unicode.Scalar>, quote: Unicode.Scalar?, line: Int) {
        anchors.append(Anchor(offset: read.count, line: line, column: part.startIndex + 1))
        var position = part.startIndex
        while position < part.endIndex {
            let scalar = part[position]
            let next = position + 1 < part.endIndex ? part[position + 1] : nil
            let isEscape =
                quote == "'"
                ? scalar == "'" && next == "'" : quote == "\"" && scalar == "\\" && (next == "\\" || next == "\"")
            if isEscape, let next {
                anchors.append(Anchor(offset: read.count, line: line, column: position + 1))
                read.append(next)
                position += 2
                anchors.append(Anchor(offset: read.count, line: line, column: position + 1))
            } else {
                read.append(scalar)
                position += 1
            }
        }
    }

    /// Line and column, both from 1.
    func place(ofOffset offset: Int) -> (line: Int, column: Int)? {
        anchors.last { $0.offset <= offset }.map { ($0.line, $0.column + offset - $0.offset) }
    }
}
